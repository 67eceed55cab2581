-- SPDX-License-Identifier: MIT
grant select on banshi.printer_rule to banshi_clerk, banshi_kiosk;
