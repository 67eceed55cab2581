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
    copies int not null,
    body text not null,
    own boolean not null default false,
    at timestamptz not null default now(),
    constraint layout_pkey primary key (centre, kind, version),
    constraint layout_centre_fkey foreign key (centre) references banshi.centre
);
comment on table banshi.layout is 'Layouts of documents, each version kept; see data/layout/README.md';
comment on column banshi.layout.centre is 'Centre';
comment on column banshi.layout.kind is 'receipt, acceptance, supplement … : the files of data/layout';
comment on column banshi.layout.version is 'The newest one is used';
comment on column banshi.layout.title is 'Title';
comment on column banshi.layout.word is 'The kind''s word in numbers: 受; empty: it is not numbered';
comment on column banshi.layout.copies is 'Copies that are made';
comment on column banshi.layout.body is 'The file';
comment on column banshi.layout.own is 'The centre''s own; the program''s newer ones do not replace it';
comment on column banshi.layout.at is 'When it was made';

create table banshi.document (
    centre bigint not null,
    id bigint generated always as identity,
    case_id bigint,
    item bigint,
    voids bigint,
    void_reason text not null default '',
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
    constraint document_item_fkey foreign key (centre, item) references banshi.item,
    constraint document_voids_fkey foreign key (centre, voids) references banshi.document,
    constraint document_layout_fkey foreign key (centre, kind, layout_version) references banshi.layout,
    constraint document_number_key unique (centre, number),
    constraint document_series_key unique (centre, organ, kind, year, n),
    constraint document_state_check check (state in ('issued', 'voided'))
);
create index document_case_idx on banshi.document (centre, case_id);
create index document_op_idx on banshi.document (centre, op);
create index document_issued_idx on banshi.document (centre, issued_at, id);
comment on table banshi.document is 'Documents issued; the content is immutable';
comment on column banshi.document.centre is 'Centre';
comment on column banshi.document.id is 'Key';
comment on column banshi.document.case_id is 'Case; null for what was told about an item';
comment on column banshi.document.item is 'Item, without a case';
comment on column banshi.document.voids is 'The voided document that this one replaces';
comment on column banshi.document.void_reason is 'Why it was voided';
comment on column banshi.document.kind is 'Kind: that of its layout';
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
declare
    v_may text[] := '{prints,state,void_reason,enquirer}'; -- the last one is computed afterwards, from what never changes
begin
    if tg_op = 'UPDATE'
       and (to_jsonb(new) - v_may) = (to_jsonb(old) - v_may)
       and new.prints >= old.prints
       and (new.state = old.state and new.void_reason = old.void_reason
            or old.state = 'issued' and new.state = 'voided' and new.void_reason <> '') then
        return new;
    end if;
    raise exception using errcode = 'BS002', message = 'document · ' || old.number;
end
$$;
comment on function banshi.document_refuse_change() is 'An issued document is counted when printed and can be voided, nothing else';
create trigger document_immutable before update or delete on banshi.document
    for each row execute function banshi.document_refuse_change();

create function banshi.layout_put(p_centre bigint, p_kind text, p_body text, p_own boolean) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into banshi.layout (centre, kind, version, title, word, copies, body, own)
    select p_centre, p_kind,
           coalesce((select max(l.version) from banshi.layout as l where l.centre = p_centre and l.kind = p_kind), 0) + 1,
           coalesce(substring(p_body from '(?n)^title\|(.*)$'), ''),
           coalesce(substring(p_body from '(?n)^word\|(.*)$'), ''),
           greatest((select count(*) from regexp_matches(p_body, '(?n)^copy\|', 'g')), 1),
           p_body, p_own;
end
$$;
comment on function banshi.layout_put(bigint, text, text, boolean) is 'Add a version of a layout';

create function banshi.layout_defaults() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform banshi.layout_put(new.id, d.kind, d.body, false) from banshi.layout_default() as d;
    return null;
end
$$;
comment on function banshi.layout_defaults() is 'A new centre has a layout of every kind';
create trigger centre_layouts after insert on banshi.centre for each row execute function banshi.layout_defaults();

select banshi.protect(t::regclass) from unnest(array['banshi.document_number', 'banshi.layout', 'banshi.document']) as t;
grant select (centre, id, case_id, item, voids, void_reason, kind, title, organ, year, n, number, state,
              layout_version, hash, staff, op, copies, prints, issued_at) on banshi.document to banshi_clerk;
grant select on banshi.layout to banshi_clerk;
revoke execute on function banshi.document_refuse_change(), banshi.layout_put(bigint, text, text, boolean),
    banshi.layout_defaults() from public;
