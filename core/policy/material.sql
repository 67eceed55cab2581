-- SPDX-License-Identifier: MIT
grant select on banshi.material to banshi_client;
grant select on banshi.material to banshi_city;
