-- SPDX-License-Identifier: MIT
grant select on banshi.working_day to banshi_clerk;
grant select on banshi.working_day to banshi_city;
