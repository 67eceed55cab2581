-- SPDX-License-Identifier: MIT
grant select on banshi.department to banshi_client;
grant select on banshi.department to banshi_city;
