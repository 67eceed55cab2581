-- SPDX-License-Identifier: MIT
-- Norm 7.3: what the roster refuses, who changes it, what publications, swaps, check-in and stand-ins do; opening hours.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(104);
insert into banshi.calendar_year (centre, year, published, working_days) select id, 2026, true, 0 from banshi.centre;
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = '综合部' and s.login in ('ann', 'cat');
update banshi.staff as s set department = d.id from banshi.department as d where d.centre = s.centre and d.name = '公安分局' and s.login = 'bob';
-- counter 3 serves A and B: of the people of 综合部 all can do it, of the police bob not
create function pg_temp.duty(day text, number text) returns bigint
    language sql security definer as $$
    select d.id from banshi.roster_duty as d where d.day = duty.day::date and d.counter = pg_temp.counter(number) $$;
create function pg_temp.put(duties jsonb, draft bigint, first text default '2026-11-24') returns text
    language sql as $$
    select concat_ws(' ', month, version, duties, vacancies, changes)
    from api.roster_put(gen_random_uuid(), 'lunch', '2026-11-01', jsonb_build_object('from', first, 'draft', put.draft, 'duties', duties)) $$;
create function pg_temp.one(day text, number text, login text) returns jsonb
    language sql security definer as $$
    select jsonb_build_object('day', day, 'counter', pg_temp.counter(number), 'cause', case when login is null then 'unskilled' else '' end,
                              'why', '{}'::jsonb, 'staff', (select s.id from banshi.staff as s where s.login = one.login)) $$;
create function pg_temp.show(day text) returns text
    language sql as $$
    select string_agg(concat_ws(' ', counter_label, nullif(staff_name, ''), nullif('=' || published_name, '='), state), '; ' order by counter_label)
    from api.roster_duty as d where d.day = show.day::date $$;

create function pg_temp.choices(day text, number text) returns text
    language sql as $$
    select string_agg(concat_ws(' ', c.staff_name, c.other_day, nullif(c.other_label, '')), '; ')
    from api.roster_swap_choice_list(pg_temp.duty(choices.day, choices.number)) as c $$;
create function pg_temp.at_day(clock text) returns text
    language sql as $$
    select set_config('banshi.clock', clock || '+08', false);
    select concat_ws(' ', open, session, to_char(until at time zone 'Asia/Shanghai', 'MM-DD HH24:MI')) from api.hours_now $$;

-- opening hours
select pg_temp.as('ann');
select is((select string_agg(concat_ws(' ', weekday, session, opens, closes), '; ' order by opens) from api.hours where weekday = 2),
          '2 morning 09:00 12:00; 2 lunch 12:00 13:30; 2 afternoon 13:30 17:00', 'norm 4.4: a new centre has hours');
select is(pg_temp.at_day('2026-11-24 08:59:59'), 'f closed 11-24 09:00', 'before nine it is closed until nine');
select is(pg_temp.at_day('2026-11-24 09:00'), 't morning 11-24 12:00', 'at nine it opens');
select is(pg_temp.at_day('2026-11-24 12:00'), 't lunch 11-24 13:30', 'lunch begins when the morning ends');
select is(pg_temp.at_day('2026-11-24 17:00'), 'f closed 11-25 09:00', 'at five it is closed until the next day');
select is(pg_temp.at_day('2026-11-27 18:00'), 'f closed 11-30 09:00', 'on Friday evening until Monday');
select pg_temp.as('');
insert into banshi.calendar_day (centre, year, day, name, working) select id, 2026, d.day, 'x', d.working
from banshi.centre, (values (date '2026-11-28', true), ('2026-11-30', false)) as d (day, working);
select pg_temp.as('sue');
select is(pg_temp.at_day('2026-11-28 10:00'), 't morning 11-28 12:00', 'a Saturday that is worked has Monday''s hours');
select is(pg_temp.at_day('2026-11-30 10:00'), 'f closed 12-01 09:00', 'a holiday none');
select lives_ok($$ select api.hours_set(gen_random_uuid(), '2026-11-25', null, 'extended', '09:00', '20:00') $$, 'a day can have hours of its own');
select is(pg_temp.at_day('2026-11-25 18:00'), 't extended 11-25 20:00', 'which replace its weekday''s');
select lives_ok($$ select api.hours_set(gen_random_uuid(), '2026-11-26', null, 'closed', null, null) $$, 'or none');
select is(pg_temp.at_day('2026-11-26 10:00'), 'f closed 11-27 09:00', 'then it is closed');
select throws_ok($$ select api.hours_set(gen_random_uuid(), null, 2, 'extended', '16:00', '20:00') $$, 'BS001', 'time · overlaps · afternoon · 13:30 · 17:00', 'sessions do not overlap, and which one is in the way is said');
select throws_ok($$ select api.hours_set(gen_random_uuid(), null, 2, 'extended', '20:00', '19:00') $$, 'BS001', null, 'nor end before they begin');
select throws_ok($$ select api.hours_set(gen_random_uuid(), null, 2, 'night', '20:00', '21:00') $$, 'BS001', 'session · night', 'nor have other names');
select throws_ok($$ select api.hours_set(gen_random_uuid(), null, 8, 'lunch', '20:00', '21:00') $$, 'BS001', 'day', 'a week has seven days');
select pg_temp.as('leo');
select throws_ok($$ select api.hours_set(gen_random_uuid(), null, 2, 'lunch', null, null) $$, '42501', null, 'hours are a supervisor''s');

-- skills
select is((select string_agg(login || ' ' || queue, ', ' order by login, queue) from api.skill_list(null)), 'ann A, ann B, bob B, cat A, cat B',
          'people can serve the queues of their department''s counters, those they only help out not');
select is((select count(*) from api.skill_set(gen_random_uuid(), 'cat', 'b', false)), 1::bigint, 'a lead says what somebody cannot do');
select is((select string_agg(queue, '') from api.skill_set(gen_random_uuid(), 'leo', 'A', true)), 'A', 'and what they can');
select is((select count(*) from api.skill_set(gen_random_uuid(), 'cat', 'B', null)), 2::bigint, 'or takes it back');
select throws_ok($$ select api.skill_set(gen_random_uuid(), 'eve', 'A', true) $$, 'BS003', 'login · eve', 'of one''s own centre only');
select throws_ok($$ select api.skill_set(gen_random_uuid(), 'ann', 'ZZ', true) $$, 'BS003', 'queue · ZZ', 'and its queues');

-- absences
select is((select staff_name || kind || first || last from api.absence_add('00000000-0000-4000-8000-0000000000aa', 'bob', 'leave', '2026-11-26', null, null, '探亲')),
          '白leave2026-11-262026-11-26', 'a lead notes an absence');
select is((select count(*) from api.absence_add('00000000-0000-4000-8000-0000000000aa', 'bob', 'leave', '2026-11-26', null, null, '探亲')), 1::bigint, 'once');
select lives_ok($$ select api.absence_add(gen_random_uuid(), 'ann', 'part_time', '2026-11-01', '2027-06-30', 5, '') $$, 'part-time work has a weekday');
select throws_ok($$ select api.absence_add(gen_random_uuid(), 'ann', 'part_time', '2026-11-01', null, null, '') $$, 'BS001', null, 'always');
select throws_ok($$ select api.absence_add(gen_random_uuid(), 'ann', 'leave', '2026-11-02', '2026-11-01', null, '') $$, 'BS001', null, 'the last day is not before the first');
select is((select count(*) from api.absence), 2::bigint, 'a lead sees all');
select pg_temp.as('ann');
select is((select string_agg(kind, '') from api.absence), 'part_time', 'a clerk their own');
select throws_ok($$ select api.absence_add(gen_random_uuid(), 'ann', 'leave', '2026-11-26', null, null, '') $$, '42501', null, 'and notes none');

-- the input of a plan, and storing one
select pg_temp.at('09:00');
select throws_ok($$ select api.roster_input('lunch', '2026-11-01') $$, '42501', null, 'a clerk plans nothing');
select pg_temp.as('sue');
select is((select concat_ws(' ', input ->> 'from', input ->> 'share', input ->> 'draft', jsonb_array_length(input -> 'counters'), jsonb_array_length(input -> 'staff'))
           from api.roster_input('lunch', '2026-11-01')), '2026-11-24 25 0 3 4', 'a plan is made of counters and people');
select is((select input -> 'days' from api.roster_input('lunch', '2026-11-01')), '["2026-11-24", "2026-11-25", "2026-11-27", "2026-11-28"]'::jsonb,
          'working days, from today on, without those that are closed');
select throws_ok($$ select api.roster_input('lunch', '2026-10-01') $$, 'BS001', 'month · 2026-10', 'no month that is over');
select throws_ok($$ select pg_temp.put(jsonb_build_array(pg_temp.one('2026-11-24', '1', 'bob')), 0) $$, 'BS030', '白 · unskilled · 综合', 'nobody unskilled');
select throws_ok($$ select pg_temp.put(jsonb_build_array(pg_temp.one('2026-11-27', '1', 'ann')), 0) $$, 'BS030', '安 · part_time · 2026-11-27', 'nobody absent');
select throws_ok($$ select pg_temp.put(jsonb_build_array(pg_temp.one('2026-11-24', '1', 'ann'), pg_temp.one('2026-11-24', '3', 'ann')), 0) $$,
                 'BS001', null, 'one person is not in two places');
select is(pg_temp.put(jsonb_build_array(pg_temp.one('2026-11-24', '1', 'ann'), pg_temp.one('2026-11-24', '2', 'bob'), pg_temp.one('2026-11-25', '1', 'cat'),
                                        pg_temp.one('2026-11-25', '2', null)), 0), '2026-11-01 0 4 1 3', 'a plan is stored as a draft');
select throws_ok($$ select pg_temp.put('[]', 0) $$, 'BS031', 'roster · 2026-11', 'nothing that somebody changed meanwhile is overwritten');
select is(pg_temp.show('2026-11-24'), '1 安 planned; 2 白 planned', 'a draft is a plan');
select pg_temp.as('');
select throws_ok($$ insert into banshi.roster_duty (centre, roster, day, counter, time, changed_by, changed_at)
                    select centre, roster, day, counter, time, changed_by, changed_at from banshi.roster_duty limit 1 $$, '23P01', null,
                 'the table itself has no room for two in one place');
select throws_ok($$ update banshi.roster_duty set staff = (select id from banshi.staff where login = 'cat') where day = '2026-11-24' $$, '23P01', null,
                 'nor for one in two');

-- by hand
select pg_temp.as('ann');
select throws_ok($$ select api.roster_assign(gen_random_uuid(), pg_temp.duty('2026-11-25', '1'), 1, 'ann', null) $$, '42501', null, 'a clerk assigns nobody');
select pg_temp.as('leo');
select is((select staff_name || version from api.roster_assign('00000000-0000-4000-8000-000000000001', pg_temp.duty('2026-11-25', '1'), 1, 'ann', null)), '安2', 'a lead does');
select is((select staff_name || version from api.roster_assign('00000000-0000-4000-8000-000000000001', pg_temp.duty('2026-11-25', '1'), 1, 'ann', null)), '安2', 'once');
select throws_ok($$ select api.roster_assign(gen_random_uuid(), pg_temp.duty('2026-11-25', '1'), 1, 'cat', null) $$, 'BS031', '1 · 2026-11-25 · 安 · by · 李',
                 'who saw an older state is told what changed');
select throws_ok($$ select api.roster_assign(gen_random_uuid(), pg_temp.duty('2026-11-25', '2'), 1, 'ann', null) $$, 'BS030', '安 · elsewhere · 1 · 2026-11-25',
                 'nobody has two duties at once');
select throws_ok($$ select api.roster_assign(gen_random_uuid(), pg_temp.duty('2026-11-25', '1'), 2, 'bob', '人手不足') $$, 'BS002', 'override', 'a lead does not override');
select pg_temp.as('sue');
select is((select staff_name || override from api.roster_assign(gen_random_uuid(), pg_temp.duty('2026-11-25', '1'), 2, 'bob', '人手不足')), '白人手不足',
          'a supervisor does, with the reason, which is stored');
select throws_ok($$ select api.roster_assign(gen_random_uuid(), pg_temp.duty('2026-11-25', '2'), 1, 'bob', '人手不足') $$, 'BS030', null, 'never two places');
select is((select state || cause from api.roster_unassign(gen_random_uuid(), pg_temp.duty('2026-11-25', '1'), 3)), 'vacantemptied by hand', 'a duty is emptied');
select is((select staff_name || override from api.roster_assign(gen_random_uuid(), pg_temp.duty('2026-11-25', '1'), 4, 'cat', null)), '常', 'and given again');

-- publishing
select is((select concat_ws(' ', version, vacancies, changes, published_by) from api.roster_publish('00000000-0000-4000-8000-000000000002', 'lunch', '2026-11-15', null)), '1 1 0 苏',
          'the first version');
select is((select version from api.roster_publish('00000000-0000-4000-8000-000000000002', 'lunch', '2026-11-15', null)), 1, 'published once');
select throws_ok($$ select api.roster_publish(gen_random_uuid(), 'lunch', '2026-11-01', null) $$, 'BS004', 'roster · unchanged', 'an unchanged one is not published again');
select is((select draft from api.roster), 5::bigint, 'what is planned has been changed four times since it was made');
select lives_ok($$ select api.roster_assign(gen_random_uuid(), pg_temp.duty('2026-11-25', '2'), 1, 'bob', null) $$, 'a vacancy is filled');
select throws_ok($$ select api.roster_publish(gen_random_uuid(), 'lunch', '2026-11-01', 5) $$, 'BS031', 'roster · 2026-11 · 2 · 2026-11-25 · 白 · by · 苏',
                 'norm_7_3: who looked at an older draft publishes nothing, and is told what changed');
select is((select version from api.roster), 1, 'nothing was published');
select is((select string_agg(concat_ws(' ', day, counter_label, before, '→', after), '; ') from api.roster_change where version = 0), '2026-11-25 2  → 白',
          'what the next version will change is shown');
select is((select version || ' ' || changes from api.roster_publish(gen_random_uuid(), 'lunch', '2026-11-01', 6)), '2 0', 'and published as a version more');
select is((select count(*) from api.roster_change where version = 2), 1::bigint, 'with what it changed');

-- swaps
select pg_temp.as('cat');
select is(pg_temp.choices('2026-11-25', '1'), '安 2026-11-24 1; 安; 李', 'whom one could ask, for what: nobody who is not able to');
select throws_ok($$ select pg_temp.choices('2026-11-24', '1') $$, 'BS002', null, 'to take one''s own duty');
select pg_temp.as('bob');
select is(pg_temp.choices('2026-11-24', '2'), '常', 'nor who has duty then, for nothing that one cannot do');
select is(pg_temp.choices('2026-11-25', '2'), '安', 'on either day');
select throws_ok($$ select api.roster_swap(gen_random_uuid(), pg_temp.duty('2026-11-24', '2'), 'ann', null, '') $$, 'BS030', '安 · elsewhere · 1 · 2026-11-24',
                 'the others are refused: who has duty then');
select throws_ok($$ select api.roster_swap(gen_random_uuid(), pg_temp.duty('2026-11-25', '1'), 'ann', null, '') $$, 'BS002', null, 'nobody swaps another''s duty');
select throws_ok($$ select api.roster_swap(gen_random_uuid(), pg_temp.duty('2026-11-24', '2'), 'leo', null, '') $$, 'BS030', '李 · unskilled · 公安',
                 'nor with somebody who could not do it');
select throws_ok($$ select api.roster_swap(gen_random_uuid(), pg_temp.duty('2026-11-24', '2'), 'cat', pg_temp.duty('2026-11-25', '1'), '') $$, 'BS030',
                 '白 · unskilled · 综合', 'nor for what one cannot do');
select pg_temp.as('cat');
select is((select state from api.roster_swap('00000000-0000-4000-8000-000000000003', pg_temp.duty('2026-11-25', '1'), 'ann', pg_temp.duty('2026-11-24', '1'), '家里有事')), 'asked', 'one asks');
select throws_ok($$ select api.roster_swap(gen_random_uuid(), pg_temp.duty('2026-11-25', '1'), 'ann', null, '') $$, 'BS004', 'swap · 2026-11-25 · asked', 'once');
select throws_ok($$ select pg_temp.choices('2026-11-25', '1') $$, 'BS004', 'swap · 2026-11-25 · asked', 'what is asked for already is offered to nobody');
select throws_ok($$ select api.roster_consent(gen_random_uuid(), (select id from api.roster_swap), true) $$, 'BS002', null, 'and does not consent for the other');
select pg_temp.as('leo');
select throws_ok($$ select api.roster_approve(gen_random_uuid(), (select id from api.roster_swap), false) $$, 'BS002', 'swap · ' || (select id from api.roster_swap),
                 'a lead of another department neither refuses');
select pg_temp.as('sue');
select throws_ok($$ select api.roster_approve(gen_random_uuid(), (select id from api.roster_swap), true) $$, 'BS004', 'swap · asked', 'without consent it is not approved');
select is((select mine from api.roster_swap), false, 'a supervisor does not wait for it');
select pg_temp.as('ann');
select is((select mine from api.roster_swap), true, 'the colleague is waited for');
select is((select state from api.roster_consent(gen_random_uuid(), (select id from api.roster_swap), true)), 'consented', 'the colleague consents');
select pg_temp.as('leo');
select is((select mine from api.roster_swap), false, 'a lead of another department is not waited for');
select throws_ok($$ select api.roster_approve(gen_random_uuid(), (select id from api.roster_swap), true) $$, 'BS002', null, 'nor approves');
select pg_temp.as('');
update banshi.staff as s set department = d.id from banshi.department as d where d.centre = s.centre and d.name = '综合部' and s.login = 'leo';
select pg_temp.as('leo');
select is((select mine from api.roster_swap), true, 'the lead of the counters'' department is');
select is((select state from api.roster_approve(gen_random_uuid(), (select id from api.roster_swap), true)), 'approved', 'and approves');
select pg_temp.as('');
update banshi.staff set department = null where login = 'leo';
select pg_temp.as('sue');
select is(pg_temp.show('2026-11-24') || '; ' || pg_temp.show('2026-11-25'), '1 常 =常 planned; 2 白 =白 planned; 1 安 =安 planned; 2 白 =白 planned', 'and they have changed places');

-- the day
select pg_temp.at('11:00');
select pg_temp.as('bob');
select throws_ok($$ select api.roster_check_in(gen_random_uuid()) $$, 'BS003', null, 'nobody checks in an hour before');
select pg_temp.at('11:50');
select is((select state from api.roster_check_in('00000000-0000-4000-8000-000000000004')), 'checked in', 'one checks in in time');
select throws_ok($$ select api.roster_check_in(gen_random_uuid()) $$, 'BS004', null, 'once');
select pg_temp.at('12:05');
select is(pg_temp.show('2026-11-24'), '1 常 =常 expected; 2 白 =白 checked in', 'the other is expected');
select pg_temp.at('12:10');
select pg_temp.as('leo');
select is(pg_temp.show('2026-11-24'), '1 常 =常 not there; 2 白 =白 checked in', 'and then missing');
select is((select string_agg(login || duties || rests, ' ') from api.roster_candidate_list(pg_temp.duty('2026-11-24', '1'))), 'leo0false ann0true',
          'those who could stand in: the rested first, nobody on duty');
select throws_ok($$ select api.roster_stand_in(gen_random_uuid(), pg_temp.duty('2026-11-24', '1'), null, 'sue', '人手不足') $$, 'BS002', 'override',
                 'a lead does not override');
select pg_temp.as('sue');
select throws_ok($$ select api.roster_stand_in(gen_random_uuid(), pg_temp.duty('2026-11-24', '1'), null, 'adm', null) $$, 'BS030', '艾 · unskilled · 综合',
                 'nobody unskilled stands in');
select is((select staff_name || override || instead_of || state from api.roster_stand_in('00000000-0000-4000-8000-000000000005', pg_temp.duty('2026-11-24', '1'), null,
                                                                                        'adm', '人手不足')), '艾人手不足常expected',
          'norm_7_3: unless a supervisor says why');
select is((select version from api.roster_stand_in('00000000-0000-4000-8000-000000000005', pg_temp.duty('2026-11-24', '1'), null, 'adm', '人手不足')),
          (select version from api.roster_duty where id = pg_temp.duty('2026-11-24', '1')), 'once');
select pg_temp.as('leo');
select is((select staff_name || published_name || override || instead_of || state from api.roster_stand_in(gen_random_uuid(), pg_temp.duty('2026-11-24', '1'), null, null, null)),
          '李李常expected', 'norm_7_3: the best of the candidates has the duty at once, and is not missing yet');
select throws_ok($$ select api.roster_stand_in(gen_random_uuid(), pg_temp.duty('2026-11-24', '2'), null, null, null) $$, 'BS004', null, 'who is there is not replaced');
select pg_temp.at('12:19:59');
select is(pg_temp.show('2026-11-24'), '1 李 =李 expected; 2 白 =白 checked in', 'the grace of a stand-in runs from the assignment');
select is((select to_char(changes_at at time zone 'Asia/Shanghai', 'HH24:MI') from api.floor_duty where counter_label = '1'), null, 'which the floor of another department does not see');
select pg_temp.as('sue');
select is((select to_char(changes_at at time zone 'Asia/Shanghai', 'HH24:MI') from api.floor_duty where counter_label = '1'), '12:20', 'and the floor counts on to its end');
select pg_temp.at('12:20');
select is(pg_temp.show('2026-11-24'), '1 李 =李 not there; 2 白 =白 checked in', 'then they are missing, too');
select pg_temp.at('12:15');
select pg_temp.as('leo');
select is((select state from api.roster_check_in(gen_random_uuid())), 'checked in', 'a stand-in who comes within the grace is not late');
select is((select counters from api.hours_now), '1、2', 'the counters on duty are known');
select pg_temp.as('eve');
select is((select count(*) from api.roster_duty) + (select count(*) from api.roster) + (select count(*) from api.roster_swap), 0::bigint, 'another centre sees nothing of it');
select * from finish();
rollback;
