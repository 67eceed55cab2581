-- SPDX-License-Identifier: MIT
-- Open a counter for oneself with the appearance self-check (norms 1.1–1.3). Whoever is at another counter leaves it. A
-- shift of an earlier day that nobody ended is over. What was paused from the floor today opens paused, but for those who may
-- resume it. Cases whose time to be told ran out meanwhile are accepted by law.
create function api.session_sign_on(opid uuid, counter bigint, dress jsonb) returns setof api.session
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_day date := rule.today(v_me.centre);
    v_zone text := (select c.time_zone from banshi.centre as c where c.id = v_me.centre);
    v_key text;
    v_counter banshi.counter;
    v_old banshi.counter;
    v_today boolean; -- the counter was opened today
    v_paused boolean;
begin
    if rule.operation_begin(v_me, opid, 'session_sign_on') is not null then
        return query select * from api.session;
        return;
    end if;
    if jsonb_typeof(dress) is distinct from 'object' then
        raise exception using errcode = 'BS001', message = 'dress';
    end if;
    for v_key in select w from unnest(rule.words('dress')) as w where v_me.party_member or not rule.is_word('dress_party', w) loop
        if jsonb_typeof(dress -> v_key) is distinct from 'boolean' then
            raise exception using errcode = 'BS001', message = 'dress · ' || v_key;
        end if;
    end loop;
    for v_key in select k from jsonb_object_keys(dress) as k loop
        if not rule.is_word('dress', v_key) or jsonb_typeof(dress -> v_key) <> 'boolean' then
            raise exception using errcode = 'BS001', message = 'dress · ' || v_key;
        end if;
    end loop;
    perform rule.partition_ensure(v_day);

    -- both in the order of their keys, so that two people who change places do not lock each other out
    perform from banshi.counter as c
    where c.centre = v_me.centre
      and (c.id = session_sign_on.counter or c.staff = v_me.id)
    order by c.id
    for update;
    select * into v_counter from banshi.counter as c where c.centre = v_me.centre and c.id = session_sign_on.counter;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'counter', session_sign_on.counter);
    end if;
    v_today := v_counter.state <> 'closed'
        and exists (select from banshi.shift as s
                    where s.centre = v_me.centre
                      and s.staff = v_counter.staff
                      and s.counter = v_counter.id
                      and s.ended_at is null
                      and (s.started_at at time zone v_zone)::date = v_day);
    if v_counter.staff <> v_me.id and v_today then
        raise exception using errcode = 'BS006', message =
            (select concat_ws(' · ', l.label, s.name)
             from api.counter_label as l
             join banshi.staff as s on s.centre = l.centre and s.id = v_counter.staff
             where l.centre = v_counter.centre
               and l.counter = v_counter.id);
    end if;

    if v_counter.staff is distinct from v_me.id or not v_today then
        if v_counter.state <> 'closed' then
            perform rule.counter_close(v_me, v_counter);
        end if;
        select * into v_old from banshi.counter as c where c.centre = v_me.centre and c.staff = v_me.id;
        if found then
            perform rule.counter_close(v_me, v_old);
        end if;
        v_paused := v_counter.state = 'closed' and v_counter.changed_by is not null
            and (v_counter.since at time zone v_zone)::date = v_day and not rule.oversees(v_me, v_counter.department);
        update banshi.counter as c
        set state = case when v_paused then 'paused' else 'open' end,
            staff = v_me.id,
            reason = case when v_paused then c.reason else '' end,
            changed_by = case when v_paused then c.changed_by end,
            since = rule.now()
        where c.centre = v_me.centre
          and c.id = v_counter.id;
        insert into banshi.shift (centre, staff, counter, started_at, dress)
        values (v_me.centre, v_me.id, v_counter.id, rule.now(), session_sign_on.dress);
        perform rule.record(v_me, v_counter.id, 'counter', v_counter.id, case when v_paused then 'paused' else 'opened' end,
                            '', case when v_paused then v_counter.reason end);
        perform rule.changed(v_me.centre, 'counter', v_counter.id, 0, v_counter.id, v_counter.department,
                             case when v_paused then 'paused' else 'open' end);
    else -- the self-check of who was put there from the floor
        update banshi.shift as s
        set dress = session_sign_on.dress
        where s.centre = v_me.centre
          and s.staff = v_me.id
          and s.ended_at is null
          and s.dress = '{}';
    end if;
    perform rule.case_sweep(v_me);
    perform rule.operation_end(v_me, opid, v_counter.id);
    return query select * from api.session;
end
$$;
comment on function api.session_sign_on is 'Open a counter for oneself, with the answers of the self-check';
grant execute on function api.session_sign_on to banshi_clerk;
