-- SPDX-License-Identifier: MIT
grant select on banshi.calendar_day to banshi_clerk;
grant select on banshi.calendar_day to banshi_city;
