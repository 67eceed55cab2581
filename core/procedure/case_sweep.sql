-- SPDX-License-Identifier: MIT
-- Cases whose applicants were told nothing within the five days count as accepted (Licensing Law art. 32 (4)). It happens by
-- itself: whoever signs on first on a day sweeps, and so does whoever looks at the deadlines.
-- after: case_start
create or replace function banshi.case_sweep(p_me banshi.staff) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_case banshi.case;
    v_cases bigint := 0;
begin
    for v_case in
        select *
        from banshi.case as c
        where c.centre = p_me.centre
          and c.state = 'received'
          and c.next_due < banshi.today(p_me.centre)
        order by c.id
        for update skip locked
    loop
        continue when not banshi.case_is_late(v_case);
        perform banshi.case_deem(p_me, v_case);
        v_cases := v_cases + 1;
    end loop;
    if v_cases > 0 then
        perform banshi.changed(p_me.centre, 'case');
    end if;
    return v_cases;
end
$$;
comment on function banshi.case_sweep(banshi.staff) is 'Count received cases past the five days as accepted; how many there were';
revoke execute on function banshi.case_sweep(banshi.staff) from public;

create function api.case_sweep(opid uuid) returns setof api.swept
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_cases bigint := banshi.operation_begin(v_me, opid, 'case_sweep');
begin
    if v_cases is null then
        v_cases := banshi.case_sweep(v_me);
        perform banshi.operation_end(v_me, opid, v_cases);
    end if;
    return query select v_cases;
end
$$;
comment on function api.case_sweep(uuid) is 'Count received cases past the five days as accepted; how many there were';
revoke execute on function api.case_sweep(uuid) from public;
grant execute on function api.case_sweep(uuid) to banshi_clerk;
