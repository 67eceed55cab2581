-- SPDX-License-Identifier: MIT
-- Norm 7.3: what a plan is made from and what storing and publishing one changes: the days of its month from today on, and nobody's
-- change that was not looked at.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(35);
insert into banshi.calendar_year (centre, year, published, working_days) select id, 2026, true, 0 from banshi.centre;
update banshi.staff as s set department = d.id
from banshi.department as d
where d.centre = s.centre and d.name = case when s.login = 'bob' then '公安分局' else '综合部' end and s.login in ('ann', 'cat', 'bob', 'leo');
create function pg_temp.on(clock text) returns void language plpgsql as $$
begin perform set_config('banshi.clock', clock || '+08', false); end $$;
create function pg_temp.who(login text) returns bigint language sql security definer as $$ select s.id from banshi.staff as s where s.login = who.login $$;
create function pg_temp.put(month date, first date, duties text[], draft bigint default null, kind text default 'lunch') returns text language plpgsql as $$
begin
    return (select concat_ws(' ', p.duties, p.vacancies, p.changes) from api.roster_put(gen_random_uuid(), put.kind, put.month, jsonb_build_object('from', put.first,
        'draft', coalesce(put.draft, (select r.draft from api.roster as r where r.month = date_trunc('month', put.month)), 0),
        'duties', (select coalesce(jsonb_agg(jsonb_build_object('day', split_part(d, ' ', 1), 'counter', pg_temp.counter(split_part(d, ' ', 2)), 'cause', '', 'why', '{}'::jsonb,
                                                                'staff', pg_temp.who(nullif(split_part(d, ' ', 3), '-')))), '[]') from unnest(put.duties) as d))) as p);
exception when others then return sqlstate || ' ' || split_part(sqlerrm, ' · ', 1);
end $$;
create function pg_temp.plan() returns text language sql security definer as $$
    select string_agg(concat_ws(' ', to_char(d.day, 'MM-DD'), k.number, coalesce(s.login, '-'), '=' || p.login), ', ' order by d.day, k.number)
    from banshi.roster_duty as d join banshi.counter as k on k.id = d.counter left join banshi.staff as s on s.id = d.staff left join banshi.staff as p on p.id = d.published $$;
create function pg_temp.input(month date, fact text) returns jsonb language sql as $$ select input -> fact from api.roster_input('lunch', month) $$;
create function pg_temp.publish(draft bigint default null) returns text language plpgsql as $$
begin
    return (select version::text from api.roster_publish(gen_random_uuid(), 'lunch', '2026-11-20', draft));
exception when others then return sqlstate || ' ' || sqlerrm;
end $$;
create function pg_temp.of(login text, fact text) returns text language sql as $$
    select (s ->> fact) from api.roster_input('lunch', '2026-11-01') as i, jsonb_array_elements(i.input -> 'staff') as s where (s ->> 'id')::bigint = pg_temp.who(login) $$;

select pg_temp.on('2026-11-24 09:00');
select pg_temp.as('sue');
select is(pg_temp.put('2026-11-01', '2026-11-23', '{}'), 'BS001 batch', 'no plan for yesterday');
select is(pg_temp.put('2026-11-01', null, '{}'), 'BS001 batch', 'nor from no day');
select is(pg_temp.put('2026-11-01', '2026-11-24', '{}', kind => 'night'), 'BS003 kind', 'nor of a kind that there is not');
select is(pg_temp.put('2026-11-01', '2026-11-24', '{}', 5), 'BS031 roster', 'nor made from another draft');
select is(pg_temp.put('2026-11-15', '2026-11-25', array['2026-11-24 1 ann', '2026-11-25 1 ann', '2026-11-26 1 cat', '2026-11-26 2 -', '2026-12-01 1 ann', '2026-10-30 1 ann']), '3 1 2', 'a plan has the days of its month from its first day on');
select is(pg_temp.plan(), '11-25 1 ann, 11-26 1 cat, 11-26 2 -', 'no others');
select is(pg_temp.put('2026-11-01', '2026-11-26', array['2026-11-26 1 ann', '2026-11-26 3 cat']), '3 0 3', 'a plan from a later day');
select is(pg_temp.plan(), '11-25 1 ann, 11-26 1 ann, 11-26 3 cat', 'leaves the days before alone, and takes away what it does not need');
select is(pg_temp.put('2026-11-01', '2026-11-26', array['2026-11-26 1 cat', '2026-11-26 3 ann'], 0), 'BS031 roster', 'what somebody has changed since is not overwritten');
select is(pg_temp.put('2026-11-01', '2026-11-26', array['2026-11-26 1 cat', '2026-11-26 3 ann'], 2), '3 0 3', 'people can change places');
select is(pg_temp.publish(1), 'BS031 roster · 2026-11 · 1 · 2026-11-26 · 常 · by · 苏 · +1', 'norm_7_3: who looked at an older draft is told what changed');
select is(pg_temp.publish(9), 'BS031 roster · 2026-11', 'so is who looked at none that there was');
select is(pg_temp.publish(3), '1', 'who looked at this one publishes it');
select is(pg_temp.plan(), '11-25 1 ann =ann, 11-26 1 cat =cat, 11-26 3 ann =ann', 'and it holds');
select is(pg_temp.publish(3), 'BS004 roster · unchanged', 'once');
select is(pg_temp.put('2026-11-01', '2026-11-25', array['2026-11-25 1 cat']), '3 2 3', 'what was published is not taken away by a plan');
select is(pg_temp.plan(), '11-25 1 cat =ann, 11-26 1 - =cat, 11-26 3 - =ann', 'but left to nobody');
-- what a publication changes, and what not
select pg_temp.as('');
update banshi.roster_duty set staff = published, checked_in_at = '2026-11-25 11:50+08' where day = '2026-11-26';
update banshi.roster_duty set checked_in_at = '2026-11-25 11:50+08', instead_of = pg_temp.who('bob') where day = '2026-11-25';
select pg_temp.on('2026-11-25 12:30');
select pg_temp.as('sue');
select is(pg_temp.publish(), '2', 'published while a duty is on');
select pg_temp.as('');
select is((select string_agg(concat_ws(' ', to_char(day, 'DD'), (checked_in_at is not null)::text, (instead_of is not null)::text, to_char(assigned_at at time zone 'Asia/Shanghai', 'HH24:MI')), ', ' order by day, counter) from banshi.roster_duty),
          '25 false false 12:30, 26 true false, 26 true false', 'who gets a duty has not checked in, stands in for nobody, and has it since now; the others keep what they had');
select is((select string_agg(concat_ws(' ', version, (select login from banshi.staff where id = before), (select login from banshi.staff where id = after)), ', ' order by version, duty) from banshi.roster_change where version = 2), '2 ann cat', 'the change is kept');
select is((select count(*) from banshi.roster_change where version = 1), 3::bigint, 'so are those of before');

-- what a plan is made from
select pg_temp.on('2026-11-24 09:00');
delete from banshi.roster_change;
delete from banshi.roster_duty;
update banshi.roster set version = 0, published_at = null;
select pg_temp.as('sue');
select is(pg_temp.input('2026-11-01', 'from') #>> '{}', '2026-11-24', 'a roster that was never published is planned from today on');
select is(pg_temp.input('2026-12-01', 'from') #>> '{}', '2026-12-01', 'another month from its first day');
select is(pg_temp.input('2026-11-01', 'days'), '["2026-11-24", "2026-11-25", "2026-11-26", "2026-11-27", "2026-11-30"]'::jsonb, 'on the working days of the month');
select throws_ok($$ select api.roster_input('lunch', '2026-10-31') $$, 'BS001', 'month · 2026-10', 'not of a month that is over');
select throws_ok($$ select api.roster_input('lunch', null) $$, 'BS001', 'month', 'nor of none');
select throws_ok($$ select api.roster_input('night', '2026-11-01') $$, 'BS003', 'kind · night', 'of a kind that there is');
select pg_temp.as('');
update banshi.roster set version = 1, published_at = now();
insert into banshi.absence (centre, staff, kind, first, last, weekday)
select min(z.id), pg_temp.who(v.login), case when v.weekday is null then 'leave' else 'part_time' end, v.first::date, v.last::date, v.weekday
from banshi.centre as z, (values ('ann', '2026-11-20', '2026-11-26', null::int), ('cat', '2026-11-01', '2027-06-30', 4), ('bob', '2026-11-23', '2026-11-23', null), ('bob', '2026-12-01', '2026-12-02', null)) as v (login, first, last, weekday)
group by v.login, v.first, v.last, v.weekday;
select pg_temp.as('sue');
select is(pg_temp.input('2026-11-01', 'from') #>> '{}', '2026-11-25', 'one that is published from tomorrow on');
select pg_temp.as('');
insert into banshi.roster (centre, kind, month, version, published_at) select min(id), 'lunch', '2026-12-01', 1, now() from banshi.centre;
select pg_temp.as('sue');
select is(pg_temp.input('2026-12-01', 'from') #>> '{}', '2026-12-01', 'of another month from its first day, published or not');
select is(pg_temp.of(login, 'absent'), days, login || '''s absences of these days')
from (values ('ann', '["2026-11-25", "2026-11-26"]'), ('cat', '["2026-11-26"]'), ('bob', '[]')) as t (login, days);
select pg_temp.as('');
delete from banshi.absence;
create function pg_temp.had(day date, login text, number text) returns void language sql security definer as $$
    insert into banshi.roster (centre, kind, month, version, published_at) select min(id), 'lunch', date_trunc('month', day), 1, now() from banshi.centre on conflict do nothing;
    insert into banshi.roster_duty (centre, roster, day, counter, time, published, changed_by, changed_at)
    select r.centre, r.id, had.day, pg_temp.counter(number), tstzrange(had.day + time '12:00', had.day + time '13:30'), pg_temp.who(login), pg_temp.who('sue'), now() from banshi.roster as r where r.month = date_trunc('month', had.day) $$;
select pg_temp.had('2026-11-24', 'ann', '1'), pg_temp.had('2026-11-23', 'cat', '1'), pg_temp.had('2026-08-03', 'cat', '1'), pg_temp.had('2026-07-31', 'cat', '1');
select pg_temp.as('sue');
select is(concat_ws(' ', pg_temp.of('ann', 'past'), pg_temp.of('ann', 'before'), pg_temp.of('cat', 'past'), pg_temp.of('cat', 'before'), pg_temp.of('bob', 'past')), '1 true 2 false 0', 'who had duties in these months, and who on the working day before');
select is((select string_agg(k.number || (c ->> 'always'), ' ' order by n) from jsonb_array_elements(pg_temp.input('2026-11-01', 'counters')) with ordinality as u (c, n), api.counter as k where k.id = (c ->> 'id')::bigint), '1false 2false 3false', 'every counter that serves a queue of its own');
select pg_temp.as('');
insert into banshi.roster_cover (centre, kind, counter, always) select k.centre, 'lunch', k.id, k.number = '1' from banshi.counter as k where k.id in (pg_temp.counter('1'), pg_temp.counter('2'));
delete from banshi.queue_counter where counter = pg_temp.counter('2') and lag = '0';
select pg_temp.as('sue');
select is((select string_agg(k.number || (c ->> 'always'), ' ' order by n) from jsonb_array_elements(pg_temp.input('2026-11-01', 'counters')) with ordinality as u (c, n), api.counter as k where k.id = (c ->> 'id')::bigint), '1true', 'or those that the kind of duty covers, of them');
select * from finish();
rollback;
