-- SPDX-License-Identifier: MIT
create function rule.ticket_ahead(p_centre bigint, p_day date, p_queue bigint, p_target bigint, p_sort_at timestamptz,
                                  p_id bigint) returns bigint
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    if p_target is null then
        return (select count(*)
                from banshi.ticket as t
                where t.centre = p_centre
                  and t.day = p_day
                  and t.queue = p_queue
                  and t.state = 'waiting'
                  and t.target is null
                  and t.sort_at <= p_sort_at
                  and (t.sort_at < p_sort_at or t.id < p_id));
    end if;
    return (select count(*)
            from banshi.ticket as t
            where t.centre = p_centre
              and t.day = p_day
              and t.target = p_target
              and t.state = 'waiting'
              and t.target is not null
              and t.sort_at <= p_sort_at
              and (t.sort_at < p_sort_at or t.id < p_id));
end
$$;
comment on function rule.ticket_ahead is
    'People before a place in the line of a queue, or of a counter that somebody was sent to';
grant execute on function rule.ticket_ahead to banshi_client;
