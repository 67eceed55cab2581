-- SPDX-License-Identifier: MIT
grant select on banshi.calendar_year to banshi_clerk;
grant select on banshi.calendar_year to banshi_city;
