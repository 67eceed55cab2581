-- SPDX-License-Identifier: MIT
-- Today's requests, the unanswered first.
select *
from api.extension_request
where day = (select rule.my_day())
order by state <> 'asked', id
