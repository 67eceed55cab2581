-- SPDX-License-Identifier: MIT
-- What is planned holds for everybody: a version more, with what it changed. The draft is the one that was looked at (null:
-- whichever): who has not seen the last changes is told them, and nothing is published.
-- after: roster_unseen
create function api.roster_publish(opid uuid, kind text, month date, draft bigint) returns setof api.roster
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
    v_id bigint := banshi.operation_begin(v_me, opid, 'roster_publish');
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
            raise exception using errcode = 'BS031', message = banshi.roster_unseen(v_roster, roster_publish.draft);
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
            assigned_at = case when d.time @> banshi.now() then banshi.now() end,
            checked_in_at = null
        where d.centre = v_me.centre
          and d.roster = v_id
          and d.staff is distinct from d.published;
        update banshi.roster as r
        set version = r.version + 1,
            published_at = banshi.now(),
            published_by = v_me.id
        where r.centre = v_me.centre
          and r.id = v_id;
        perform banshi.record(v_me, null, 'roster', v_id, 'published', concat_ws(' · ', v_roster.version + 1, v_changes));
        perform banshi.operation_end(v_me, opid, v_id);
        perform banshi.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.roster as r where r.id = v_id;
end
$$;
comment on function api.roster_publish(uuid, text, date, bigint) is 'Publish what is planned';
revoke execute on function api.roster_publish(uuid, text, date, bigint) from public;
grant execute on function api.roster_publish(uuid, text, date, bigint) to banshi_supervisor;
