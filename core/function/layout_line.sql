-- SPDX-License-Identifier: MIT
-- A line of a layout in parts: "row for wanted if organ|1|2" has the directive row, the list wanted, the guard "if organ" and the
-- text 1|2. The head says what kind of document it is, and does not come onto the paper.
create type rule.layout_line as (
    n bigint,
    head boolean,
    directive text,
    list text,
    guard text,
    text text
);
comment on type rule.layout_line is 'A line of a layout, in parts';
