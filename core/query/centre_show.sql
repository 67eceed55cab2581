-- SPDX-License-Identifier: MIT
-- The session's centre.
select *
from api.centre
where id = rule.my_centre()
