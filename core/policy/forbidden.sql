-- SPDX-License-Identifier: MIT
grant select on banshi.forbidden to banshi_clerk;
