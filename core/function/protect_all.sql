-- SPDX-License-Identifier: MIT
create function rule.protect_all() returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    select rule.protect(c.oid)
    from pg_class as c
    where c.relnamespace = 'banshi'::regnamespace
      and c.relkind in ('r', 'p')
      and c.oid <> 'banshi.schema_migration'::regclass
    order by c.relispartition, c.relname -- what hangs on a table''s partitions goes with the table''s
$$;
comment on function rule.protect_all is 'Give all tables the policies that every table has';
grant execute on function rule.protect_all to banshi_owner;
