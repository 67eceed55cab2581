-- SPDX-License-Identifier: MIT
-- An import is one operation: repeated it answers the same and does nothing twice; its report stays.
create extension if not exists pgtap;
begin;
select plan(8);
grant usage on schema public to public;

select name from api.centre_set(gen_random_uuid(), '{"name": "甲"}') \g /dev/null
create function pg_temp.import() returns text
    language sql as $$
    select string_agg(concat_ws(' ', l.outcome, l.line, l.key, l.reason), ', ')
    from api.import('00000000-0000-4000-8000-000000000001', 'catalogue',
                    '{"path": "f.json", "warnings": [{"line": 3, "key": "colour", "reason": "unknown member"}],
                      "records": [{"line": 2, "code": "1", "name": "甲", "department": "乙", "statutory": 5, "statutory_unit": "day", "materials": []}]}') as l
$$;
select is(pg_temp.import(),
          'total 1 added items, total 0 changed items, total 0 unchanged items, total 1 added departments, '
          'warning 0 1 items without materials, warning 0 1 items without a queue of their department go to the comprehensive queue, '
          'warning 0 1 items that no counter serves, warning 3 colour unknown member',
          'the report has the totals first, then warnings');
select is(pg_temp.import(), (select string_agg(concat_ws(' ', l.outcome, l.line, l.key, l.reason), ', ' order by l.outcome, l.seq)
                             from banshi.import_line as l), 'the same operation again answers the same');
select is((select count(*) from banshi.import), 1::bigint, 'and is applied once');
select is((select kind || ' ' || path from banshi.import), 'catalogue f.json', 'it is known what was imported');
select is((select n.text from banshi.event as e join banshi.event_note as n on n.event = e.id where e.concept = 'import'), 'f.json', 'and an event tells of it');
select throws_ok($$ select api.centre_set('00000000-0000-4000-8000-000000000001', '{}') $$, 'BS020', null,
                 'the operation id is of no use for something else');
select throws_ok($$ select api.import(null, 'catalogue', '{"records": []}') $$, 'BS001', 'opid', 'an operation has an id');
create role import_test_stranger login in role banshi_admin;
set session authorization import_test_stranger;
select throws_ok($$ select api.import(gen_random_uuid(), 'catalogue', '{"records": []}') $$, 'BS002', null,
                 'who is not staff of a centre imports nothing');
reset session authorization;
select * from finish();
rollback;
