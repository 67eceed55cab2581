-- SPDX-License-Identifier: MIT
-- What is planned holds for everybody: a version more, with what it changed. The draft is the one that was looked at (null:
-- whichever): who has not seen the last changes is told them, and nothing is published.
create function api.roster_publish(opid uuid, kind text, month date, draft bigint) returns setof api.roster
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'roster_publish');
    v_roster banshi.roster;
    v_changes bigint;
begin
    if v_id is null then
        select * into v_roster
        from banshi.roster as r
        where r.centre = v_me.centre
          and r.kind = roster_publish.kind
          and r.month = date_trunc('month', roster_publish.month)
        for update;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'roster', to_char(roster_publish.month, 'YYYY-MM'));
        end if;
        if v_roster.draft <> roster_publish.draft then
            raise exception using errcode = 'BS031', message = rule.roster_unseen(v_roster, roster_publish.draft);
        end if;
        v_id := v_roster.id;
        perform from banshi.roster_duty as d where d.centre = v_me.centre and d.roster = v_id order by d.id for update;
        insert into banshi.roster_change (centre, roster, version, duty, before, after)
        select d.centre, d.roster, v_roster.version + 1, d.id, d.published, d.staff
        from banshi.roster_duty as d
        where d.centre = v_me.centre
          and d.roster = v_id
          and d.staff is distinct from d.published;
        get diagnostics v_changes = row_count;
        if v_changes = 0 then
            raise exception using errcode = 'BS004', message = concat_ws(' · ', 'roster', 'unchanged');
        end if;
        update banshi.roster_duty as d
        set published = d.staff,
            instead_of = null,
            assigned_at = case when d.time @> rule.now() then rule.now() end,
            checked_in_at = null
        where d.centre = v_me.centre
          and d.roster = v_id
          and d.staff is distinct from d.published;
        update banshi.roster as r
        set version = r.version + 1,
            published_at = rule.now(),
            published_by = v_me.id
        where r.centre = v_me.centre
          and r.id = v_id;
        perform rule.record(v_me, null, 'roster', v_id, 'published', concat_ws(' · ', v_roster.version + 1, v_changes));
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.roster as r where r.id = v_id;
end
$$;
comment on function api.roster_publish is 'Publish what is planned';
grant execute on function api.roster_publish to banshi_supervisor;
