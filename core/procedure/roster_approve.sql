-- SPDX-License-Identifier: MIT
-- The lead approves a swap that the colleague has consented to, or refuses; approved, it holds at once. A lead has the counters of
-- the own department.
create function api.roster_approve(opid uuid, swap bigint, yes boolean) returns setof api.roster_swap
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_swap banshi.roster_swap;
    v_stale boolean;
begin
    if rule.operation_begin(v_me, opid, 'roster_approve') is null then
        select * into v_swap from banshi.roster_swap as w where w.centre = v_me.centre and w.id = roster_approve.swap for update;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'swap', roster_approve.swap);
        end if;
        if v_me.id in (v_swap.staff, v_swap.colleague)
           or exists (select from banshi.roster_duty as d
                      join banshi.counter as c on c.centre = d.centre and c.id = d.counter
                      where d.centre = v_me.centre
                        and d.id in (v_swap.duty, v_swap.other)
                        and not rule.oversees(v_me, c.department)) then
            raise exception using errcode = 'BS002', message = concat_ws(' · ', 'swap', roster_approve.swap);
        end if;
        if v_swap.state not in ('asked', 'consented') or (roster_approve.yes and v_swap.state <> 'consented') then
            raise exception using errcode = 'BS004', message = concat_ws(' · ', 'swap', v_swap.state);
        end if;
        if roster_approve.yes then
            perform from banshi.roster as r
            where r.centre = v_me.centre
              and r.id in (select d.roster from banshi.roster_duty as d where d.centre = v_me.centre and d.id in (v_swap.duty,
                  v_swap.other))
            order by r.id
            for no key update;
            perform from banshi.roster_duty as d
            where d.centre = v_me.centre
              and d.id in (v_swap.duty, v_swap.other)
            order by d.id
            for update;
            select bool_or(lower(d.time) <= rule.now()
                           or d.staff is distinct from d.published
                           or d.published is distinct from case d.id when v_swap.duty then v_swap.staff else v_swap.colleague end)
            into v_stale
            from banshi.roster_duty as d
            where d.centre = v_me.centre
              and d.id in (v_swap.duty, v_swap.other);
            if v_stale then
                raise exception using errcode = 'BS031', message = concat_ws(' · ', 'swap', roster_approve.swap);
            end if;
            begin
                -- one statement, so that two people can change places on one day
                update banshi.roster_duty as d
                set staff = case d.id when v_swap.duty then v_swap.colleague else v_swap.staff end,
                    published = case d.id when v_swap.duty then v_swap.colleague else v_swap.staff end,
                    override = '',
                    draft = r.draft,
                    version = d.version + 1,
                    changed_by = v_me.id,
                    changed_at = rule.now()
                from (select o.id, rule.roster_touch(v_me.centre, o.id) as draft
                      from (select distinct e.roster as id
                            from banshi.roster_duty as e
                            where e.centre = v_me.centre
                              and e.id in (v_swap.duty, v_swap.other)) as o) as r
                where r.id = d.roster
                  and d.centre = v_me.centre
                  and d.id in (v_swap.duty, v_swap.other);
            exception when exclusion_violation then
                raise exception using errcode = 'BS030', message = concat_ws(' · ', 'swap', roster_approve.swap, 'elsewhere');
            end;
        end if;
        update banshi.roster_swap as w
        set state = case when roster_approve.yes then 'approved' else 'rejected' end,
            decided_by = v_me.id,
            decided_at = rule.now()
        where w.centre = v_me.centre
          and w.id = v_swap.id;
        perform rule.record(v_me, null, 'roster', v_swap.duty,
                            case when roster_approve.yes then 'swap approved' else 'swap refused' end);
        perform rule.operation_end(v_me, opid, v_swap.id);
        perform rule.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.roster_swap as w where w.id = roster_approve.swap;
end
$$;
comment on function api.roster_approve is 'Approve a swap, or refuse it';
grant execute on function api.roster_approve to banshi_lead;
