-- SPDX-License-Identifier: MIT
-- Today's ticket by id or, with none, by number: "a12" and "A012" are the same.
create function api.ticket_show(ticket bigint, number text) returns setof api.ticket
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_day date := rule.my_day();
    v_part text[] := regexp_match(upper(ticket_show.number), '^\s*([A-Z]{1,3})\s*0*([0-9]+)\s*$');
begin
    if ticket_show.ticket is not null then
        return query select * from api.ticket as t where t.day = v_day and t.id = ticket_show.ticket;
    else
        return query
        select *
        from api.ticket as t
        where t.day = v_day
          and t.number = v_part[1] || lpad(v_part[2], greatest(3, length(v_part[2])), '0');
    end if;
    if not found then
        raise exception using errcode = 'BS003',
            message = concat_ws(' · ', 'ticket', coalesce(ticket_show.number, ticket_show.ticket::text));
    end if;
end
$$;
comment on function api.ticket_show is 'Today''s ticket by id or by number';
grant execute on function api.ticket_show to banshi_client;
