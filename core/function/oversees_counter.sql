-- SPDX-License-Identifier: MIT
create function rule.oversees_counter(p_me rule.actor, p_counter bigint) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select rule.oversees(p_me, (select c.department from banshi.counter as c where c.centre = p_me.centre and c.id = p_counter))
$$;
comment on function rule.oversees_counter is 'Does somebody watch over a counter''s department?';
