-- SPDX-License-Identifier: MIT
-- What a sweep answers with.
create type api.swept as (cases bigint);
comment on type api.swept is 'How many cases count as accepted from now on';
