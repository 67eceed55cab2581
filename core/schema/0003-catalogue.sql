-- SPDX-License-Identifier: MIT
-- The catalogue: service items (事项) and their materials (材料), and the record of imports.

create table banshi.item (
    centre bigint not null,
    id bigint generated always as identity,
    code text not null,
    name text not null,
    department bigint not null,
    heading text not null default '',
    kind text not null default '',
    subject text not null default 'any',
    conditions text not null default '',
    legal_basis text not null default '',
    statutory int,
    statutory_unit text,
    promised int,
    promised_unit text,
    fee bigint not null default 0,
    fee_basis text not null default '',
    wanted_queue text not null default '',
    queue bigint not null,
    active boolean not null default true,
    constraint item_pkey primary key (centre, id),
    constraint item_department_fkey foreign key (centre, department) references banshi.department,
    constraint item_queue_fkey foreign key (centre, queue) references banshi.queue,
    constraint item_code_key unique (centre, code),
    constraint item_code_check check (code <> '' and length(code) <= 100),
    constraint item_name_check check (name <> ''),
    constraint item_statutory_check check ((statutory is null) = (statutory_unit is null) and statutory > 0),
    constraint item_promised_check check ((promised is null) = (promised_unit is null) and promised > 0),
    constraint item_fee_check check (fee >= 0)
);
create index item_queue_idx on banshi.item (centre, queue);
create index item_department_idx on banshi.item (centre, department);
comment on table banshi.item is 'Service items: what people come for';
comment on column banshi.item.centre is 'Centre';
comment on column banshi.item.id is 'Key';
comment on column banshi.item.code is 'Code of the catalogue, unique in the centre';
comment on column banshi.item.name is 'Name; real catalogues repeat some';
comment on column banshi.item.department is 'Department that decides';
comment on column banshi.item.heading is 'Heading in the catalogue, empty for none';
comment on column banshi.item.kind is 'Type code of the province';
comment on column banshi.item.subject is 'Who may apply';
comment on column banshi.item.conditions is 'Conditions of handling, told at once (norm 2.3)';
comment on column banshi.item.legal_basis is 'Legal basis';
comment on column banshi.item.statutory is 'Statutory limit (法定时限), null when not known';
comment on column banshi.item.statutory_unit is 'Its unit';
comment on column banshi.item.promised is 'Promised limit (承诺时限), null when not known';
comment on column banshi.item.promised_unit is 'Its unit';
comment on column banshi.item.fee is 'Fee in fen, 0 free';
comment on column banshi.item.fee_basis is 'Basis of the fee';
comment on column banshi.item.wanted_queue is 'Name of the queue that the catalogue asks for, empty for none';
comment on column banshi.item.queue is 'Queue of its tickets: the wanted one, else the department''s, else the comprehensive one';
comment on column banshi.item.active is 'False once no longer offered';

create table banshi.material (
    centre bigint not null,
    item bigint not null,
    seq int not null,
    name text not null,
    form text not null default 'original',
    originals int not null default 1,
    copies int not null default 0,
    required boolean not null default true,
    standard text not null default '',
    source text not null default '',
    constraint material_pkey primary key (centre, item, seq),
    constraint material_item_fkey foreign key (centre, item) references banshi.item on delete cascade,
    constraint material_count_check check (originals between 0 and 99 and copies between 0 and 99)
);
comment on table banshi.material is 'Materials that an item asks for; a case keeps its own copy';
comment on column banshi.material.centre is 'Centre';
comment on column banshi.material.item is 'Item';
comment on column banshi.material.seq is 'Number within the item, from 1';
comment on column banshi.material.name is 'Name';
comment on column banshi.material.form is 'In which form it is brought';
comment on column banshi.material.originals is 'Originals to show or hand in';
comment on column banshi.material.copies is 'Copies to hand in';
comment on column banshi.material.required is 'Nothing is accepted without it';
comment on column banshi.material.standard is 'What it must look like';
comment on column banshi.material.source is 'Who issues it';

create table banshi.import (
    centre bigint not null,
    id bigint generated always as identity,
    kind text not null,
    path text not null default '',
    staff bigint not null,
    at timestamptz not null,
    constraint import_pkey primary key (centre, id),
    constraint import_staff_fkey foreign key (centre, staff) references banshi.staff
);
comment on table banshi.import is 'Imports that were applied';
comment on column banshi.import.centre is 'Centre';
comment on column banshi.import.id is 'Key';
comment on column banshi.import.kind is 'What was imported';
comment on column banshi.import.path is 'Name of the file';
comment on column banshi.import.staff is 'Who';
comment on column banshi.import.at is 'When';

create table banshi.import_line (
    centre bigint not null,
    import bigint not null,
    seq int generated always as identity,
    outcome text not null,
    line bigint not null default 0,
    key text not null default '',
    reason text not null default '',
    constraint import_line_pkey primary key (centre, import, seq),
    constraint import_line_import_fkey foreign key (centre, import) references banshi.import on delete cascade
);
comment on table banshi.import_line is 'Reports of imports: totals and warnings';
comment on column banshi.import_line.centre is 'Centre';
comment on column banshi.import_line.import is 'Import';
comment on column banshi.import_line.seq is 'Order, ascending';
comment on column banshi.import_line.outcome is 'What the line says';
comment on column banshi.import_line.line is 'Line in the file, 0 unknown; of a total the count';
comment on column banshi.import_line.key is 'added, changed, unchanged of a total; else the code, number or login';
comment on column banshi.import_line.reason is 'What is counted, or what is wrong';
