-- SPDX-License-Identifier: MIT
-- Duties that go on or come next.
select *
from api.floor_duty
order by day, opens, counter_label, id
