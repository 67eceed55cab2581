-- SPDX-License-Identifier: MIT
grant select on banshi.case_material to banshi_clerk;
