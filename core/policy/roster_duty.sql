-- SPDX-License-Identifier: MIT
create trigger roster_duty_new after insert on banshi.roster_duty
    referencing new table as new_duty
    for each statement execute function rule.roster_duty_check();
create trigger roster_duty_changed after update on banshi.roster_duty
    referencing old table as old_duty new table as new_duty
    for each statement execute function rule.roster_duty_check();
grant select (centre, id, roster, day, counter, time, staff, published, assigned_at, version, cause, override,
              instead_of, checked_in_at,
              changed_by, changed_at) on banshi.roster_duty to banshi_clerk;
grant select on banshi.roster_duty to banshi_city;
