-- SPDX-License-Identifier: MIT
create function rule.case_derive() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    return rule.case_derived(new);
end
$$;
comment on function rule.case_derive is 'Fills the columns of a case that are worked out from others';
