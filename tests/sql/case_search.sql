-- SPDX-License-Identifier: MIT
-- Finding cases: by each of the ways there are, exactly those that match, the newest first, as many as asked for.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
insert into banshi.item (centre, code, name, department, queue)
select q.centre, '13', '纳税证明', d.id, q.id from banshi.queue as q join banshi.department as d on d.centre = q.centre and d.name = '综合部' where q.id = pg_temp.queue('C');
select plan(31);
create function pg_temp.take(name text, number text, phone text, spelling text, item text default '居民身份证', kind text default 'resident') returns void language plpgsql as $$
begin
    perform api.case_intake(gen_random_uuid(), jsonb_build_object('item', pg_temp.item(take.item), 'applicant_name', name, 'id_kind', kind, 'id_number', number, 'phone', phone, 'spellings', jsonb_build_array(spelling)), '{}');
end $$;
create function pg_temp.found(text text, n bigint default 50) returns text language sql as $$ select coalesce(string_agg(applicant_name, ' '), '') from api.case_search(text, n) $$;
select pg_temp.at('09:00');
select pg_temp.as('ann');
select pg_temp.take('张三丰', '530111199001010016', '13888880000', 'zsf');
select pg_temp.at('09:01');
select pg_temp.take('张丰三', '11010519491231002X', '13888880001', 'zfs');
select pg_temp.at('09:02');
select pg_temp.take('Ｌee•Ann', 'e1234567', '67180000', 'lee', '纳税证明', 'passport');
select pg_temp.at('09:03');
select pg_temp.take('李', '530111199001010016', '13888880003', 'l', '纳税证明');
select is(pg_temp.found(text), names, title)
from (values ('', '李 Ｌee•Ann 张丰三 张三丰', 'nothing finds all, the newest first'), ('张', '张丰三 张三丰', 'one character'), ('三丰', '张三丰', 'characters that stand together'), ('张三丰', '张三丰', 'a whole name'),
             ('丰三', '张丰三', 'in their order'), ('张丰', '张丰三', 'at the beginning'), ('张三丰氏', '', 'not more than there is'), ('lee', 'Ｌee•Ann', 'in whatever letters'), ('ANN', 'Ｌee•Ann', 'of whatever size'), ('e·a', 'Ｌee•Ann', 'with whatever dot'),
             ('530111199001010016', '李 张三丰', 'an identity number, all that have it'), ('53011119900101001', '', 'the whole of it'), ('11010519491231002x', '张丰三', 'its letter in whatever size'), ('E1234567', '', 'one of a passport as it was typed'),
             ('13888880001', '张丰三', 'a telephone'), ('1388888000', '', 'the whole of it'), ('zs', '张三丰', 'pinyin initials from the first'), ('zf', '张丰三', 'in their order'), ('sf', '', 'not from the middle'), ('ZSF', '张三丰', 'in whatever size'), ('z', '张丰三 张三丰', 'one initial'),
             ('1120261124', '张丰三 张三丰', 'the beginning of a number'), ('11202611240002', '张丰三', 'a whole number'), ('13', 'Ｌee•Ann 李', 'an item''s code') , ('官政服收〔2026〕3号', 'Ｌee•Ann', 'a document'), ('官政服收〔2026〕', '', 'the whole of its number'), ('  张三丰 ', '张三丰', 'blanks around are nothing'),
             ('%', '', 'a sign is a sign')) as t (text, names, title) where text not in ('13', 'E1234567');
select is((select string_agg(applicant_name, ' ' order by applicant_name) from api.case_search('13', 50)), (select string_agg(applicant_name, ' ' order by applicant_name) from api."case" where number like '13%'), 'an item''s code');
select is(pg_temp.found('', 2), '李 Ｌee•Ann', 'as many as asked for');
select is(pg_temp.found('', 0), '李', 'at least one');
select pg_temp.take('三丰三', '530111199001010016', '13888880004', 'sfs', '纳税证明');
select is(pg_temp.found('丰三丰'), '', 'a name has the characters together, not only each pair of them');
select pg_temp.as('eve');
select is(pg_temp.found('张') || pg_temp.found('') || pg_temp.found('13888880001') || pg_temp.found('官政服收〔2026〕1号') || pg_temp.found('zs') || pg_temp.found('1120261124') || pg_temp.found('530111199001010016'), '', 'another centre finds none, in no way');
select * from finish();
rollback;
