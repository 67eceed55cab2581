-- SPDX-License-Identifier: MIT
-- Closing time: no new numbers, and every unfinished visit goes on as an extension (norm 7.1). A supervisor closes the centre, a
-- lead the own department; a clerk the centre when nobody else is at a counter any more. Answers with what goes on.
create function api.extension_begin(opid uuid, reason text) returns setof api.extension
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_day date := rule.today(v_me.centre);
    v_department bigint;
    v_at timestamptz;
begin
    if rule.operation_begin(v_me, opid, 'extension_begin') is null then
        if not rule.at_least(v_me, 'lead') then
            if not exists (select from banshi.counter as c where c.centre = v_me.centre and c.staff = v_me.id)
               or exists (select
                          from banshi.counter as c
                          where c.centre = v_me.centre
                            and c.state <> 'closed'
                            and c.staff <> v_me.id) then
                raise exception using errcode = 'BS002', message = 'others are still at their counters';
            end if;
        elsif not rule.at_least(v_me, 'supervisor') then
            if v_me.department is null then
                raise exception using errcode = 'BS002', message = 'department';
            end if;
            v_department := v_me.department;
        end if;
        v_at := rule.closed_at(v_me.centre, v_day, v_department);
        if v_at is not null and v_department is not null
           or exists (select from banshi.closing as c where c.centre = v_me.centre and c.day = v_day and c.department is null) then
            raise exception using errcode = 'BS004', message = 'closed · '
                || to_char(v_at at time zone (select c.time_zone from banshi.centre as c where c.id = v_me.centre), 'HH24:MI');
        end if;
        perform rule.extension_open(v_me, v_department, rule.now(),
                                    rule.text_plain('reason', extension_begin.reason, 100));
        perform rule.operation_end(v_me, opid, v_me.centre);
    end if;
    return query
    select * from api.extension as x where x.day = v_day and x.ended_at is null order by x.started_at, x.id;
end
$$;
comment on function api.extension_begin is 'Closing time: no new numbers, unfinished visits go on';
grant execute on function api.extension_begin to banshi_clerk;
