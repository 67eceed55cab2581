-- SPDX-License-Identifier: MIT
-- Taking in an application and deciding on it (Licensing Law art. 32): every outcome, its document, its deadlines, and what is
-- refused. Documents have numbers without gaps and never change; personal data stay out of lists.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
insert into banshi.material (centre, item, seq, name, form, originals, copies, required, standard)
select i.centre, i.id, m.seq, m.name, 'original', 1, 0, m.required, m.standard
from banshi.item as i, (values (1, '户口簿', true, '本人页齐全'), (2, '旧证', false, '')) as m (seq, name, required, standard)
where i.name = '居民身份证';
update banshi.item set statutory = 20, statutory_unit = 'working_day', legal_basis = '身份证法第七条' where name = '居民身份证';
update banshi.centre set review_body = '区人民政府', court = '铁路法院' where name = '官渡区政务服务中心';
select plan(52);

create function pg_temp.intake(extra jsonb default '{}') returns jsonb language sql as $$
    select jsonb_build_object('item', pg_temp.item('居民身份证'), 'channel', 'post', 'applicant_kind', 'person', 'applicant_name', '张曲㛃',
        'id_kind', 'resident', 'id_number', '530111199001010016', 'phone', '13888880000', 'spellings', '["zqj"]'::jsonb,
        'materials', '[{"seq":1,"state":"received"},{"seq":2,"state":"not_needed"}]'::jsonb) || extra $$;
create function pg_temp.take(decision jsonb, extra jsonb default '{}', opid uuid default gen_random_uuid()) returns text
    language sql as $$ select string_agg(kind || ' ' || number, ', ' order by id) from api.case_intake(opid, pg_temp.intake(extra), decision) $$;
create function pg_temp.missing() returns jsonb language sql as $$ select '{"materials":[{"seq":1,"state":"missing"},{"seq":2,"state":"wrong","note":"看不清"}]}'::jsonb $$;
create function pg_temp.newest() returns bigint language sql as $$ select max(id) from api."case" $$;
create function pg_temp.content(what text) returns text language sql as $$
    select (api.document_show(gen_random_uuid(), null, what)).content $$;

select pg_temp.at('09:00');
select pg_temp.as('ann');
select throws_ok(format($$ select pg_temp.take('{"outcome":"accept"}', '{"%s":"bogus"}') $$, f), 'BS001', f || ' · bogus',
                 f || ': a code that there is not is named')
from unnest(array['channel', 'applicant_kind', 'delivery', 'notice']) as f;
select throws_ok($$ select pg_temp.take('{"outcome":"accept"}', '{"id_kind":"bogus"}') $$, 'BS001', null, 'id_kind, too');
select pg_temp.as('');
select is((select count(*) from banshi.case_number), 0::bigint, 'no number of a case was taken');
select pg_temp.as('ann');
select is((select count(*) from api."case"), 0::bigint, 'and nothing taken in');
select is(pg_temp.take('{"outcome":"accept"}'), 'acceptance 官政服受〔2026〕1号', 'norm_6_3: complete materials are accepted on the spot');
select matches((select number from api."case"), '202611240001$', 'the case number ends in the day and a serial number');
select is((select state || ' ' || accepted_on from api."case"), 'accepted 2026-11-24', 'the clock starts on the day of acceptance');
select ok((select statutory_due > accepted_on from api."case"), 'the statutory limit is computed');
select matches(pg_temp.content('官政服受〔2026〕1号'), '张曲㛃', 'norm_6_4: the notice names the applicant');
select matches(pg_temp.content('官政服受〔2026〕1号'), E'row\t1\t户口簿\t1\t0', 'norm_6_4: and what was received');
select matches(pg_temp.content('官政服受〔2026〕1号'), '身份证法第七条', 'norm_6_4: and the legal basis');
select matches(pg_temp.content('官政服受〔2026〕1号'), '2026年11月24日', 'norm_6_4: and the date');
select throws_ok($$ select pg_temp.take('{"outcome":"accept"}', pg_temp.missing()) $$, 'BS014', null, 'a missing required material is not accepted');
select is(pg_temp.take('{"outcome":"supplement"}', pg_temp.missing()), 'receipt 官政服收〔2026〕1号, supplement 官政服补〔2026〕1号',
          'norm_2_3: a supplement is asked for once, and what is kept is receipted');
select matches(pg_temp.content('官政服补〔2026〕1号'), '户口簿.*旧证.*看不清', 'norm_2_3: the notice names everything missing and wrong');
select throws_ok($$ select * from api.case_decide(gen_random_uuid(), pg_temp.newest(), '{"outcome":"supplement"}', null) $$, 'BS016', null,
                 'norm_2_3: a second notice needs a reason');
select lives_ok($$ select * from api.case_decide(gen_random_uuid(), pg_temp.newest(), '{"outcome":"supplement","override_reason":"新规定"}', null) $$,
                'with one it is issued');
select is((select count(*) from api.case_event where kind = 'second supplement'), 1::bigint, 'and is recorded for the supervisor');
select is((select string_agg(kind, '') from api.case_decide(gen_random_uuid(), pg_temp.newest(), '{"outcome":"accept"}',
                                                           '[{"seq":1,"state":"received"},{"seq":2,"state":"received"}]')),
          'acceptance', 'art. 32 (5): a complete supplement is accepted');
select throws_ok($$ select * from api.case_decide(gen_random_uuid(), pg_temp.newest(), '{"outcome":"refuse","reason":"不符"}', null) $$, 'BS004', null,
                 'an accepted case is not refused');
select throws_ok($$ select pg_temp.take('{"outcome":"refuse"}') $$, 'BS015', null, 'a refusal needs a reason');
select throws_ok($$ select pg_temp.take('{"outcome":"refuse","reason":"这 事，不归我管"}') $$, 'BS009', null, 'norm_3_8: in words that may be used');
select is(pg_temp.take('{"outcome":"refuse","reason":"不属于本机关职权范围。","organ":"市公安局"}'), 'refusal 官政服拒〔2026〕1号', 'norm_6_3: refusing');
select matches(pg_temp.content('官政服拒〔2026〕1号'), '市公安局', 'art. 32 (2): the decision names the organ in charge');
select matches(pg_temp.content('官政服拒〔2026〕1号'), '六十日内向区人民政府申请行政复议.*六个月内向铁路法院', 'the decision names the remedies');
select is(pg_temp.take('{"outcome":"not_required","reason":"本事项不需要许可。"}'), 'not_required 官政服不受〔2026〕1号', 'art. 32 (1): not required is told at once');
select is(pg_temp.take('{"outcome":""}'), 'receipt 官政服收〔2026〕2号', 'only receiving gives a receipt');
select is(pg_temp.take('{"outcome":"accept"}', '{}', '00000000-0000-4000-8000-00000000000a'), 'acceptance 官政服受〔2026〕3号',
          'refused attempts leave no gap in the numbers');
select is(pg_temp.take('{"outcome":"accept"}', '{}', '00000000-0000-4000-8000-00000000000a'), 'acceptance 官政服受〔2026〕3号',
          'the same operation id gives the same document');
select is((select count(*) from api.document where number = '官政服受〔2026〕4号'), 0::bigint, 'and issues nothing twice');
select throws_ok($$ select pg_temp.take('{}', '{"id_number":"530111202602300013"}') $$, 'BS011', 'id_number', 'an impossible date of birth is refused');
select throws_ok($$ select pg_temp.take('{}', '{"id_kind":"credit_code","id_number":"91350100M000100Y4Z"}') $$, 'BS012', 'id_number', 'so is a wrong credit code');
select throws_ok($$ select pg_temp.take('{}', '{"phone":"123"}') $$, 'BS013', 'phone', 'and a wrong telephone number');
select is((select distinct id_number || phone from api."case"), '530111********0016138****0000', 'lists mask numbers');
select is((select id_number || phone from api.case_show(gen_random_uuid(), pg_temp.newest(), null)), '53011119900101001613888880000', 'one case shows them');
select is((select count(*) from api.case_event where kind = 'read'), 1::bigint, 'and the reading is recorded');
select throws_ok($$ select id_number from banshi.case $$, '42501', null, 'nobody reads them from the table');
select throws_ok($$ select content from banshi.document $$, '42501', null, 'nor the documents');
select is((select count(*) from api.case_search('曲㛃', 50)), (select count(*) from api."case"), 'found by a part of the name');
select is((select count(*) from api.case_search('zq', 50)), (select count(*) from api."case"), 'by pinyin initials');
select is((select count(*) from api.case_search('530111199001010016', 50)), (select count(*) from api."case"), 'by identity number');
select is((select count(*) from api.case_search('官政服拒〔2026〕1号', 50)), 1::bigint, 'by document number');

select pg_temp.as('');
select throws_ok($$ update banshi.document set content = '' $$, 'BS002', null, 'norm_6_4: an issued document never changes, not even for the owner');
select throws_ok($$ delete from banshi.document $$, 'BS002', null, 'nor is it deleted');
select pg_temp.as('eve');
select is((select count(*) from api."case"), 0::bigint, 'another centre sees none of it');
-- what the applicant wants of the service
select pg_temp.as('ann');
select is((select kind from api.case_intake(gen_random_uuid(), pg_temp.intake('{"assistance": true, "helper": "bob", "assistance_note": "代填申请表",
           "agent_authority": "", "notice": "sms"}'), '{"outcome":"accept"}')), 'acceptance', 'norm_2_7: delegated assistance is given');
select is((select concat_ws(' ', assistance, helper_name, assistance_note, applicant_name) from api."case" where id = pg_temp.newest()), 't 白 代填申请表 张曲㛃',
          'norm_2_7: with its helper and what is done; the applicant stays the applicant');
select throws_ok($$ select pg_temp.take('{"outcome":"accept"}', '{"assistance": true, "helper": "nobody"}') $$, 'BS003', 'helper · nobody', 'norm_2_7: a helper is one of the staff');
select is((select notice from api."case" where id = pg_temp.newest()), 'sms', 'norm_6_5: how the applicant wants to be told is kept');
select * from finish();
rollback;
