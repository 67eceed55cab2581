-- SPDX-License-Identifier: MIT
grant select on banshi.priority to banshi_client;
grant select on banshi.priority to banshi_city;
