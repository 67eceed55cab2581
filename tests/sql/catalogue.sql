-- SPDX-License-Identifier: MIT
-- The catalogue can be imported in parts and again, and items find their queues.
create extension if not exists pgtap;
begin;
select plan(34);

select name from api.centre_set(gen_random_uuid(), '{"name": "甲"}') \g /dev/null
-- what an import answers with: "added items 2"
create function pg_temp.import(kind text, records jsonb) returns text[]
    language sql as $$
    select array_agg(concat_ws(' ', l.key, l.reason, nullif(l.line, 0)) order by l.outcome, l.seq)
    from api.import(gen_random_uuid(), kind, jsonb_build_object('path', 'f.json', 'records', records)) as l
    where l.line > 0 or l.outcome = 'warning'
$$;
create function pg_temp.queue_of(code text) returns text
    language sql as $$ select queue_name from api.item as i where i.code = queue_of.code $$;
create function pg_temp.serves(number text) returns text
    language sql as $$
    select string_agg(q.name || case when qc.lag > '0' then '+' else '' end, ' ' order by q.code)
    from banshi.counter as c
    join banshi.queue_counter as qc on qc.centre = c.centre and qc.counter = c.id
    join banshi.queue as q on q.centre = c.centre and q.id = qc.queue
    where c.number = serves.number $$;

-- Items
select is(pg_temp.import('catalogue', '[{"line": 1, "code": "1", "name": "身份证", "department": "公安", "heading": "户政"},
                                        {"line": 2, "code": "2", "name": "身份证", "department": "税务"}]'),
          array['added items 2', 'added departments 2', '2 items without materials', '2 items without limits',
                '2 items without a queue of their department go to the comprehensive queue',
                '2 items that no counter serves'],
          'a short catalogue is imported, and what it lacks is told');
select is((select array_agg(code order by id) from api.item), array['1', '2'], 'items keep the order of the file');
select is(pg_temp.queue_of('1'), '综合窗口', 'without counters an item is in the comprehensive queue');
select is((pg_temp.import('catalogue', '[{"line": 1, "code": "1", "name": "身份证", "department": "公安", "heading": "户政"},
                                         {"line": 2, "code": "2", "name": "身份证", "department": "税务"}]'))[1],
          'unchanged items 2', 'importing again changes nothing');
select is((pg_temp.import('catalogue', '[{"line": 1, "code": "1", "name": "居民身份证", "department": "公安",
    "conditions": "一；二", "legal_basis": "法", "statutory": 60, "statutory_unit": "day", "promised": 20,
    "promised_unit": "working_day", "fee": 2000, "fee_basis": "每证20元", "subject": "person", "materials": [
    {"name": "户口簿", "form": "both", "originals": 1, "copies": 1, "required": true, "standard": "齐全", "source": "公安"},
    {"name": "照片", "form": "original", "originals": 2, "copies": 0, "required": false, "standard": "", "source": ""}]}]'))[1:2],
          array['changed items 1', '1 items without materials'], 'the full format fills in what was not known');
select is((select array[name, "group", conditions, subject, promised || promised_unit, statutory || statutory_unit, fee::text]
           from api.item where code = '1'),
          array['居民身份证', '户政', '一；二', 'person', '20working_day', '60day', '2000'], 'all of it, and the heading stays');
select is((select array_agg(m.seq || m.name || m.form || m.originals || m.copies || m.required order by m.seq)
           from api.material as m join api.item as i on i.id = m.item and i.code = '1'),
          array['1户口簿both11true', '2照片original20false'], 'norm_2_3: its materials are stored in their order');
select is((pg_temp.import('catalogue', '[{"line": 1, "code": "1", "name": "居民身份证", "department": "公安"}]'))[1],
          'unchanged items 1', 'a shorter record takes nothing away');
select is((select count(*) from api.material), 2::bigint, 'not the materials either');
select is((pg_temp.import('catalogue', '[{"line": 1, "code": "1", "name": "居民身份证", "department": "公安", "materials": [
    {"name": "户口簿", "form": "both", "originals": 1, "copies": 1, "required": true, "standard": "齐全", "source": "公安"}]}]'))[1],
          'changed items 1', 'a list of materials replaces the old one');
select is((select array_agg(name) from api.material), array['户口簿'], 'and what it leaves out is gone');
select is((select count(*) from api.item), 2::bigint, 'an item that a file lacks stays');

-- Refusals
select throws_ok($$ select pg_temp.import('catalogue', '[{"line": 1, "code": "8", "name": "甲", "department": "丙"},
                                                         {"line": 7, "code": "8", "name": "乙", "department": "丙"}]') $$,
                 'BS018', 'f.json:7 · duplicate code · 8', 'norm of import: a duplicate code is refused with its line');
select is((select count(*) from banshi.department), 2::bigint, 'and nothing of the file is kept');
select throws_ok($$ select pg_temp.import('counters', '[{"line": 1, "department": "公安", "number": "1", "name": "甲", "queue": "甲", "comprehensive": false},
                                                        {"line": 3, "department": "公安", "number": "1", "name": "乙", "queue": "乙", "comprehensive": false}]') $$,
                 'BS018', 'f.json:3 · duplicate counter · 公安 1', 'a counter that is there twice is refused');
select throws_ok($$ select pg_temp.import('nothing', '[]') $$, 'BS001', 'kind · nothing', 'an unknown kind is refused');
select throws_ok($$ select pg_temp.import('x(); drop table banshi.item; --', '[]') $$, 'BS001', null, 'a kind is no way in');
select throws_ok($$ select api.import(gen_random_uuid(), 'catalogue', '{}') $$, 'BS001', 'batch', 'a batch has records');

-- Counters
create function pg_temp.counters() returns jsonb
    language sql as $$ select '[
    {"line": 1, "department": "公安", "number": "1", "name": "户政窗口", "queue": "户政窗口", "comprehensive": false, "zone": "A"},
    {"line": 2, "department": "公安", "number": "2", "name": "户政窗口", "queue": "户政窗口", "comprehensive": false},
    {"line": 3, "department": "公安", "number": "3", "name": "户政", "queue": "户政", "comprehensive": false},
    {"line": 4, "department": "大厅", "number": "1", "name": "综合", "queue": "综合", "comprehensive": true},
    {"line": 5, "department": "大厅", "number": "9", "name": "导办", "queue": "导办", "comprehensive": false}]'::jsonb $$;
select is(pg_temp.import('counters', pg_temp.counters()),
          array['added counters 5', 'added queues 4', 'added departments 1', '1 counter numbers that several departments use',
                '1 items without a queue of their department go to the comprehensive queue'],
          'counters make their queues; numbers may be shared by departments');
select is((select string_agg(code || name, ' ' order by code) from banshi.queue), 'A综合窗口 B户政窗口 C户政 D综合 E导办',
          'queues get the free letters in the order of the file');
select is(pg_temp.serves('2'), '户政窗口', 'a counter serves its queue');
select is((select string_agg(q.name || case when qc.lag > '0' then '+' else '' end, ' ' order by q.code)
           from banshi.counter as c join banshi.queue_counter as qc on qc.counter = c.id
           join banshi.queue as q on q.id = qc.queue where c.comprehensive),
          '综合窗口 户政窗口+ 户政+ 综合 导办+', 'norm_5_1: a comprehensive counter helps out in all queues, after a lag');
select is((select array_agg(lag) from (select distinct lag from banshi.queue_counter where lag > '0') as l),
          array['10 minutes'::interval], 'of ten minutes');
select is(pg_temp.queue_of('1'), '户政', 'an item is in the queue of its department that has its heading''s name');
select is(pg_temp.queue_of('2'), '综合窗口', 'an item of a department without counters is in the comprehensive queue');
select is((pg_temp.import('catalogue', '[{"line": 1, "code": "1", "name": "居民身份证", "department": "公安",
                                          "wanted_queue": "户政窗口"}]'))[1], 'changed items 1', 'an item can ask for a queue');
select is(pg_temp.queue_of('1'), '户政窗口', 'and gets it');
select is((pg_temp.import('counters', pg_temp.counters()))[1], 'unchanged counters 5', 'importing counters again changes nothing');
select is((select string_agg(code || name, ' ' order by code) from banshi.queue), 'A综合窗口 B户政窗口 C户政 D综合 E导办',
          'not their letters either');
select is((pg_temp.import('counters', '[{"line": 1, "department": "税务", "number": "7", "name": "税务", "queue": "税务", "comprehensive": false},
    {"line": 2, "department": "公安", "number": "3", "name": "出入境", "queue": "出入境", "comprehensive": false}]'))[1:3],
          array['added counters 1', 'changed counters 1', 'added queues 2'], 'a further file adds and changes');
select is(pg_temp.serves('3'), '出入境', 'a counter that changes its name changes its queue');
select is((select count(*) from banshi.counter as c join banshi.queue_counter as qc on qc.counter = c.id where c.comprehensive),
          7::bigint, 'comprehensive counters of earlier files help out in new queues');
select is((pg_temp.import('counters', '[{"line": 1, "department": "大厅", "number": "20", "name": "综合窗口", "queue": "综合窗口", "comprehensive": true}]'))[1:2],
          array['added counters 1', '1 counter numbers that several departments use'],
          'a comprehensive counter called like the comprehensive queue gets no second one');
select is(array(select rule.import_queue_code(n) from unnest(array[1, 26, 27, 52, 53, 702, 703, 728, 729, 18278]) as n),
          array['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA', 'AAZ', 'ABA', 'ZZZ'], 'queue codes go on after Z');
select * from finish();
rollback;
