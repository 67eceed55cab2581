-- SPDX-License-Identifier: MIT
create function rule.case_is_late(p_case banshi.case) returns boolean
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    return p_case.state = 'received' and p_case.supplements = 0 and rule.today(p_case.centre) > p_case.tell_by;
end
$$;
comment on function rule.case_is_late is 'Have the five days to tell passed without a word?';
