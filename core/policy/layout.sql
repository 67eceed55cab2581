-- SPDX-License-Identifier: MIT
grant select on banshi.layout to banshi_clerk;
