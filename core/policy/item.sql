-- SPDX-License-Identifier: MIT
grant select on banshi.item to banshi_client;
grant select on banshi.item to banshi_city;
