-- SPDX-License-Identifier: MIT
grant select on banshi.staff to banshi_client;
