-- SPDX-License-Identifier: MIT
grant select on banshi.import to banshi_admin;
