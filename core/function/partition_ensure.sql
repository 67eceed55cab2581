-- SPDX-License-Identifier: MIT
-- Runs as the owner of the tables, who alone can make more of them.
set local role banshi_owner;
create function rule.partition_ensure(p_day date) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_parent text;
    v_month date;
    v_name text;
begin
    foreach v_month in array array[date_trunc('month', p_day)::date, (date_trunc('month', p_day) + '1 month')::date] loop
        for v_parent in
            select c.relname from pg_partitioned_table as p join pg_class as c on c.oid = p.partrelid
            where c.relnamespace = 'banshi'::regnamespace order by c.relname
        loop
            v_name := v_parent || to_char(v_month, '_YYYYMM');
            continue when to_regclass('banshi.' || quote_ident(v_name)) is not null;
            -- a lock that nobody but the owner can take
            execute format('lock table banshi.%I in share row exclusive mode', v_parent);
            continue when to_regclass('banshi.' || quote_ident(v_name)) is not null;
            begin
                execute format('create table banshi.%I partition of banshi.%I for values from (%L) to (%L)',
                               v_name, v_parent, v_month, v_month + interval '1 month');
                execute format('comment on table banshi.%I is %L', v_name,
                               'Partition of ' || v_parent || ' for ' || to_char(v_month, 'YYYY-MM'));
                perform rule.protect(format('banshi.%I', v_name)::regclass);
            exception when check_violation then
                null; -- the default partition already holds rows of that month; they stay there
            end;
        end loop;
    end loop;
end
$$;
comment on function rule.partition_ensure is 'Make the partitions of a day''s month and the next one';
grant execute on function rule.partition_ensure to banshi_procedure;
set local role banshi_procedure;
