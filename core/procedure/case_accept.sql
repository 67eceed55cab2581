-- SPDX-License-Identifier: MIT
-- Accept: all that is required is there; the clock starts at acceptance, at the last supplement, or, when the five days to
-- tell have passed, at the receipt of the materials (Licensing Law art. 32 (4), (5)).
create or replace function banshi.case_accept(p_me banshi.staff, p_case banshi.case) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_missing text;
    v_start date := banshi.today(p_me.centre);
    v_item banshi.item;
    v_statutory record;
    v_promised record;
begin
    select string_agg(m.name, ' · ' order by m.seq) into v_missing
    from banshi.case_material as m
    where m.centre = p_me.centre
      and m.case_id = p_case.id
      and (m.state = 'wrong' or (m.required and m.state = 'missing'));
    if v_missing is not null then
        raise exception using errcode = 'BS014', message = v_missing;
    end if;
    if p_case.supplements = 0 and v_start > p_case.tell_by then
        v_start := p_case.received_on;
        perform banshi.record(p_me, banshi.my_counter(), 'case', p_case.id, 'deemed accepted', v_start::text);
    end if;
    select * into strict v_item from banshi.item as i where i.centre = p_me.centre and i.id = p_case.item;
    select * into v_statutory from banshi.deadline(p_me.centre, v_start, v_item.statutory, v_item.statutory_unit)
    where v_item.statutory is not null;
    select * into v_promised from banshi.deadline(p_me.centre, v_start, v_item.promised, v_item.promised_unit)
    where v_item.promised is not null;
    update banshi.case as c
    set state = 'accepted',
        accepted_on = v_start,
        statutory_due = v_statutory.due,
        promised_due = v_promised.due,
        due_published = coalesce(v_statutory.published, true) and coalesce(v_promised.published, true)
    where c.centre = p_me.centre
      and c.id = p_case.id;
end
$$;
comment on function banshi.case_accept(banshi.staff, banshi.case) is 'Accept a case and start its clock';
revoke execute on function banshi.case_accept(banshi.staff, banshi.case) from public;
