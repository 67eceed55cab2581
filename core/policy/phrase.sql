-- SPDX-License-Identifier: MIT
grant select on banshi.phrase to banshi_clerk;
