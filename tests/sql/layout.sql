-- SPDX-License-Identifier: MIT
-- Layouts: what is refused, with its line and what to write; what is required of each kind, whatever holds; guards and parts; a new kind
-- of document is one new layout; what a migration does with a centre's own.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(122);
-- the program's layouts, and those of a later program
alter table banshi.layout drop constraint layout_kind_check; -- made of the layouts there are
create table public.later_layout (kind text, body text);
grant select on public.later_layout to public;
alter function rule.layout_default() rename to layout_default_before;
create function rule.layout_default() returns table (kind text, body text) language sql set search_path = pg_catalog, pg_temp as $f$
    select * from rule.layout_default_before() union all select * from public.later_layout $f$;
create function pg_temp.layout(k text) returns text language sql security definer as $$ select body from rule.layout_default() where kind = k $$;
-- why a layout is refused; null: it does
create function pg_temp.refused(kind text, body text) returns text language plpgsql as $$
begin
    perform api.layout_check(kind, body);
    return null;
exception when sqlstate 'BS021' then return sqlerrm;
end $$;
-- the program's layout of a kind, with another line at its end
create function pg_temp.more(kind text, line text) returns text language sql as $$ select pg_temp.refused(kind, pg_temp.layout(kind) || line || E'\n') $$;
create function pg_temp.other(kind text, what text, instead text) returns text language sql as $$ select pg_temp.refused(kind, replace(pg_temp.layout(kind), what, instead)) $$;
create function pg_temp.lines(kind text) returns int language sql as $$ select array_length(string_to_array(pg_temp.layout(kind), E'\n'), 1) $$;
-- the line of what is in the program's layout
create function pg_temp.at(kind text, what text) returns bigint language sql as $$
    select min(n) from unnest(string_to_array(pg_temp.layout(kind), E'\n')) with ordinality as u (l, n) where strpos(l, what) > 0 and l !~ '^(required|#)' $$;
select pg_temp.at('09:00');

-- the program's own
select pg_temp.as('adm');
select is((select count(*) from api.layout as l, api.layout_check(l.kind, l.body)), 19::bigint, 'the program''s layouts do');
select pg_temp.as('');
create temp view head as select d.kind, l.* from rule.layout_default() as d, rule.layout_lines(d.body) as l where l.head;
select is((select string_agg(distinct kind, ' ') from head where directive = 'about' and text not in ('case', 'item', 'ticket', 'appointment', 'list')), null, 'each is about something');
select is((select count(distinct kind) from head where directive = 'about'), 19::bigint, 'always');
select is((select string_agg(distinct kind || ' ' || r, ' ') from head, unnest(string_to_array(text, '|')) as r
           where directive = 'by' and text <> 'its act' and not rule.is_word('staff_role', r)), null,
          'who issues a kind are roles of the staff');
select is((select string_agg(distinct kind || ' ' || r, ' ') from head, unnest(string_to_array(text, '|')) as r
           where directive = 'when' and not rule.is_word('case_state', r)), null, 'when are states of a case');
select is((select string_agg(distinct kind || ' ' || r, ' ') from head, unnest(string_to_array(text, '|')) as r
           where directive = 'needs' and not exists (select from rule.layout_default() as d where d.kind = head.kind and strpos(d.body, '{' || r || '}') > 0)), null,
          'and what it needs is filled in');
select is((select string_agg(kind, ' ' order by kind) from head where directive = 'by' and text <> 'its act'), 'assistance assistance_end authority enquiry tolerance', 'five kinds come with no act');
select is((select string_agg(kind, ' ' order by kind) from head where directive = 'word' and kind not in (select kind from head where directive = 'served')), 'enquiry service', 'a proof is not served, nor what is no case''s');
select is((select count(*) from unnest('{received,wanted,materials}'::text[]) as l
           where (select array_agg(k order by k) from jsonb_object_keys(rule.document_list(530111001, null, null, l) -> 0) as k) is distinct from null), 0::bigint, 'without a case a list is empty');
insert into banshi.material (centre, item, seq, name) select centre, id, 1, '户口簿' from banshi.item where name = '居民身份证';
create function pg_temp.take(outcome text) returns bigint language sql as $$
    select api.case_intake(gen_random_uuid(), jsonb_build_object('item', pg_temp.item('居民身份证'), 'applicant_name', '张', 'id_number', '530111199001010016', 'phone', '13888880000',
        'materials', jsonb_build_array(jsonb_build_object('seq', 1, 'state', case outcome when 'accept' then 'received' else 'missing' end, 'note', ''))), jsonb_build_object('outcome', outcome));
    select max(id) from api."case" $$;
select pg_temp.as('ann');
select pg_temp.take('accept') as accepted, pg_temp.take('supplement') as supplement \gset
select pg_temp.as('');
select is((select array_agg(k order by k) from jsonb_object_keys(rule.document_list(530111001, c, i, l) -> 0) as k), (select array_agg(k order by k) from unnest(rule.document_row(l)) as k), 'rows say what they are known for: ' || l)
from (values ('received', :accepted, null), ('wanted', :supplement, null), ('materials', null, pg_temp.item('居民身份证'))) as t (l, c, i);

-- line by line
select pg_temp.as('adm');
select is(pg_temp.more('receipt', line), 'receipt · line · ' || pg_temp.lines('receipt') || ' · ' || why, line || ' is refused')
from (values ('image|x', 'image · not a directive'), ('Para|x', 'Para · not a directive'), ('para if|x', 'para if · not a directive'), ('para if a and b|x', 'para if a and b · not a directive'),
             ('materials|received', 'materials · not a directive'), ('rows', 'rows · not a directive'),
             ('field|one', 'write it as · field|label|text'), ('field|a|b|c', 'write it as · field|label|text'), ('field?|one', 'write it as · field?|label|text'), ('para', 'write it as · para|text'),
             ('para|a|b', 'write it as · para|text'), ('rule|x', 'write it as · rule'), ('rule|', 'write it as · rule'), ('row', 'write it as · row for list|{name}|{name}'),
             ('para for wanted|x', 'write it as · para|text'), ('required', 'write it as · required|title|{name}'),
             ('row for things|x', 'things · no such list · counters documents duties materials received wanted'),
             ('para|{staff.nmae}', '{staff.nmae} · no such value · staff.name'), ('para|{nothing}', '{nothing} · no such value'), ('para|{case.deemed}', '{case.deemed} · no such value · case.accepted_on case.helper '
              'case.number case.promised_due case.received_on case.statutory_due case.supplement_by case.tell_by'), ('para|{wanted}', '{wanted} · no such value'),
             ('para|{material.name}', '{material.name} · no such value'), ('row for wanted|{material.source}', '{material.source} · no such value · material.form material.missing material.n material.name '
              'material.note material.standard material.wrong'),
             ('para if hours.open|x', 'hours.open · no such condition · hours.closed hours.lunch hours.opens hours.resumes'), ('para|[if hours.open:x]', 'hours.open · no such condition · hours.closed hours.lunch hours.opens '
              'hours.resumes'),
             ('para|{number', '{number · write it as · {name} · {name or text}'), ('para|number}', '} · write it as · {name} · {name or text}'), ('para|{Number}', '{Number} · write it as · {name} · {name or text}'),
             ('para|[x', '[x · write it as · [text] · [if name:text]'), ('para|[if hours.lunch x', '[if hours.lunch x · write it as · [text] · [if name:text]'),
             ('when|accepted', 'when · as in the program''s own layout · without it'), ('by|clerk', 'by · as in the program''s own layout · line · 6'), ('about|item', 'about · as in the program''s own layout · line · 5'),
             ('required|{organ}', 'missing · {organ}'), ('required if organ|本机关', 'missing · 本机关 · if organ'), ('required|3 copy', 'missing · copy × 3')) as t (line, why);
select is(pg_temp.more('receipt', line), null, line || ' does')
from (values (''), ('# anything {at.all}'), ('field?|a|b'), ('para|{case.number}'), ('para if organ|{organ}'), ('para unless case.deemed|{organ or 某机关}'), ('para|[if hours.lunch:{centre.name}][，{organ}]'),
             ('row for wanted if organ|{material.name}[if material.wrong:{case.number}]'), ('row|a|b'), ('title if organ|x'), ('served'), ('by|its act'), ('required|2 copy'), ('word|x'), ('landscape if organ')) as t (line);
select is((select string_agg(d || ' ' || pg_temp.more('receipt', d), ', ')
           from unnest('{heading|x,centre|x,big|x,note|x,columns|1|2,head|x|y,sign|x,seal|x,date|x,copy|x,copies|x,rule,code,landscape,narrow}'::text[]) as d where pg_temp.more('receipt', d) is not null), null,
          'each directive is known');
select is(pg_temp.refused('receipt', E'\ufeff' || replace(pg_temp.layout('receipt'), E'\n', E'\r\n')), null, 'an editor of another system may have written it');
select is(pg_temp.refused('letter', 'title|x'), 'letter · unknown kind of document', 'of a kind that there is');
select is(pg_temp.refused('receipt', ''), 'receipt · missing · title| · in the program''s own layout · line · ' || pg_temp.at('receipt', 'title|'), 'nothing at all does not do');
select is(pg_temp.refused('slip', replace(replace(pg_temp.layout('slip'), 'about|ticket', ''), 'required', '# required')), null, 'a centre''s own need not repeat its head');
select is(pg_temp.other('slip', 'required|', 'required|{ticket.counters}|'), null, 'nor have it in the same words');
select is(pg_temp.refused('receipt', replace(replace(pg_temp.layout('receipt'), 'required|', '# '), '{case.tell_by}', '某日')), 'receipt · missing · {case.tell_by} · in the program''s own layout · line · ' || pg_temp.at('receipt', '{case.tell_by}'),
          'what the program''s requires is required all the same');

-- whatever holds
select is(pg_temp.other('refusal', '六个月', '半年'), 'refusal · missing · 六个月 · in the program''s own layout · line · ' || pg_temp.at('refusal', '六个月'), 'the time for remedies is not left out; the line of the program''s own layout is named');
select is(pg_temp.other('refusal', 'para|如不服', 'para if organ|如不服'), 'refusal · missing · {centre.review_body or …} · in the program''s own layout · line · ' || pg_temp.at('refusal', '如不服'), 'nor when another organ is competent');
select is(pg_temp.other('refusal', 'para|如不服', E'para unless organ|六十日{centre.review_body or x}六个月{centre.court or x}\npara if organ|如不服'), null, 'it may stand in two lines that stand in turn');
select is(pg_temp.other('refusal', '内向{centre.court', '内[if organ:六个月]向{centre.court'), null, 'a part more does no harm');
select is(pg_temp.other('refusal', '六个月内', '[if organ:六个月]内'), 'refusal · missing · 六个月 · in the program''s own layout · line · ' || pg_temp.at('refusal', '六个月'), 'a part that does not always stand is not enough');
select is(pg_temp.other('refusal', '{centre.court or 有管辖权的人民法院}', '{centre.court}'), 'refusal · missing · {centre.court or …} · in the program''s own layout · line · ' || pg_temp.at('refusal', '{centre.court'),
          'a court is named when none is set');
select is(pg_temp.other('refusal', '请向下列有权受理的机关提出申请', ''), null, 'words that nothing requires are the centre''s');
select is(pg_temp.other('refusal', '第三十二条第一款第（二）项', '某条'), 'refusal · missing · 第三十二条第一款第（二）项 · if organ · in the program''s own layout · line · ' || pg_temp.at('refusal', '第（二）项'), 'art. 32 (2) is, when another organ is competent');
select is(pg_temp.other('refusal', 'para if organ|', 'para|'), null, 'it may stand always');
select is(pg_temp.other('refusal', 'para if organ|', 'para if case.deemed|'), 'refusal · missing · 决定不予受理 · in the program''s own layout · line · ' || pg_temp.at('refusal', '决定不予受理'), 'but not only when something else holds');
select is(pg_temp.other('acceptance', 'para unless case.deemed|', 'para unless organ|'), 'acceptance · missing · 第三十二条第一款第（五）项 · unless case.deemed · in the program''s own layout · line · ' || pg_temp.at('acceptance', '第（五）项'), 'art. 32 (5) is, unless the law has accepted');
select is(pg_temp.other('acceptance', 'field?|法律依据', 'field if item.legal_basis|法律依据'), null, 'a guard that asks for the value itself is none');
select is(pg_temp.other('acceptance', 'field?|法律依据', 'field if item.fee|法律依据'), 'acceptance · missing · {item.legal_basis} · in the program''s own layout · line · ' || pg_temp.at('acceptance', '{item.legal_basis}'), 'another is one');
select is(pg_temp.refused('acceptance', regexp_replace(pg_temp.layout('acceptance'), E'copy\\|存档\n', '')), 'acceptance · missing · copy × 2 · in the program''s own layout · line · ' || pg_temp.at('acceptance', 'copy|'), 'two copies are asked for');
select is(pg_temp.refused('acceptance', regexp_replace(pg_temp.layout('acceptance'), E'copy\\|存档\n', E'copy if organ|存档\ncopy unless organ|档案室\n')), null, 'whoever gets the second');
select pg_temp.as('');
create function pg_temp.without(body text, what text) returns text language sql as $$
    select string_agg(case when head then l when what ~ '^[a-z]+\.[a-z_]+$|^(reason|basis|organ|today)$' then regexp_replace(l, '\{' || what || '( or [^}]*)?\}', '某', 'g')
                           when what ~ '^[^ -~]+$' then replace(l, what, '某') else l end, E'\n' order by n)
    from (select l, n, l ~ '^(word|called|about|by|needs|served|paper|required)' as head, row_number() over (partition by split_part(l, '|', 1) order by n) as k
          from unnest(string_to_array(body, E'\n')) with ordinality as u (l, n)) as l
    where not (what !~ '\.' and (l = what or l like what || '|%') or what like '%*2' and split_part(l, '|', 1) = replace(what, '*2', '') and k > 1) $$;
select pg_temp.as('ann');
select is((select string_agg(t.kind || ' ' || what, ', ')
           from (values ('service', 'title,number,applicant.name,service.document,service.recipient,service.relation,service.at,service.place,service.mode,service.server,service.witness,service.note,sign'),
                        ('enquiry', 'title,number,item.name,item.conditions,item.statutory,item.promised,row for materials,item.fee,不收费,staff.name,centre.phone,seal,copy*2'),
                        ('authority', 'title,number,applicant.name,applicant.id,agent.name,agent.id,agent.authority,authority.period,item.name,sign*2,copy*2'),
                        ('slip', 'centre.name,ticket.number,ticket.queue,ticket.people,ticket.minutes,ticket.counters'),
                        ('voucher', 'centre.name,voucher.number,voucher.slot,applicant.name,applicant.phone,item.name'),
                        ('roster', 'title,head,row for duties'), ('roster_week', 'title,head,row for counters'), ('register', 'title,head,row for documents'),
                        ('receipt', 'row for received,case.tell_by'),
                        ('acceptance', 'item.legal_basis,第三十二条第一款第（五）项,第三十二条第一款第（四）项,row for received,case.accepted_on,case.statutory_due,case.promised_due'),
                        ('supplement', 'row for wanted,case.supplement_by'),
                        ('refusal', '决定不予受理,第三十二条第一款第（二）项,reason,basis,organ,centre.review_body,六十日,centre.court,六个月'),
                        ('denial', 'case.accepted_on,reason,basis,centre.review_body,六十日,centre.court,六个月'), ('not_required', 'reason,basis'),
                        ('tolerance', 'row for wanted,tolerance.by'), ('special', 'special.kind,special.reason,special.from,special.days'),
                        ('prolongation', 'prolongation.days,prolongation.reason,prolongation.approver,prolongation.due'), ('assistance', 'assistance.helper'),
                        ('assistance_end', 'assistance.helper,assistance.result')) as t (kind, names)
                cross join lateral (select t.names || case when kind in ('service', 'enquiry', 'authority', 'slip', 'voucher', 'roster', 'roster_week', 'register') then ''
                                                          else ',title,number,applicant.name,applicant.id,applicant.contact,applicant.phone,item.name,case.number,case.received_on,staff.name,centre.phone,sign*2,seal,today,copy*2' end) as a (names)
                cross join unnest(string_to_array(a.names, ',')) as what
           where pg_temp.refused(t.kind, pg_temp.without(pg_temp.layout(t.kind), what)) not like '%missing · %' or pg_temp.refused(t.kind, pg_temp.without(pg_temp.layout(t.kind), what)) is null),
          null, 'norm_6_4: every layout is refused without each thing that it must say');

-- guards, parts, words for when there is nothing
select pg_temp.as('');
select is(rule.layout_fill(t, '{"a": "甲", "b": "乙", "none": "", "yes": true, "no": false, "list": [1], "empty": [], "odd": "{a}|[b]\t"}'), want, t || ' is filled in')
from (values ('x', 'x'), ('{a}{b}', '甲乙'), ('x{none}y', 'xy'), ('{none or 无}{a or 无}', '无甲'), ('[{a}；]x', '甲；x'), ('x[；{none}]', 'x'), ('x[{a}{none}]', 'x'), ('x[if yes:y{a}][if no:n]', 'xy甲'),
             ('[unless no:y][unless yes:n]', 'y'), ('[if a:y][if none:n]', 'y'), ('[if list:y][if empty:n][unless empty:z]', 'yz'), ('[if no:电子件][、原件{none}份][、复印件{a}份][；{b}]', '复印件甲份；乙'),
             ('{odd}', '{a}|[b] ')) as t (t, want);
select throws_ok($$ select rule.layout_fill('{nobody}', '{}') $$, 'BS021', '{nobody}', 'what is not there is told');

-- what a client says is text
create function pg_temp.content(id bigint) returns text language sql as $$ select content from api.document_show(gen_random_uuid(), id, null) $$;
select pg_temp.as('ann');
select alike((select pg_temp.content(d.id) from api.document_write(gen_random_uuid(), 'tolerance', :supplement, null, '{"tolerance.by": "2026-11-24", "case.provisional": "", "wanted": []}') as d),
             E'%row\t1\t户口簿%期限说明\t期限跨入%', 'it turns no condition round, and no list');

-- a new kind of document is one new layout
select pg_temp.as('');
insert into public.later_layout values ('summons', $$# 约谈通知书
word|谈
about|case
by|lead|supervisor
when|accepted|prolonged
needs|summons.place
required|title|number|{applicant.name}|{summons.place}|2 copy
required if agent.name|{agent.name}
title unless agent.name|约谈通知书
title if agent.name|约谈（代理人）通知书
number|{number}
field|申请人|{applicant.name}
field if agent.name|代理人|{agent.name}
field|地点|{summons.place}
copy|申请人
copy|存档
copy if agent.name|代理人
$$);
select lives_ok($$ select rule.layout_refresh() $$, 'a program with one more layout');
select pg_temp.as('adm');
select is((select title from api.layout where kind = 'summons'), '约谈通知书', 'has one kind more');
select is(pg_temp.refused('summons', pg_temp.layout('summons')), 'summons · line · 14 · {summons.place} · no such value', 'what it names must be there');
select pg_temp.as('');
update public.later_layout set body = $$# 约谈通知书
word|谈
about|case
by|lead|supervisor
when|accepted|prolonged
needs|authority.period
served
required|title|number|{applicant.name}|{authority.period}|2 copy
title unless agent.name|约谈通知书
title if agent.name|约谈（代理人）通知书
number|{number}
field|申请人|{applicant.name}
field|时间|{authority.period}
copy|申请人
copy|存档
copy if agent.name|代理人
$$;
select rule.layout_refresh() \g /dev/null
create function pg_temp.summon(id bigint, v jsonb default '{"authority.period": "周三上午"}') returns text language sql as $$
    select concat_ws(' ', number, title, copies) from api.document_write(gen_random_uuid(), 'summons', id, null, v) $$;
select pg_temp.as('ann');
select is(pg_temp.refused('summons', pg_temp.layout('summons')), null, 'one that does');
select throws_ok(format('select pg_temp.summon(%s)', :accepted), 'BS002', 'document · summons', 'it is issued by whom it says');
select pg_temp.as('adm');
select throws_ok(format('select pg_temp.summon(%s)', :accepted), 'BS002', 'document · summons', 'and by nobody else');
select pg_temp.as('leo');
select throws_like(format('select pg_temp.summon(%s)', :supplement), '% · supplement', 'in the states that it says');
select throws_ok(format('select pg_temp.summon(%s, ''{}'')', :accepted), 'BS001', 'authority.period · is required', 'with what it needs');
select throws_ok('select pg_temp.summon(0)', 'BS003', 'case', 'about what it says');
select is(pg_temp.summon(:accepted), '官政服谈〔2026〕1号 约谈通知书 2', 'with a series of its own');
select is((select string_agg(number, ' ') from api.document_void(gen_random_uuid(), (select id from api.document where kind = 'summons'), '有误', true)), '官政服谈〔2026〕2号', 'it is issued anew like any other');
select is((select kind from api.document_serve(gen_random_uuid(), (select max(id) from api.document where kind = 'summons'), '{"recipient": "张", "relation": "self", "place": "窗口"}')), 'service', 'and served, when it says so');
select pg_temp.as('');
update banshi.case set agent_name = '李' where id = :accepted;
select pg_temp.as('sue');
select is(pg_temp.summon(:accepted), '官政服谈〔2026〕3号 约谈（代理人）通知书 3', 'its title and copies are those that stand');

-- a centre's own layouts
select pg_temp.as('adm');
select is((select concat_ws(' ', version, own) from api.layout_set('00000000-0000-4000-8000-000000000001', 'receipt', replace(pg_temp.layout('receipt'), '收件凭证', '收件单'))), '2 t', 'a centre''s own');
select is((select concat_ws(' ', version, own) from api.layout_set('00000000-0000-4000-8000-000000000001', 'receipt', replace(pg_temp.layout('receipt'), '收件凭证', '收件单'))), '2 t', 'is put in use once');
select throws_ok($$ select api.layout_set(gen_random_uuid(), 'receipt', 'title|x') $$, 'BS021', null, 'one that does not do is not put in use');
select is((select concat_ws(' ', version, own) from api.layout_set(gen_random_uuid(), 'slip', replace(pg_temp.layout('slip'), '请留意叫号', '请留意叫号{ticket.counters}'))), '2 t', 'another');
select pg_temp.as('');
update banshi.layout set body = replace(body, '{ticket.counters}', '{ticket.ahead}') where centre = 530111001 and kind = 'slip' and own; -- of an earlier program
select rule.layout_refresh() \g /dev/null
select pg_temp.as('adm');
select is((select string_agg(concat_ws(' ', kind, version, own), ', ' order by kind) from api.layout where version > 1), 'receipt 2 t, slip 3 f, summons 2 f',
          'a migration leaves it alone, but puts the program''s in use where it no longer does');
select is((select p.content ~ 'B001|官渡区' from api.document_preview('slip', null, null, null, '{}') as p), true, 'so that papers are printed');
select pg_temp.as('');
select is((select count(*) from banshi.layout where centre = 530111001 and kind = 'slip' and own), 1::bigint, 'and it is kept');
select matches((select detail from banshi.event where concept = 'layout' and kind = 'replaced' and staff is null), '^slip · line · [0-9]+ · \{ticket.ahead\} · no such value', 'with why');
select * from finish();
rollback;
