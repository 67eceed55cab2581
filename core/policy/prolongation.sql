-- SPDX-License-Identifier: MIT
grant select on banshi.prolongation to banshi_clerk;
