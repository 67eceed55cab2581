-- SPDX-License-Identifier: MIT
-- The clock of a case: deemed acceptance (art. 32 (4)), limits kept from acceptance, special procedures (art. 45), the one
-- prolongation (art. 42), result and delivery (art. 44), deadlines computed again when the calendar changes, and their list.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
\set calendar_2026 `cat "$BANSHI_DATADIR/calendar/2026.json"`
update banshi.item set statutory = 20, statutory_unit = 'working_day', promised = 5, promised_unit = 'working_day'
where name = '居民身份证';
insert into banshi.material (centre, item, seq, name, form, originals, copies, required)
select i.centre, i.id, 1, '户口簿', 'original', 1, 0, true from banshi.item as i where i.name = '居民身份证';
update banshi.staff set department = (select d.id from banshi.department as d where d.name = '公安分局' and d.centre = staff.centre)
where login = 'ann';
select plan(122);

create function pg_temp.on_day(day text) returns void language plpgsql as $$
begin perform set_config('banshi.clock', day || ' 10:00+08', false); end $$;
create function pg_temp.import(calendar jsonb) returns text language sql as $$
    select string_agg(concat_ws(' ', l.line, l.key, l.reason), ', ')
    from api.import(gen_random_uuid(), 'calendar', jsonb_build_object(
        'path', 'f.json', 'year', calendar -> 'year', 'papers', '[]'::jsonb,
        'records', coalesce((select jsonb_agg(jsonb_build_object('line', 0, 'date', d ->> 'date', 'name', d ->> 'name',
                                                                 'working', not (d ->> 'isOffDay')::boolean))
                             from jsonb_array_elements(calendar -> 'days') as d), '[]'))) as l
    where l.reason = 'deadlines' $$;
-- a case taken in today; its id
create function pg_temp.take(outcome text, material text default 'received') returns bigint language plpgsql as $$
begin
    perform api.case_intake(gen_random_uuid(), jsonb_build_object(
        'item', pg_temp.item('居民身份证'), 'channel', 'post', 'applicant_kind', 'person', 'applicant_name', '张曲㛃',
        'id_kind', 'resident', 'id_number', '530111199001010016', 'phone', '13888880000',
        'materials', jsonb_build_array(jsonb_build_object('seq', 1, 'state', material))), jsonb_build_object('outcome', outcome));
    return (select max(id) from api."case");
end $$;
create function pg_temp.decide(id bigint, decision jsonb) returns text language sql as $$
    select string_agg(d.kind, ', ') from api.case_decide(gen_random_uuid(), id, decision, null) as d $$;
-- "accepted promised statutory", days as month-day
create function pg_temp.clock(id bigint) returns text language sql as $$
    select concat_ws(' ', c.state, to_char(c.accepted_on, 'MM-DD'), to_char(c.promised_due, 'MM-DD'), to_char(c.statutory_due, 'MM-DD'),
                     case when not c.due_published then 'provisional' end)
    from api."case" as c where c.id = clock.id $$;
create function pg_temp.suspend(id bigint, kind text default 'hearing', note text default '听证会定于下周举行。', days int default 5,
                                opid uuid default gen_random_uuid()) returns text language sql as $$
    select string_agg(d.kind || ' ' || d.number, ', ') from api.case_suspend(opid, id, kind, note, days) as d $$;
create function pg_temp.resume(id bigint, opid uuid default gen_random_uuid()) returns text language sql as $$
    select c.state from api.case_resume(opid, id) as c $$;
create function pg_temp.extend(id bigint, days int, unified boolean default false, reason text default '案情复杂，需要进一步核实。',
                               opid uuid default gen_random_uuid()) returns text language sql as $$
    select string_agg(d.kind || ' ' || d.number, ', ') from api.case_extend(opid, id, days, unified, reason) as d $$;
create function pg_temp.finish(id bigint, result text, note text default '', opid uuid default gen_random_uuid()) returns text
    language sql as $$ select c.state || ' ' || coalesce(c.deliver_by::text, '') from api.case_finish(opid, id, result, note) as c $$;
create function pg_temp.deliver(id bigint, mode text default '', note text default '', opid uuid default gen_random_uuid()) returns text
    language sql as $$ select concat_ws(' ', c.state, c.delivered_by, c.delivered_on) from api.case_deliver(opid, id, mode, note) as c $$;
create function pg_temp.events(id bigint, kind text) returns text language sql as $$
    select string_agg(e.detail, ', ' order by e.id) from api.case_event as e where e.case_id = events.id and e.kind = events.kind $$;
create function pg_temp.content(id bigint, kind text) returns text language sql as $$
    select (api.document_show(gen_random_uuid(), d.id, null)).content
    from (select d.id from api.document as d where d.case_id = content.id and d.kind = content.kind order by d.id desc limit 1) as d $$;

select pg_temp.as('adm');
select is(pg_temp.import(:'calendar_2026'), '0 changed deadlines', 'an import says how many deadlines changed: none without cases');

-- acceptance keeps its limits
select pg_temp.on_day('2026-11-24');
select pg_temp.as('ann');
select pg_temp.take('accept') as a \gset
select is(pg_temp.clock(:a), 'accepted 11-24 12-01 12-22', 'an accepted case has both limits');
select pg_temp.as('');
update banshi.item set promised = 1 where name = '居民身份证';
select is((select concat_ws(' ', statutory, statutory_unit, promised, promised_unit) from banshi.case where id = :a),
          '20 working_day 5 working_day', 'it keeps the limits that it was accepted with');

-- special procedures, art. 45
select pg_temp.as('ann');
select throws_ok(format('select pg_temp.suspend(%s, $$nap$$)', :a), 'BS001', 'kind · nap', 'an unknown procedure is refused');
select throws_ok(format('select pg_temp.suspend(%s, $$hearing$$, $$$$)', :a), 'BS015', 'note', 'so is one that is not explained');
select throws_ok(format('select pg_temp.suspend(%s, $$hearing$$, $$这事不归我管$$)', :a), 'BS009', null, 'norm_3_8: or in forbidden words');
select throws_ok(format('select pg_temp.suspend(%s, days => 0)', :a), 'BS001', 'days · 0', 'or without its time');
select throws_ok(format('select pg_temp.suspend(%s, days => 367)', :a), 'BS001', 'days · 367', 'or for more than a year');
select throws_ok(format('select pg_temp.resume(%s)', :a), 'BS004', null, 'a running clock is not resumed');
select is(pg_temp.suspend(:a, opid => '00000000-0000-4000-8000-000000000001'), 'special 官政服特〔2026〕1号',
          'art. 45: a special procedure is notified in writing');
select is(pg_temp.suspend(:a, opid => '00000000-0000-4000-8000-000000000001'), 'special 官政服特〔2026〕1号',
          'the same operation id gives the same notice');
select matches(pg_temp.content(:a, 'special'), '听证.*听证会定于下周举行。.*2026年11月24日.*5个工作日', 'which says what, why, since when and how long');
select is(pg_temp.events(:a, 'suspended'), 'hearing · 听证会定于下周举行。', 'it happened once');
select is((select state || ' ' || resume_by from api."case" where id = :a), 'suspended 2026-12-01', 'the announced end is computed');
select throws_ok(format('select pg_temp.suspend(%s)', :a), 'BS004', null, 'one special procedure at a time');
select throws_ok(format('select pg_temp.finish(%s, $$granted$$)', :a), 'BS004', null, 'a suspended case is not decided');
select pg_temp.as('leo');
select throws_ok(format('select pg_temp.extend(%s, 5)', :a), 'BS004', null, 'nor prolonged');
select pg_temp.on_day('2026-12-01');
select pg_temp.as('bob');
select is(pg_temp.resume(:a, '00000000-0000-4000-8000-000000000002'), 'accepted', 'a colleague may resume it');
select is(pg_temp.resume(:a, '00000000-0000-4000-8000-000000000002'), 'accepted', 'the same operation id answers again');
select is(pg_temp.events(:a, 'resumed'), 'working days · 5', 'and it is resumed once');
select is(pg_temp.clock(:a), 'accepted 11-24 12-08 12-29', 'art. 45: both limits move by the five working days suspended');
select is((select resume_by from api."case" where id = :a), null, 'and no end is awaited any more');
select pg_temp.on_day('2026-12-02');
select is(pg_temp.suspend(:a, 'inspection', '设备送检。', 1), 'special 官政服特〔2026〕2号', 'another special procedure follows');
select is(pg_temp.resume(:a), 'accepted', 'and ends on the same day');
select is(pg_temp.clock(:a), 'accepted 11-24 12-08 12-29', 'which moves nothing');
select is(pg_temp.suspend(:a, 'expert_review', '专家评审。', 3), 'special 官政服特〔2026〕3号', 'a third one');
select pg_temp.on_day('2026-12-07');
select is(pg_temp.resume(:a), 'accepted', 'over a weekend');
select is(pg_temp.clock(:a), 'accepted 11-24 12-11 01-01 provisional', 'moves by the working days alone, into a year that is not published');
select pg_temp.as('eve');
select throws_ok(format('select pg_temp.suspend(%s)', :a), 'BS003', 'case', 'another centre does not find the case');

-- the prolongation, art. 42
select pg_temp.as('ann');
select throws_ok(format('select pg_temp.extend(%s, 5)', :a), '42501', null, 'a clerk does not approve a prolongation');
select pg_temp.as('leo');
select throws_ok(format('select pg_temp.extend(%s, 11)', :a), 'BS001', 'days · 11 > 10', 'art. 42: at most ten days');
select throws_ok(format('select pg_temp.extend(%s, 16, true)', :a), 'BS001', 'days · 16 > 15', 'fifteen when handled together');
select throws_ok(format('select pg_temp.extend(%s, 0)', :a), 'BS001', 'days · 0 > 10', 'and at least one');
select throws_ok(format('select pg_temp.extend(%s, 5, reason => $$$$)', :a), 'BS015', 'reason', 'with a reason');
select is(pg_temp.extend(:a, 10, opid => '00000000-0000-4000-8000-000000000003'), 'prolongation 官政服延〔2026〕1号', 'the notice is issued');
select is(pg_temp.extend(:a, 10, opid => '00000000-0000-4000-8000-000000000003'), 'prolongation 官政服延〔2026〕1号', 'once for an operation id');
select is(pg_temp.clock(:a), 'prolonged 11-24 12-25 01-15 provisional', 'both limits move by ten working days');
select matches(pg_temp.content(:a, 'prolongation'), '10个工作日.*案情复杂，需要进一步核实。.*李.*2027年1月15日（暂定', 'the notice says how long, why, by whom and until when');
select throws_ok(format('select pg_temp.extend(%s, 1)', :a), 'BS004', null, 'art. 42: only once');
select is(pg_temp.suspend(:a, 'test', '补充检测。', 2), 'special 官政服特〔2026〕4号', 'a prolonged case can be suspended');
select pg_temp.on_day('2026-12-08');
select is(pg_temp.resume(:a), 'prolonged', 'and is prolonged afterwards');
select is(pg_temp.clock(:a), 'prolonged 11-24 12-28 01-18 provisional', 'its limits move on');

-- the calendar of the next year is published, art. 82
select pg_temp.as('ann');
select throws_ok($$ select api.import(gen_random_uuid(), 'calendar', '{}') $$, '42501', null, 'clerks import no calendar');
select pg_temp.take('') as r \gset
select pg_temp.take('supplement', 'missing') as s \gset
select doesnt_match(pg_temp.content(:s, 'supplement'), '期限说明', 'a limit in a published year is certain');
select pg_temp.as('adm');
select is(pg_temp.import('{"year": 2027, "days": [{"date": "2027-01-01", "name": "元旦", "isOffDay": true},
                                                  {"date": "2026-12-11", "name": "试", "isOffDay": true}]}'),
          '3 changed deadlines', 'every deadline that moves is counted');
select is(pg_temp.clock(:a), 'prolonged 11-24 12-29 01-20', 'limits are computed again, with the suspensions and the prolongation');
select is(pg_temp.events(:a, 'deadlines'),
          'promised_due · 2026-12-28 → 2026-12-29 · statutory_due · 2027-01-18 → 2027-01-20 · calendar published', 'an event says what changed');
select is((select tell_by from api."case" where id = :r), '2026-12-16', 'so are the five days to tell');
select is((select supplement_by from api."case" where id = :s), '2026-12-30', 'and the period of a supplement');
select is(pg_temp.events(:s, 'deadlines'), 'supplement_by · 2026-12-29 → 2026-12-30', 'with an event each');
select is(pg_temp.import('{"year": 2027, "days": [{"date": "2027-01-01", "name": "元旦", "isOffDay": true},
                                                  {"date": "2026-12-11", "name": "试", "isOffDay": true}]}'),
          '0 changed deadlines', 'the same calendar again changes none');

-- a day named by the administrator
select pg_temp.as('leo');
select throws_ok($$ select * from api.calendar_add(gen_random_uuid(), '2026-12-10', false, '洪水') $$, '42501', null, 'a lead names no days');
select pg_temp.as('adm');
select throws_ok($$ select * from api.calendar_add(gen_random_uuid(), null, false, '洪水') $$, 'BS001', 'day', 'no day, no exception');
select throws_ok($$ select * from api.calendar_add(gen_random_uuid(), '2026-12-10', false, '') $$, 'BS015', 'name', 'a day off has a name');
select is((select concat_ws(' ', date, name, working) from api.calendar_add('00000000-0000-4000-8000-000000000004', '2026-12-10', false, '洪水')),
          '2026-12-10 洪水 f', 'a day is named a day off');
select is((select name from api.calendar_add('00000000-0000-4000-8000-000000000004', '2026-12-10', false, '洪水')), '洪水', 'once');
select is(pg_temp.clock(:a), 'prolonged 11-24 12-30 01-21', 'deadlines move at once');
select is(pg_temp.import(:'calendar_2026'), '0 changed deadlines', 'an imported notice leaves it alone');
select is((select name from api.calendar_add(gen_random_uuid(), '2026-12-11', true, '照常')), '照常', 'another notice''s day off is worked after all');
select is(pg_temp.clock(:a), 'prolonged 11-24 12-29 01-20', 'which counts');

-- nobody told the applicant, art. 32 (4)
select pg_temp.as('ann');
select is((select cases from api.case_sweep(gen_random_uuid())), 0::bigint, 'within the five days nothing is swept');
select pg_temp.on_day('2026-12-15');
select is((select cases from api.case_sweep(gen_random_uuid())), 0::bigint, 'nor on the last of them');
select pg_temp.on_day('2026-12-17');
select pg_temp.take('', 'missing') as l \gset
select pg_temp.take('', 'missing') as m \gset
select is((select cases from api.case_sweep('00000000-0000-4000-8000-000000000005')), 1::bigint, 'art. 32 (4): untold for five days is accepted');
select is((select cases from api.case_sweep('00000000-0000-4000-8000-000000000005')), 1::bigint, 'the same operation id gives the same count');
select is((select cases from api.case_sweep(gen_random_uuid())), 0::bigint, 'and sweeping again finds nothing');
select is(pg_temp.clock(:r), 'accepted 12-08 12-09 01-07', 'art. 32 (4): the clock runs from the day of receipt');
select is((select deemed from api."case" where id = :r), true, 'and the case says why');
select is(pg_temp.events(:r, 'deemed accepted'), '2026-12-08', 'there is an event');
select is(pg_temp.clock(:s), 'supplement', 'a supplement asked for in time is not accepted by law');
select is(pg_temp.decide(:r, '{"outcome":"accept"}'), 'acceptance', 'its notice of acceptance can still be issued');
select matches(pg_temp.content(:r, 'acceptance'), '受理日期\t2026年12月8日', 'with the day of receipt');
select throws_ok(format('select pg_temp.decide(%s, $${"outcome":"accept"}$$)', :r), 'BS004', null, 'once');
select pg_temp.on_day('2026-12-28');
select is(pg_temp.decide(:l, '{"outcome":"supplement"}'), 'supplement', 'a supplement asked for too late is still asked for');
select is(pg_temp.clock(:l), 'accepted 12-17 12-18 01-15', 'art. 32 (4): but the clock runs from the day of receipt');
select matches(pg_temp.content(:l, 'supplement'), '自收到申请材料之日（2026年12月17日）起即为受理', 'the notice tells the applicant so');
select matches(pg_temp.content(:s, 'supplement'), '办理期限自受理之日起计算', 'and one in time says that the clock has not started');
select is((select supplement_by from api."case" where id = :l), '2027-01-19', 'while the applicant has the usual time');
select is(pg_temp.decide(:m, '{"outcome":"accept"}'), 'acceptance', 'art. 32 (4): accepting too late asks for nothing more');
select is(pg_temp.clock(:m), 'accepted 12-17 12-18 01-15', 'and counts from the day of receipt');

-- result and delivery, art. 44
select throws_ok(format('select pg_temp.deliver(%s)', :m), 'BS004', null, 'without a result nothing is delivered');
select throws_ok(format('select pg_temp.finish(%s, $$maybe$$)', :m), 'BS001', 'result · maybe', 'a result is granted, denied or ended');
select throws_ok(format('select pg_temp.finish(%s, $$denied$$)', :m), 'BS015', 'note', 'a denial needs its reason');
select throws_ok(format('select pg_temp.finish(%s, $$denied$$, $$这事不归我管$$)', :m), 'BS009', null, 'norm_3_8: in words that may be used');
select is(pg_temp.finish(:m, 'granted', '', '00000000-0000-4000-8000-000000000006'), 'decided 2027-01-12', 'art. 44: ten days to deliver');
select is(pg_temp.finish(:m, 'granted', '', '00000000-0000-4000-8000-000000000006'), 'decided 2027-01-12', 'the same operation id answers again');
select throws_ok(format('select pg_temp.finish(%s, $$denied$$, $$不符合条件。$$)', :m), 'BS004', null, 'a result is final');
select throws_ok(format('select pg_temp.deliver(%s, $$pigeon$$)', :m), 'BS001', 'delivery · pigeon', 'an unknown way is refused');
select is(pg_temp.deliver(:m, '', '', '00000000-0000-4000-8000-000000000007'), 'delivered pickup 2026-12-28', 'norm_8_1: delivered as wished');
select is(pg_temp.deliver(:m, '', '', '00000000-0000-4000-8000-000000000007'), 'delivered pickup 2026-12-28', 'once');
select throws_ok(format('select pg_temp.deliver(%s)', :m), 'BS004', null, 'and not again');
select is(pg_temp.suspend(:l, 'appraisal', '笔迹鉴定。', 5), 'special 官政服特〔2026〕5号', 'a case accepted by law can be suspended');
select is(pg_temp.finish(:l, 'ended', '申请人死亡。'), 'ended ', 'a suspended case can end without a decision');
select is((select count(*) from banshi.suspension where until_on is null), 0::bigint, 'which ends the special procedure');

-- limits in other units
select pg_temp.as('');
update banshi.item set statutory = 1, statutory_unit = 'month', promised = 10, promised_unit = 'day' where name = '居民身份证';
select pg_temp.on_day('2026-11-10');
select pg_temp.as('ann');
select pg_temp.take('accept') as o \gset
select is(pg_temp.clock(:o), 'accepted 11-10 11-20 12-11', 'limits in months and days; the tenth is off by name');
select is(pg_temp.suspend(:o), 'special 官政服特〔2026〕6号', 'suspended');
select pg_temp.on_day('2026-11-14');
select is(pg_temp.resume(:o), 'accepted', 'four days later');
select is(pg_temp.clock(:o), 'accepted 11-10 11-24 12-14', 'calendar time moves by calendar days, to a day that is worked');
select pg_temp.on_day('2026-12-15');
select pg_temp.as('sue');
select throws_ok(format('select pg_temp.extend(%s, 5)', :o), 'BS004', null, 'a limit that has run out is not prolonged');

-- it happens by itself
select pg_temp.as('');
create function pg_temp.forecast(id bigint, step text, days int) returns text language sql as $$
    select concat_ws(' ', f.state, 'P' || to_char(f.promised_due, 'MM-DD'), 'S' || to_char(f.statutory_due, 'MM-DD'),
                     'R' || to_char(f.resume_by, 'MM-DD'), 'D' || to_char(f.deliver_by, 'MM-DD'))
    from api.case_forecast(id, step, days) as f $$;
select pg_temp.on_day('2026-12-17');
select pg_temp.as('bob');
select pg_temp.take('') as b \gset
select pg_temp.on_day('2026-12-25');
select pg_temp.as('cat');
select is((select count(*) from api.session_sign_on(gen_random_uuid(), pg_temp.counter('3'),
                                                    '{"badge": true, "uniform": true, "grooming": true}')), 1::bigint, 'somebody signs on');
select is(pg_temp.clock(:b), 'accepted 12-17 12-28 01-18', 'art. 32 (4): whoever signs on after the five days finds the case accepted from its receipt');
select is((select cases from api.case_sweep(gen_random_uuid())), 0::bigint, 'and nothing is left to sweep');

-- what a step would do, before it is taken
select pg_temp.on_day('2026-12-18');
select pg_temp.as('bob');
select is(pg_temp.forecast(:b, 'suspend', 5), 'suspended P12-28 S01-18 R12-25', 'a suspension is forecast with its end');
select throws_ok(format('select pg_temp.forecast(%s, $$extend$$, 5)', :b), 'BS002', null, 'a clerk gets no forecast of what a clerk may not do');
select pg_temp.as('leo');
select is(pg_temp.forecast(:b, 'extend', 10), 'prolonged P01-12 S02-01', 'a prolongation with the limits as they will be');
select throws_ok(format('select pg_temp.forecast(%s, $$extend$$, 16)', :b), 'BS001', 'days · 16 > 15', 'or with why it is refused');
select is(pg_temp.forecast(:b, 'finish', 0), 'decided P12-28 S01-18 D01-04', 'a result with the last of the ten days to deliver');
select throws_ok(format('select pg_temp.forecast(%s, $$resume$$, 0)', :b), 'BS004', null, 'what is not possible is said');
select throws_ok(format('select pg_temp.forecast(%s, $$nap$$, 0)', :b), 'BS001', 'step · nap', 'an unknown step too');
select is(pg_temp.clock(:b), 'accepted 12-17 12-28 01-18', 'nothing has changed');
select is((select count(*) from api.document as d where d.case_id = :b and d.kind in ('special', 'prolongation')), 0::bigint, 'no notice is issued');
select is(pg_temp.suspend(:b, 'test', '检测。', 1), 'special 官政服特〔2026〕7号', 'and no number is taken');
select is(pg_temp.finish(:b, 'ended', '申请人放弃。'), 'ended ', 'a suspended case can be ended');

-- the list
select pg_temp.as('');
\set deadline_list `cat "$abs_top_srcdir/core/query/deadline_list.sql"`
select format('create function pg_temp.list(boolean, bigint) returns table (case_id bigint, duty text, due date, remaining bigint, urgency text, '
              'published boolean, mine boolean) language sql as %L',
              'select d.case_id, d.duty, d.due, d.remaining, d.urgency, d.published, d.mine from (' || :'deadline_list' || ') as d') \gexec
create function pg_temp.duties(mine boolean default false) returns text language sql as $$
    select string_agg(concat_ws(' ', l.duty, l.urgency, l.remaining, case when l.mine then 'mine' end), ', ')
    from pg_temp.list(mine, 100) as l $$;
update banshi.case set staff = (select id from banshi.staff where login = 'bob'),
                       item = (select id from banshi.item where name = '旧事项') where id = :o;
select pg_temp.on_day('2026-12-28');
select pg_temp.as('ann');
select is(pg_temp.duties(), 'promised overdue -12 mine, promised risk 1 mine, supplement risk 2 mine, promised overdue -23, statutory overdue -10',
          'a clerk sees what is overdue and at risk, the own first');
select is(pg_temp.duties(true), 'promised overdue -12 mine, promised risk 1 mine, supplement risk 2 mine', 'or the own alone');
select pg_temp.as('sue');
select is(pg_temp.duties(), 'promised overdue -23, promised overdue -12, statutory overdue -10, promised risk 1, supplement risk 2', 'a supervisor sees the oldest first');
select is((select count(*) from pg_temp.list(false, 2)), 2::bigint, 'as many as asked for');
select pg_temp.on_day('2026-12-29');
select is((select urgency || remaining from pg_temp.list(false, 100) where case_id = :a), 'today0', 'what is due today says so');
select pg_temp.on_day('2026-12-28');
select pg_temp.as('ann');
select is(pg_temp.suspend(:a, 'hearing', '听证。', 2), 'special 官政服特〔2026〕8号', 'suspended again');
select is((select duty || ' ' || urgency from pg_temp.list(false, 100) where case_id = :a), 'resume risk',
          'of a suspended case only the announced end is awaited');
select pg_temp.as('');
select rule.case_clock_all(rule.actor_of(s), 2027) from banshi.staff as s where s.login = 'adm' \g /dev/null
update banshi.calendar_year set published = false where year = 2027;
delete from banshi.working_day where year = 2027;
select rule.case_clock(c.centre, c.id) from banshi.case as c where c.state in ('accepted', 'supplement') \g /dev/null
select pg_temp.as('ann');
select is((select string_agg(duty, ' ') from pg_temp.list(true, 100) where urgency = 'provisional'), 'statutory',
          'what is provisional for want of a calendar is listed');
select is((select bool_and(published = (due < '2027-01-01')) from pg_temp.list(true, 100)), true, 'and only what really enters the unpublished year');
select pg_temp.as('eve');
select is(pg_temp.duties(), null, 'another centre sees none of it');
select * from finish();
rollback;
