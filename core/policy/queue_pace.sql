-- SPDX-License-Identifier: MIT
grant select on banshi.queue_pace to banshi_client;
