-- SPDX-License-Identifier: MIT
-- A centre has phrases for every step and a list of what must not be said, which supervisors edit.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(10);
select pg_temp.as('ann');
select ok((select count(*) from api.phrase where step = 'welcome') > 0, 'norm_3_2: there is a phrase of welcome');
select ok((select count(*) from api.phrase where step = 'telephone') > 0, 'norm_3_3: and for the telephone');
select ok((select count(*) from api.phrase where step = 'suggestion') > 0, 'norm_3_5: and on suggestions');
select ok((select count(*) from api.phrase where step = 'praise') > 0, 'norm_3_6: and on praise');
select is((select string_agg(text, '') from api.phrase_check('您，不 归我管！')), '不归我管', 'norm_3_8: blanks and signs hide nothing');
select is((select count(*) from api.phrase_check('请您稍候')), 0::bigint, 'civil words pass');
select throws_ok($$ select * from api.forbidden_add(gen_random_uuid(), '烦死了', '不耐烦', '请稍候') $$, '42501', null, 'clerks do not edit the list');
select pg_temp.as('sue');
select lives_ok($$ select * from api.forbidden_add(gen_random_uuid(), '烦死了', '不耐烦', '请稍候') $$, 'supervisors do');
select is((select instead from api.phrase_check('烦死了')), '请稍候', 'and it counts at once');
select lives_ok($$ select * from api.forbidden_remove(gen_random_uuid(), (select id from api.forbidden where text = '烦死了')) $$, 'they take it off again');
select * from finish();
rollback;
