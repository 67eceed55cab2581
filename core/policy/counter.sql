-- SPDX-License-Identifier: MIT
grant select on banshi.counter to banshi_client;
grant select (centre, id, department, number, name, zone, position, comprehensive, state, since) on banshi.counter to banshi_city;
