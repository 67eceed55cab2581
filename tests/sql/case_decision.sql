-- SPDX-License-Identifier: MIT
-- Decisions on a case, guard by guard: what is needed of who applies, from which state each outcome is possible, what the materials
-- allow, and which day it is: days begin at midnight of the centre, and the last day of a period belongs to it.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
insert into banshi.material (centre, item, seq, name, form, originals, copies, required, standard)
select i.centre, i.id, m.seq, m.name, 'original', 1, 2, m.required, ''
from banshi.item as i, (values (1, '户口簿', true), (2, '旧证', false)) as m (seq, name, required)
where i.name = '居民身份证';
update banshi.item set statutory = 20, statutory_unit = 'working_day' where name = '居民身份证';
insert into banshi.staff (centre, login, name, role, active) select min(id), 'dan', '邓', 'clerk', false from banshi.centre;
select plan(97);

create function pg_temp.on(clock text) returns void language plpgsql as $$
begin perform set_config('banshi.clock', clock || '+08', false); end $$;
create function pg_temp.intake(extra jsonb default '{}') returns jsonb language sql as $$
    select jsonb_build_object('item', pg_temp.item('居民身份证'), 'applicant_name', '张曲㛃', 'id_number', '530111199001010016',
        'phone', '13888880000', 'materials', '[{"seq":1,"state":"received"},{"seq":2,"state":"not_needed"}]'::jsonb) || extra $$;
create function pg_temp.take(outcome text default '', extra jsonb default '{}') returns bigint language plpgsql as $$
begin
    perform api.case_intake(gen_random_uuid(), pg_temp.intake(extra), jsonb_build_object('outcome', outcome, 'reason', '原因'));
    return (select max(id) from api."case");
end $$;
create function pg_temp.decide(id bigint, outcome text, extra jsonb default '{}', materials jsonb default null) returns text language sql as $$
    select coalesce(string_agg(d.kind, ','), '')
    from api.case_decide(gen_random_uuid(), id, jsonb_build_object('outcome', outcome) || extra, materials) as d $$;
create function pg_temp.state(id bigint) returns text language sql as $$
    select concat_ws(' ', c.state, to_char(c.accepted_on, 'MM-DD'), case when c.deemed then 'deemed' end) from api."case" as c where c.id = state.id $$;
create function pg_temp.of(id bigint, field text) returns text language sql as $$
    select to_jsonb(c) ->> field from api."case" as c where c.id = of.id $$;
create function pg_temp.materials(id bigint) returns text language sql as $$
    select string_agg(concat_ws(' ', seq, name, state, originals, copies, required, nullif(note, '')), '; ' order by seq) from banshi.case_material where case_id = id $$;
create function pg_temp.missing(a text, b text) returns jsonb language sql as $$
    select jsonb_build_object('materials', jsonb_build_array(jsonb_build_object('seq', 1, 'state', a), jsonb_build_object('seq', 2, 'state', b))) $$;

-- who applies
select pg_temp.on('2026-11-24 09:00');
select pg_temp.as('ann');
select throws_ok(format('select pg_temp.take('''', %L)', extra), code, detail, title)
from (values ('{"applicant_name": " "}', 'BS001', 'applicant_name · is required', 'an applicant has a name'),
             ('{"id_number": ""}', 'BS001', 'id_number · is required', 'and a number'),
             ('{"phone": null}', 'BS001', 'phone · is required', 'and a telephone'),
             ('{"id_kind": "resident", "id_number": "530111199001010017"}', 'BS011', 'id_number', 'a resident''s number has its check digit'),
             ('{"id_kind": "credit_code", "id_number": "530111199001010016"}', 'BS012', 'id_number', 'an organisation''s is a credit code'),
             ('{"id_kind": "credit_code", "id_number": "915301A2MA6K3X7Q0H"}', 'BS012', 'id_number', 'whose third to eighth places are digits'),
             ('{"phone": "12888880000"}', 'BS013', 'phone', 'a mobile telephone begins with 13 to 19'),
             ('{"phone": "0871-17180000"}', 'BS013', 'phone', 'a landline not with 1'),
             ('{"phone": "138888800001"}', 'BS013', 'phone', 'and has no digit more'),
             ('{"agent_name": "李四"}', 'BS011', 'agent_id_number', 'an agent has a number'),
             ('{"agent_name": "李四", "agent_id_number": "530111199001010017", "agent_phone": "13888880000", "agent_authority": "代办"}', 'BS011', 'agent_id_number', 'that is right'),
             ('{"agent_name": "李四", "agent_id_number": "530111199001010016", "agent_authority": "代办"}', 'BS013', 'agent_phone', 'and a telephone'),
             ('{"agent_name": "李四", "agent_id_number": "530111199001010016", "agent_phone": "123", "agent_authority": "代办"}', 'BS013', 'agent_phone', 'that is one'),
             ('{"agent_name": "李四", "agent_id_number": "530111199001010016", "agent_phone": "13888880000", "agent_authority": " "}', 'BS001', 'agent_authority · is required', 'and an authority'),
             ('{"item": 0}', 'BS003', 'item · 0', 'an item is there'),
             (format('{"item": %s}', pg_temp.item('旧事项')), 'BS003', null, 'and in force'),
             ('{"helper": "dan"}', 'BS003', 'helper · dan', 'a helper has not left'),
             ('{"helper": "eve"}', 'BS003', 'helper · eve', 'and is of the centre'),
             ('{"agent_authority": "急什么"}', 'BS009', null, 'norm_3_8: an authority is in words that may be used'),
             ('{"assistance_note": "急什么"}', 'BS009', null, 'norm_3_8: so is what is done for somebody'),
             ('{"delivery_note": "急什么"}', 'BS009', null, 'norm_3_8: and how to deliver'),
             ('{"address": "a\u202eb"}', 'BS010', 'address', 'an address is plain text'),
             ('{"note": "a\u0007b"}', 'BS010', 'note', 'so is a note'),
             ('{"ticket": 1}', 'BS006', 'not signed on', 'who is at no counter has no visit'))
    as t (extra, code, detail, title);
select lives_ok(format('select pg_temp.take('''', %L)', extra), title)
from (values ('{"phone": "0871-67180000"}', 'a landline is a telephone'), ('{"phone": "67180000-12"}', 'with an extension, too'),
             ('{"id_kind": "passport", "id_number": "E12345678"}', 'a passport''s number has no check digit'),
             ('{"agent_name": "", "agent_id_number": "1"}', 'without an agent nothing of one is asked')) as t (extra, title);
select is(pg_temp.of(pg_temp.take('', '{"assistance": true}'), 'helper_name'), '安', 'norm_2_7: who helps, unless said otherwise, is who takes it in');
select is(pg_temp.of(pg_temp.take('', '{"assistance": false}'), 'helper_name'), '', 'norm_2_7: and nobody when nobody is helped');

-- the visit that it belongs to
select pg_temp.sign_on('1');
select pg_temp.issue('A'), pg_temp.issue('A');
select throws_ok(format('select pg_temp.take('''', ''{"ticket": %s}'')', pg_temp.ticket('A001')), 'BS004', 'no number in hand', 'a number in hand');
select number from api.ticket_call_next(gen_random_uuid());
select throws_ok(format('select pg_temp.take('''', ''{"ticket": %s}'')', pg_temp.ticket('A002')), 'BS004', 'A001 · called', 'and no other');
select is(pg_temp.of(pg_temp.take('', format('{"ticket": %s}', pg_temp.ticket('A001'))::jsonb), 'ticket'), 'A001', 'it is the visit''s');

-- materials
select is(pg_temp.materials(pg_temp.take('', '{"materials": null}')), '1 户口簿 missing 1 2 t; 2 旧证 missing 1 2 f', 'what is not mentioned has not been handed in');
select is(pg_temp.materials(pg_temp.take('', '{"materials": [{"seq": 1, "name": "x", "form": "copy", "required": false, "originals": 3, "state": "received"},
                                              {"seq": 3, "name": "委托书", "state": "wrong", "note": "看不清"}]}')),
          '1 户口簿 received 3 2 t; 2 旧证 missing 1 2 f; 3 委托书 wrong 0 0 f 看不清', 'what the item requires is the item''s to say; the clerk''s own lines come after');
select pg_temp.take('supplement', pg_temp.missing('missing', 'wrong')) as s \gset
select is(pg_temp.decide(:s, 'supplement', '{"override_reason": "新规定"}', '[{"seq": 1, "state": "wrong", "note": "缺印章", "originals": 4, "copies": 5}]'), 'supplement', 'decided again');
select is(pg_temp.materials(:s), '1 户口簿 wrong 4 5 t 缺印章; 2 旧证 wrong 1 2 f', 'the state, the note and the numbers of the later decision are stored, and what it does not name stays');
select throws_ok($$ select pg_temp.take('accept', pg_temp.missing('received', 'wrong')) $$, 'BS014', '旧证', 'a wrong optional material refuses acceptance, too');
select throws_ok($$ select pg_temp.take('accept', pg_temp.missing('wrong', 'not_needed')) $$, 'BS014', '户口簿', 'so does a wrong required one');
select throws_ok($$ select pg_temp.take('accept', pg_temp.missing('missing', 'missing')) $$, 'BS014', '户口簿', 'a missing optional one does not');
select is(pg_temp.state(pg_temp.take('accept', pg_temp.missing('received', 'missing'))), 'accepted 11-24', 'it is accepted without it');
select throws_ok($$ select pg_temp.take('supplement', pg_temp.missing('received', 'not_needed')) $$, 'BS001', 'outcome · no material is missing', 'nothing is asked for when nothing is missing');
select lives_ok($$ select pg_temp.take('supplement', pg_temp.missing('received', 'missing')) $$, 'what is missing is asked for');
select lives_ok($$ select pg_temp.take('supplement', pg_temp.missing('received', 'wrong')) $$, 'and what is wrong');

-- the time of a supplement
select pg_temp.take('', pg_temp.missing('missing', 'missing')) as t \gset
select throws_ok(format('select pg_temp.decide(%s, ''supplement'', ''{"supplement_days": 366}'')', :t), 'BS001', 'supplement_days · 366', 'at most a year to supplement');
select throws_ok(format('select pg_temp.decide(%s, ''supplement'', ''{"supplement_days": -1}'')', :t), 'BS001', 'supplement_days · -1', 'not less than a day');
select is(pg_temp.decide(:t, 'supplement', '{"supplement_days": 1}'), 'supplement', 'a day is enough');
select is((select supplement_by::text from api."case" where id = :t), '2026-11-25', 'it ends on the next');
select is(pg_temp.decide(:t, 'supplement', '{"supplement_days": 365, "override_reason": "新规定"}'), 'supplement', 'a year is possible');
select throws_ok(format('select pg_temp.decide(%s, ''supplement'', ''{"override_reason": " "}'')', :t), 'BS016', 'override_reason', 'norm_2_3: each notice after the first needs its reason');
select pg_temp.take('supplement', pg_temp.missing('missing', 'missing')) as u, pg_temp.take('', pg_temp.missing('missing', 'missing')) as v \gset
select is(pg_temp.decide(:v, 'supplement', '{"supplement_days": 0}') || pg_temp.of(:u, 'supplement_by') || pg_temp.of(:v, 'supplement_by'), 'supplement2026-12-152026-12-15',
          'fifteen working days unless said otherwise');

-- from which state
select pg_temp.on('2026-11-24 10:00');
select pg_temp.take() as r, pg_temp.take('supplement', pg_temp.missing('missing', 'missing')) as s, pg_temp.take('accept') as a, pg_temp.take('accept') as h,
       pg_temp.take('accept') as p, pg_temp.take('accept') as d, pg_temp.take('accept') as g, pg_temp.take('accept') as e \gset
select api.case_suspend(gen_random_uuid(), :h, 'hearing', '听证。', 5), api.case_finish(gen_random_uuid(), :d, 'granted', ''), api.case_finish(gen_random_uuid(), :g, 'granted', ''),
       api.case_deliver(gen_random_uuid(), :g, '', ''), api.case_finish(gen_random_uuid(), :e, 'ended', '申请人死亡。');
select pg_temp.as('leo');
select api.case_extend(gen_random_uuid(), :p, 5, false, '复杂。');
select pg_temp.as('ann');
select throws_ok(format('select pg_temp.decide(%s, %L)', :r, outcome), code, detail, outcome || ' is refused without what it needs')
from (values ('refuse', 'BS015', 'reason'), ('not_required', 'BS015', 'reason'), ('withdraw', 'BS015', 'reason'), ('', 'BS001', 'outcome · '), ('maybe', 'BS001', 'outcome · maybe'))
    as t (outcome, code, detail);
select throws_ok(format('select pg_temp.decide(%s, %L, ''{"reason": "改变主意"}'')', id, outcome), 'BS004', null, outcome || ' is refused of a case that is ' || state)
from (values (:a, 'accepted', 'accept'), (:a, 'accepted', 'supplement'), (:a, 'accepted', 'refuse'), (:a, 'accepted', 'not_required'), (:h, 'suspended', 'refuse'), (:p, 'prolonged', 'accept'),
             (:d, 'decided', 'withdraw'), (:d, 'decided', 'accept'), (:g, 'delivered', 'withdraw'), (:e, 'ended', 'withdraw'), (:e, 'ended', 'refuse')) as t (id, state, outcome);
select is(pg_temp.decide(id, 'withdraw', '{"reason": "改变主意"}') || pg_temp.state(id), 'withdrawn' || coalesce(' ' || day, ''), 'who applied can withdraw a case that is ' || state)
from (values (:r, 'received', null), (:s, 'supplement', null), (:a, 'accepted', '11-24'), (:h, 'suspended', '11-24'), (:p, 'prolonged', '11-24')) as t (id, state, day);
select is((select count(*) from banshi.suspension where case_id = :h and until_on is null), 0::bigint, 'a case that is withdrawn is in no special procedure any more');
select throws_ok(format('select pg_temp.decide(%s, ''withdraw'', ''{"reason": "x"}'')', :r), 'BS004', null, 'once');
select pg_temp.take('refuse') as r \gset
select throws_ok(format('select pg_temp.decide(%s, ''accept'')', :r), 'BS004', null, 'what was refused is not accepted');
select pg_temp.take('not_required') as r \gset
select throws_ok(format('select pg_temp.decide(%s, ''accept'')', :r), 'BS004', null, 'nor what needs no licence');

-- the day begins at midnight of the centre, which is eight hours before that of UTC; the last day of a period belongs to it
select pg_temp.on('2026-11-24 07:30');
select pg_temp.take() as a, pg_temp.take('', pg_temp.missing('missing', 'missing')) as s, pg_temp.take() as b, pg_temp.take() as c \gset
select is((select received_on || ' ' || tell_by from banshi.case where id = :a), '2026-11-24 2026-12-01', 'art. 32 (4): before eight in the morning it is the same day, too; five working days to tell');
select pg_temp.on('2026-12-01 23:59:59');
select is((select cases from api.case_sweep(gen_random_uuid())) || pg_temp.state(:b), '0received', 'art. 32 (4): on the fifth day itself nothing is accepted by law');
select is(pg_temp.decide(:a, 'accept') || ' ' || pg_temp.state(:a), 'acceptance accepted 12-01', 'art. 32 (4): accepted on the fifth day itself is not deemed: the clock runs from acceptance');
select is(pg_temp.decide(:s, 'supplement') || ' ' || pg_temp.state(:s), 'supplement supplement', 'art. 32 (4): nor is what is asked for on it late');
select pg_temp.on('2026-12-02 00:00');
select is(pg_temp.decide(:b, 'accept') || ' ' || pg_temp.state(:b), 'acceptance accepted 11-24 deemed', 'art. 32 (4): at midnight it is late');
select is((select cases from api.case_sweep(gen_random_uuid())) > 0 and pg_temp.state(:c) = 'accepted 11-24 deemed', true,
          'art. 32 (4): and the rest is accepted by law');
select is(pg_temp.decide(:c, 'accept'), 'acceptance', 'whose notice can be issued');
select throws_ok(format('select pg_temp.decide(%s, ''accept'')', :c), 'BS004', null, 'once');
select is(pg_temp.state(:s), 'supplement', 'a supplement asked for in time is none of them');
select pg_temp.on('2026-12-31 23:59');
select is((select max(number) from api.case_intake(gen_random_uuid(), pg_temp.intake(), '{"outcome":"not_required","reason":"不需要"}')), '官政服不受〔2026〕2号', 'norm_6_4: the last document of the year');
select pg_temp.on('2027-01-01 01:00');
select is((select max(number) from api.case_intake(gen_random_uuid(), pg_temp.intake(), '{"outcome":"not_required","reason":"不需要"}')), '官政服不受〔2027〕1号',
          'norm_6_4: at one o''clock on New Year''s Day the series is that of the new year, from 1');
select matches((select number from api."case" order by id desc limit 1), '202701010001$', 'and so is the number of the case');
select is(pg_temp.issue('A'), 'A001', 'and the first number of the day');
select is((select day from api.ticket where number = 'A001' and id = (select max(id) from api.ticket)), '2027-01-01', 'of the new year');
select is((select max(number) from api.case_intake(gen_random_uuid(), pg_temp.intake(), '{"outcome":"not_required","reason":"不需要"}')), '官政服不受〔2027〕2号', 'norm_6_4: then 2');
select pg_temp.on('2028-02-29 23:30');
select matches(pg_temp.of(pg_temp.take(), 'number'), '202802290001$', 'a leap day is a day');
select matches(pg_temp.of(pg_temp.take(), 'number'), '202802290002$', 'the cases of an item and day are numbered one after the other');

-- result and delivery, guard by guard
select pg_temp.on('2026-11-24 10:00');
select pg_temp.take('accept') as a, pg_temp.take('accept') as b \gset
select throws_ok(format('select api.case_finish(gen_random_uuid(), %s, null, '''')', :a), 'BS001', 'result · ', 'a result is said');
select throws_ok(format('select api.case_finish(gen_random_uuid(), %s, ''ended'', '' '')', :a), 'BS015', 'note', 'an end needs its reason');
select api.case_suspend(gen_random_uuid(), :b, 'hearing', '听证。', 1);
select throws_ok(format('select api.case_finish(gen_random_uuid(), %s, ''denied'', ''不符'')', :b), 'BS004', null, 'a suspended case is not denied');
select throws_ok(format('select api.case_extend(gen_random_uuid(), %s, 5, false, ''复杂。'')', :a), '42501', null, 'a clerk prolongs nothing');
select * from finish();
rollback;
