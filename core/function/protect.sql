-- SPDX-License-Identifier: MIT
-- What every table has: row-level security that its owner cannot pass by either, clients limited to their centre, procedures let
-- through, readers of backups and of the city, too. What clients may read is granted in core/policy, a file a table.
create function rule.protect(p_table regclass) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_name name;
begin
    for v_name in select p.polname from pg_policy as p where p.polrelid = p_table loop
        execute format('drop policy %I on %s', v_name, p_table);
    end loop;
    for v_name in select t.tgname from pg_trigger as t where t.tgrelid = p_table and not t.tgisinternal and t.tgparentid = 0 loop
        execute format('drop trigger %I on %s', v_name, p_table);
    end loop;
    execute format('revoke all on %s from banshi_procedure, banshi_client, banshi_device, banshi_backup, banshi_city, %s', p_table,
                   (select string_agg('banshi_' || r, ', ') from unnest(rule.words('staff_role')) as r));
    execute format('alter table %s enable row level security', p_table);
    execute format('alter table %s force row level security', p_table);
    execute format('create policy centre on %s for select to banshi_client '
                   'using (%I = (select rule.my_centre()))', p_table,
                   case when p_table = 'banshi.centre'::regclass then 'id' else 'centre' end);
    execute format('create policy procedure on %s to banshi_procedure using (true) with check (true)', p_table);
    execute format('create policy reader on %s for select to banshi_backup, banshi_city using (true)', p_table);
    execute format('grant select on %s to banshi_backup', p_table);
    if not (select c.relispartition from pg_class as c where c.oid = p_table) then
        execute format('grant select, insert, update, delete on %s to banshi_procedure', p_table);
    end if;
end
$$;
comment on function rule.protect is 'Give a table the policies that every table has, in place of all it has';
grant execute on function rule.protect to banshi_owner;
