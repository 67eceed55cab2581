-- SPDX-License-Identifier: MIT
create function rule.extension_follow() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_at timestamptz;
begin
    if new.state in ('done', 'left', 'void', 'skipped') then
        update banshi.extension as x
        set ended_at = rule.now(),
            outcome = new.state
        where x.centre = new.centre
          and x.day = new.day
          and x.ticket = new.id
          and x.outcome in ('', 'skipped');
        if not found then
            return null;
        end if;
        update banshi.extension_request as r
        set state = 'done',
            done_at = rule.now()
        where r.centre = new.centre
          and r.day = new.day
          and r.ticket = new.id
          and r.state = 'agreed'
          and new.state <> 'skipped';
    else -- a skipped number is back
        v_at := rule.closed_at(new.centre, new.day,
                               (select q.department from banshi.queue as q where q.centre = new.centre and q.id = new.queue));
        if v_at is null then
            return null;
        end if;
        insert into banshi.extension as x (centre, day, ticket, reason, started_at)
        values (new.centre, new.day, new.id, 'brought back', rule.now())
        on conflict on constraint extension_pkey do update
        set ended_at = null,
            outcome = '';
    end if;
    perform rule.changed(new.centre, 'extension', new.id, new.queue, coalesce(new.counter, new.target));
    return null;
end
$$;
comment on function rule.extension_follow is 'An extension ends with its visit, and begins again when a skipped number is back';
