-- SPDX-License-Identifier: MIT
-- Today's skipped numbers of the queues of the session's counter.
select t.*
from api.ticket as t
where t.day = rule.today(rule.my_centre())
  and t.state = 'skipped'
  and case when t.target is null
           then t.queue in (select l.queue from rule.counter_lines(rule.my_centre(), rule.my_counter()) as l)
           else t.target = rule.my_counter()
      end
order by t.id
