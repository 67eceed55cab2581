-- SPDX-License-Identifier: MIT
-- Cases whose applicants were told nothing within the five days count as accepted (Licensing Law art. 32 (4)). It happens by
-- itself: whoever signs on first on a day sweeps, and so does whoever looks at the deadlines.
create function rule.case_sweep(p_me rule.actor) returns bigint
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
          and c.next_due < rule.today(p_me.centre)
        order by c.id
        for update skip locked
    loop
        continue when not rule.case_is_late(v_case);
        perform rule.case_deem(p_me, v_case);
        v_cases := v_cases + 1;
    end loop;
    if v_cases > 0 then
        perform rule.changed(p_me.centre, 'case');
    end if;
    return v_cases;
end
$$;
comment on function rule.case_sweep is 'Count received cases past the five days as accepted; how many there were';
