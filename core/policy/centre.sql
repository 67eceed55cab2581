-- SPDX-License-Identifier: MIT
grant select on banshi.centre to banshi_client;
create trigger centre_layouts after insert on banshi.centre for each row execute function rule.layout_defaults();
create trigger centre_phrases after insert on banshi.centre for each row execute function rule.phrase_defaults();
create trigger centre_roster after insert on banshi.centre for each row execute function rule.roster_defaults();
create trigger centre_hours after insert on banshi.centre for each row execute function rule.hours_defaults();
create trigger centre_changed after insert on banshi.centre for each row execute function rule.changed_begin();
grant select on banshi.centre to banshi_city;
