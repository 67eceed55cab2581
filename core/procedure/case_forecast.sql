-- SPDX-License-Identifier: MIT
-- The deadlines as they would be after a step on the clock: the step is taken and taken back, so that the forecast and what
-- happens cannot differ, and what the step would be refused for is said beforehand.
create function api.case_forecast(id bigint, step text, days bigint) returns setof api.forecast
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_forecast api.forecast;
begin
    begin
        case case_forecast.step
        when 'suspend' then perform api.case_suspend(gen_random_uuid(), case_forecast.id, 'hearing', '—', case_forecast.days);
        when 'resume' then perform api.case_resume(gen_random_uuid(), case_forecast.id);
        when 'extend' then
            perform api.case_extend(gen_random_uuid(), case_forecast.id, case_forecast.days, case_forecast.days > 10, '—');
        when 'finish' then perform api.case_finish(gen_random_uuid(), case_forecast.id, 'granted', '');
        else raise exception using errcode = 'BS001', message = concat_ws(' · ', 'step', case_forecast.step);
        end case;
        select c.state, c.promised_due, c.statutory_due, c.resume_by, c.deliver_by, c.due_published
        into strict v_forecast
        from banshi.case as c
        where c.centre = v_me.centre
          and c.id = case_forecast.id;
        raise exception using errcode = 'BZ001'; -- not BS: nobody else raises it
    exception
        when sqlstate 'BZ001' then
            return next v_forecast;
    end;
end
$$;
comment on function api.case_forecast is
    'The deadlines of a case as suspend, resume, extend or finish would make them; nothing is changed';
grant execute on function api.case_forecast to banshi_clerk;
