-- SPDX-License-Identifier: MIT
-- Documents, rule by rule: who voids which document until when, what a service must say, the days
-- of lists and registers, and each word that stands for a code.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
insert into banshi.material (centre, item, seq, name, form, originals, copies, required)
select i.centre, i.id, 1, '户口簿', 'both', 1, 2, true from banshi.item as i where i.name = '居民身份证';
update banshi.item set statutory = 20, statutory_unit = 'working_day', promised = 5, promised_unit = 'working_day' where name = '居民身份证';
select plan(120);

create function pg_temp.on(clock text) returns void language plpgsql as $$
begin perform set_config('banshi.clock', clock || '+08', false); end $$;
create function pg_temp.take(extra jsonb default '{}', outcome text default 'accept') returns bigint language plpgsql as $$
begin
    perform api.case_intake(gen_random_uuid(), jsonb_build_object('item', pg_temp.item('居民身份证'), 'applicant_name', '张曲㛃',
        'id_number', '530111199001010016', 'phone', '13888880000', 'materials', '[{"seq":1,"state":"received"}]'::jsonb) || extra,
        jsonb_build_object('outcome', outcome));
    return (select max(id) from api."case");
end $$;
-- accept an application: the id of its notice
create function pg_temp.accept(extra jsonb default '{}') returns bigint language plpgsql as $$
begin
    perform pg_temp.take(extra);
    return (select max(id) from api.document);
end $$;
create function pg_temp.void(id bigint, again boolean default false) returns text language sql as $$
    select state from api.document_void(gen_random_uuid(), id, '有误', again) $$;
create function pg_temp.content(id bigint) returns text language sql as $$ select content from api.document_show(gen_random_uuid(), id, null) $$;
create function pg_temp.said(content text, label text) returns text language sql as $$
    select substring(content from E'field\t' || label || E'\t([^\n]*)') $$;
create function pg_temp.serve(id bigint, v jsonb default '{}') returns bigint language sql as $$
    select d.id from api.document_serve(gen_random_uuid(), id, '{"recipient":"张曲㛃","relation":"self","place":"窗口"}'::jsonb || v) as d $$;
create function pg_temp.write(kind text, id bigint, v jsonb default '{}') returns bigint language sql as $$
    select d.id from api.document_write(gen_random_uuid(), kind, id, null, v) as d $$;
create function pg_temp.field(kind text, id bigint, label text) returns text language sql as $$
    select pg_temp.said(p.content, label) from api.document_preview(kind, id, null, null, '{}') as p $$;

-- voiding: a clerk what they issued today, a day being that of the centre
select pg_temp.on('2026-11-24 00:10');
select pg_temp.as('ann');
select pg_temp.accept() as early, pg_temp.accept() as other \gset
select pg_temp.on('2026-11-24 23:50');
select is(pg_temp.void(:early), 'voided', 'a clerk voids a document of the same day, which begins at midnight of the centre');
select pg_temp.accept() as late \gset
select pg_temp.as('bob');
select throws_ok(format('select pg_temp.void(%s)', :late), 'BS002', null, 'but not a colleague''s');
select pg_temp.on('2026-11-25 00:00');
select pg_temp.as('ann');
select throws_ok(format('select pg_temp.void(%s)', :late), 'BS002', null, 'nor one of yesterday, a moment after midnight');
select pg_temp.as('leo');
select is(pg_temp.void(:late), 'voided', 'a lead does');
select pg_temp.as('sue');
select is(pg_temp.void(:other), 'voided', 'and a supervisor');
select throws_ok($$ select pg_temp.void(0) $$, 'BS003', 'document', 'there is none such');
select pg_temp.as('ann');
select pg_temp.accept() as one \gset
select pg_temp.as('adm');
select is(pg_temp.void(:one), 'voided', 'and an administrator');

-- a document changes in nothing but its prints, and once to void with a reason
select pg_temp.as('ann');
select pg_temp.accept() as one \gset
select prints from api.document_printed(gen_random_uuid(), :one, 'printer:x') \g /dev/null
select pg_temp.as('');
select throws_ok(format('update banshi.document set %s where id = %s', change, :one), 'BS002', null, 'norm_6_4: not ' || change)
from unnest(array['prints = 0', 'state = ''voided''', 'void_reason = ''x''', 'number = ''x''', 'hash = ''x''', 'issued_at = now()', 'staff = 1', 'copies = 9', 'title = ''x''',
                  'n = 9', 'year = 2025', 'state = ''voided'', void_reason = ''x'', title = ''x''']) as change;
select lives_ok(format('update banshi.document set prints = prints + 1 where id = %s', :one), 'norm_6_4: prints are counted up');
select lives_ok(format('update banshi.document set state = ''voided'', void_reason = ''x'' where id = %s', :one), 'norm_6_4: and it is voided with a reason');

-- service
select pg_temp.on('2026-11-25 10:00:30');
select pg_temp.as('ann');
select pg_temp.accept() as d \gset
select pg_temp.on('2026-11-25 12:00:30');
select throws_ok(format('select pg_temp.serve(%s, %L)', :d, v), 'BS001', detail, 'norm_8_1: not served with ' || v)
from (values ('{"recipient": " "}', 'recipient · is required'), ('{"relation": ""}', 'relation · is required'), ('{"place": ""}', 'place · is required'),
             ('{"mode": "announcement", "place": ""}', 'place · is required'), ('{"mode": "left"}', 'witness · is required'), ('{"mode": "pigeon"}', 'mode · pigeon'),
             ('{"at": "2026-11-25"}', 'at · not a date'), ('{"at": "2026-11-31 10:00"}', 'at · not a date'), ('{"at": "2026-11-25 24:01"}', 'at · not a date'),
             ('{"at": "25.11.2026 11:00"}', 'at · not a date'), ('{"at": "2026-11-25 12:01"}', null), ('{"at": "2026-11-25 09:59"}', null)) as t (v, detail);
select throws_ok(format('select pg_temp.serve(%s, ''{"note": "急什么"}'')', :d), 'BS009', null, 'norm_3_8: nor in words that may not be used');
select throws_ok($$ select pg_temp.serve(0) $$, 'BS003', 'document', 'there is none such');
select id as told from api.document_write(gen_random_uuid(), 'enquiry', null, pg_temp.item('居民身份证'), '{}') \gset
select throws_ok(format('select pg_temp.serve(%s)', :told), 'BS001', 'kind · enquiry', 'what is not of a case is not served');
select is(pg_temp.said(pg_temp.content(pg_temp.serve(:d, '{"at": "2026-11-25 10:00"}')), '送达时间'), '2026年11月25日10时00分', 'norm_8_1: from the minute on in which it was issued');
select is(pg_temp.said(pg_temp.content(pg_temp.serve(pg_temp.accept(), '{"at": "2026-11-25 12:00"}')), '送达时间'), '2026年11月25日12时00分', 'norm_8_1: up to that of now');
select is(pg_temp.said(pg_temp.content(pg_temp.serve(pg_temp.accept(), '{}')), '送达时间'), '2026年11月25日12时00分', 'norm_8_1: which it is unless said otherwise');
select is(pg_temp.said(pg_temp.content(pg_temp.serve(pg_temp.accept(), '{"server": "李"}')), '送达人'), '李', 'norm_8_1: somebody else may have served it');
select is(pg_temp.said(pg_temp.content(pg_temp.serve(pg_temp.accept(), jsonb_build_object('mode', mode, 'witness', '王'))), '送达方式'), word, 'norm_8_1: ' || mode || ' is called so')
from (values ('', '直接送达'), ('direct', '直接送达'), ('left', '留置送达'), ('entrusted', '委托送达'), ('post', '邮寄送达'), ('electronic', '电子送达'), ('announcement', '公告送达')) as t (mode, word);
select is(pg_temp.said(pg_temp.content(pg_temp.serve(pg_temp.accept(), jsonb_build_object('relation', relation))), '与受送达人关系'), word, 'norm_8_1: ' || relation || ' is called so')
from (values ('self', '本人'), ('agent', '代理人'), ('family', '同住成年家属'), ('head', '法定代表人（负责人）'), ('mailroom', '单位收发人员'), ('邻居', '邻居')) as t (relation, word);
select pg_temp.serve(pg_temp.accept()) as proof \gset
select is((select state from api.document where id = (select document from banshi.service where proof = :proof)), 'served', 'norm_8_1: a document is served');
select is(pg_temp.void((select document from banshi.service where proof = :proof)), 'voided', 'it can be void all the same');
select is((select state from api.document where id = (select document from banshi.service where proof = :proof)), 'voided', 'and then is void, not served');

-- codes and their words
select is(pg_temp.field('acceptance', pg_temp.take(jsonb_build_object('id_kind', kind, 'id_number', number)), '证件'), word || ' ' || number, kind || ' is called so')
from (values ('resident', '530111199001010016', '居民身份证'), ('credit_code', '91350100M000100Y43', '统一社会信用代码'), ('passport', 'E1', '护照'), ('hk_macao', 'H1', '港澳居民来往内地通行证'),
             ('taiwan', 'T1', '台湾居民来往大陆通行证'), ('foreign_permanent', 'F1', '外国人永久居留证'), ('other', 'O1', '其他证件')) as t (kind, number, word);
select is(pg_temp.field('acceptance', pg_temp.take(jsonb_build_object('delivery', way, 'delivery_note', note)), '结果送达方式'), word, way || ' is called so')
from (values ('pickup', '', '窗口领取'), ('locker', '三号柜', '自助柜领取：三号柜'), ('post', '', '邮寄送达'), ('network', '', '网站下载'), ('announcement', '', '公告送达')) as t (way, note, word);
select pg_temp.take() as c \gset
select is((select count(*) from (values ('hearing', '听证'), ('tender', '招标'), ('auction', '拍卖'), ('inspection', '检验'), ('test', '检测'), ('quarantine', '检疫'), ('appraisal', '鉴定'), ('expert_review', '专家评审'))
               as t (kind, word), lateral api.case_suspend(gen_random_uuid(), pg_temp.take(), t.kind, '依法进行。', 5) as d
           where pg_temp.content(d.id) ~ t.word), 8::bigint, 'art. 45: each special procedure is called by its name');
select pg_temp.as('');
create function pg_temp.limit_of(n int, unit text) returns text language plpgsql as $$
begin
    update banshi.item set statutory = n, statutory_unit = unit where name = '居民身份证';
    return (select pg_temp.said(p.content, '法定期限') from api.document_preview('enquiry', null, pg_temp.item('居民身份证'), null, '{}') as p);
end $$;
create function pg_temp.fee(cents int, basis text) returns text language plpgsql as $$
begin
    update banshi.item set fee = cents, fee_basis = basis where name = '居民身份证';
    return (select pg_temp.said(p.content, '收费') from api.document_preview('enquiry', null, pg_temp.item('居民身份证'), null, '{}') as p);
end $$;
insert into banshi.staff (centre, login, name, role) select min(id), session_user, '主', 'admin' from banshi.centre;
select is(pg_temp.limit_of(3, unit), word, unit || ' is called so')
from (values ('day', '3天'), ('working_day', '3个工作日'), ('month', '3个月'), ('year', '3年')) as t (unit, word);
select is(pg_temp.fee(0, 'x'), '不收费', 'no fee is said to be none');
select is(pg_temp.fee(2050, '每证'), '20.50元 每证', 'a fee is in yuan, to the fen');

-- days of lists and of the register
update banshi.item set statutory = null, statutory_unit = null where name = '居民身份证';
select pg_temp.on('2026-12-02 00:00');
select pg_temp.as('ann');
select pg_temp.accept() \g /dev/null
select pg_temp.on('2026-12-02 23:59:59');
select pg_temp.accept() \g /dev/null
select pg_temp.on('2026-12-03 00:00');
select pg_temp.accept() \g /dev/null
select is((select count(*) from api.document_batch(gen_random_uuid(), day, null, 0, 100)), n, 'a day''s documents are those from midnight to midnight: ' || day)
from (values (date '2026-12-01', 0::bigint), ('2026-12-02', 2), ('2026-12-03', 1), (null, 1)) as t (day, n);
select is((select count(*) from regexp_matches(content, E'row\t[0-9]', 'g')), n, 'so are those of the register: ' || day)
from (values (date '2026-12-01', 0::bigint), ('2026-12-02', 2), ('2026-12-03', 1)) as t (day, n), api.register_paper(t.day, null);
select is((select count(*) from api.document_batch(gen_random_uuid(), '2026-12-02', '2026-12-03', 0, 100)), 3::bigint, 'days are read from the first to the last');
select lives_ok($$ select * from api.document_batch(gen_random_uuid(), '2026-12-01', '2027-01-01', 0, 1) $$, 'at most a month');
select throws_ok($$ select * from api.document_batch(gen_random_uuid(), '2026-12-01', '2027-01-02', 0, 1) $$, 'BS001', null, 'not a day more');
select throws_ok($$ select * from api.document_batch(gen_random_uuid(), '2026-12-02', '2026-12-01', 0, 1) $$, 'BS001', null, 'and forwards');
select lives_ok($$ select * from api.register_paper('2026-01-01', '2027-01-02') $$, 'a register is of a year at most');
select throws_ok($$ select * from api.register_paper('2026-01-01', '2027-01-03') $$, 'BS001', null, 'not of a day more');
select throws_ok($$ select * from api.register_paper('2026-12-02', '2026-12-01') $$, 'BS001', null, 'and forwards, too');
select is((select string_agg((regexp_match(l, '已出具|已送达|已作废'))[1], ' ' order by n)
           from api.register_paper('2026-11-24', '2026-11-25'), unnest(string_to_array(content, E'\n')) with ordinality as u (l, n)
           where l ~ '官政服受〔2026〕([1-6])号'), '已作废 已作废 已作废 已作废 已作废 已送达', 'norm_6_4: it says what is void and what was served');
select throws_ok($$ select * from api.document_batch_printed(gen_random_uuid(), '{"a": 1}', 'x') $$, 'BS001', 'ids', 'what is printed together is a list');

-- documents that decide nothing
select pg_temp.take() as c \gset
select throws_ok(format('select pg_temp.write(%L, %s, %L)', kind, :c, v), 'BS001', detail, kind || ' says ' || detail)
from (values ('authority', '{"agent.authority":"代为提交"}', 'agent.name · is required'), ('authority', '{"agent.name":"李四","agent.authority":" "}', 'agent.authority · is required'),
             ('assistance', '{"assistance.helper":" "}', 'assistance.helper · is required'), ('assistance_end', '{}', 'assistance.result · is required'),
             ('assistance_end', '{"assistance.helper":"","assistance.result":"completed"}', 'assistance.helper · is required'), ('tolerance', '{}', 'tolerance.by · is required'),
             ('tolerance', '{"tolerance.by":"soon"}', 'tolerance.by · not a date'), ('tolerance', '{"tolerance.by":"2026-12-32"}', 'tolerance.by · not a date')) as t (kind, v, detail);
select throws_ok(format('select pg_temp.write(%L, %s)', kind, :c), 'BS001', 'kind · ' || coalesce(kind, ''), coalesce(kind, 'nothing') || ' is written by its act alone')
from unnest(array['receipt', 'supplement', 'refusal', 'not_required', 'special', 'prolongation', 'slip', 'register', null]) as kind;
select throws_ok($$ select pg_temp.write('assistance', 0) $$, 'BS003', 'case', 'of a case that is there');
select is(pg_temp.said(pg_temp.content(pg_temp.write('assistance_end', :c, '{"assistance.result":"completed"}')), '办理结果'), '办结', 'norm_2_7: completed is called so');
select pg_temp.as('');
update banshi.case_material set state = 'missing' where case_id = :c;
select promised_due as due from banshi.case where id = :c \gset
select pg_temp.as('ann');
select throws_ok(format('select pg_temp.write(''tolerance'', %s, ''{"tolerance.by":"2026-12-04"}'')', pg_temp.take()), 'BS004', null, 'what another case lacks is not promised in one that lacks nothing');
select throws_ok(format('select pg_temp.write(''tolerance'', %s, %L)', :c, jsonb_build_object('tolerance.by', date :'due' + 1)), 'BS001', null, 'nothing is promised for after the limit');
select throws_ok(format('select pg_temp.write(''tolerance'', %s, ''{"tolerance.by":"2026-12-02"}'')', :c), 'BS001', null, 'nor for yesterday');
select lives_ok(format('select pg_temp.write(''tolerance'', %s, %L)', :c, jsonb_build_object('tolerance.by', date :'due')), 'up to the limit');
select lives_ok(format('select pg_temp.write(''tolerance'', %s, ''{"tolerance.by":"2026-12-03"}'')', :c), 'from today on');

-- numbers
select pg_temp.accept() as d \gset
select left(hash, 16) as value, left(hash, 15) || case substr(hash, 16, 1) when '0' then '1' else '0' end as wrong, number from api.document where id = :d \gset
select is((select state from api.document_verify(:'number', v)), state, 'a check value is compared: ' || title)
from (values (:'value', 'genuine', 'whole'), (regexp_replace(:'value', '(....)', '\1 ', 'g'), 'genuine', 'in groups'), (:'wrong', 'altered', 'to its last digit'), (left(:'value', 12), 'altered', 'not by its beginning'))
    as t (v, state, title);
select pg_temp.as('adm');
select api.centre_set(gen_random_uuid(), '{"number_pattern": "{year}-{word}-{organ}-{n}", "organ_short": "新"}') \g /dev/null
select pg_temp.as('ann');
select pg_temp.accept() as d, pg_temp.accept() as e \gset
select is((select string_agg(number, ' ' order by id) from api.document where id in (:d, :e)), '2026-受-新-1 2026-受-新-2', 'norm_6_4: a number is made by the centre''s pattern; another organ has a series of its own');
select * from finish();
rollback;
