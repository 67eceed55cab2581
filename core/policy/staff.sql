-- SPDX-License-Identifier: MIT
grant select on banshi.staff to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
