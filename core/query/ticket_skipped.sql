-- SPDX-License-Identifier: MIT
-- Today's skipped numbers of the queues of the session's counter.
select t.*
from api.ticket as t
where t.day = banshi.today(banshi.my_centre())
  and t.state = 'skipped'
  and case when t.target is null
           then t.queue in (select qc.queue
                            from banshi.queue_counter as qc
                            where qc.centre = banshi.my_centre()
                              and qc.counter = banshi.my_counter())
           else t.target = banshi.my_counter()
      end
order by t.id
