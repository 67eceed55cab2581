-- SPDX-License-Identifier: MIT
-- What a step would make of the deadlines of a case.
create type api.forecast as (state text, promised_due date, statutory_due date, resume_by date, deliver_by date,
                             published boolean);
comment on type api.forecast is 'The deadlines of a case as they would be after a step that is not taken yet';
