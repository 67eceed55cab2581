-- SPDX-License-Identifier: MIT
grant select on banshi.queue_counter to banshi_client;
grant select on banshi.queue_counter to banshi_city;
