-- SPDX-License-Identifier: MIT
grant select on banshi.extension to banshi_client;
grant select (centre, day, ticket, started_at, ended_at, outcome) on banshi.extension to banshi_city;
