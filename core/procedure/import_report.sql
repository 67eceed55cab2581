-- SPDX-License-Identifier: MIT
-- Lines of an import's report: totals, and warnings that count.
create or replace function banshi.import_total(p_me banshi.staff, p_import bigint, p_what text, p_count bigint,
                                               p_of text) returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    insert into banshi.import_line (centre, import, outcome, line, key, reason)
    values (p_me.centre, p_import, 'total', p_count, p_what, p_of)
$$;
comment on function banshi.import_total(banshi.staff, bigint, text, bigint, text) is
    'Report a count: added, changed, unchanged … of items, counters …';

create or replace function banshi.import_warn(p_me banshi.staff, p_import bigint, p_count bigint, p_reason text)
    returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    insert into banshi.import_line (centre, import, outcome, key, reason)
    select p_me.centre, p_import, 'warning', p_count, p_reason
    where p_count > 0
$$;
comment on function banshi.import_warn(banshi.staff, bigint, bigint, text) is 'Warn of a number of things, if any';

create or replace function banshi.import_refuse(p_batch jsonb, p_line bigint, p_what text, p_key text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using errcode = 'BS018',
        message = concat_ws(' · ', concat(coalesce(p_batch ->> 'path', ''), ':', coalesce(p_line, 0)), p_what, p_key);
end
$$;
comment on function banshi.import_refuse(jsonb, bigint, text, text) is 'Refuse an import because of a line';

revoke execute on function banshi.import_total(banshi.staff, bigint, text, bigint, text),
    banshi.import_warn(banshi.staff, bigint, bigint, text), banshi.import_refuse(jsonb, bigint, text, text) from public;
