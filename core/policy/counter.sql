-- SPDX-License-Identifier: MIT
grant select on banshi.counter to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
grant select on banshi.counter to banshi_city;
