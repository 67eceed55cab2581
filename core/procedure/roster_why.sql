-- SPDX-License-Identifier: MIT
-- Why somebody has a duty, as the plan saw it: {duties, free: [[staff, duties]], rests, elsewhere, absent: [staff], unable: n}.
create function api.roster_why(duty bigint) returns setof api.roster_reason
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_duty banshi.roster_duty := rule.roster_duty_find(v_me, roster_why.duty);
begin
    return query
    select row_number() over (order by f.line), f.fact, f.value, f.detail
    from (select 1 as line, 'planned' as fact, coalesce(s.name, 'vacant') as value, coalesce(v_duty.why ->> 'duties', '') as detail
          from (select (v_duty.why ->> 'staff')::bigint as id) as w
          left join banshi.staff as s on s.centre = v_me.centre and s.id = w.id
          where v_duty.why <> '{}'
          union all
          select 2, 'cause', v_duty.cause, ''
          where v_duty.cause <> ''
          union all
          select 3, w.fact, string_agg(concat_ws(' ', s.name, w.n), '、' order by w.place), ''
          from (select k.key as fact,
                       case jsonb_typeof(x.value) when 'array' then (x.value ->> 0)::bigint
                                                  else (x.value #>> '{}')::bigint
                       end as staff,
                       case jsonb_typeof(x.value) when 'array' then x.value ->> 1 end as n, x.place
                from jsonb_each(v_duty.why) as k,
                     lateral jsonb_array_elements(k.value) with ordinality as x (value, place)
                where k.key in ('free', 'rests', 'elsewhere', 'absent')
                  and jsonb_typeof(k.value) = 'array') as w
          join banshi.staff as s on s.centre = v_me.centre and s.id = w.staff
          group by w.fact
          union all
          select 4, 'unskilled', v_duty.why ->> 'unable', ''
          where v_duty.why ? 'unable'
          union all
          select 5, 'now', coalesce(s.name, 'vacant'), c.name
          from (select 1) as one
          left join banshi.staff as s on s.centre = v_me.centre and s.id = v_duty.staff
          join banshi.staff as c on c.centre = v_me.centre and c.id = v_duty.changed_by
          where v_duty.staff is distinct from (v_duty.why ->> 'staff')::bigint
          union all
          select 6, 'override', v_duty.override, ''
          where v_duty.override <> '') as f;
end
$$;
comment on function api.roster_why is 'Why somebody has a duty';
grant execute on function api.roster_why to banshi_lead;
