-- SPDX-License-Identifier: MIT
-- Store a plan: {from, draft, duties: [{day, counter, staff, cause, why}]}. The draft is the one that it was made from: nobody's
-- change since then is overwritten.
create function api.roster_put(opid uuid, kind text, month date, batch jsonb) returns setof api.roster
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'roster_put');
    v_month date := date_trunc('month', roster_put.month);
    v_from date := batch ->> 'from';
    v_kind banshi.roster_kind;
    v_draft bigint;
    v_zone text := (select c.time_zone from banshi.centre as c where c.id = v_me.centre);
begin
    if v_id is null then
        select * into v_kind from banshi.roster_kind as k where k.centre = v_me.centre and k.code = roster_put.kind;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'kind', roster_put.kind);
        end if;
        if v_from is null or v_from < rule.today(v_me.centre) or jsonb_typeof(batch -> 'duties') is distinct from 'array' then
            raise exception using errcode = 'BS001', message = 'batch';
        end if;
        insert into banshi.roster (centre, kind, month) values (v_me.centre, v_kind.code, v_month) on conflict do nothing;
        select r.id, r.draft into v_id, v_draft
        from banshi.roster as r
        where r.centre = v_me.centre
          and r.kind = v_kind.code
          and r.month = v_month
        for update;
        if (batch ->> 'draft')::bigint is distinct from v_draft then
            raise exception using errcode = 'BS031', message = concat_ws(' · ', 'roster', to_char(v_month, 'YYYY-MM'));
        end if;
        v_draft := rule.roster_touch(v_me.centre, v_id);

        -- nobody first, so that people can change places
        update banshi.roster_duty as d
        set staff = null,
            override = '',
            cause = 'not needed',
            why = '{}',
            draft = v_draft,
            version = d.version + 1,
            changed_by = v_me.id,
            changed_at = rule.now()
        where d.centre = v_me.centre
          and d.roster = v_id
          and d.day >= v_from;
        update banshi.roster_duty as d
        set staff = b.staff,
            cause = coalesce(b.cause, ''),
            why = b.why
        from jsonb_to_recordset(batch -> 'duties') as b (day date, counter bigint, staff bigint, cause text, why jsonb)
        where d.centre = v_me.centre
          and d.roster = v_id
          and d.day = b.day
          and d.day >= v_from
          and d.counter = b.counter;
        insert into banshi.roster_duty (centre, roster, day, counter, time, staff, cause, why, draft, changed_by, changed_at)
        select v_me.centre, v_id, b.day, b.counter,
               tstzrange((b.day + v_kind.opens) at time zone v_zone, (b.day + v_kind.closes) at time zone v_zone),
               b.staff, coalesce(b.cause, ''), b.why, v_draft, v_me.id, rule.now()
        from jsonb_to_recordset(batch -> 'duties') as b (day date, counter bigint, staff bigint, cause text, why jsonb)
        where b.day >= v_from
          and date_trunc('month', b.day) = v_month
          -- not in: hashed, however little the planner knows of the batch
          and (b.day, b.counter) not in (select d.day, d.counter
                                         from banshi.roster_duty as d
                                         where d.centre = v_me.centre
                                           and d.roster = v_id);
        delete from banshi.roster_duty as d
        where d.centre = v_me.centre
          and d.roster = v_id
          and d.cause = 'not needed'
          and d.published is null;
        perform rule.record(v_me, null, 'roster', v_id, 'generated', to_char(v_month, 'YYYY-MM'));
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.roster as r where r.id = v_id;
exception
    when exclusion_violation or foreign_key_violation then
        raise exception using errcode = 'BS001', message = 'batch · ' || sqlerrm;
end
$$;
comment on function api.roster_put is 'Store a plan as the draft of a month';
grant execute on function api.roster_put to banshi_supervisor;
