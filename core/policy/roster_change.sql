-- SPDX-License-Identifier: MIT
grant select on banshi.roster_change to banshi_clerk;
