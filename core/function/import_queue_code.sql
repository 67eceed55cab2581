-- SPDX-License-Identifier: MIT
-- Import counters: a queue for each name in a department, served by its counters; comprehensive counters serve the
-- comprehensive queue, and help out in all others after a lag.
create function rule.import_queue_code(p_n bigint) returns text
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    select case when p_n <= 26 then ''
                when p_n <= 702 then chr(64 + ((p_n - 1) / 26)::int)
                else chr(65 + ((p_n - 703) / 676)::int) || chr(65 + ((p_n - 703) / 26 % 26)::int)
           end || chr(65 + ((p_n - 1) % 26)::int)
$$;
comment on function rule.import_queue_code is 'The n-th queue code: A … Z, AA … ZZ, AAA …';
