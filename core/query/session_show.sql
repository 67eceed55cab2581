-- SPDX-License-Identifier: MIT
-- The present session.
select *
from api.session
