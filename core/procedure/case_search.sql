-- SPDX-License-Identifier: MIT
-- Search cases; "" finds the newest. Numbers in the answer are masked.
-- after: case_find
create function api.case_search(text text, n bigint) returns setof api."case"
    language sql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
    select a.*
    from (select distinct f.id
          from banshi.case_find(banshi.my_centre(), case_search.text, least(greatest(n, 1), 1000)) as f (id)) as f
    join api."case" as a on a.id = f.id
    order by a.received_at desc, a.id desc
    limit least(greatest(n, 1), 1000)
$$;
comment on function api.case_search(text, bigint) is 'Cases by number, name, identity number, telephone or pinyin initials';
revoke execute on function api.case_search(text, bigint) from public;
grant execute on function api.case_search(text, bigint) to banshi_clerk;
