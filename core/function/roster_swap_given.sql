-- SPDX-License-Identifier: MIT
-- Refuse a swap in which a duty is not somebody's to give: another's, begun, about to change hands, or offered already.
create function rule.roster_swap_given(p_duty banshi.roster_duty, p_staff bigint) returns void
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_state text;
begin
    if p_duty.published is distinct from p_staff then
        raise exception using errcode = 'BS002', message = concat_ws(' · ', 'duty', p_duty.day);
    end if;
    if lower(p_duty.time) <= rule.now() or p_duty.staff is distinct from p_duty.published then
        raise exception using errcode = 'BS004', message = concat_ws(' · ', 'duty', p_duty.day);
    end if;
    select w.state into v_state
    from banshi.roster_swap as w
    where w.centre = p_duty.centre
      and w.duty = p_duty.id
      and w.state in ('asked', 'consented');
    if found then
        raise exception using errcode = 'BS004', message = concat_ws(' · ', 'swap', p_duty.day, v_state);
    end if;
end
$$;
comment on function rule.roster_swap_given is 'Refuse a swap in which a duty is not somebody''s to give';
