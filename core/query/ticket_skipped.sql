-- SPDX-License-Identifier: MIT
-- Today's skipped numbers of the queues of the session's counter.
select t.*
from api.ticket as t
where t.day = rule.my_day()
  and t.state = 'skipped'
  and case when t.target is null
           then t.queue in (select l.queue from rule.my_lines() as l)
           else t.target = rule.my_counter()
      end
order by t.id
