-- SPDX-License-Identifier: MIT
-- What clients depend on, a line each: signatures of procedures, columns of views and of types, codes of columns that hold one of a list.
with line (text) as (
    select format('procedure %s(%s) returns %s', f.oid::regproc, pg_get_function_arguments(f.oid), pg_get_function_result(f.oid))
    from pg_proc as f
    where f.pronamespace = 'api'::regnamespace
    union all
    select format('%s %s: %s', case c.relkind when 'v' then 'view' else 'type' end, c.oid::regclass,
                  (select string_agg(a.attname || ' ' || format_type(a.atttypid, a.atttypmod), ', ' order by a.attnum)
                   from pg_attribute as a
                   where a.attrelid = c.oid
                     and a.attnum > 0))
    from pg_class as c
    where c.relnamespace = 'api'::regnamespace
      and c.relkind in ('v', 'c')
    union all
    select format('codes %s.%s: %s', c.relname, a.attname,
                  (select string_agg(distinct m[1], ' ' order by m[1])
                   from regexp_matches(pg_get_constraintdef(k.oid), '''([^'']*)''::text', 'g') as m))
    from pg_constraint as k
    join pg_class as c on c.oid = k.conrelid
    join pg_attribute as a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
    where c.relnamespace = 'banshi'::regnamespace
      and k.contype = 'c'
      and array_length(k.conkey, 1) = 1
      and pg_get_constraintdef(k.oid) ~ 'ANY \(ARRAY\['
)
select text
from line
order by text collate "C";
