-- SPDX-License-Identifier: MIT
grant select on banshi.hours to banshi_client;
grant select on banshi.hours to banshi_city;
