-- SPDX-License-Identifier: MIT
-- Who acts: what every write knows of the member of staff whose session it is. A type of its own, so that rules do not hang on the
-- columns of a table.
create type rule.actor as (
    centre bigint,
    id bigint,
    login text,
    name text,
    department bigint,
    role text,
    party_member boolean
);
comment on type rule.actor is 'The member of staff whose session it is';
