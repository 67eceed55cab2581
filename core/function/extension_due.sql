-- SPDX-License-Identifier: MIT
-- Close the centre when its last session of today is over and nobody has closed it (norm 7.1), once a day: a closing that was taken
-- back stays so. Whoever looks at the clock first does it.
create function rule.extension_due(p_me rule.actor) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := rule.today(p_me.centre);
    v_at timestamptz;
begin
    if (select c.issue_policy from banshi.centre as c where c.id = p_me.centre) = 'always' then
        return;
    end if;
    select max(h.closes) into v_at from rule.hours_on(p_me.centre, v_day) as h;
    if v_at is null or rule.now() < v_at
       or exists (select from banshi.closing as c where c.centre = p_me.centre and c.day = v_day and c.department is null) then
        return;
    end if;
    insert into banshi.operation (centre, id, procedure, staff)
    values (p_me.centre, md5(concat_ws(' ', 'closing', p_me.centre, v_day))::uuid, 'extension_due', p_me.id)
    on conflict do nothing;
    if found then
        perform rule.extension_open(p_me, null, v_at, 'the hours are over');
    end if;
end
$$;
comment on function rule.extension_due is 'Close the centre, once, when its last session of today is over';
