-- SPDX-License-Identifier: MIT
-- The floor in one line.
select *
from api.floor
