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
    said jsonb not null default '{}',
    enquirer text not null default '',
    constraint document_pkey primary key (centre, id),
    constraint document_case_fkey foreign key (centre, case_id) references banshi.case,
    constraint document_item_fkey foreign key (centre, item) references banshi.item,
    constraint document_voids_fkey foreign key (centre, voids) references banshi.document,
    constraint document_layout_fkey foreign key (centre, kind, layout_version) references banshi.layout,
    constraint document_number_key unique (centre, number),
    constraint document_series_key unique (centre, organ, kind, year, n)
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
comment on column banshi.document.state is 'State';
comment on column banshi.document.layout_version is 'Layout it was made from';
comment on column banshi.document.content is 'Lines of a directive and its arguments, separated by tabs';
comment on column banshi.document.hash is 'SHA-256 of the content';
comment on column banshi.document.staff is 'Who issued it';
comment on column banshi.document.op is 'Operation that issued it';
comment on column banshi.document.copies is 'Copies that are made';
comment on column banshi.document.prints is 'How often it was printed';
comment on column banshi.document.issued_at is 'When';
comment on column banshi.document.said is
    'What only this document says, by names of placeholders: said again when it is issued anew';
comment on column banshi.document.enquirer is 'Who was told, by a document without a case; empty: not said';
