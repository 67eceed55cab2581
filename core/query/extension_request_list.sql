-- SPDX-License-Identifier: MIT
-- Today's requests, the unanswered first.
select *
from api.extension_request
where day = (select rule.today(rule.my_centre()))
order by state <> 'asked', id
