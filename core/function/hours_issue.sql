-- SPDX-License-Identifier: MIT
create function rule.hours_issue(p_centre bigint, p_at timestamptz) returns timestamptz
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre banshi.centre;
    v_day date;
    v_from timestamptz;
    v_until timestamptz;
begin
    select * into v_centre from banshi.centre as c where c.id = p_centre;
    if v_centre.issue_policy = 'always' then
        return null;
    end if;
    v_day := (p_at at time zone v_centre.time_zone)::date;
    -- the longest holidays have nine days
    for v_n in 0..31 loop
        select min(h.opens) - make_interval(mins => v_centre.issue_early), max(h.closes) into v_from, v_until
        from rule.hours_on(p_centre, v_day + v_n) as h;
        if p_at >= v_from and p_at < v_until then
            return null;
        elsif p_at < v_from then
            return v_from;
        end if;
    end loop;
    return 'infinity';
end
$$;
comment on function rule.hours_issue is
    'Null when numbers are given at a time; else from when on they are, infinity when not within a month';
