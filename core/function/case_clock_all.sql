-- SPDX-License-Identifier: MIT
create function rule.case_clock_all(p_me rule.actor, p_year int) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_old banshi.case;
    v_new banshi.case;
    v_changed bigint := 0;
begin
    for v_old in
        select *
        from banshi.case as c
        where c.centre = p_me.centre
          and c.next_due is not null
          -- a year's notice can name days of the December before
          and (not c.due_published or (c.received_on <= make_date(p_year, 12, 31)
                                       and greatest(c.tell_by, c.supplement_by, c.statutory_due, c.promised_due, c.resume_by,
                                                    c.deliver_by) >= make_date(p_year - 1, 12, 1)))
        order by c.id
        for update
    loop
        v_new := rule.case_deadlines(v_old);
        continue when v_new is not distinct from v_old;
        perform rule.case_clock(p_me.centre, v_old.id);
        perform rule.record(p_me, rule.my_counter(), 'case', v_old.id, 'deadlines', concat_ws(' · ',
            case when v_new.tell_by is distinct from v_old.tell_by
                 then concat('tell_by · ', v_old.tell_by, ' → ', v_new.tell_by) end,
            case when v_new.supplement_by is distinct from v_old.supplement_by
                 then concat('supplement_by · ', v_old.supplement_by, ' → ', v_new.supplement_by) end,
            case when v_new.promised_due is distinct from v_old.promised_due
                 then concat('promised_due · ', v_old.promised_due, ' → ', v_new.promised_due) end,
            case when v_new.statutory_due is distinct from v_old.statutory_due
                 then concat('statutory_due · ', v_old.statutory_due, ' → ', v_new.statutory_due) end,
            case when v_new.resume_by is distinct from v_old.resume_by
                 then concat('resume_by · ', v_old.resume_by, ' → ', v_new.resume_by) end,
            case when v_new.deliver_by is distinct from v_old.deliver_by
                 then concat('deliver_by · ', v_old.deliver_by, ' → ', v_new.deliver_by) end,
            case when v_new.due_published <> v_old.due_published
                 then case when v_new.due_published then 'calendar published' else 'calendar not published' end end));
        v_changed := v_changed + 1;
    end loop;
    if v_changed > 0 then
        perform rule.changed(p_me.centre, 'case');
    end if;
    return v_changed;
end
$$;
comment on function rule.case_clock_all is
    'Compute the deadlines of the open cases again after the calendar of a year changed; how many changed';
