-- SPDX-License-Identifier: MIT
create function rule.minutes(p_from timestamptz, p_until timestamptz) returns bigint
    language sql immutable
    return ceil(extract(epoch from p_until - p_from) / 60)::bigint;
comment on function rule.minutes is 'Minutes of work after closing time; one that has begun is a whole one';
grant execute on function rule.minutes to banshi_clerk;
