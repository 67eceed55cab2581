-- SPDX-License-Identifier: MIT
-- The directives of layouts: how each is written; how many texts it takes, fewest and most (null: any number).
create function rule.layout_directive() returns table (directive text, form text, fewest int, most int)
    language sql immutable
    set search_path = pg_catalog, pg_temp
as $$
    values ('word', 'word|text', 1, 1), ('called', 'called|text', 1, 1), ('about', 'about|case', 1, 1),
           ('by', 'by|its act', 1, null),
           ('when', 'when|accepted|prolonged', 1, null), ('served', 'served', 0, 0), ('needs', 'needs|name|name', 1, null),
           ('paper', 'paper|80', 1, 1), ('required', 'required|title|{name}', 1, null),
           ('title', 'title|text', 1, 1), ('number', 'number|{number}', 1, 1), ('heading', 'heading|text', 1, 1),
           ('centre', 'centre|text', 1, 1), ('big', 'big|text', 1, 1), ('para', 'para|text', 1, 1), ('note', 'note|text', 1, 1),
           ('field', 'field|label|text', 2, 2), ('field?', 'field?|label|text', 2, 2),
           ('columns', 'columns|2|5', 1, null), ('head', 'head|text|text', 1, null), ('row', 'row for list|{name}|{name}', 1, null),
           ('sign', 'sign|text', 1, 1), ('seal', 'seal|text', 1, 1), ('date', 'date|{today}', 1, 1),
           ('copy', 'copy|text', 1, 1), ('copies', 'copies|text', 1, 1),
           ('rule', 'rule', 0, 0), ('code', 'code', 0, 0), ('landscape', 'landscape', 0, 0), ('narrow', 'narrow', 0, 0)
$$;
comment on function rule.layout_directive is 'How the directives of layouts are written';
