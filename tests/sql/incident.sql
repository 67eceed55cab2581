-- SPDX-License-Identifier: MIT
-- Incidents: a clerk reports one, the leads and the centre see it, and it is there until somebody has closed it.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(22);
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = case s.login when 'leo' then '公安分局' when 'bob' then '公安分局' else '综合部' end
  and s.login in ('leo', 'bob', 'ann', 'cat');
\set open `sed -e '/^--/d' -e 's/\$1/null/g' "$abs_top_srcdir/core/query/incident_list.sql"`
create function pg_temp.last() returns bigint language sql security definer as $$ select max(id) from banshi.incident $$;
create function pg_temp.follow(note text, close boolean) returns text
    language sql as $$
    select concat_ws(' ', followed_by, follow_up, case when closed_at is not null then 'closed' end)
    from api.incident_follow(gen_random_uuid(), pg_temp.last(), note, close) $$;
create function pg_temp.events() returns text
    language sql security definer as $$
    select string_agg(concat_ws(' ', e.kind, s.login, n.text), '; ' order by e.id)
    from banshi.event as e join banshi.staff as s on s.id = e.staff
    left join banshi.event_note as n on n.centre = e.centre and n.day = e.day and n.event = e.id
    where e.concept = 'incident' $$;
select pg_temp.at('09:00');
select pg_temp.as('bob');
select throws_ok($$ select api.incident_report(gen_random_uuid(), '争执') $$, 'BS006', 'not signed on', 'it is reported from a counter');
select pg_temp.sign_on('2') \g /dev/null
select pg_temp.issue('B') \g /dev/null
select number from api.ticket_call_next(gen_random_uuid()) \g /dev/null
select pg_temp.as('leo');
select pg_temp.sign_on('3') \g /dev/null
select pg_temp.as('bob');
select throws_ok($$ select api.incident_report(gen_random_uuid(), ' ') $$, 'BS015', 'incident', 'in words');
select throws_ok($$ select api.incident_report(gen_random_uuid(), e'a\u202eb') $$, 'BS010', 'text', 'in plain ones');
select is((select concat_ws(' ', counter_label, ticket, staff_name, text) from api.incident_report('00000000-0000-4000-8000-000000000001', '辱骂工作人员')),
          '2 B001 白 辱骂工作人员', 'norm_2_5: with the counter and the number in hand');
select is((select text from api.incident_report('00000000-0000-4000-8000-000000000001', '辱骂工作人员')), '辱骂工作人员', 'a repeated report');
select is((select count(*) from (:open) as i), 1::bigint, 'is one');
select throws_ok($$ select pg_temp.follow('已劝解', true) $$, '42501', null, 'who reported it does not close it');
select pg_temp.as('ann');
select is((select count(*) from (:open) as i), 0::bigint, 'colleagues see nothing of it');
select pg_temp.as('leo');
select is((select string_agg(counter_label || text, ' ') from (:open) as i), '2辱骂工作人员', 'norm_2_5: the department''s lead does');
select is((select sender_name || text from api.message where mine), '白2 辱骂工作人员', 'norm_2_5: wherever they are at work');
select is((select concat_ws(' ', label, incident_text) from api.floor_counter where incident is not null), '2 辱骂工作人员', 'norm_2_5: on the floor, too');
select pg_temp.as('sue');
select is((select string_agg(counter_label || text, ' ') from (:open) as i), '2辱骂工作人员', 'norm_2_5: and so does the centre');
select is((select string_agg(label, ' ') from api.floor_counter where incident is not null), '2', 'on the floor');
select throws_ok($$ select pg_temp.follow('', true) $$, 'BS015', 'incident', 'what was done is said');
select is(pg_temp.follow('已到场', false), '苏 已到场', 'norm_2_5: it is followed up');
select is((select count(*) from (:open) as i), 1::bigint, 'and stays until it is closed');
select pg_temp.as('leo');
select is(pg_temp.follow('已劝解，群众满意离开', true), '李 已劝解，群众满意离开 closed', 'norm_2_5: by the lead, with what was done');
select throws_ok($$ select pg_temp.follow('再', true) $$, 'BS004', 'incident · closed', 'once');
select is((select count(*) from (:open) as i) + (select count(*) from api.floor_counter where incident is not null), 0::bigint, 'then it needs nobody');
select is(pg_temp.events(), 'reported bob 辱骂工作人员; followed sue 已到场; closed leo 已劝解，群众满意离开', 'everything that was said is kept');
select pg_temp.as('ann');
select pg_temp.sign_on('1') \g /dev/null
select is((select ticket from api.incident_report(gen_random_uuid(), '争执')), '', 'nobody need be in hand');
select pg_temp.as('leo');
select throws_ok($$ select pg_temp.follow('已劝解', true) $$, 'BS002', 'counter · 1 · 综合部', 'a lead closes those of the own department');
select * from finish();
rollback;
