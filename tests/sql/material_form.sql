-- SPDX-License-Identifier: MIT
-- Blank and sample forms of materials (norm 6.2): attached by administrators, checked by content and size, kept through imports.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
insert into banshi.material (centre, item, seq, name)
select i.centre, i.id, m.seq, m.name
from banshi.item as i, (values (1, '申请表'), (2, '户口簿')) as m (seq, name)
where i.name = '居民身份证';
select plan(26);

create function pg_temp.attach(seq bigint, kind text, name text, content bytea, shown text default '', opid uuid default gen_random_uuid()) returns text language sql as $$
    select concat_ws(' ', f.seq, f.material, f.kind, f.name, f.type, f.size)
    from api.material_form_attach(opid, pg_temp.item('居民身份证'), seq, kind, name, translate(encode(content, 'base64'), E'\n', ''), shown) as f $$;
create function pg_temp.forms() returns text language sql as $$
    select string_agg(concat_ws(' ', seq, material, kind, name), ' / ' order by seq, kind, name) from api.material_form $$;
create function pg_temp.text(n text) returns bytea language sql as $$ select convert_to(n, 'UTF8') $$;

select pg_temp.at('09:00');
select pg_temp.as('ann');
select throws_ok($$ select pg_temp.attach(1, 'blank', 'a.txt', pg_temp.text('表')) $$, '42501', null, 'a clerk attaches nothing');
select throws_ok($$ insert into banshi.material_form_content values (1, 1, '') $$, '42501', null, 'nor writes the table');
select pg_temp.as('adm');
select is(pg_temp.attach(1, 'blank', '申请表.pdf', '%PDF-1.4 … %%EOF'::text::bytea, E'申请表\t㛃\x07'), '1 申请表 blank 申请表.pdf application/pdf 18', 'norm_6_2: a PDF');
select is(pg_temp.attach(1, 'sample', '样表.png', '\x89504e470d0a1a0a0000000049454e44ae426082'), '1 申请表 sample 样表.png image/png 20', 'norm_6_2: a picture');
select is(pg_temp.attach(1, 'sample', '样表.pdf', '\xffd8ffe000104a464946ffd9'), '1 申请表 sample 样表.pdf image/jpeg 12', 'norm_6_2: the content tells the type, not the name');
select is(pg_temp.attach(2, 'blank', '说明.txt', pg_temp.text(E'本人页\n复印件'), 'x', '00000000-0000-4000-8000-000000000001'), '2 户口簿 blank 说明.txt text/plain 19', 'norm_6_2: text');
select is(pg_temp.attach(2, 'blank', '说明.txt', pg_temp.text(E'本人页\n复印件'), 'x', '00000000-0000-4000-8000-000000000001'), '2 户口簿 blank 说明.txt text/plain 19', 'once, however often the answer was lost');
select throws_ok($$ select pg_temp.attach(1, 'blank', 'a.pdf', '\x7f454c46020101') $$, 'BS001', 'a.pdf · not a PDF, PNG, JPEG or text file', 'norm_6_2: a program called .pdf is none');
select throws_ok($$ select pg_temp.attach(1, 'blank', 'a.pdf', pg_temp.text('%PDF-1.4 cut off') || '\x00ff') $$, 'BS001', null, 'half a PDF neither');
select throws_ok($$ select pg_temp.attach(1, 'blank', 'a.png', '\x89504e470d0a1a0a0000') $$, 'BS001', null, 'nor half a picture');
select throws_ok($$ select pg_temp.attach(1, 'blank', 'a.txt', '\xb1edb8f1') $$, 'BS001', null, 'nor text that is not UTF-8');
select throws_ok($$ select pg_temp.attach(1, 'blank', 'a.txt', '') $$, 'BS001', null, 'nor an empty file');
select throws_ok($$ select pg_temp.attach(9, 'blank', 'a.txt', pg_temp.text('表')) $$, 'BS003', 'material · 9', 'the item has no such material');
select throws_ok($$ select pg_temp.attach(1, 'draft', 'a.txt', pg_temp.text('表')) $$, 'BS001', 'kind · draft', 'a form is blank or a sample');
select throws_ok($$ select pg_temp.attach(1, 'blank', '../a.txt', pg_temp.text('表')) $$, 'BS001', null, 'a name is no path');
select is((select form_limit from api.centre_set(gen_random_uuid(), '{"form_limit": 1}')), 1, 'the size is a setting');
select throws_like($$ select pg_temp.attach(1, 'blank', 'a.txt', convert_to(repeat('表', 400), 'UTF8')) $$, 'size · 2 KiB > 1 KiB', 'norm_6_2: larger files are refused');
select is(pg_temp.forms(), '1 申请表 blank 申请表.pdf / 1 申请表 sample 样表.pdf / 1 申请表 sample 样表.png / 2 户口簿 blank 说明.txt', 'the forms of an item');

select pg_temp.as('ann');
select is(pg_temp.forms(), '1 申请表 blank 申请表.pdf / 1 申请表 sample 样表.pdf / 1 申请表 sample 样表.png / 2 户口簿 blank 说明.txt', 'norm_6_2: clerks see them');
select is((select c.content from banshi.material_form as f join banshi.material_form_content as c on c.form = f.id where f.name = '说明.txt'), pg_temp.text(E'本人页\n复印件'), 'and get the file');
select is((select text from banshi.material_form where name = '申请表.pdf'), '申请表    㛃', 'the text of a PDF is fit for a terminal');
select pg_temp.as('eve');
select is((select count(*) from api.material_form) + (select count(*) from banshi.material_form_content), 0::bigint, 'another centre sees none');

-- an import that puts the materials in another order
select pg_temp.as('');
update banshi.material set name = case seq when 1 then '户口簿' else '申请表' end where item = pg_temp.item('居民身份证');
select pg_temp.as('adm');
select is(pg_temp.forms(), '1 户口簿 blank 说明.txt / 2 申请表 blank 申请表.pdf / 2 申请表 sample 样表.pdf / 2 申请表 sample 样表.png', 'forms stay with their material when it is numbered anew');
select is(pg_temp.attach(1, 'blank', '说明.txt', pg_temp.text('新的')), '1 户口簿 blank 说明.txt text/plain 6', 'the same name again');
select is((select count(*) || ' ' || sum(size) from api.material_form where name = '说明.txt'), '1 6', 'replaces the form');
select api.material_form_remove(gen_random_uuid(), (select id from api.material_form where name = '说明.txt'));
select is(pg_temp.forms() || (select count(*) from banshi.material_form_content), '2 申请表 blank 申请表.pdf / 2 申请表 sample 样表.pdf / 2 申请表 sample 样表.png3', 'removed with its content');
select * from finish();
rollback;
