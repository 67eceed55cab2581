-- SPDX-License-Identifier: MIT
-- Lists ask for each of their lines: a body that is bound when it is made becomes a part of the statement that calls it.
create function rule.ticket_estimate(p_ahead bigint, p_pace double precision) returns bigint
    language sql immutable
    return coalesce(ceil(p_ahead * p_pace)::bigint, -1);
comment on function rule.ticket_estimate is
    'Seconds until somebody is called who has so many people ahead, by the pace of the queue; -1 when no counter is open';
grant execute on function rule.ticket_estimate to banshi_client;
