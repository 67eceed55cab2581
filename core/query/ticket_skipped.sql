-- SPDX-License-Identifier: MIT
-- Today's skipped numbers of the queues of the session's counter.
select t.*
from api.ticket as t
where t.day = banshi.today(banshi.my_centre())
  and t.state = 'skipped'
  and case when t.target is null
           then t.queue in (select l.queue from banshi.counter_lines(banshi.my_centre(), banshi.my_counter()) as l)
           else t.target = banshi.my_counter()
      end
order by t.id
