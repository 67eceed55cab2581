-- SPDX-License-Identifier: MIT
-- Documents (文书): numbers without gaps, layouts, content that never changes once issued. Norm 6.4; GB/T 9704-2012.

create table banshi.document_number (
    centre bigint not null,
    organ text not null,
    kind text not null,
    year int not null,
    last int not null,
    constraint document_number_pkey primary key (centre, organ, kind, year)
);
comment on table banshi.document_number is 'Series of document numbers per organ, kind and year';
comment on column banshi.document_number.centre is 'Centre';
comment on column banshi.document_number.organ is 'Organ, in its short form';
comment on column banshi.document_number.kind is 'Kind of document';
comment on column banshi.document_number.year is 'Year';
comment on column banshi.document_number.last is 'The last number given out';

create table banshi.layout (
    centre bigint not null,
    kind text not null,
    version int not null,
    title text not null,
    word text not null,
    copies int not null default 2,
    body text not null,
    at timestamptz not null default now(),
    constraint layout_pkey primary key (centre, kind, version),
    constraint layout_centre_fkey foreign key (centre) references banshi.centre
);
comment on table banshi.layout is 'Layouts of documents, each version kept; lines of a directive and its arguments separated by |';
comment on column banshi.layout.centre is 'Centre';
comment on column banshi.layout.kind is 'receipt, acceptance, supplement, refusal, not_required';
comment on column banshi.layout.version is 'The newest one is used';
comment on column banshi.layout.title is 'Title';
comment on column banshi.layout.word is 'The kind''s word in numbers: 受';
comment on column banshi.layout.copies is 'Copies that are made';
comment on column banshi.layout.body is 'Lines: field, field? (only with a value), materials, para, sign, seal, date, copies';
comment on column banshi.layout.at is 'When it was made';

create table banshi.document (
    centre bigint not null,
    id bigint generated always as identity,
    case_id bigint not null,
    kind text not null,
    title text not null,
    organ text not null,
    year int not null,
    n int not null,
    number text not null,
    state text not null default 'issued',
    layout_version int not null,
    content text not null,
    hash text not null,
    staff bigint not null,
    op uuid not null,
    copies int not null,
    prints int not null default 0,
    issued_at timestamptz not null,
    constraint document_pkey primary key (centre, id),
    constraint document_case_fkey foreign key (centre, case_id) references banshi.case,
    constraint document_layout_fkey foreign key (centre, kind, layout_version) references banshi.layout,
    constraint document_number_key unique (centre, number),
    constraint document_series_key unique (centre, organ, kind, year, n),
    constraint document_state_check check (state in ('issued', 'voided'))
);
create index document_case_idx on banshi.document (centre, case_id);
create index document_op_idx on banshi.document (centre, op);
comment on table banshi.document is 'Documents issued; the content is immutable';
comment on column banshi.document.centre is 'Centre';
comment on column banshi.document.id is 'Key';
comment on column banshi.document.case_id is 'Case';
comment on column banshi.document.kind is 'receipt, acceptance, supplement, refusal, not_required';
comment on column banshi.document.title is 'Title';
comment on column banshi.document.organ is 'Series: organ';
comment on column banshi.document.year is 'Series: year';
comment on column banshi.document.n is 'Number in the series';
comment on column banshi.document.number is 'Number as printed: 官政服受〔2026〕1号';
comment on column banshi.document.state is 'issued, voided';
comment on column banshi.document.layout_version is 'Layout it was made from';
comment on column banshi.document.content is 'Lines of a directive and its arguments, separated by tabs';
comment on column banshi.document.hash is 'SHA-256 of the content';
comment on column banshi.document.staff is 'Who issued it';
comment on column banshi.document.op is 'Operation that issued it';
comment on column banshi.document.copies is 'Copies that are made';
comment on column banshi.document.prints is 'How often it was printed';
comment on column banshi.document.issued_at is 'When';

create function banshi.document_refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if tg_op = 'UPDATE'
       and (to_jsonb(new) - '{prints,state}'::text[]) = (to_jsonb(old) - '{prints,state}'::text[])
       and new.prints >= old.prints and not (old.state = 'voided' and new.state = 'issued') then
        return new;
    end if;
    raise exception using errcode = 'BS002', message = 'document · ' || old.number;
end
$$;
comment on function banshi.document_refuse_change() is 'An issued document is counted when printed and can be voided, nothing else';
create trigger document_immutable before update or delete on banshi.document
    for each row execute function banshi.document_refuse_change();

create function banshi.layout_defaults() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_parties text := 'field|申请人|{applicant.name}
field|证件|{applicant.id}
field?|联系人|{applicant.contact}
field|联系电话|{applicant.phone}
field?|代理人|{agent.name}
field?|代理权限|{agent.authority}
field|申请事项|{item.name}
field|事项编码|{item.code}
field|办件编号|{case.number}
field|申请日期|{case.received_on}
';
    v_end text := 'field|经办人|{staff.name}
field|咨询电话|{centre.phone}
field|地点|{centre.address}
sign|申请人（代理人）签收：
sign|签收时间：
seal|（此处加盖{centre.organ}专用印章）
date|{today}
';
begin
    insert into banshi.layout (centre, kind, version, title, word, body)
    values
    (new.id, 'receipt', 1, '收件凭证', '收', v_parties || 'para|现收到你（单位）提交的下列申请材料：
materials|received
para|收到材料不等于受理。我中心将自收到材料之日起五个工作日内（{case.tell_by}前）告知是否受理；逾期不告知的，自收到申请材料之日起即为受理。
field?|帮办代办|{assistance}
' || v_end || 'copies|一式两份：申请人一份，存档一份。'),
    (new.id, 'acceptance', 1, '受理通知书', '受', v_parties || 'field?|法律依据|{item.legal_basis}
para|你（单位）提交的申请材料齐全、符合法定形式，根据《中华人民共和国行政许可法》第三十二条的规定，现予受理。收到的材料如下：
materials|received
field|受理日期|{case.accepted_on}
field?|法定办结日期|{case.statutory_due}
field?|承诺办结日期|{case.promised_due}
field?|期限说明|{case.due_note}
field|结果送达方式|{delivery}
field?|帮办代办|{assistance}
field|收费|{item.fee}
' || v_end || 'copies|一式两份：申请人一份，存档一份。'),
    (new.id, 'supplement', 1, '申请材料补正告知书', '补',
     v_parties || 'para|你（单位）提交的申请材料不齐全或者不符合法定形式，根据《中华人民共和国行政许可法》第三十二条第一款第（四）项的规定，现一次性告知需要补正的全部内容：
materials|wanted
field|补正期限|{case.supplement_by}前
para|请在上述期限内到原窗口补正。材料补齐并符合法定形式的，本中心即予受理，办理期限自受理之日起计算。
' || v_end || 'copies|一式两份：申请人一份，存档一份。'),
    (new.id, 'refusal', 1, '不予受理决定书', '拒', v_parties || 'para|你（单位）提出的上述申请，经审查，决定不予受理。
field|理由|{reason}
field?|依据|{basis}
field?|有权受理的机关|{organ}
para|如不服本决定，可以自收到本决定书之日起六十日内向{centre.review_body}申请行政复议，或者自收到本决定书之日起六个月内向{centre.court}提起行政诉讼。
' || v_end || 'copies|一式两份：申请人一份，存档一份。'),
    (new.id, 'not_required', 1, '不受理告知书', '不受',
     v_parties || 'para|你（单位）提出的上述事项依法不需要取得行政许可（办理），根据《中华人民共和国行政许可法》第三十二条第一款第（一）项的规定，现即时告知不受理。
field|理由|{reason}
field?|依据|{basis}
' || v_end || 'copies|一式两份：申请人一份，存档一份。');
    return null;
end
$$;
comment on function banshi.layout_defaults() is 'A new centre has a layout of every kind';
create trigger centre_layouts after insert on banshi.centre for each row execute function banshi.layout_defaults();

select banshi.protect(t::regclass) from unnest(array['banshi.document_number', 'banshi.layout', 'banshi.document']) as t;
grant select (centre, id, case_id, kind, title, organ, year, n, number, state, layout_version, hash, staff, op, copies, prints,
              issued_at) on banshi.document to banshi_clerk;
grant select on banshi.layout to banshi_clerk;
revoke execute on function banshi.document_refuse_change(), banshi.layout_defaults() from public;
