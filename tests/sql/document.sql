-- SPDX-License-Identifier: MIT
-- The life of documents (norms 2.3, 6.4): voided and issued anew, verified, printed, issued on an item; layouts of a
-- centre's own; what was issued never changes.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
insert into banshi.material (centre, item, seq, name, form, originals, copies, required, standard, source)
select i.centre, i.id, 1, '户口簿', 'both', 1, 2, true, '本人页齐全', '公安机关'
from banshi.item as i where i.name = '居民身份证';
update banshi.item set statutory = 20, statutory_unit = 'working_day', conditions = '年满十六周岁' where name = '居民身份证';
select plan(93);

create function pg_temp.accept() returns bigint language sql as $$
    select id from api.case_intake(gen_random_uuid(), jsonb_build_object('item', pg_temp.item('居民身份证'), 'channel', 'post',
        'applicant_kind', 'person', 'applicant_name', '张曲㛃', 'id_kind', 'resident', 'id_number', '530111199001010016',
        'phone', '13888880000', 'materials', '[{"seq":1,"state":"received"}]'::jsonb), '{"outcome":"accept"}') $$;
create function pg_temp.void(n text, again boolean, opid uuid default gen_random_uuid()) returns text language sql as $$
    select number || ' ' || state || ' ' || voids from api.document_void(opid, (select id from api.document where number = n), '姓名有误', again) $$;
create function pg_temp.verified(n text, c text default '') returns text language sql as $$
    select concat_ws(' ', state, nullif(replaced_by, '')) from api.document_verify(n, c) $$;
create function pg_temp.printed_check(n text) returns text language sql as $$ select left(hash, 16) from api.document where number = n $$;
create function pg_temp.entry(n int, item text) returns jsonb language sql security definer as $$
    select jsonb_object_agg(k, '') || jsonb_build_object('document.n', n, 'document.item', item) from unnest(rule.document_row('documents')) as k $$;
create function pg_temp.layout(k text) returns text language sql as $$ select body from api.layout where kind = k $$;

create function pg_temp.serve(n text, v jsonb, opid uuid default gen_random_uuid()) returns text language sql as $$
    select number || ' ' || kind from api.document_serve(opid, (select id from api.document where number = n), v) $$;
create function pg_temp.said(n text, label text) returns text language sql as $$
    select substring(content from E'field\t' || label || E'\t([^\n]*)') from api.document_show(gen_random_uuid(), null, n) $$;

select pg_temp.at('09:00');
select pg_temp.as('ann');
select pg_temp.accept();
select is(pg_temp.verified('官政服受〔2026〕1号'), 'genuine', 'a document is known by its number');
select is(pg_temp.verified('官政服受〔2026〕1号', pg_temp.printed_check('官政服受〔2026〕1号')), 'genuine', 'and by the check value printed on it');
select is(pg_temp.verified('官政服受〔2026〕1号', upper(pg_temp.printed_check('官政服受〔2026〕1号'))), 'genuine', 'however it was typed');
select is(pg_temp.verified('官政服受〔2026〕1号', '0000 0000 0000 0000'), 'altered', 'another check value is told');
select is(pg_temp.verified('官政服受〔2026〕99号'), 'unknown', 'a number that was never issued is unknown');
select throws_ok($$ select * from api.document_void(gen_random_uuid(), (select max(id) from api.document), ' ', false) $$, 'BS015', null, 'voiding needs a reason');
select is(pg_temp.void('官政服受〔2026〕1号', true, '00000000-0000-4000-8000-000000000001'), '官政服受〔2026〕2号 issued 官政服受〔2026〕1号',
          'norm_6_4: the new document refers to the voided one');
select is(pg_temp.void('官政服受〔2026〕1号', true, '00000000-0000-4000-8000-000000000001'), '官政服受〔2026〕2号 issued 官政服受〔2026〕1号',
          'once, however often the answer was lost');
select is((select state || ' ' || void_reason from api.document where number = '官政服受〔2026〕1号'), 'voided 姓名有误', 'norm_6_4: with its reason');
select is(pg_temp.verified('官政服受〔2026〕1号'), 'replaced 官政服受〔2026〕2号', 'whoever holds the old paper learns of the new one');
select throws_ok($$ select pg_temp.void('官政服受〔2026〕1号', false) $$, 'BS004', '官政服受〔2026〕1号 · voided', 'a voided document is not voided again');
select is(pg_temp.void('官政服受〔2026〕2号', false), '官政服受〔2026〕2号 voided 官政服受〔2026〕1号', 'voiding alone');
select is(pg_temp.verified('官政服受〔2026〕2号'), 'void', 'is told as such');
select pg_temp.accept();
select is((select max(number) from api.document), '官政服受〔2026〕3号', 'norm_6_4: a void keeps its number');
select is((select count(*) from api.case_event where kind = 'document voided'), 2::bigint, 'the case remembers');
select pg_temp.as('bob');
select throws_ok($$ select pg_temp.void('官政服受〔2026〕3号', false) $$, 'BS002', '官政服受〔2026〕3号', 'a colleague''s document is not voided by a clerk');
select pg_temp.as('leo');
select is(pg_temp.void('官政服受〔2026〕3号', false), '官政服受〔2026〕3号 voided ', 'but by a lead');
select pg_temp.as('eve');
select is(pg_temp.verified('官政服受〔2026〕3号'), 'unknown', 'another centre knows nothing of it');
select pg_temp.as('');
select throws_ok($$ update banshi.document set void_reason = '另一理由' $$, 'BS002', null, 'the reason of a void never changes');
select throws_ok($$ update banshi.document set state = 'issued' $$, 'BS002', null, 'a void is never taken back');

select pg_temp.as('ann');
select is((select number || ' ' || case_number from api.document_write(gen_random_uuid(), 'enquiry', null, pg_temp.item('居民身份证'), '{"applicant.name":"李四"}')),
          '官政服告〔2026〕1号 ' || (select code from api.item where name = '居民身份证'), 'norm_2_3: told at once, on an item alone');
select is((select applicant_name from api.register where number = '官政服告〔2026〕1号'), '李四', 'the register says who was told');
select matches((select content from api.document_show(gen_random_uuid(), null, '官政服告〔2026〕1号')), E'李四.*年满十六周岁.*row\t1\t户口簿\t原件1份、复印件2份；本人页齐全；出具单位：公安机关',
               'norm_2_3: all conditions and materials');
select is((select prints from api.document_printed(gen_random_uuid(), (select id from api.document where number = '官政服告〔2026〕1号'), 'printer:x')),
          1, 'prints are counted');
select is((select number from api.document_write(gen_random_uuid(), 'assistance', (select max(id) from api."case"), null,
                                                 '{"assistance.note":"代填申请表"}')), '官政服帮〔2026〕1号', 'norm_2_7: delegated assistance');
select throws_ok($$ select * from api.document_write(gen_random_uuid(), 'acceptance', (select max(id) from api."case"), null, '{}') $$, 'BS001', 'kind · acceptance',
                 'a decision''s document comes of the decision alone');
select throws_ok($$ select * from api.document_write(gen_random_uuid(), 'enquiry', null, 0, '{}') $$, 'BS003', 'item', 'an item that is not there');
select throws_ok(format($$ select * from api.document_write(gen_random_uuid(), 'assistance', (select max(id) from api."case"), null, '{"assistance.note":"%s"}') $$, E'a\\u0007b'),
                 'BS010', null, 'control characters are refused');
select unalike((select substring(d.content from E'帮办代办内容\t([^\n]*)') from api.document_write(gen_random_uuid(), 'assistance', (select max(id) from api."case"), null,
                                                       '{"assistance.note":"{applicant.id}|x"}') as w, api.document_show(gen_random_uuid(), w.id, null) as d),
               '%53011119900101001%', 'what is typed is never taken for a placeholder');
select matches((select content from api.document_preview('slip', null, null, null, '{"ticket.number":"A012"}')), E'big\tA012', 'norm_5: a slip');
select matches((select content from api.document_preview('register', null, null, null, jsonb_build_object('documents', array[pg_temp.entry(1, E'a\tb'), pg_temp.entry(2, 'c')]))),
               E'row\t1\t\ta b\t[^\n]*\nrow\t2\t\tc\t', 'a register has its rows');
select is((select count(*) from api.layout as l, api.document_preview(l.kind, (select max(id) from api."case"), null, null, '{}') as p where p.content <> ''), 19::bigint,
          'every kind can be made of a case');
select is((select count(*) from api.case_event where kind = 'read' and case_id = (select max(id) from api."case")), 19::bigint, 'each reading is recorded');
select throws_ok($$ select * from api.layout_set(gen_random_uuid(), 'receipt', pg_temp.layout('receipt')) $$, 'BS002', null, 'layouts are an administrator''s');
select pg_temp.as('adm');
select is((select version || ' ' || own from api.layout_set(gen_random_uuid(), 'acceptance', replace(pg_temp.layout('acceptance'), '受理通知书', '受理通知书（新）'))), '2 true', 'a layout of the centre''s own');
select pg_temp.as('ann');
select pg_temp.accept();
select is((select title from api.document where number = '官政服受〔2026〕4号'), '受理通知书（新）', 'is used from then on');
select is((select title from api.document where number = '官政服受〔2026〕1号'), '受理通知书', 'what was issued before stays as it was');
select pg_temp.as('');
select lives_ok($$ select rule.layout_refresh() $$, 'a migration');
select is((select max(version) from banshi.layout where kind = 'acceptance' and centre = 530111001), 2, 'leaves the centre''s own alone');
select pg_temp.as('adm');
select is((select title || own from api.layout_set(gen_random_uuid(), 'acceptance', '')), '受理通知书false', 'and the program''s comes back on demand');
select pg_temp.as('ann');
select is((select count(*) from api.document_batch(gen_random_uuid(), null, null, 0, 3)), 3::bigint, 'a day''s documents in pieces');
select is((select count(*) from api.document_batch(gen_random_uuid(), null, null, (select max(id) from api.document), 3)), 0::bigint, 'to the end');
select throws_ok($$ select * from api.document_batch(gen_random_uuid(), '2026-01-01', '2026-12-31', 0, 3) $$, 'BS001', null, 'not of a whole year at once');
select matches((select content from api.register_paper(null, null)), E'row\t1\t.*张曲㛃\t受理通知书 官政服受〔2026〕1号\t已作废', 'norm_6_4: the register shows what is void');

-- served (norm 8.1)
select throws_ok($$ select pg_temp.serve('官政服受〔2026〕4号', '{"relation":"self","place":"窗口"}') $$, 'BS001', 'recipient · is required', 'service names who received');
select throws_ok($$ select pg_temp.serve('官政服受〔2026〕4号', '{"recipient":"张曲㛃","relation":"self","place":"窗口","mode":"left"}') $$, 'BS001', 'witness · is required',
                 'what is left with somebody who does not sign needs a witness');
select throws_like($$ select pg_temp.serve('官政服受〔2026〕4号', '{"recipient":"张曲㛃","relation":"self","place":"窗口","at":"2026-11-25 09:00"}') $$, 'at · %', 'service is not in the future');
select throws_like($$ select pg_temp.serve('官政服受〔2026〕4号', '{"recipient":"张曲㛃","relation":"self","place":"窗口","at":"2026-11-24 08:59"}') $$, 'at · %', 'nor before the document was there');
select throws_ok($$ select pg_temp.serve('官政服受〔2026〕1号', '{"recipient":"张曲㛃","relation":"self","place":"窗口"}') $$, 'BS004', '官政服受〔2026〕1号 · voided', 'a void document is not served');
select pg_temp.at('10:31');
select is(pg_temp.serve('官政服受〔2026〕4号', '{"recipient":"张曲㛃","relation":"self","place":"二楼2号窗口","note":"当场签收"}', '00000000-0000-4000-8000-000000000002'),
          '官政服送〔2026〕1号 service', 'norm_8_1: proof of service');
select is(pg_temp.serve('官政服受〔2026〕4号', '{"recipient":"张曲㛃","relation":"self","place":"二楼2号窗口"}', '00000000-0000-4000-8000-000000000002'),
          '官政服送〔2026〕1号 service', 'once, however often the answer was lost');
select is(pg_temp.said('官政服送〔2026〕1号', '送达时间') || pg_temp.said('官政服送〔2026〕1号', '与受送达人关系') || pg_temp.said('官政服送〔2026〕1号', '送达方式')
          || pg_temp.said('官政服送〔2026〕1号', '送达文书') || pg_temp.said('官政服送〔2026〕1号', '送达人') || pg_temp.said('官政服送〔2026〕1号', '备注'),
          '2026年11月24日10时31分本人直接送达受理通知书（新）　官政服受〔2026〕4号安当场签收', 'norm_8_1: to the minute, with relation, mode, document, server and remark');
select is((select state || ' ' || served_to || ' ' || served_at from api.document where number = '官政服受〔2026〕4号'), 'served 张曲㛃 ' || timestamptz '2026-11-24 10:31+08',
          'norm_8_1: the document shows that it was served, when and on whom');
select is((select state from api.register where number = '官政服受〔2026〕4号'), 'served', 'so does the register');
select throws_ok($$ select pg_temp.serve('官政服受〔2026〕4号', '{"recipient":"张曲㛃","relation":"self","place":"窗口"}') $$, 'BS004', '官政服受〔2026〕4号 · served', 'it is not served twice');
select throws_ok($$ select pg_temp.serve('官政服送〔2026〕1号', '{"recipient":"张曲㛃","relation":"self","place":"窗口"}') $$, 'BS001', 'kind · service', 'a proof is not served itself');
select is(pg_temp.void('官政服送〔2026〕1号', true), '官政服送〔2026〕2号 issued 官政服送〔2026〕1号', 'a proof that is issued anew');
select is(pg_temp.said('官政服送〔2026〕2号', '送达地点') || ' ' || (select state from api.document where number = '官政服受〔2026〕4号'), '二楼2号窗口 served', 'says the same again');
select pg_temp.void('官政服送〔2026〕2号', false);
select is((select state from api.document where number = '官政服受〔2026〕4号'), 'issued', 'with its proof void it has not been served');
select is(pg_temp.serve('官政服受〔2026〕4号', '{"place":"本中心网站","mode":"announcement"}'), '官政服送〔2026〕3号 service', 'and can be served again; an announcement has no recipient');
select pg_temp.as('');
select throws_ok($$ update banshi.document set said = '{"x":"y"}' $$, 'BS002', null, 'what a document said never changes');
select pg_temp.as('ann');

-- printed: who, when, where (norm 6.4)
select prints from api.document_printed('00000000-0000-4000-8000-000000000003', (select id from api.document where number = '官政服受〔2026〕4号'), 'printer:a');
select prints from api.document_printed('00000000-0000-4000-8000-000000000003', (select id from api.document where number = '官政服受〔2026〕4号'), 'printer:a');
select pg_temp.as('bob');
select pg_temp.sign_on('2');
select pg_temp.at('10:32');
select prints from api.document_printed(gen_random_uuid(), (select id from api.document where number = '官政服受〔2026〕4号'), 'printer:b');
select is((select string_agg(concat_ws(' ', n, to_char(at at time zone 'Asia/Shanghai', 'HH24:MI'), staff_name, counter_label, destination), ' / ' order by n)
           from api.document_print where document = (select id from api.document where number = '官政服受〔2026〕4号')),
          '1 10:31 安  printer:a / 2 10:32 白 2 printer:b', 'norm_6_4: each printing is listed, once');
select pg_temp.as('');
create function pg_temp.first_three() returns jsonb language sql as $$ select jsonb_agg(id) from api.document_batch(gen_random_uuid(), null, null, 0, 3) $$;
select pg_temp.as('ann');
select is((select documents from api.document_batch_printed('00000000-0000-4000-8000-000000000009', pg_temp.first_three(), '/tmp/day.pdf')), 3::bigint,
          'norm_6_4: documents printed together');
select is((select documents from api.document_batch_printed('00000000-0000-4000-8000-000000000009', pg_temp.first_three(), '/tmp/day.pdf')), 3::bigint, 'are counted once');
select is((select string_agg(d.prints || ' ' || p.destination || ' ' || p.staff_name, ', ' order by d.id)
           from api.document as d join api.document_print as p on p.document = d.id and p.n = d.prints
           where d.id in (select e::bigint from jsonb_array_elements_text(pg_temp.first_three()) as e)),
          '1 /tmp/day.pdf 安, 1 /tmp/day.pdf 安, 1 /tmp/day.pdf 安', 'norm_6_4: each, with who and where to');
select is((select count(*) from api.case_event where kind = 'printed' and detail like '官政服受〔2026〕1号 · /tmp/day.pdf'), 1::bigint, 'norm_6_4: and in the history of its case');
select throws_ok($$ select * from api.document_batch_printed(gen_random_uuid(), '[0]', 'x') $$, 'BS003', 'document', 'one that is not there is told');
select throws_ok($$ select * from api.document_batch_printed(gen_random_uuid(), (select jsonb_agg(n) from generate_series(1, 201) as n), 'x') $$, 'BS001', 'ids',
                 'not more than two hundred at once');
select pg_temp.as('eve');
select is((select count(*) from api.document_print), 0::bigint, 'not to another centre');

-- what only this document says
select pg_temp.as('ann');
select throws_ok($$ select * from api.document_write(gen_random_uuid(), 'authority', (select max(id) from api."case"), null, '{"agent.name":"李四"}') $$, 'BS001', 'agent.authority · is required',
                 'a power of attorney says what for');
select is((select number from api.document_write(gen_random_uuid(), 'authority', (select max(id) from api."case"), null, '{"agent.name":"李四","agent.authority":"代为提交","authority.period":"三个月"}')),
          '官政服委〔2026〕1号', 'a power of attorney');
select pg_temp.void('官政服委〔2026〕1号', true);
select is(pg_temp.said('官政服委〔2026〕2号', '受托人') || pg_temp.said('官政服委〔2026〕2号', '委托期限'), '李四三个月', 'norm_6_4: issued anew it says the same again');
select is((select number || (select pg_temp.said(number, '办理结果')) from api.document_write(gen_random_uuid(), 'assistance_end', (select max(id) from api."case"), null, '{"assistance.result":"terminated"}')),
          '官政服帮结〔2026〕1号终止', 'norm_2_7: how the assistance ended');
select throws_ok($$ select * from api.document_write(gen_random_uuid(), 'service', (select max(id) from api."case"), null, '{}') $$, 'BS001', 'kind · service', 'a proof of service comes of serving alone');
select throws_ok($$ select * from api.document_write(gen_random_uuid(), 'tolerance', (select max(id) from api."case"), null, '{"tolerance.by":"2026-11-30"}') $$, 'BS004', null, 'nothing is promised when nothing is missing');
select throws_ok($$ select * from api.document_write(gen_random_uuid(), 'tolerance', (select max(id) from api."case"), null, '{"tolerance.by":"2026-11-23"}') $$, 'BS001', null, 'nor by a day that is over');
select pg_temp.as('adm');
select set_config('test.content', content, false), set_config('test.hash', hash, false) from api.document_show(gen_random_uuid(), null, '官政服受〔2026〕4号');
select pg_temp.as('');
update banshi.item set name = '另一名称', legal_basis = '另一依据';
update banshi.material set name = '另一材料';
select pg_temp.as('adm');
select api.layout_set(gen_random_uuid(), 'acceptance', replace(pg_temp.layout('acceptance'), '经办人', '承办人'));
select is((select d.content || d.hash from api.document_show(gen_random_uuid(), null, '官政服受〔2026〕4号') as d), current_setting('test.content') || current_setting('test.hash'),
          'norm_6_4: neither the catalogue nor the layout changes what was issued');
select is(encode(sha256(convert_to(current_setting('test.content'), 'UTF8')), 'hex'), current_setting('test.hash'), 'and its hash is that of its content');
select throws_ok($$ select * from api.layout_check('acceptance', pg_temp.layout('acceptance') || E'\n# \u001b[31m') $$, 'BS010', null, 'what cannot be stored is in no layout, neither in its remarks');

-- a denial comes with its decision, art. 38
select pg_temp.as('');
create function pg_temp.deny(opid uuid) returns text language sql as $$
    select state || ' ' || result from api.case_finish(opid, (select max(id) from api."case"), 'denied', '经实地核查，经营场所不符合法定条件。') $$;
select pg_temp.as('ann');
select throws_ok($$ select * from api.document_write(gen_random_uuid(), 'denial', (select max(id) from api."case"), null, '{}') $$, 'BS001', 'kind · denial', 'a denial comes of the result alone');
select is(pg_temp.deny('00000000-0000-4000-8000-000000000008') || pg_temp.deny('00000000-0000-4000-8000-000000000008'), 'decided denieddecided denied', 'art. 38: an accepted case is denied');
select is((select string_agg(number, ' ') from api.document where kind = 'denial'), '官政服不许〔2026〕1号', 'with one decision, however often it is asked for');
select is(pg_temp.said('官政服不许〔2026〕1号', '理由'), '经实地核查，经营场所不符合法定条件。', 'art. 38: that says the reasons');
select matches((select content from api.document_show(gen_random_uuid(), null, '官政服不许〔2026〕1号')),
               '六十日内向有管辖权的行政复议机关申请行政复议.*六个月内向有管辖权的人民法院提起行政诉讼', 'art. 38: and the remedies');
select is((select count(*) from api.case_event where kind = 'document' and detail like '不予行政许可决定书 %'), 1::bigint, 'the case remembers');
select is(pg_temp.void('官政服不许〔2026〕1号', true), '官政服不许〔2026〕2号 issued 官政服不许〔2026〕1号', 'norm_6_4: it can be issued anew');
select throws_like($$ select * from api.layout_check('denial', replace(pg_temp.layout('denial'), '{centre.review_body or 有管辖权的行政复议机关}', '上级')) $$, '%missing%centre.review_body%',
                   'art. 38: a layout without the remedies is refused');

-- what the law says with a decision, and until when, day included
select pg_temp.as('');
create function pg_temp.take(decision jsonb) returns text language sql as $$
    select max(number) from api.case_intake(gen_random_uuid(), jsonb_build_object('item', (select min(id) from api.item), 'channel', 'post',
        'applicant_kind', 'person', 'applicant_name', '张曲㛃', 'id_kind', 'resident', 'id_number', '530111199001010016',
        'phone', '13888880000'), decision) where kind <> 'receipt' $$;
create function pg_temp.content(n text) returns text language sql as $$
    select content from api.document_show(gen_random_uuid(), null, n) $$;
select pg_temp.as('ann');
select pg_temp.take('{"outcome":"refuse","reason":"不属于本机关职权范围。","organ":"市公安局"}') as elsewhere,
       pg_temp.take('{"outcome":"refuse","reason":"依法不予受理。"}') as refused,
       pg_temp.take('{"outcome":"supplement","supplement_days":5}') as asked \gset
select matches(pg_temp.content(:'elsewhere'), '第三十二条第一款第（二）项.*有权受理的机关', 'art. 32 (2): who is refused elsewhere is told by which law, and where to go');
select doesnt_match(pg_temp.content(:'refused'), '第（二）项|有权受理的机关', 'which is not said when no organ is named');
select matches(pg_temp.said(:'asked', '补正期限'), '日前（含当日）$', 'a limit says that its day counts');
select matches(pg_temp.said(:'asked', '期限说明'), '尚未公布', 'and that it is provisional in a year without a calendar');
select matches(pg_temp.content((select number from api.document_write(gen_random_uuid(), 'tolerance', (select max(id) from api."case"), null,
                   '{"tolerance.by":"2026-11-27"}'))), E'承诺补齐的内容\n.*补齐期限\t2026年11月27日前（含当日）', 'what is promised is called so');
select pg_temp.as('adm');
select throws_ok($$ select * from api.layout_check('nothing', 'title|x') $$, 'BS021', 'nothing · unknown kind of document', 'a kind that there is not is told first');
select * from finish();
rollback;
