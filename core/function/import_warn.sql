-- SPDX-License-Identifier: MIT
create function rule.import_warn(p_me rule.actor, p_import bigint, p_count bigint, p_reason text)
    returns void
    language sql
    set search_path = pg_catalog, pg_temp
as $$
    insert into banshi.import_line (centre, import, outcome, key, reason)
    select p_me.centre, p_import, 'warning', p_count, p_reason
    where p_count > 0
$$;
comment on function rule.import_warn is 'Warn of a number of things, if any';
