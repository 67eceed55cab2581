-- SPDX-License-Identifier: MIT
grant select on banshi.document_print to banshi_clerk;
