-- SPDX-License-Identifier: MIT
grant select on banshi.material_form_content to banshi_clerk, banshi_kiosk;
