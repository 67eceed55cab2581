-- SPDX-License-Identifier: MIT
-- Norm 7.3, rule by rule: until when a duty is given, swapped, checked in or taken over, who may, and what has changed meanwhile; the
-- order of those who could have it; who is able, and who is away on which day.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(108);
insert into banshi.calendar_year (centre, year, published, working_days) select id, 2026, true, 0 from banshi.centre;
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = case when s.login in ('bob', 'leo') then '公安分局' else '综合部' end and s.login in ('ann', 'cat', 'bob', 'leo');
insert into banshi.staff (centre, login, name, role, department, active)
select d.centre, v.login, v.name, v.role, d.id, v.active
from banshi.department as d, (values ('dan', '邓', 'clerk', true), ('fay', '费', 'clerk', false), ('liz', '丽', 'lead', true)) as v (login, name, role, active)
where d.name = '综合部' and d.centre = (select min(id) from banshi.centre);
create role dan login in role banshi_clerk, banshi_clock;
create role liz login in role banshi_lead, banshi_clock;

create function pg_temp.on(clock text) returns void language plpgsql as $$
begin perform set_config('banshi.clock', clock || '+08', false); end $$;
create function pg_temp.who(login text) returns bigint language sql security definer as $$ select s.id from banshi.staff as s where s.login = who.login $$;
-- a duty of lunch, published for somebody and planned for somebody
create function pg_temp.give(day date, number text, login text, planned text default '=', version int default 1) returns bigint language plpgsql security definer as $$
declare
    v_id bigint;
begin
    insert into banshi.roster (centre, kind, month, version, published_at)
    select min(z.id), 'lunch', date_trunc('month', day), give.version, case when give.version > 0 then now() end from banshi.centre as z on conflict do nothing;
    insert into banshi.roster_duty (centre, roster, day, counter, time, staff, published, changed_by, changed_at)
    select r.centre, r.id, give.day, pg_temp.counter(number), tstzrange((give.day + time '12:00') at time zone 'Asia/Shanghai', (give.day + time '13:30') at time zone 'Asia/Shanghai'),
           pg_temp.who(case planned when '=' then login else planned end), pg_temp.who(login), pg_temp.who('sue'), now()
    from banshi.roster as r where r.month = date_trunc('month', give.day)
    returning id into v_id;
    return v_id;
end $$;
create function pg_temp.off(login text, first date, last date default null) returns void language sql security definer as $$
    insert into banshi.absence (centre, staff, kind, first, last) select min(id), pg_temp.who(login), 'leave', first, coalesce(last, first) from banshi.centre $$;
create function pg_temp.on_duty(id bigint) returns text language sql security definer as $$
    select concat_ws(' ', (select login from banshi.staff where id = d.staff), (select login from banshi.staff where id = d.published)) from banshi.roster_duty as d where d.id = on_duty.id $$;
-- try something and take it back: what it says, or the code that refuses it
create function pg_temp.try(act text) returns text language plpgsql as $$
declare
    v text;
begin
    execute 'select * from ' || act into v;
    raise exception using errcode = 'BZ001';
exception
    when sqlstate 'BZ001' then return coalesce(v, '');
    when others then return sqlstate || ' ' || sqlerrm;
end $$;
create function pg_temp.swap(duty bigint, colleague text, other bigint default null) returns text language sql as $$
    select pg_temp.try(format('(select state from api.roster_swap(gen_random_uuid(), %s, %L, %s, '''')) as x', duty, colleague, coalesce(other::text, 'null'))) $$;
create function pg_temp.approve(swap bigint, yes boolean default true) returns text language sql as $$
    select pg_temp.try(format('(select state from api.roster_approve(gen_random_uuid(), %s, %L)) as x', swap, yes)) $$;
create function pg_temp.assign(duty bigint, login text, override text default null) returns text language sql as $$
    select pg_temp.try(format('(select staff_name from api.roster_assign(gen_random_uuid(), %s, null, %L, %L)) as x', duty, login, override)) $$;
create function pg_temp.stand_in(duty bigint, login text default null, override text default null) returns text language sql as $$
    select pg_temp.try(format('(select published_name from api.roster_stand_in(gen_random_uuid(), %s, null, %L, %L)) as x', duty, login, override)) $$;
create function pg_temp.empty(duty bigint) returns text language sql as $$
    select pg_temp.try(format('(select state from api.roster_unassign(gen_random_uuid(), %s, null)) as x', duty)) $$;
create function pg_temp.check_in() returns text language sql as $$ select pg_temp.try('(select state from api.roster_check_in(gen_random_uuid())) as x') $$;
create function pg_temp.candidates(duty bigint) returns text language sql as $$
    select string_agg(concat(login, duties, case when rests then ' rests' end), ', ') from api.roster_candidate_list(duty) $$;
create function pg_temp.choices(duty bigint) returns text language sql as $$
    select string_agg(concat_ws(' ', c.login, to_char(c.other_day, 'MM-DD')), ', ') from api.roster_swap_choice_list(duty) as c $$;

-- asking for a swap; today is Tuesday the 24th
select pg_temp.on('2026-11-24 09:00');
select pg_temp.give('2026-11-25', '1', 'ann') as mine, pg_temp.give('2026-11-26', '1', 'cat') as cats, pg_temp.give('2026-11-26', '3', 'dan') as dans,
       pg_temp.give('2026-11-24', '1', 'ann') as today, pg_temp.give('2026-11-25', '2', 'bob') as bobs, pg_temp.give('2026-11-27', '1', 'ann', 'dan') as leaving,
       pg_temp.give('2026-11-27', '3', null, 'cat') as coming \gset
select pg_temp.as('ann');
select is(pg_temp.swap(:mine, 'cat'), 'asked', 'a duty of one''s own is offered');
select is(pg_temp.swap(:mine, 'cat', :cats), 'asked', 'for one of the colleague''s');
select is(pg_temp.swap(:mine, 'ann'), 'BS002 duty · 2026-11-25', 'not to oneself');
select is(pg_temp.swap(:cats, 'dan'), 'BS002 duty · 2026-11-26', 'nor another''s');
select is(pg_temp.swap(:leaving, 'cat'), 'BS004 duty · 2026-11-27', 'nor one that is about to change hands');
select is(pg_temp.swap(:mine, 'nobody'), 'BS003 login · nobody', 'to somebody who is there');
select is(pg_temp.swap(:mine, 'fay'), 'BS003 login · fay', 'and has not left');
select is(pg_temp.swap(0, 'cat'), 'BS003 duty · 0', 'a duty that is there');
select is(pg_temp.swap(:mine, 'cat', :dans), 'BS004 duty · 2026-11-26', 'not for one that is not the colleague''s');
select is(pg_temp.swap(:mine, 'dan', :leaving), 'BS004 duty · 2026-11-27', 'nor for one that is the colleague''s in the plan alone');
select is(pg_temp.swap(:mine, 'bob'), 'BS030 白 · unskilled · 综合', 'nor to somebody who could not do it');
select is(pg_temp.swap(:mine, 'bob', :bobs), 'BS030 白 · unskilled · 综合', 'for whatever');
select pg_temp.on('2026-11-24 11:59:59');
select is(pg_temp.swap(:today, 'cat'), 'asked', 'until it begins');
select pg_temp.on('2026-11-24 12:00');
select is(pg_temp.swap(:today, 'cat'), 'BS004 duty · 2026-11-24', 'not afterwards');
select throws_ok(format('select pg_temp.choices(%s)', :today), 'BS004', null, 'then nobody is offered either');
select pg_temp.as('dan');
select is(pg_temp.swap(:dans, 'ann', :today), 'BS004 duty · 2026-11-24', 'nor for one that has begun');
select pg_temp.on('2026-11-24 09:00');
select is(pg_temp.swap(:dans, 'ann', :today), 'asked', 'but for one of today that has not');

-- who is away: the duty's day counts, not today
select pg_temp.as('');
select pg_temp.off('cat', '2026-11-25');
select pg_temp.as('ann');
select is(pg_temp.swap(:mine, 'cat'), 'BS030 常 · absent · 2026-11-25', 'a swap with somebody who is away on the duty''s day, but not today, is refused');
select is(pg_temp.choices(:mine), 'dan 11-26, liz, dan', 'and they are not offered');
select pg_temp.as('');
delete from banshi.absence;
select pg_temp.off('cat', '2026-11-24');
select pg_temp.as('ann');
select is(pg_temp.swap(:mine, 'cat'), 'asked', 'somebody who is away today, but not on the duty''s day, may be asked');
select is(pg_temp.choices(:mine), 'cat 11-26, dan 11-26, liz, cat, dan', 'and is offered');
select pg_temp.as('');
delete from banshi.absence;
select pg_temp.off('ann', '2026-11-26');
select pg_temp.as('ann');
select is(pg_temp.swap(:mine, 'cat', :cats), 'BS030 安 · absent · 2026-11-26', 'nobody takes a duty on a day of the own absence');
select is(pg_temp.choices(:mine), 'liz, cat, dan', 'and none is offered');
select pg_temp.as('');
delete from banshi.absence;
select pg_temp.give('2026-11-26', '2', 'ann') as also \gset
select pg_temp.as('ann');
select is(pg_temp.swap(:mine, 'cat', :cats), 'BS030 安 · elsewhere · 2 · 2026-11-26', 'nor where they have one already');
select is(pg_temp.swap(:also, 'cat', :cats), 'asked', 'unless that is the one that is given for it');
select is(pg_temp.choices(:also), 'cat 11-26, dan 11-26, liz, leo, bob', 'only who is free then could take it for nothing');
select is(pg_temp.choices(:mine), 'liz, cat, dan', 'and nothing is offered for a day on which one has duty');
select pg_temp.as('');
delete from banshi.roster_duty where id = :also;
select pg_temp.as('cat');
select is(pg_temp.swap(:cats, 'bob', :bobs), 'BS030 白 · unskilled · 综合', 'the colleague must be able to');
select pg_temp.as('bob');
select is(pg_temp.swap(:bobs, 'cat', :cats), 'BS030 白 · unskilled · 综合', 'and who asks');
select is(pg_temp.choices(:bobs), 'liz, cat, leo, dan', 'none is offered that one is not able to do, nor who has duty then');
select is(pg_temp.swap(:bobs, 'ann'), 'BS030 安 · elsewhere · 1 · 2026-11-25', 'nor asked');

-- approving
select pg_temp.as('');
create function pg_temp.asked(duty bigint, staff text, colleague text, other bigint default null, state text default 'consented') returns bigint language sql security definer as $$
    insert into banshi.roster_swap (centre, duty, other, staff, colleague, state, asked_at) select min(id), duty, other, pg_temp.who(staff), pg_temp.who(colleague), state, now() from banshi.centre
    returning id $$;
select pg_temp.asked(:mine, 'ann', 'cat', :cats) as w, pg_temp.asked(:today, 'ann', 'liz') as t, pg_temp.asked(:dans, 'dan', 'ann', :today) as o, pg_temp.asked(:bobs, 'bob', 'leo') as l \gset
select pg_temp.as('sue');
select is(pg_temp.approve(:w), 'approved', 'a swap that was consented to is approved');
select is(pg_temp.approve(:w, false), 'rejected', 'or refused');
select is(pg_temp.approve(0), 'BS003 swap · 0', 'one that is there');
select pg_temp.as('liz');
select is(pg_temp.approve(:w), 'approved', 'by the lead of the counters'' department');
select is(pg_temp.approve(:t), 'BS002 swap · ' || :t, 'not by who is to have the duty');
select is(pg_temp.approve(:t, false), 'BS002 swap · ' || :t, 'who does not refuse for others either');
select is(pg_temp.approve(:l), 'BS002 swap · ' || :l, 'nor by a lead of another department');
select pg_temp.as('');
select pg_temp.give('2026-11-30', '1', 'liz') as lizs, pg_temp.give('2026-11-30', '2', 'bob') as bobs2 \gset
select pg_temp.asked(:lizs, 'liz', 'cat') as g, pg_temp.asked(:bobs2, 'bob', 'cat', :cats) as x \gset
select pg_temp.as('liz');
select is(pg_temp.approve(:g), 'BS002 swap · ' || :g, 'nor by who gives it away');
select is(pg_temp.approve(:x), 'BS002 swap · ' || :x, 'nor by the lead of one of two departments');
select pg_temp.as('leo');
select is(pg_temp.approve(:x), 'BS002 swap · ' || :x, 'nor of the other');
select pg_temp.as('');
update banshi.roster_swap set state = 'asked' where id = :w;
select pg_temp.as('sue');
select is(pg_temp.approve(:w), 'BS004 swap · asked', 'without consent nothing is approved');
select is(pg_temp.approve(:w, false), 'rejected', 'but may be refused');
select is((select string_agg(pg_temp.approve(pg_temp.asked(:mine, 'ann', 'cat', null, state), yes), ', ')
           from (values ('declined', true), ('declined', false), ('approved', true), ('approved', false), ('rejected', true), ('rejected', false)) as v (state, yes)),
          'BS004 swap · declined, BS004 swap · declined, BS004 swap · approved, BS004 swap · approved, BS004 swap · rejected, BS004 swap · rejected', 'what is decided is not decided again');
select pg_temp.as('');
update banshi.roster_swap set state = 'consented' where id = :w;
select pg_temp.as('sue');
select pg_temp.on('2026-11-24 11:59:59');
select is(pg_temp.approve(:t), 'approved', 'until the duty begins');
select pg_temp.on('2026-11-24 12:00');
select is(pg_temp.approve(:t), 'BS031 swap · ' || :t, 'not once it has begun');
select is(pg_temp.approve(:o), 'BS031 swap · ' || :o, 'nor once the other has');
select is(pg_temp.approve(:t, false), 'rejected', 'then it can still be refused');
select pg_temp.on('2026-11-24 09:00');
select pg_temp.as('');
update banshi.roster_duty set staff = pg_temp.who('dan') where id = :mine;
select pg_temp.as('sue');
select is(pg_temp.approve(:w), 'BS031 swap · ' || :w, 'nor when a duty is about to change hands');
select pg_temp.as('');
update banshi.roster_duty set staff = pg_temp.who('dan'), published = pg_temp.who('dan') where id = :mine;
select pg_temp.as('sue');
select is(pg_temp.approve(:w), 'BS031 swap · ' || :w, 'or has');
select pg_temp.as('');
update banshi.roster_duty set staff = pg_temp.who('ann'), published = pg_temp.who('ann') where id = :mine;
update banshi.roster_duty set staff = pg_temp.who('liz'), published = pg_temp.who('liz') where id = :cats;
select pg_temp.as('sue');
select is(pg_temp.approve(:w), 'BS031 swap · ' || :w, 'the other one, too');
select pg_temp.as('');
update banshi.roster_duty set staff = pg_temp.who('cat'), published = pg_temp.who('cat') where id = :cats;
select pg_temp.give('2026-11-25', '3', 'cat') as elsewhere \gset
select pg_temp.as('sue');
select is(pg_temp.approve(:w), 'BS030 swap · ' || :w || ' · elsewhere', 'nor when the colleague has another duty by now');
select pg_temp.as('');
delete from banshi.roster_duty where id = :elsewhere;
select pg_temp.off('cat', '2026-11-25');
select pg_temp.as('sue');
select is(pg_temp.approve(:w), 'BS030 常 · leave · 2026-11-25', 'or is away by now');
select pg_temp.as('');
delete from banshi.absence;

-- consent
select pg_temp.as('');
update banshi.roster_swap set state = 'asked' where id = :w;
create function pg_temp.consent(swap bigint, yes boolean) returns text language sql as $$
    select pg_temp.try(format('(select state from api.roster_consent(gen_random_uuid(), %s, %L)) as x', swap, yes)) $$;
select pg_temp.as('dan');
select is(pg_temp.consent(:w, false), 'BS002 swap · ' || :w, 'nobody declines for another');
select pg_temp.as('cat');
select is(pg_temp.consent(:w, true) || ' ' || pg_temp.consent(:w, false), 'consented declined', 'who was asked consents or declines');
select is(pg_temp.consent(0, true), 'BS003 swap · 0', 'to what is there');
select pg_temp.as('');
update banshi.roster_swap set state = 'declined' where id = :w;
select pg_temp.as('cat');
select is(pg_temp.consent(:w, true), 'BS004 swap · declined', 'once');

-- by hand: until the duty ends
select pg_temp.as('leo');
select pg_temp.on('2026-11-24 13:29:59');
select is(pg_temp.assign(:today, 'cat'), '常', 'somebody is put on a duty until it ends');
select is(pg_temp.empty(:today) like 'BS%', false, 'or taken off it');
select pg_temp.on('2026-11-24 13:30');
select is(pg_temp.assign(:today, 'cat'), 'BS004 duty · 2026-11-24', 'not afterwards');
select is(pg_temp.empty(:today), 'BS004 duty · 2026-11-24', 'neither');
select pg_temp.on('2026-11-24 09:00');
select is(pg_temp.assign(:today, 'fay'), 'BS003 login · fay', 'nobody who has left');
select is(pg_temp.assign(:today, 'cat', '人手不足'), 'BS002 override', 'a lead passes no rule');
select pg_temp.as('sue');
select is(pg_temp.assign(:today, 'bob', '人手不足'), '白', 'a supervisor does');
select pg_temp.as('adm');
select is(pg_temp.assign(:today, 'bob', '人手不足'), '白', 'and an administrator');
select is(pg_temp.assign(:today, 'bob'), 'BS030 白 · unskilled · 综合', 'with a reason');
select pg_temp.as('');
select pg_temp.off('cat', '2026-11-24');
select pg_temp.as('sue');
select is(pg_temp.assign(:today, 'cat'), 'BS030 常 · leave · 2026-11-24', 'nobody who is away');
select is(pg_temp.assign(:mine, 'cat'), '常', 'that day');
select pg_temp.as('');
delete from banshi.absence;
update banshi.roster_duty set staff = null where id = :leaving;
select pg_temp.as('sue');
select is(pg_temp.empty(:leaving), 'BS004 duty · 2026-11-27', 'nobody is taken off who is not on it');

-- checking in: from half an hour before the duty to its end
select pg_temp.as('ann');
select pg_temp.on('2026-11-24 11:29:59');
select is(pg_temp.check_in(), 'BS003 duty · 2026-11-24', 'half an hour and a second before is too early');
select pg_temp.on('2026-11-24 11:30');
select is(pg_temp.check_in(), 'checked in', 'half an hour is not');
select pg_temp.on('2026-11-24 12:00');
select is(pg_temp.check_in(), 'checked in', 'who comes when it begins is in time');
select pg_temp.on('2026-11-24 12:00:01');
select is(pg_temp.check_in(), 'late', 'a second later they are late');
select pg_temp.on('2026-11-24 13:29:59');
select is(pg_temp.check_in(), 'late', 'to the end');
select pg_temp.on('2026-11-24 13:30');
select is(pg_temp.check_in(), 'BS003 duty · 2026-11-24', 'when it ends it is too late');
select pg_temp.on('2026-11-25 12:00');
select pg_temp.as('cat');
select is(pg_temp.check_in(), 'BS003 duty · 2026-11-25', 'without a duty nobody checks in');
select pg_temp.on('2026-11-27 12:00');
select is(pg_temp.check_in(), 'BS003 duty · 2026-11-27', 'nor for one that is only planned');

-- a stand-in: of today, until the duty ends, of a published roster, while nobody is there
select pg_temp.as('liz');
select pg_temp.on('2026-11-24 12:20');
select is(pg_temp.stand_in(:today), '常', 'the best of the candidates stands in');
select is(pg_temp.stand_in(:today, 'dan'), '邓', 'or who is named');
select is(pg_temp.stand_in(:today, 'bob'), 'BS030 白 · unskilled · 综合', 'who is able to');
select is(pg_temp.stand_in(:today, 'bob', '人手不足'), 'BS002 override', 'by a lead without exception');
select is(pg_temp.stand_in(:mine), 'BS004 duty · 2026-11-25', 'not tomorrow''s');
select pg_temp.on('2026-11-24 13:30');
select is(pg_temp.stand_in(:today), 'BS004 duty · 2026-11-24', 'not when it is over');
select pg_temp.on('2026-11-24 12:20');
select pg_temp.as('');
update banshi.roster_duty set checked_in_at = now() where id = :today;
select pg_temp.as('liz');
select is(pg_temp.stand_in(:today), 'BS004 duty · 2026-11-24 · checked in', 'nor when somebody is there');
select pg_temp.as('');
update banshi.roster_duty set checked_in_at = null where id = :today;
update banshi.roster set version = 0, published_at = null;
select pg_temp.as('liz');
select is(pg_temp.stand_in(:today), 'BS004 duty · 2026-11-24', 'nor in a draft');
select pg_temp.as('');
update banshi.roster set version = 1, published_at = now();
select pg_temp.off('cat', '2026-11-24');
select pg_temp.off('dan', '2026-11-24');
select pg_temp.off('liz', '2026-11-24');
select pg_temp.as('liz');
select is(pg_temp.stand_in(:today), 'BS003 stand-in', 'when nobody can, that is told');
select pg_temp.as('');
delete from banshi.absence;

-- the order of candidates
delete from banshi.roster_swap;
delete from banshi.roster_duty;
select pg_temp.on('2026-11-24 09:00');
select pg_temp.give('2026-11-26', '1', 'ann') as duty, pg_temp.give('2026-11-26', '2', 'liz') as lizs, pg_temp.give('2026-11-25', '1', 'dan') as before,
       pg_temp.give('2026-11-16', '1', 'cat') as a, pg_temp.give('2026-11-17', '1', 'cat') as b, pg_temp.give('2026-11-17', '2', 'bob') as c \gset
select pg_temp.as('liz');
select is(pg_temp.candidates(:duty), 'cat2, dan1 rests', 'who rests comes after who does not, however few duties they have; nobody who has duty then, has it already, or is not able to');
select is(pg_temp.candidates(:lizs), 'leo0, bob1, cat2, dan1 rests', 'then who has fewer duties comes first');
select pg_temp.as('');
delete from banshi.roster_duty where id in (:before);
select pg_temp.give('2026-11-27', '1', 'dan') as after \gset
select pg_temp.as('liz');
select is(pg_temp.candidates(:duty), 'cat2, dan0 rests', 'the day after counts as the day before');
select pg_temp.as('');
update banshi.roster_duty set staff = null where id = :after;
select pg_temp.as('liz');
select is(pg_temp.candidates(:duty), 'cat2, dan0 rests', 'while it holds, though it will not be theirs');
select pg_temp.as('');
delete from banshi.roster_duty where id = :after;
select pg_temp.give('2026-11-27', '1', null, 'dan') as after \gset
select pg_temp.as('liz');
select is(pg_temp.candidates(:duty), 'cat2, dan0 rests', 'and when it is only planned');
select pg_temp.as('');
delete from banshi.roster_duty where id = :after;
select pg_temp.give('2026-11-30', '1', 'dan') as after, pg_temp.give('2026-11-20', '1', 'dan') as friday, pg_temp.give('2026-11-23', '1', 'ann') as monday \gset
select pg_temp.as('liz');
select is(pg_temp.candidates(:duty), 'dan1, cat2', 'two days apart is rest enough');
select is(pg_temp.candidates(:monday), 'liz0, cat2, dan1 rests', 'over a weekend the working day before counts');
select pg_temp.as('');
select pg_temp.off('dan', '2026-11-26');
select pg_temp.as('liz');
select is(pg_temp.candidates(:duty), 'cat2', 'nobody who is away that day');
select pg_temp.as('');
delete from banshi.absence;
select pg_temp.off('dan', '2026-11-24');
update banshi.staff set active = false where login = 'cat';
select pg_temp.as('liz');
select is(pg_temp.candidates(:duty), 'dan1', 'only today, nor who has left');
select pg_temp.as('');
delete from banshi.absence;
update banshi.staff set active = true where login = 'cat';
-- what counts as a duty of the last months
delete from banshi.roster_duty where id <> :duty;
select pg_temp.give('2026-08-01', '1', 'dan') as a, pg_temp.give('2026-07-31', '1', 'cat') as b, pg_temp.give('2026-11-25', '3', null, 'cat') as c, pg_temp.give('2026-12-01', '1', 'cat') as d \gset
select pg_temp.as('liz');
select is(pg_temp.candidates(:duty), 'liz0, dan1, cat0 rests', 'duties of the three months before count, and of this one till then, if they were published');

-- who is able
select pg_temp.as('');
delete from banshi.roster_duty;
create function pg_temp.skills(login text) returns text language sql as $$ select string_agg(queue, '' order by queue) from api.skill_list(login) $$;
select pg_temp.as('ann');
select is(pg_temp.skills(login), queues, login || ': ' || title)
from (values ('ann', 'AB', 'the queues of the department''s counters'), ('bob', 'B', 'not those that they only help out in'), ('liz', 'AB', 'leads too'), ('sue', null, 'not supervisors'),
             ('fay', null, 'nor who has left')) as t (login, queues, title);
select pg_temp.as('');
insert into banshi.shift (centre, staff, counter, started_at, ended_at, dress) select c.centre, pg_temp.who('bob'), c.id, now(), now(), '{}' from banshi.counter as c where c.id = pg_temp.counter('1');
select pg_temp.as('ann');
select is(pg_temp.skills('bob'), 'AB', 'where somebody has worked they are able to');
select pg_temp.as('leo');
select api.skill_set(gen_random_uuid(), 'bob', 'B', false), api.skill_set(gen_random_uuid(), 'bob', 'C', true) \g /dev/null
select is(pg_temp.skills('bob') || pg_temp.skills('ann'), 'ACAB', 'what is said of somebody goes before that, and is said of them alone');

-- absences
select is((select string_agg(pg_temp.try(format('(select kind from api.absence_add(gen_random_uuid(), ''ann'', %L, %L, %L, %s, '''')) as x', kind, first, last, coalesce(weekday::text, 'null'))), ', ')
           from (values ('leave', '2026-12-01', null, null::int), ('training', '2026-12-01', '2026-12-01', null), ('part_time', '2026-12-01', '2026-12-31', 1), ('part_time', '2026-12-01', '2026-12-31', 7)) as t (kind, first, last, weekday)),
          'leave, training, part_time, part_time', 'absences of each kind');
select is((select string_agg(split_part(pg_temp.try(format('(select kind from api.absence_add(gen_random_uuid(), ''ann'', %L, %L, %L, %s, '''')) as x', kind, first, last, coalesce(weekday::text, 'null'))), ' · ', 1), ', ')
           from (values (null, '2026-12-01', null, null::int), ('nap', '2026-12-01', null, null), ('leave', null, null, null), ('leave', '2026-12-02', '2026-12-01', null), ('leave', '2026-12-01', null, 3),
                        ('part_time', '2026-12-01', '2026-12-31', 0), ('part_time', '2026-12-01', '2026-12-31', 8), ('part_time', '2026-12-01', '2026-12-31', null)) as t (kind, first, last, weekday)),
          'BS001 kind, BS001 kind, BS001 day, BS001 day, BS001 weekday, BS001 weekday, BS001 weekday, BS001 weekday', 'and what is refused of them');
select is(pg_temp.try('(select id::text from api.absence_remove(gen_random_uuid(), 0)) as x'), 'BS003 absence · 0', 'one that is not there is not removed');
select pg_temp.as('');
select pg_temp.give('2026-11-24', '1', 'ann') as begun, pg_temp.give('2026-11-25', '1', 'ann') as first, pg_temp.give('2026-11-26', '1', 'ann') as last, pg_temp.give('2026-11-27', '1', 'ann') as later,
       pg_temp.give('2026-11-26', '3', 'cat') as cats \gset
select pg_temp.on('2026-11-24 12:00');
select pg_temp.as('liz');
select api.absence_add(gen_random_uuid(), 'ann', 'leave', '2026-11-24', '2026-11-26', null, '') \g /dev/null
select is((select string_agg(pg_temp.on_duty(id), ', ' order by n) from unnest(array[:begun, :first, :last, :later, :cats]) with ordinality as u (id, n)), 'ann ann, ann, ann, ann ann, cat cat',
          'an absence empties the duties of its days that have not begun, and nobody else''s');
select pg_temp.as('');
delete from banshi.absence;
delete from banshi.roster_duty;
select pg_temp.give('2026-12-07', '1', 'ann') as mon, pg_temp.give('2026-12-08', '1', 'ann') as tue, pg_temp.give('2026-12-15', '1', 'ann') as next, pg_temp.give('2026-12-22', '1', 'ann') as beyond \gset
update banshi.roster_duty set override = '人手不足' where id = :next;
select pg_temp.as('liz');
select api.absence_add(gen_random_uuid(), 'ann', 'part_time', '2026-12-01', '2026-12-20', 2, '') \g /dev/null
select is((select string_agg(pg_temp.on_duty(id), ', ' order by n) from unnest(array[:mon, :tue, :next, :beyond]) with ordinality as u (id, n)), 'ann ann, ann, ann ann, ann ann',
          'part-time work of its weekday alone, unless a supervisor has said why');
select * from finish();
rollback;
