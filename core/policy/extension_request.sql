-- SPDX-License-Identifier: MIT
grant select on banshi.extension_request to banshi_client;
