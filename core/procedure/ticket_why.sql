-- SPDX-License-Identifier: MIT
-- Why a ticket has its place (norm 2.2): facts of the store alone, the same for whoever asks.
create function api.ticket_why(ticket bigint) returns setof api.ticket_reason
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_centre bigint := rule.my_centre();
    v_day date := rule.my_day();
    v_zone text := (select c.time_zone from banshi.centre as c where c.id = v_centre);
    v_mine bigint := rule.my_counter();
    v banshi.ticket;
    v_queue banshi.queue;
    v_priority banshi.priority;
    v_lag interval;
    v_cover text; -- the closed counters that the session's counter covers on duty
    v_ahead bigint; -- while it waits
    v_first bigint; -- event of its first call
begin
    select * into v from banshi.ticket as t where t.centre = v_centre and t.day = v_day and t.id = ticket_why.ticket;
    if not found then
        raise exception using errcode = 'BS003', message = concat_ws(' · ', 'ticket', ticket_why.ticket);
    end if;
    select * into strict v_queue from banshi.queue as q where q.centre = v_centre and q.id = v.queue;
    select * into strict v_priority from banshi.priority as p where p.centre = v_centre and p.code = v.priority;
    select l.lag into v_lag from rule.my_lines() as l where l.queue = v.queue;
    select d.instead into v_cover from rule.my_cover() as d where d.counter = v_mine and d.queue = v.queue;
    select l.ahead into v_ahead from rule.ticket_line(v_day, v.queue, v.target) as l where v.state = 'waiting' and l.ticket = v.id;
    select min(e.id) into v_first
    from banshi.event as e
    where e.centre = v_centre
      and e.day = v_day
      and e.concept = 'ticket'
      and e.subject = v.id
      and e.kind in ('called', 'chosen');

    return query
    with fact (step, seq, fact, value, detail) as (
        values (1, null::bigint, 'number', v.number, v_queue.name || ' · ' || v.state),
               (2, null, 'issued', to_char(v.issued_at at time zone v_zone, 'HH24:MI:SS'),
                coalesce((select i.name from banshi.item as i where i.centre = v_centre and i.id = v.item), '')),
               (3, null, 'head start', to_char(v_priority.head_start, 'HH24:MI:SS'), v_priority.name),
               (4, null, 'order', to_char(v.sort_at at time zone v_zone, 'HH24:MI:SS'),
                case when v.sort_at = v.issued_at - v_priority.head_start then 'issued less head start' else 'moved' end)
        union all
        select 5, null, 'sent to', l.label, ''
        from api.counter_label as l
        where l.centre = v_centre
          and l.counter = v.target
        union all
        select 6, null, 'lag', to_char(v_lag, 'HH24:MI:SS'), l.label
        from api.counter_label as l
        where l.centre = v_centre
          and l.counter = v_mine
          and v_lag > '0'
        union all
        select 6, null, 'covered on duty', l.label, v_cover
        from api.counter_label as l
        where l.centre = v_centre
          and l.counter = v_mine
          and v_cover is not null
        union all
        -- those who are before it, the first few with what gives them their place
        select 7, null, 'ahead', v_ahead::text, ''
        where v_ahead is not null
        union all
        (select 8, w.ahead, 'before', b.number,
                concat_ws(' · ', to_char(b.sort_at at time zone v_zone, 'HH24:MI:SS'),
                          case when p.head_start > '0' then p.name || ' −' || to_char(p.head_start, 'HH24:MI:SS') end,
                          case when b.sort_at <> b.issued_at - p.head_start then 'moved' end)
         from rule.ticket_line(v_day, v.queue, v.target) as w
         join banshi.ticket as b on b.centre = v_centre and b.day = v_day and b.id = w.ticket
         join banshi.priority as p on p.centre = b.centre and p.code = b.priority
         where w.ahead < v_ahead
         order by w.ahead
         limit 5)
        union all
        -- those who came later and were called earlier
        (select 9, f.id, 'called before', b.number,
                concat_ws(' · ', to_char(f.at at time zone v_zone, 'HH24:MI:SS'),
                          case when p.head_start > '0' then p.name || ' −' || to_char(p.head_start, 'HH24:MI:SS') end,
                          case when f.kind = 'chosen' then 'chosen' end, nullif(f.detail, ''), f.note)
         from banshi.ticket as b
         join banshi.priority as p on p.centre = b.centre and p.code = b.priority
         join lateral (select e.id, e.at, e.kind, e.detail, n.text as note
                       from banshi.event as e
                       left join banshi.event_note as n on n.centre = e.centre and n.day = e.day and n.event = e.id
                       where e.centre = v_centre
                         and e.day = v_day
                         and e.concept = 'ticket'
                         and e.subject = b.id
                         and e.kind in ('called', 'chosen')
                       order by e.id
                       limit 1) as f on v_first is null or f.id < v_first
         where b.centre = v_centre
           and b.day = v_day
           and b.queue = v.queue
           and b.called_at is not null
           and b.issued_at > v.issued_at
         order by f.id
         limit 5)
        union all
        -- what happened to it
        select 10, e.id, e.kind, to_char(e.at at time zone v_zone, 'HH24:MI:SS'),
               concat_ws(' · ', l.label, s.name, nullif(e.detail, ''), n.text)
        from banshi.event as e
        left join banshi.event_note as n on n.centre = e.centre and n.day = e.day and n.event = e.id
        left join api.counter_label as l on l.centre = e.centre and l.counter = e.counter
        left join banshi.staff as s on s.centre = e.centre and s.id = e.staff
        where e.centre = v_centre
          and e.day = v_day
          and e.concept = 'ticket'
          and e.subject = v.id
          and e.kind <> 'issued'
    )
    select row_number() over (order by f.step, f.seq), f.fact, f.value, f.detail
    from fact as f
    order by 1;
end
$$;
comment on function api.ticket_why is 'Why a ticket of today has its place, line by line';
grant execute on function api.ticket_why to banshi_clerk;
