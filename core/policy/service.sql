-- SPDX-License-Identifier: MIT
grant select on banshi.service to banshi_clerk;
