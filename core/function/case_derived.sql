-- SPDX-License-Identifier: MIT
-- What is worked out from other columns of a case: masks, what search needs, the day of the next duty.
create function rule.case_derived(p_case banshi.case) returns banshi.case
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
begin
    p_case.id_number_masked := rule.mask(p_case.id_number);
    p_case.phone_masked := rule.mask(p_case.phone);
    p_case.name_folded := rule.text_fold(p_case.applicant_name);
    p_case.name_grams := rule.text_grams(p_case.name_folded);
    p_case.next_due := case p_case.state when 'received' then p_case.tell_by
                                         when 'supplement' then p_case.supplement_by
                                         when 'accepted' then least(p_case.promised_due, p_case.statutory_due)
                                         when 'prolonged' then least(p_case.promised_due, p_case.statutory_due)
                                         when 'suspended' then p_case.resume_by
                                         when 'decided' then p_case.deliver_by
                       end;
    return p_case;
end
$$;
comment on function rule.case_derived is 'A case with the columns that are worked out from others';
