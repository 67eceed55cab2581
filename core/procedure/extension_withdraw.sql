-- SPDX-License-Identifier: MIT
-- The day closed by mistake: it is open again, and what went on is not counted as extended. A lead for the own department, a
-- supervisor for all.
create function api.extension_withdraw(opid uuid, reason text) returns setof api.extension
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_day date := rule.today(v_me.centre);
    v_reason text := rule.text_plain('reason', extension_withdraw.reason, 100);
begin
    if rule.operation_begin(v_me, opid, 'extension_withdraw') is null then
        if v_reason = '' then
            raise exception using errcode = 'BS015', message = 'extension';
        end if;
        delete from banshi.closing as c
        where c.centre = v_me.centre
          and c.day = v_day
          and rule.oversees(v_me, c.department);
        if not found then
            raise exception using errcode = 'BS004', message = 'not closed';
        end if;
        update banshi.extension as x
        set ended_at = rule.now(),
            outcome = 'withdrawn'
        from banshi.ticket as t
        join banshi.queue as q on q.centre = t.centre and q.id = t.queue
        where x.centre = v_me.centre
          and x.day = v_day
          and t.centre = x.centre
          and t.day = x.day
          and t.id = x.ticket
          and x.ended_at is null
          and rule.closed_at(x.centre, x.day, q.department) is null;
        perform rule.record(v_me, rule.my_counter(), 'extension', v_me.centre, 'withdrawn', '', v_reason);
        perform rule.operation_end(v_me, opid, v_me.centre);
        perform rule.changed(v_me.centre, 'extension');
    end if;
    return query
    select * from api.extension as x where x.day = v_day and x.ended_at is null order by x.started_at, x.id;
end
$$;
comment on function api.extension_withdraw is 'The day closed by mistake: it is open again';
grant execute on function api.extension_withdraw to banshi_lead;
