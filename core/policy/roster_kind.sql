-- SPDX-License-Identifier: MIT
grant select on banshi.roster_kind to banshi_clerk;
grant select on banshi.roster_kind to banshi_city;
