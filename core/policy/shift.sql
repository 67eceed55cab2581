-- SPDX-License-Identifier: MIT
grant select on banshi.shift to banshi_clerk;
