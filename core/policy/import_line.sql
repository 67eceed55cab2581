-- SPDX-License-Identifier: MIT
grant select on banshi.import_line to banshi_admin;
