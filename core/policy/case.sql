-- SPDX-License-Identifier: MIT
create trigger case_derive
    before insert or update of applicant_name, id_number, phone, state, tell_by, supplement_by, promised_due, statutory_due,
                               resume_by, deliver_by
    on banshi.case
    for each row execute function rule.case_derive();
-- personal data is read through procedures, which record the reading
grant select (centre, id, number, state, item, channel, applicant_kind, applicant_name, id_kind, id_number_masked, phone_masked,
              contact, agent_name, agent_authority, assistance, helper, assistance_note, delivery, notice, note, ticket_day,
              ticket, counter, staff, reason, basis, organ, received_at, received_on, decided_at, accepted_on, tell_by, supplements,
              supplement_by, statutory_due, promised_due, due_published, deemed, statutory, statutory_unit, promised,
              promised_unit, supplement_on, supplement_days, resume_by, result, finished_on, deliver_by, delivered_on,
              delivered_by, next_due, name_folded, name_grams, spellings)
    on banshi.case to banshi_clerk;
