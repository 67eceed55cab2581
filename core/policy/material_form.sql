-- SPDX-License-Identifier: MIT
grant select on banshi.material_form to banshi_clerk, banshi_kiosk;
