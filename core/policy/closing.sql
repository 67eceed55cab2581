-- SPDX-License-Identifier: MIT
grant select on banshi.closing to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
grant select on banshi.closing to banshi_city;
