-- SPDX-License-Identifier: MIT
-- What happens to documents once issued: each printing, and service (送达, norm 8.1); and the blank and sample forms of
-- materials (空白表、示例样表, norm 6.2).

create table banshi.document_print (
    centre bigint not null,
    document bigint not null,
    n int not null,
    at timestamptz not null,
    staff bigint not null,
    counter bigint,
    destination text not null,
    constraint document_print_pkey primary key (centre, document, n),
    constraint document_print_document_fkey foreign key (centre, document) references banshi.document,
    constraint document_print_staff_fkey foreign key (centre, staff) references banshi.staff
);
comment on table banshi.document_print is 'Each printing of a document; all but the first are reprints (norm 6.4)';
comment on column banshi.document_print.centre is 'Centre';
comment on column banshi.document_print.document is 'Document';
comment on column banshi.document_print.n is 'From 1';
comment on column banshi.document_print.at is 'When';
comment on column banshi.document_print.staff is 'Who';
comment on column banshi.document_print.counter is 'At which counter; null: at none';
comment on column banshi.document_print.destination is 'Where to: a printer, a file';

create table banshi.service (
    centre bigint not null,
    proof bigint not null,
    document bigint not null,
    recipient text not null,
    relation text not null,
    at timestamptz not null,
    place text not null,
    mode text not null,
    witness text not null default '',
    server text not null,
    note text not null default '',
    voided boolean not null default false,
    constraint service_pkey primary key (centre, proof),
    constraint service_proof_fkey foreign key (centre, proof) references banshi.document,
    constraint service_document_fkey foreign key (centre, document) references banshi.document,
    constraint service_witness_check check (mode <> 'left' or witness <> '')
);
create unique index service_document_key on banshi.service (centre, document) where not voided;
comment on table banshi.service is 'Service of documents (送达回证): the day signed is the day of service';
comment on column banshi.service.centre is 'Centre';
comment on column banshi.service.proof is 'The proof of service, itself a document';
comment on column banshi.service.document is 'What was served; once, unless the proof is void';
comment on column banshi.service.recipient is 'Who received it';
comment on column banshi.service.relation is 'Relation to the addressee: 本人, 代理人 …';
comment on column banshi.service.at is 'When, to the minute';
comment on column banshi.service.place is 'Where';
comment on column banshi.service.mode is 'How it was served';
comment on column banshi.service.witness is 'Witness; needed when it was left with somebody who would not sign';
comment on column banshi.service.server is 'Who served it';
comment on column banshi.service.note is 'Remark';
comment on column banshi.service.voided is 'The proof is void and not issued anew';

create table banshi.material_form (
    centre bigint not null,
    id bigint generated always as identity,
    item bigint not null,
    material text not null,
    kind text not null,
    name text not null,
    type text not null,
    size int not null,
    hash text not null,
    text text not null default '',
    staff bigint not null,
    at timestamptz not null,
    constraint material_form_pkey primary key (centre, id),
    constraint material_form_item_fkey foreign key (centre, item) references banshi.item on delete cascade,
    constraint material_form_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint material_form_key unique (centre, item, material, kind, name)
);
comment on table banshi.material_form is 'Blank and sample forms of materials (norm 6.2)';
comment on column banshi.material_form.centre is 'Centre';
comment on column banshi.material_form.id is 'Key';
comment on column banshi.material_form.item is 'Item';
comment on column banshi.material_form.material is 'Name of the material: an import may number materials anew';
comment on column banshi.material_form.kind is 'What it is for';
comment on column banshi.material_form.name is 'Name of the file';
comment on column banshi.material_form.type is 'Media type, told by the content';
comment on column banshi.material_form.size is 'Bytes';
comment on column banshi.material_form.hash is 'SHA-256 of the content';
comment on column banshi.material_form.text is 'Its text, for terminals; empty: there is none';
comment on column banshi.material_form.staff is 'Who attached it';
comment on column banshi.material_form.at is 'When';

create table banshi.material_form_content (
    centre bigint not null,
    form bigint not null,
    content bytea not null,
    constraint material_form_content_pkey primary key (centre, form),
    constraint material_form_content_form_fkey foreign key (centre, form) references banshi.material_form on delete cascade
);
alter table banshi.material_form_content alter column content set storage external; -- pieces are read without unpacking
comment on table banshi.material_form_content is 'The files of forms, apart from what lists read';
comment on column banshi.material_form_content.centre is 'Centre';
comment on column banshi.material_form_content.form is 'Form';
comment on column banshi.material_form_content.content is 'The file';
