-- SPDX-License-Identifier: MIT
grant select on banshi.closing to banshi_client;
grant select (centre, day, department, at) on banshi.closing to banshi_city;
