-- SPDX-License-Identifier: MIT
-- Which forbidden wordings a text holds.
-- after: phrase_find
create function api.phrase_check(text text) returns setof api.forbidden
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select f.* from api.forbidden as f where f.id in (select * from banshi.phrase_find(banshi.my_centre(), phrase_check.text))
$$;
comment on function api.phrase_check(text) is 'Forbidden wordings in a text; none: it may be said';
revoke execute on function api.phrase_check(text) from public;
grant execute on function api.phrase_check(text) to banshi_clerk;
