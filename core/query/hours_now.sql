-- SPDX-License-Identifier: MIT
-- Is the centre open now?
select *
from api.hours_now
