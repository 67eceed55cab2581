-- SPDX-License-Identifier: MIT
grant select on banshi.extension to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
grant select (centre, day, ticket, started_at, ended_at, outcome) on banshi.extension to banshi_city;
