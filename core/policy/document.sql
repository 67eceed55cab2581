-- SPDX-License-Identifier: MIT
create trigger document_immutable before update or delete on banshi.document
    for each row execute function rule.document_refuse_change();
grant select (centre, id, case_id, item, voids, void_reason, kind, title, organ, year, n, number, state,
              layout_version, hash, staff, op, copies, prints, issued_at, enquirer)
    on banshi.document to banshi_clerk;
