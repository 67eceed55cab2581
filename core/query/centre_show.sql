-- SPDX-License-Identifier: MIT
-- The session's centre.
select *
from api.centre
where id = banshi.my_centre()
