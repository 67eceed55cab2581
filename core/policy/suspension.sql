-- SPDX-License-Identifier: MIT
grant select on banshi.suspension to banshi_clerk;
