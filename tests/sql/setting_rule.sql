-- SPDX-License-Identifier: MIT
-- Settings, opening hours, the calendar, printers, forbidden words, forms and staff, rule by rule: what is refused and what is just
-- possible; and what texts and numbers must be.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(162);
update banshi.centre set issue_policy = 'open';
update banshi.item set statutory = 5, statutory_unit = 'working_day' where name = '居民身份证';
insert into banshi.material (centre, item, seq, name) select centre, id, 1, '户口簿' from banshi.item where name = '居民身份证';
create function pg_temp.on(clock text) returns void language plpgsql as $$
begin perform set_config('banshi.clock', clock || '+08', false); end $$;
-- "ok" (and taken back), or the code that refuses
create function pg_temp.try(act text) returns text language plpgsql as $$
begin
    execute 'select * from ' || act;
    raise exception using errcode = 'BZ001';
exception
    when sqlstate 'BZ001' then return 'ok';
    when others then return sqlstate || ' ' || sqlerrm;
end $$;
create function pg_temp.hours(day date, weekday int) returns text language sql as $$ select string_agg(concat_ws(' ', session, nullif(opens, ''), nullif(closes, '')), ', ' order by opens) from api.hours as h where h.day = hours.day or h.weekday = hours.weekday $$;
create function pg_temp.given(clock text) returns text language plpgsql as $$
begin
    perform pg_temp.on(clock);
    perform pg_temp.as('kiosk');
    return pg_temp.try('api.ticket_issue(gen_random_uuid(), pg_temp.queue(''A''), null, null, null, null, null)');
end $$;
select pg_temp.on('2026-11-24 09:00');

-- settings of the centre: the smallest and the largest value, and one beyond
select pg_temp.as('adm');
select is(left(pg_temp.try(format('api.centre_set(gen_random_uuid(), %L)', setting)), 5), code, 'setting ' || setting)
from (values ('{"recall_limit": 1}', 'ok'), ('{"recall_limit": 20}', 'ok'), ('{"recall_limit": 21}', 'BS001'), ('{"supplement_days": 0}', 'BS001'), ('{"supplement_days": 365}', 'ok'), ('{"supplement_days": 366}', 'BS001'),
             ('{"restore_policy": "defer"}', 'ok'), ('{"restore_policy": "end"}', 'ok'), ('{"restore_policy": "keep"}', 'ok'), ('{"restore_policy": "lose"}', 'BS001'), ('{"idle_minutes": 0}', 'BS001'), ('{"idle_minutes": 240}', 'ok'),
             ('{"idle_minutes": 241}', 'BS001'), ('{"wait_warn": 0}', 'BS001'), ('{"wait_warn": 30}', 'ok'), ('{"wait_warn": 31}', 'BS001'), ('{"wait_limit": 480}', 'ok'), ('{"wait_limit": 481}', 'BS001'), ('{"wait_limit": 14}', 'BS001'),
             ('{"form_limit": 0}', 'BS001'), ('{"form_limit": 32768}', 'ok'), ('{"form_limit": 32769}', 'BS001'), ('{"issue_policy": "always"}', 'ok'), ('{"issue_early": 240}', 'ok'), ('{"issue_early": 241}', 'BS001'), ('{"issue_early": -1}', 'BS001'),
             ('{"time_zone": "Asia/Urumqi"}', 'ok'), ('{"recall_limit": 99999999999}', 'BS001'), ('{"name": "另一中心"}', 'BS017'), ('{"name": null}', 'BS001'), ('{"colour": "red"}', 'BS001'), ('[]', 'BS001'), ('null', 'BS001'))
    as t (setting, code);
select is((select to_jsonb(c) - 'id' from api.centre_set(gen_random_uuid(), '{"name": "新", "organ": "新局", "organ_short": "新简", "region": "530112", "time_zone": "Asia/Urumqi", "phone": "1", "address": "2", "review_body": "3",
           "court": "4", "number_pattern": "{n}", "recall_limit": 2, "supplement_days": 3, "restore_policy": "end", "restore_after": 4, "idle_minutes": 5, "wait_warn": 6, "wait_limit": 7, "form_limit": 8, "issue_policy": "always", "issue_early": 9}') as c),
          '{"name": "新", "organ": "新局", "organ_short": "新简", "region": "530112", "time_zone": "Asia/Urumqi", "phone": "1", "address": "2", "review_body": "3", "court": "4", "number_pattern": "{n}", "recall_limit": 2, "supplement_days": 3,
           "restore_policy": "end", "restore_after": 4, "idle_minutes": 5, "wait_warn": 6, "wait_limit": 7, "form_limit": 8, "issue_policy": "always", "issue_early": 9}'::jsonb, 'each setting is stored as itself');
select is((select name from api.centre_set(gen_random_uuid(), '{"name": "官渡区政务服务中心", "time_zone": "Asia/Shanghai", "issue_policy": "open", "issue_early": 30, "form_limit": 10240}')), '官渡区政务服务中心', 'and back');

-- opening hours
select is(left(pg_temp.try(format('api.hours_set(gen_random_uuid(), %L, %L, %L, %L, %L)', day, weekday, session, opens, closes)), 5), code, 'hours ' || concat_ws(' ', day, weekday, session, opens, closes))
from (values (null, 6, 'morning', '09:00', '12:00', 'ok'), (null, 7, 'extended', '00:00', '23:59', 'ok'), (null, 0, 'morning', '09:00', '12:00', 'BS001'), (null, 8, 'morning', '09:00', '12:00', 'BS001'), (null, null, 'morning', '09:00', '12:00', 'BS001'),
             ('2026-12-01', 2, 'morning', '09:00', '12:00', 'BS001'), (null, 6, null, '09:00', '12:00', 'BS001'), (null, 6, 'night', '09:00', '12:00', 'BS001'), (null, 6, 'closed', null, null, 'BS001'), ('2026-12-01', null, 'closed', null, null, 'ok'),
             ('2026-12-01', null, 'closed', '09:00', '12:00', 'BS001'), (null, 6, 'morning', '9:00', '12:00', 'BS001'), (null, 6, 'morning', '09:00', '24:00', 'BS001'), (null, 6, 'morning', '09:60', '12:00', 'BS001'), (null, 6, 'morning', null, '12:00', 'BS001'),
             (null, 6, 'morning', '09:00', null, 'BS001'), (null, 6, 'morning', '09:00', '09:00', 'BS001'), (null, 6, 'morning', '12:00', '09:00', 'BS001'), (null, 1, 'extended', '17:00', '20:00', 'ok'), (null, 1, 'extended', '16:59', '20:00', 'BS001'),
             (null, 1, 'extended', '08:00', '09:00', 'ok'), (null, 1, 'extended', '08:00', '09:01', 'BS001'), (null, 1, 'morning', '08:00', '12:00', 'ok'), (null, 1, 'lunch', null, null, 'ok'), ('2026-12-01', null, 'lunch', '09:00', '12:00', 'ok')) as t (day, weekday, session, opens, closes, code);
select api.hours_set(gen_random_uuid(), '2026-12-01', null, 'morning', '08:00', '12:00'), api.hours_set(gen_random_uuid(), '2026-12-01', null, 'extended', '12:00', '20:00'), api.hours_set(gen_random_uuid(), '2026-12-02', null, 'closed', null, null) \g /dev/null
select is(pg_temp.hours('2026-12-01', null), 'morning 08:00 12:00, extended 12:00 20:00', 'a day has sessions of its own');
select api.hours_set(gen_random_uuid(), '2026-12-01', null, 'closed', null, null), api.hours_set(gen_random_uuid(), '2026-12-02', null, 'lunch', '12:00', '13:00') \g /dev/null
select is(pg_temp.hours('2026-12-01', null) || '; ' || pg_temp.hours('2026-12-02', null), 'closed; lunch 12:00 13:00', 'closing it takes them away, a session opens it again');
select is(pg_temp.hours(null, 2), 'morning 09:00 12:00, lunch 12:00 13:30, afternoon 13:30 17:00', 'and the weekday keeps its own');
select api.hours_set(gen_random_uuid(), null, 2, 'lunch', null, null) \g /dev/null
select is(pg_temp.hours(null, 2) || '; ' || pg_temp.hours(null, 3), 'morning 09:00 12:00, afternoon 13:30 17:00; morning 09:00 12:00, lunch 12:00 13:30, afternoon 13:30 17:00', 'a session is taken away from its weekday alone');
select is((select string_agg(session, ' ' order by opens) from api.hours_set(gen_random_uuid(), null, 5, 'lunch', '12:00', '13:30')), 'morning lunch afternoon', 'the answer is of the own centre');
-- numbers are given from half an hour before the day's first session to the end of its last, also between two
select is(pg_temp.given(clock), code, 'norm 4.4: a number at ' || clock)
from (values ('2026-11-24 08:29:59', 'BS004 综合 · closed · numbers from · 11-24 08:30'), ('2026-11-24 08:30', 'ok'), ('2026-11-24 12:30', 'ok'), ('2026-11-24 16:59:59', 'ok'), ('2026-11-24 17:00', 'BS004 综合 · closed · 17:00 · numbers from · 11-25 08:30'),
             ('2026-11-27 20:00', 'BS004 综合 · closed · 17:00 · numbers from · 11-30 08:30'), ('2026-11-28 10:00', 'BS004 综合 · closed · numbers from · 11-30 08:30'), ('2026-12-01 10:00', 'BS004 综合 · closed · numbers from · 12-02 11:30'),
             ('2026-11-24 00:00', 'BS004 综合 · closed · numbers from · 11-24 08:30')) as t (clock, code);
select is((select string_agg(who || ' ' || pg_temp.try('api.ticket_issue(gen_random_uuid(), pg_temp.queue(''A''), null, null, null, null, null)'), ', ' order by n) from unnest(array['leo', 'sue', 'adm', 'ann']) with ordinality as u (who, n), pg_temp.as(who)),
          'leo ok, sue ok, adm ok, ann BS004 综合 · closed · numbers from · 11-24 08:30', 'a lead and above admit somebody all the same');

-- the calendar
select pg_temp.as('adm');
select is(left(pg_temp.try(format('api.calendar_add(gen_random_uuid(), %L, %L, %L)', day, working, name)), 5), code, 'calendar ' || concat_ws(' ', day, name))
from (values ('1949-01-01', false, '元旦', 'ok'), ('1948-12-31', false, '早', 'BS001'), ('9999-12-31', true, '晚', 'ok'), (null, false, '无', 'BS001'), ('2026-12-10', false, ' ', 'BS015'), ('2026-12-10', false, repeat('长', 51), 'BS001'),
             ('2028-02-29', true, '闰日', 'ok')) as t (day, working, name, code);
select is((select name || working from api.calendar_add(gen_random_uuid(), '2026-12-10', null, '洪水')), '洪水false', 'a day that is named is off unless said otherwise');
select is((select name || working from api.calendar_add(gen_random_uuid(), '2026-12-10', true, '照常')), '照常true', 'and can be named again');
select pg_temp.as('');
insert into banshi.calendar_year (centre, year, published) select id, 2027, false from banshi.centre on conflict do nothing;
insert into banshi.calendar_day (centre, year, day, name, working) select id, 2027, d.day, '预告', false from banshi.centre, (values (date '2026-12-30'), ('2026-12-31')) as d (day);
select pg_temp.as('adm');
select is((select name || working from api.calendar_add(gen_random_uuid(), '2026-12-31', true, '照常')), '照常true', 'what is named counts before a later year''s notice');
select is((select name from api.day where date = '2026-12-30'), '预告', 'of that day alone');
select pg_temp.as('');
insert into banshi.calendar_day (centre, year, day, name, working) select id, v.year, v.day, '通知', v.working
from banshi.centre, (values (2026, date '2026-12-14', false), (2026, '2026-12-29', true), (2027, '2026-12-29', false)) as v (year, day, working) where name = '官渡区政务服务中心';
select pg_temp.as('adm');
select name from api.calendar_add(gen_random_uuid(), '2026-12-14', true, '照常') \g /dev/null
select is((select own from banshi.calendar_day where day = '2026-12-14' and centre = rule.my_centre()), true, 'a day of a notice that is named again is the centre''s own');
select pg_temp.on('2026-12-29 10:00');
select is((select open from api.hours_now), false, 'of two notices on a day the later year''s counts');
select pg_temp.on('2026-11-24 09:00');
select pg_temp.as('leo');
select throws_ok($$ select api.calendar_add(gen_random_uuid(), '2026-12-10', false, '洪水') $$, '42501', null, 'not a lead''s');

-- printers
select pg_temp.as('adm');
select is(left(pg_temp.try(format('api.printer_rule_set(gen_random_uuid(), %L, %L, %L)', counter, kind, destination)), 5), code, 'printer ' || concat_ws(' ', kind, destination))
from (values (null, '', 'printer:x', 'ok'), (null, 'receipt', 'ipp://h/p', 'ok'), (null, 'material_form', 'ipps://h/p', 'ok'), (null, '', 'escpos:/dev/x', 'ok'), (null, '', 'printer:', 'BS001'), (null, '', 'file:x', 'BS001'), (null, '', 'xprinter:x', 'BS001'),
             (null, 'nothing', 'printer:x', 'BS003'), (null, 'receipt', '', 'ok')) as t (counter, kind, destination, code);
select api.printer_rule_set(gen_random_uuid(), null, '', 'printer:all'), api.printer_rule_set(gen_random_uuid(), pg_temp.counter('1'), '', 'printer:one'), api.printer_rule_set(gen_random_uuid(), pg_temp.counter('1'), 'receipt', 'printer:receipt') \g /dev/null
select destination from api.printer_rule_set(gen_random_uuid(), pg_temp.counter('1'), null, 'printer:other') \g /dev/null
select is((select string_agg(destination, ' ' order by destination) from api.printer_rule), 'printer:all printer:other printer:receipt', 'a rule is of a counter and a kind, and replaced by the next');
select is((select string_agg(destination, ' ' order by destination) from api.printer_rule_set(gen_random_uuid(), null, '', '')), 'printer:other printer:receipt', 'or taken away');
select is((select string_agg(who || ' ' || pg_temp.try('api.printer_rule_set(gen_random_uuid(), null, '''', ''printer:x'')'), ', ' order by n) from unnest(array['ann', 'leo', 'sue']) with ordinality as u (who, n), pg_temp.as(who)),
          'ann BS002 printer, leo BS002 printer, sue BS002 printer', 'by an administrator');
select is((select string_agg(who || ' ' || pg_temp.try('api.layout_set(gen_random_uuid(), ''receipt'', '''')'), ', ' order by n) from unnest(array['ann', 'leo', 'sue', 'adm']) with ordinality as u (who, n), pg_temp.as(who)),
          'ann BS002 layout, leo BS002 layout, sue BS002 layout, adm ok', 'so are layouts');

-- words
select pg_temp.as('sue');
select is(left(pg_temp.try(format('api.forbidden_add(gen_random_uuid(), %L, %L, '''')', text, why)), 5), code, 'forbidden: ' || left(text, 5))
from (values ('烦死了', '', 'ok'), (' ', '', 'BS001'), (repeat('长', 51), '', 'BS001'), (repeat('长', 50), '', 'ok'), ('烦', repeat('长', 101), 'BS001')) as t (text, why, code);
select is(pg_temp.try('api.forbidden_remove(gen_random_uuid(), 0)'), 'BS003 0', 'what is not on the list is not taken off');
select api.forbidden_add(gen_random_uuid(), '烦死了', '不耐烦', '请稍候'), api.forbidden_add(gen_random_uuid(), 'ＶＩＰ', '', '') \g /dev/null
select why from api.forbidden_add(gen_random_uuid(), '烦死了', '生硬', '请稍等') \g /dev/null
select is((select string_agg(why || instead, ',') from api.forbidden where text = '烦死了'), '生硬请稍等', 'what is said about a wording is changed');
select is((select string_agg(text, ',') from api.phrase_check(t)), found, 'norm_3_8: ' || t)
from (values ('真烦，死了！', '烦死了'), ('烦 死。了', '烦死了'), ('请稍候', null), ('vip', 'ＶＩＰ'), ('您（烦）死了', '烦死了')) as t (t, found);
-- text that is stored
select pg_temp.as('sue');
select is(left(pg_temp.try(format('api.forbidden_add(gen_random_uuid(), %L, '''', '''')', 'a' || c || 'b')), 5), code, 'a character: ' || name)
from (values (U&'\0001', 'control', 'BS010'), (U&'\001F', 'the last control', 'BS010'), (U&'\0020', 'a blank', 'ok'), (U&'\007F', 'delete', 'BS010'), (U&'\009F', 'the last of C1', 'BS010'), (U&'\00A0', 'a hard blank', 'ok'), (U&'\202A', 'embedding', 'BS010'),
             (U&'\202E', 'override', 'BS010'), (U&'\202F', 'narrow blank', 'ok'), (U&'\2066', 'isolate', 'BS010'), (U&'\2069', 'pop isolate', 'BS010'), (U&'\E000', 'private use', 'BS010'), (U&'\F8FF', 'the last of it', 'BS010'), (U&'\FDD0', 'no character', 'BS010'),
             (U&'\FFFE', 'no character either', 'BS010'), (U&'\+0F0000', 'private plane', 'BS010'), (U&'\+020000', 'a rare character', 'ok'), (E'\n', 'a line end', 'BS010')) as t (c, name, code);
select is((select text from api.forbidden_add(gen_random_uuid(), E' \t\u3000 两端 \n', '', '')), '两端', 'blanks around are taken off');

-- numbers of identity
select is(pg_temp.try(format('api.case_intake(gen_random_uuid(), %L, ''{}'')', jsonb_build_object('item', pg_temp.item('居民身份证'), 'applicant_name', '张', 'id_kind', kind, 'id_number', number, 'phone', '13888880000'))), code, kind || ' ' || number)
from (values ('resident', '53011119900101001X', 'BS011 id_number'), ('resident', '530111200002290019', 'ok'), ('resident', '530111190002290012', 'BS011 id_number'), ('resident', '530111199013010013', 'BS011 id_number'), ('resident', '530111199000010014', 'BS011 id_number'),
             ('resident', '030111199001010018', 'BS011 id_number'), ('resident', '530111199011310012', 'BS011 id_number'), ('resident', '530111179912310011', 'BS011 id_number'), ('resident', '530111180001010016', 'ok'), ('resident', '53011119900101001', 'BS011 id_number'), ('resident', '11010519491231002X', 'ok'), ('resident', '11010519491231002x', 'BS011 id_number'), ('credit_code', '91350100M000100Y43', 'ok'),
             ('credit_code', '91350100M000100Y44', 'BS012 id_number'), ('credit_code', '91A50100M000100Y42', 'BS012 id_number'), ('credit_code', '9135010AM000100Y4K', 'BS012 id_number'), ('credit_code', '91350100I000100Y43', 'BS012 id_number')) as t (kind, number, code);

-- forms
select pg_temp.as('adm');
select is(pg_temp.try(format('api.material_form_attach(gen_random_uuid(), %s, 1, %L, %L, %L, '''')', pg_temp.item('居民身份证'), kind, name, translate(encode(content, 'base64'), E'\n', ''))), code, 'a form: ' || title)
from (values ('blank', 'a.txt', '表'::bytea, 'ok', 'text'), ('sample', 'a.txt', '表'::bytea, 'ok', 'a sample'), (null, 'a.txt', '表', 'BS001 kind · ', 'of no kind'), ('blank', '', '表', 'BS001 name · ', 'without a name'), ('blank', 'a/b', '表', 'BS001 name · a/b', 'a path'),
             ('blank', 'a', 'x%PDF-1.4 %%EOF'::bytea || '\x00', 'BS001 a · not a PDF, PNG, JPEG or text file', 'a PDF that begins later'), ('blank', 'a', '\x89504e470d0a1a0a00', 'BS001 a · not a PDF, PNG, JPEG or text file', 'a PNG without an end'),
             ('blank', 'a', '\x0049454e44', 'BS001 a · not a PDF, PNG, JPEG or text file', 'a PNG without a beginning'), ('blank', 'a', '\xffd8ff00', 'BS001 a · not a PDF, PNG, JPEG or text file', 'a JPEG without an end'), ('blank', 'a', '\x00ffd9', 'BS001 a · not a PDF, PNG, JPEG or text file', 'a JPEG without a beginning'),
             ('blank', 'a', '%PDF-1.4 %%EOF'::bytea || decode(repeat('00', 1020), 'hex'), 'BS001 a · not a PDF, PNG, JPEG or text file', 'a PDF whose end is far before that of the file')) as t (kind, name, content, code, title);
select is(pg_temp.try('api.material_form_remove(gen_random_uuid(), 0)'), 'BS003 material_form', 'one that is not there is not removed');
select * from finish();
rollback;
