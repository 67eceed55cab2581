-- SPDX-License-Identifier: MIT
-- Lines of an import's report: totals, and warnings that count.
create function rule.import_total(p_me rule.actor, p_import bigint, p_what text, p_count bigint,
                                             p_of text) returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    insert into banshi.import_line (centre, import, outcome, line, key, reason)
    values (p_me.centre, p_import, 'total', p_count, p_what, p_of)
$$;
comment on function rule.import_total is 'Report a count: added, changed, unchanged … of items, counters …';
