-- SPDX-License-Identifier: MIT
-- The owner of the schema becomes an administrator of the centre that the settings name, or of the only one; the centre
-- is made when there is none, with its priority classes (norm 2.6) and the comprehensive queue.
create function rule.centre_adopt(p_settings jsonb) returns rule.actor
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_name text := p_settings ->> 'name';
    v_region text;
    v_number int;
    v_centre bigint;
    v_me rule.actor;
begin
    lock table banshi.centre in share row exclusive mode; -- one centre, however many ask at once
    select c.id into v_centre
    from banshi.centre as c
    where c.name = v_name
       or (v_name is null and (select count(*) from banshi.centre) = 1);
    if not found then
        if coalesce(v_name, '') = '' then
            raise exception using errcode = 'BS001', message = 'settings · name';
        end if;
        v_region := coalesce(p_settings ->> 'region', '530111');
        if v_region !~ '^[1-9][0-9]{5}$' then
            raise exception using errcode = 'BS001', message = 'settings · region';
        end if;
        v_number := coalesce((p_settings ->> 'number')::int,
                             (select max(c.id % 1000) + 1 from banshi.centre as c where c.id / 1000 = v_region::bigint), 1);
        if v_number not between 1 and 999 then
            raise exception using errcode = 'BS001', message = 'settings · number';
        end if;
        insert into banshi.centre (id, name, organ, organ_short, region)
        values (v_region::bigint * 1000 + v_number, v_name, v_name, '', v_region)
        returning id into v_centre;
        insert into banshi.priority (centre, code, name, letter, head_start, proof, position)
        values (v_centre, 'ordinary', '普通', '', '0', '', 0),
               (v_centre, 'elderly', '老年人', '老', '30 minutes', '身份证（年满60周岁）', 1),
               (v_centre, 'military', '军人', '军', '30 minutes', '军人、退役军人或军属证件', 2),
               (v_centre, 'disabled', '残疾人', '残', '30 minutes', '残疾人证', 3),
               (v_centre, 'maternity', '孕婴', '孕', '20 minutes', '孕妇或携带婴幼儿', 4);
        insert into banshi.queue (centre, code, name, comprehensive)
        values (v_centre, 'A', '综合窗口', true);
    end if;
    insert into banshi.staff (centre, login, name, role)
    values (v_centre, session_user, session_user, 'admin');
    v_me := rule.me();
    perform rule.record(v_me, null, 'staff', v_me.id, 'added', 'owner');
    return v_me;
exception
    when invalid_text_representation or numeric_value_out_of_range then
        raise exception using errcode = 'BS001', message = 'settings · number';
    when check_violation then
        raise exception using errcode = 'BS001', message = 'login · ' || session_user;
end
$$;
comment on function rule.centre_adopt is 'Make the owner''s session an administrator of a centre';
