-- SPDX-License-Identifier: MIT
-- Which forbidden wordings a text holds.
create function api.phrase_check(text text) returns setof api.forbidden
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select f.* from api.forbidden as f where f.id in (select * from rule.phrase_find(rule.my_centre(), phrase_check.text))
$$;
comment on function api.phrase_check is 'Forbidden wordings in a text; none: it may be said';
grant execute on function api.phrase_check to banshi_clerk;
