-- SPDX-License-Identifier: MIT
-- What an act answers with when its ticket does not wait: nothing is worked out of a line. Acts make it a part of their own
-- statement, so its body is bound when it is made.
-- after: views
create function rule.ticket_now(p_day date, p_id bigint) returns setof api.ticket
    language sql stable
begin atomic
    select t.*, 0::bigint, 0::bigint, '', null::timestamptz
    from api.ticket_row as t
    where t.day = p_day
      and t.id = p_id;
end;
comment on function rule.ticket_now is 'A ticket that does not wait';
