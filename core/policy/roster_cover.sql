-- SPDX-License-Identifier: MIT
grant select on banshi.roster_cover to banshi_clerk;
