-- SPDX-License-Identifier: MIT
-- What every kind of document says, word by word, with and without each of its conditional lines: document_text.txt. There each kind
-- stands in full, of a case with everything in it; then, for every change of the case and for every act, the lines that go (-) and come (+).
-- DOCUMENT_TEXT=FILE in the environment writes what they say now.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
\set want `cat "$abs_top_srcdir/tests/sql/document_text.txt"`
update banshi.centre set phone = '0871-67170000', address = '云秀路2898号';
update banshi.department set organ = '官渡公安分局', phone = '0871-67180000' where name = '公安分局';
update banshi.item
set code = '530111', legal_basis = '《居民身份证法》第十条', conditions = '年满十六周岁', statutory = 20, statutory_unit = 'working_day', promised = 3,
    promised_unit = 'working_day'
where name = '居民身份证';
insert into banshi.material (centre, item, seq, name, form, originals, copies, required, standard, source)
select i.centre, i.id, m.*
from banshi.item as i,
     (values (1, '户口簿', 'both', 1, 2, true, '本人页齐全', '公安机关'), (2, '照片', 'electronic', 0, 0, true, '', ''), (3, '同意书', 'original', 1, 0, false, '', ''),
             (4, '旧证', 'copy', 0, 1, true, '两面', '')) as m (seq, name, form, originals, copies, required, standard, source)
where i.name = '居民身份证';
insert into banshi.staff (centre, login, name, role) values (530111001, session_user, '主', 'admin');
select pg_temp.at('09:30');
select pg_temp.issue('B') as ticket \gset
insert into banshi.case (centre, number, item, state, channel, applicant_kind, applicant_name, id_kind, id_number, phone, contact, agent_name, agent_id_number,
                         agent_phone, agent_authority, helper, staff, reason, basis, received_at, received_on, tell_by, accepted_on, supplement_by, statutory_due,
                         promised_due, statutory, statutory_unit, promised, promised_unit, supplements, due_published)
select i.centre, '530111202611240001', i.id, 'accepted', 'counter', 'person', '张曲㛃', 'resident', '530111199001010016', '13888880000', '王五', '李四',
       '530111199001010024', '13888880001', '代为提交、签收', s.id, s.id, '未提交原件', '某办法第三条', rule.now(), '2026-11-24', '2026-12-01', '2026-11-25',
       '2026-12-15', '2026-12-22', '2026-11-30', 20, 'working_day', 3, 'working_day', 1, true
from banshi.item as i join banshi.staff as s on s.centre = i.centre and s.login = 'ann'
where i.name = '居民身份证';
insert into banshi.case_material (centre, case_id, seq, name, form, originals, copies, required, standard, state, note)
select c.centre, c.id, m.*
from banshi.case as c,
     (values (1, '户口簿', 'both', 1, 2, true, '本人页齐全', 'received', ''), (2, '照片', 'electronic', 0, 0, true, '', 'missing', ''),
             (3, '同意书', 'original', 1, 0, true, '签字', 'wrong', '没有签字'), (4, '旧证', 'copy', 0, 1, true, '', 'wrong', ''), (5, '结婚证', 'both', 1, 1, true, '', 'missing', ''))
     as m (seq, name, form, originals, copies, required, standard, state, note);

create function pg_temp.the_case() returns bigint language sql as $$ select max(id) from banshi.case $$;
-- what a kind says after a change that is taken back; without a kind the newest document
create function pg_temp.paper(kind text, change text default '', v jsonb default '{}') returns text
    language plpgsql as $$
begin
    if change <> '' then
        execute change;
    end if;
    if kind is null then
        raise exception using errcode = 'PAPER', message = (select content from banshi.document order by id desc limit 1);
    end if;
    raise exception using errcode = 'PAPER', message =
        (select p.content
         from api.document_preview(kind, pg_temp.the_case(), pg_temp.item('居民身份证'), pg_temp.ticket(current_setting('test.ticket')),
             jsonb_build_object('tolerance.by', '2026年11月30日', 'special.kind', '听证', 'special.reason', '依法听证', 'special.days', '5个工作日',
                 'prolongation.days', '10个工作日', 'prolongation.reason', '案情复杂', 'prolongation.approver', '李', 'prolongation.due', '2026年12月14日',
                 'service.document', '受理通知书　1号', 'service.recipient', '张曲㛃', 'service.relation', '本人', 'service.at', '2026年11月24日09时30分',
                 'service.place', '窗口', 'service.mode', '直接送达', 'service.witness', '赵六', 'service.note', '当场', 'assistance.result', '办结',
                 'authority.period', '三个月', 'voucher.number', 'Y001', 'voucher.slot', '2026-11-25 09:00', 'voucher.id', '5301**********0016') || v) as p);
exception when sqlstate 'PAPER' then
    return translate(sqlerrm, E'\t', '|');
end $$;
-- what goes and what comes
create function pg_temp.difference(before text, now text) returns text language sql as $$
    select string_agg(d.sign || d.line || E'\n', '' order by d.n, d.sign desc)
    from (select '- ' as sign, l.line, l.n from unnest(string_to_array(before, E'\n')) with ordinality as l (line, n) where line <> all (string_to_array(now, E'\n'))
          union all
          select '+ ', l.line, l.n from unnest(string_to_array(now, E'\n')) with ordinality as l (line, n) where line <> all (string_to_array(before, E'\n'))) as d $$;
select set_config('test.ticket', :'ticket', false);

create temp table change (n int generated always as identity, name text, change text, v jsonb default '{}');
insert into change (name, change)
values ('no agent', $$update banshi.case set agent_name = '', agent_id_number = '', agent_phone = '', agent_authority = ''$$),
       ('an agent whose authority is not said', $$update banshi.case set agent_authority = ''$$),
       ('no contact', $$update banshi.case set contact = ''$$),
       ('neither contact nor agent', $$update banshi.case set contact = '', agent_name = '', agent_authority = ''$$),
       ('no reason', $$update banshi.case set reason = ''$$),
       ('no basis of its own', $$update banshi.case set basis = ''$$),
       ('no basis at all', $$update banshi.case set basis = ''; update banshi.item set legal_basis = ''$$),
       ('another organ', $$update banshi.case set organ = '昆明市公安局'$$),
       ('deemed accepted', $$update banshi.case set deemed = true$$),
       ('a provisional limit', $$update banshi.case set due_published = false$$),
       ('no limit', $$update banshi.case set statutory_due = null, promised_due = null$$),
       ('no limit, and a year that is not published', $$update banshi.case set statutory_due = null, promised_due = null, due_published = false$$),
       ('no promised limit', $$update banshi.case set promised_due = null$$),
       ('no statutory limit', $$update banshi.case set statutory_due = null$$),
       ('not accepted', $$update banshi.case set state = 'received', accepted_on = null, statutory_due = null, promised_due = null, supplement_by = null$$),
       ('assistance', $$update banshi.case set assistance = true$$),
       ('assistance, and what is done', $$update banshi.case set assistance = true, assistance_note = '代填申请表'$$),
       ('no helper', $$update banshi.case set helper = null$$),
       ('a fee', $$update banshi.item set fee = 2050, fee_basis = '每证'$$),
       ('a fee without its basis', $$update banshi.item set fee = 4000$$),
       ('no conditions', $$update banshi.item set conditions = ''$$),
       ('no limits of the item', $$update banshi.item set statutory = null, statutory_unit = null, promised = null, promised_unit = null$$),
       ('limits in days and months', $$update banshi.item set statutory_unit = 'month', promised_unit = 'day' where statutory is not null$$),
       ('nothing received', $$update banshi.case_material set state = 'missing'$$),
       ('all received', $$update banshi.case_material set state = 'received'$$),
       ('an item without materials', $$delete from banshi.material$$),
       ('a review body and a court', $$update banshi.centre set review_body = '官渡区人民政府', court = '昆明铁路运输法院'$$),
       ('a department without an organ of its own', $$update banshi.department set organ = '', phone = ''$$),
       ('before opening', $$select pg_temp.at('08:10')$$),
       ('at lunch', $$select pg_temp.at('12:10')$$),
       ('closed for months', $$select pg_temp.at('08:10'); delete from banshi.hours$$),
       ('a priority', $$update banshi.ticket set priority = 'elderly'$$),
       ('a ticket without an item', $$update banshi.ticket set item = null$$),
       ('people ahead', $$select pg_temp.issue('B') from generate_series(1, 3);
                          update banshi.ticket set sort_at = sort_at + interval '1 second' where number = current_setting('test.ticket')$$);
insert into change (name, change)
select 'an identity document of the kind ' || kind, format('update banshi.case set id_kind = %L, id_number = ''E1234''', kind)
from unnest('{credit_code,passport,hk_macao,taiwan,foreign_permanent,other}'::text[]) as kind;
insert into change (name, change)
select concat('delivery by ', way, nullif(', at ' || note, ', at ')), format('update banshi.case set delivery = %L, delivery_note = %L', way, note)
from unnest('{pickup,locker,post,network,announcement}'::text[]) as way, unnest('{"",三号柜}'::text[]) as note;
insert into change (name, change, v)
select 'without ' || name, '', jsonb_build_object(name, '')
from unnest('{special.reason,special.days,authority.period,assistance.note,voucher.id,applicant.phone,service.note,service.witness,item.name}'::text[]) as name;

create temp table said (n int generated always as identity, name text, text text);
insert into said (name, text) select l.kind, pg_temp.paper(l.kind) from api.layout as l where l.kind !~ '^(roster|register)' order by l.kind; -- lists: below
insert into said (name, text)
select l.kind || ': ' || c.name, pg_temp.difference(s.text, pg_temp.paper(l.kind, c.change, c.v))
from said as s join api.layout as l on l.kind = s.name cross join change as c
order by l.kind, c.n;
delete from said where text is null;

-- documents as their acts make them
create function pg_temp.calendar() returns void language plpgsql as $$
begin
    create temp table workday as
    select extract(year from g)::int as year, g::date as day from generate_series(date '2026-01-01', '2027-12-31', '1 day') as g where extract(isodow from g) < 6;
    insert into banshi.calendar_year (centre, year, published, working_days) select 530111001, year, true, count(*) from workday group by year;
    insert into banshi.working_day (centre, year, ordinal, day) select 530111001, year, row_number() over (partition by year order by day), day from workday;
end $$;
insert into said (name, text)
select 'made: ' || a.name, pg_temp.difference(pg_temp.paper(substring(a.name from '^[a-z_]+')), pg_temp.paper(null, a.act))
from (values
      (1, 'enquiry', $$select api.document_write(gen_random_uuid(), 'enquiry', null, pg_temp.item('居民身份证'), '{"applicant.name": "李四"}')$$),
      (2, 'enquiry of nobody', $$select api.document_write(gen_random_uuid(), 'enquiry', null, pg_temp.item('居民身份证'), '{}')$$),
      (3, 'tolerance', $$select api.document_write(gen_random_uuid(), 'tolerance', pg_temp.the_case(), null, '{"tolerance.by": "2026-11-27"}')$$),
      (4, 'assistance', $$select api.document_write(gen_random_uuid(), 'assistance', pg_temp.the_case(), null, '{"assistance.helper": "白", "assistance.note": "代填"}')$$),
      (5, 'assistance_end, completed', $$select api.document_write(gen_random_uuid(), 'assistance_end', pg_temp.the_case(), null, '{"assistance.result": "completed"}')$$),
      (6, 'assistance_end, terminated', $$select api.document_write(gen_random_uuid(), 'assistance_end', pg_temp.the_case(), null, '{"assistance.result": "terminated"}')$$),
      (7, 'assistance_end, in other words', $$select api.document_write(gen_random_uuid(), 'assistance_end', pg_temp.the_case(), null, '{"assistance.result": "申请人撤回"}')$$),
      (8, 'authority', $$select api.document_write(gen_random_uuid(), 'authority', pg_temp.the_case(), null, '{"agent.name": "赵六", "agent.authority": "代为提交"}')$$),
      (9, 'special', $$select api.case_suspend(gen_random_uuid(), pg_temp.the_case(), 'expert_review', '组织专家评审。', 15)$$),
      (10, 'prolongation into a year that is not published', $$select api.case_extend(gen_random_uuid(), pg_temp.the_case(), 10, false, '案情复杂。')$$),
      (11, 'prolongation', $$select pg_temp.calendar();
                            select api.case_extend(gen_random_uuid(), pg_temp.the_case(), 10, false, '案情复杂。')$$),
      (12, 'denial', $$select api.case_finish(gen_random_uuid(), pg_temp.the_case(), 'denied', '不符合法定条件。')$$),
      (13, 'acceptance', $$update banshi.case set state = 'received', accepted_on = null; update banshi.case_material set state = 'received';
                          select api.case_decide(gen_random_uuid(), pg_temp.the_case(), '{"outcome": "accept"}', '[]')$$),
      (14, 'supplement', $$update banshi.case set state = 'received', accepted_on = null, supplements = 0;
                          select api.case_decide(gen_random_uuid(), pg_temp.the_case(), '{"outcome": "supplement", "supplement_days": 10}', '[]')$$),
      (15, 'refusal', $$update banshi.case set state = 'received', accepted_on = null;
                       select api.case_decide(gen_random_uuid(), pg_temp.the_case(), '{"outcome": "refuse", "reason": "不属于本机关职权。", "organ": "昆明市公安局"}', '[]')$$),
      (16, 'not_required', $$update banshi.case set state = 'received', accepted_on = null;
                            select api.case_decide(gen_random_uuid(), pg_temp.the_case(), '{"outcome": "not_required", "reason": "依法不需要许可。"}', '[]')$$),
      (17, 'service', $$select api.document_write(gen_random_uuid(), 'authority', pg_temp.the_case(), null, '{"agent.name": "赵六", "agent.authority": "代为提交"}');
                       select api.document_serve(gen_random_uuid(), (select max(id) from api.document), '{"recipient": "张曲㛃", "relation": "family", "place": "家中", "mode": "left", "witness": "白"}')$$),
      (18, 'service by announcement', $$select api.document_write(gen_random_uuid(), 'authority', pg_temp.the_case(), null, '{"agent.name": "赵六", "agent.authority": "代为提交"}');
                       select api.document_serve(gen_random_uuid(), (select max(id) from api.document), '{"place": "本中心网站", "mode": "announcement", "note": "满三十日"}')$$))
     as a (n, name, act)
order by a.n;

-- lists
insert into banshi.roster (centre, kind, month) select id, 'lunch', '2026-11-01' from banshi.centre where id = 530111001;
insert into banshi.roster_duty (centre, roster, day, counter, time, staff, override, changed_by, changed_at)
select r.centre, r.id, d.day, pg_temp.counter(d.counter), tstzrange((d.day + time '12:00') at time zone 'Asia/Shanghai', (d.day + time '13:30') at time zone 'Asia/Shanghai'),
       s.id, '人手不足', (select min(id) from banshi.staff where centre = r.centre), rule.now()
from banshi.roster as r
cross join (values (date '2026-11-24', '1', 'ann'), ('2026-11-24', '2', 'bob'), ('2026-11-25', '1', null), ('2026-12-01', '1', 'ann')) as d (day, counter, login)
left join banshi.staff as s on s.centre = r.centre and s.login = d.login;
create function pg_temp.roster(first date, last date, mine boolean, change text default '') returns text language plpgsql as $$
begin
    if change <> '' then
        execute change;
    end if;
    raise exception using errcode = 'PAPER', message = (select string_agg(content, E'\n') from api.roster_paper(first, last, mine));
exception when sqlstate 'PAPER' then
    return translate(sqlerrm, E'\t', '|');
end $$;
create function pg_temp.publish() returns void language sql as $$
    update banshi.roster set version = 1, published_at = now();
    update banshi.roster_duty as d set published = d.staff; $$;
insert into said (name, text)
values ('roster of a day, draft', pg_temp.roster('2026-11-24', null, false)),
       ('roster of a day', pg_temp.roster('2026-11-24', null, false, 'select pg_temp.publish()')),
       ('roster of a day with a stand-in', pg_temp.roster('2026-11-24', null, false, $$select pg_temp.publish();
            update banshi.roster_duty as d set instead_of = s.id from banshi.staff as s where s.login = 'cat' and s.centre = d.centre and d.counter = pg_temp.counter('1')$$)),
       ('roster of a day without duties', pg_temp.roster('2026-11-29', null, false)),
       ('roster of weeks, draft', pg_temp.roster('2026-11-24', '2026-12-02', false)),
       ('roster of weeks', pg_temp.roster('2026-11-24', '2026-12-02', false, 'select pg_temp.publish()')),
       ('roster of weeks with a stand-in', pg_temp.roster('2026-11-24', '2026-11-25', false, $$select pg_temp.publish();
            update banshi.roster_duty as d set instead_of = s.id from banshi.staff as s where s.login = 'cat' and s.centre = d.centre and d.counter = pg_temp.counter('1')$$)),
       ('roster of weeks without duties', pg_temp.roster('2026-10-24', '2026-10-25', false)),
       ('roster of one''s own', pg_temp.roster('2026-11-24', '2026-12-02', true, $$select pg_temp.publish();
            update banshi.roster_duty as d set published = s.id from banshi.staff as s where s.login = session_user and d.counter = pg_temp.counter('2')$$));
create function pg_temp.register(first date, last date, change text default '') returns text language plpgsql as $$
begin
    if change <> '' then
        execute change;
    end if;
    raise exception using errcode = 'PAPER', message = (select content from api.register_paper(first, last));
exception when sqlstate 'PAPER' then
    return translate(sqlerrm, E'\t', '|');
end $$;
insert into said (name, text)
values ('register, empty', pg_temp.register(null, null)),
       ('register of days', pg_temp.register('2026-11-23', '2026-11-25', $$
            select api.document_write(gen_random_uuid(), 'authority', pg_temp.the_case(), null, '{"agent.name": "赵六", "agent.authority": "代为提交"}');
            select api.document_serve(gen_random_uuid(), (select max(id) from api.document), '{"place": "本中心网站", "mode": "announcement"}');
            select api.document_write(gen_random_uuid(), 'enquiry', null, pg_temp.item('居民身份证'), '{"applicant.name": "李四"}');
            select api.document_void(gen_random_uuid(), (select max(id) from api.document), '有误', false)$$)),
       ('register of a day', pg_temp.register('2026-11-24', null, $$
            select api.document_write(gen_random_uuid(), 'enquiry', null, pg_temp.item('居民身份证'), '{"applicant.name": "李四"}')$$));

-- compared, one by one
create temp table want (name text, text text);
insert into want
select split_part(b, E'\n', 1), substr(b, strpos(b, E'\n') + 1)
from regexp_split_to_table(E'\n' || :'want' || E'\n', E'\n== ') as b
where b <> '' and b not like E'\n%';
update want set text = rtrim(text, E'\n');
update said set text = rtrim(text, E'\n');
select plan((select count(*)::int + 1 from want));
select is(s.text, w.text, w.name) from want as w left join said as s on s.name = w.name;
select is((select string_agg(s.name, ', ') from said as s where not exists (select from want as w where w.name = s.name)), null, 'there is nothing else that changes what a document says');
select * from finish();
\getenv out DOCUMENT_TEXT
\if :{?out}
\pset tuples_only on
\pset format unaligned
\pset recordsep '\n'
\o :out
select '== ' || name || E'\n' || text || E'\n' from said order by n;
\o
\endif
rollback;
