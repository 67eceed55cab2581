-- SPDX-License-Identifier: MIT
-- Apply an import: all of it or nothing. A kind is a function banshi.import_<kind>(staff, import, batch); a batch is
-- {path, warnings: [{line, key, reason}], records: [{line, …}]} as core/import_*.c makes it.
create function api.import(opid uuid, kind text, batch jsonb) returns setof api.import_line
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_import bigint;
begin
    if not rule.at_least(v_me, 'admin') then
        raise exception using errcode = 'BS002', message = 'import · ' || session_user;
    end if;
    v_import := rule.operation_begin(v_me, opid, 'import');
    if v_import is null then
        if import.kind !~ '^[a-z]{1,30}$'
           or to_regprocedure('rule.import_' || import.kind || '(rule.actor,bigint,jsonb)') is null then
            raise exception using errcode = 'BS001', message = 'kind · ' || import.kind;
        end if;
        if jsonb_typeof(batch -> 'records') is distinct from 'array' then
            raise exception using errcode = 'BS001', message = 'batch';
        end if;
        perform from banshi.centre as c where c.id = v_me.centre for no key update; -- one at a time
        insert into banshi.import (centre, kind, path, staff, at)
        values (v_me.centre, import.kind, coalesce(batch ->> 'path', ''), v_me.id, rule.now())
        returning id into v_import;
        execute format('select rule.import_%s($1, $2, $3)', import.kind) using v_me, v_import, batch;
        insert into banshi.import_line (centre, import, outcome, line, key, reason)
        select v_me.centre, v_import, 'warning', coalesce(w.line, 0), coalesce(w.key, ''), coalesce(w.reason, '')
        from jsonb_to_recordset(coalesce(batch -> 'warnings', '[]')) as w (line bigint, key text, reason text);
        perform rule.record(v_me, null, 'import', v_import, import.kind, '', batch ->> 'path');
        perform rule.operation_end(v_me, opid, v_import);
        perform rule.changed(v_me.centre, import.kind);
    end if;
    return query
    select *
    from api.import_line as l
    where l.import = v_import
    order by l.outcome, l.seq; -- totals first
end
$$;
comment on function api.import is 'Apply an import; answers with its report, totals first';
grant execute on function api.import to banshi_admin;
