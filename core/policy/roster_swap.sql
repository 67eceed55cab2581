-- SPDX-License-Identifier: MIT
grant select on banshi.roster_swap to banshi_clerk;
