-- SPDX-License-Identifier: MIT
grant select on banshi.staff_skill to banshi_clerk;
