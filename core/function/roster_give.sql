-- SPDX-License-Identifier: MIT
-- Give a duty to somebody, or to nobody; at once for everybody (p_publish) or with the next publication.
create function rule.roster_give(p_me rule.actor, p_duty banshi.roster_duty, p_staff bigint, p_override text,
                                            p_publish boolean) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.roster_duty as d
    set staff = p_staff,
        published = case when p_publish then p_staff else d.published end,
        checked_in_at = case when p_publish then null else d.checked_in_at end,
        assigned_at = case when p_publish then rule.now() else d.assigned_at end,
        instead_of = case when p_publish then coalesce(d.instead_of, d.published) else d.instead_of end,
        draft = rule.roster_touch(d.centre, d.roster),
        override = coalesce(p_override, ''),
        cause = case when p_staff is null then 'emptied by hand' else '' end,
        version = d.version + 1,
        changed_by = p_me.id,
        changed_at = rule.now()
    where d.centre = p_duty.centre
      and d.id = p_duty.id;
exception
    when exclusion_violation then
        raise exception using errcode = 'BS030', message =
            (select concat_ws(' · ', s.name, 'elsewhere', l.label, p_duty.day)
             from banshi.roster_duty as d
             join banshi.staff as s on s.centre = d.centre and s.id = p_staff
             join api.counter_label as l on l.centre = d.centre and l.counter = d.counter
             where d.centre = p_duty.centre
               and p_staff in (d.staff, d.published)
               and d.id <> p_duty.id
               and d.time && p_duty.time
             limit 1);
end
$$;
comment on function rule.roster_give is 'Give a duty to somebody, or to nobody';
