-- SPDX-License-Identifier: MIT
grant select on banshi.queue to banshi_client;
grant select on banshi.queue to banshi_city;
