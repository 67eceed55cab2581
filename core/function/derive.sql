-- SPDX-License-Identifier: MIT
-- Run by every migration. The rules that columns are worked out with are immutable functions, so a digest of all of these tells
-- whether there is anything to do.
create function rule.derive() returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_rules text := (select encode(sha256(convert_to(string_agg(f.proname || f.prosrc, '' order by f.proname), 'UTF8')), 'hex')
                     from pg_proc as f
                     where f.pronamespace = 'rule'::regnamespace
                       and f.provolatile = 'i');
    v_count bigint;
    v_changed bigint;
begin
    if exists (select from banshi.schema_migration as m where m.version = -2 and m.checksum = v_rules) then
        return 0;
    end if;
    -- the triggers fill them
    update banshi.case as c
    set applicant_name = c.applicant_name
    where c is distinct from rule.case_derived(c);
    get diagnostics v_changed = row_count;
    update banshi.ticket_private as p
    set phone = p.phone
    where p is distinct from rule.ticket_private_derived(p);
    get diagnostics v_count = row_count;
    insert into banshi.schema_migration (version, file, checksum)
    values (-2, 'derived columns', v_rules)
    on conflict (version) do update set checksum = excluded.checksum, at = now();
    return v_changed + v_count;
end
$$;
comment on function rule.derive is
    'Work out again the columns that are worked out from others, when the rules changed; how many rows changed';
