-- SPDX-License-Identifier: MIT
grant select on banshi.roster to banshi_clerk;
grant select on banshi.roster to banshi_city;
