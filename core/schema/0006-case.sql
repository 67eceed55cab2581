-- SPDX-License-Identifier: MIT
-- Cases (办件), their materials and numbers.
--
-- What is worked out from other columns is a plain column, filled by a trigger (core/policy/case.sql): its rules will change, and
-- a generated column would then rewrite the table. A migration that brings other rules works it out again for every row.

create table banshi.case_number (
    centre bigint not null,
    item bigint not null,
    day date not null,
    last int not null,
    constraint case_number_pkey primary key (centre, item, day),
    constraint case_number_last_check check (last between 1 and 9999)
);
comment on table banshi.case_number is 'Serial numbers of the cases of an item and day';
comment on column banshi.case_number.centre is 'Centre';
comment on column banshi.case_number.item is 'Item';
comment on column banshi.case_number.day is 'Day of receipt';
comment on column banshi.case_number.last is 'The last number given out';

create table banshi.case (
    centre bigint not null,
    id bigint generated always as identity,
    number text not null,
    state text not null default 'received',
    item bigint not null,
    channel text not null,
    applicant_kind text not null,
    applicant_name text not null,
    id_kind text not null,
    id_number text not null,
    phone text not null,
    contact text not null default '',
    address text not null default '',
    agent_name text not null default '',
    agent_id_number text not null default '',
    agent_phone text not null default '',
    agent_authority text not null default '',
    assistance boolean not null default false,
    helper bigint,
    assistance_note text not null default '',
    delivery text not null default 'pickup',
    delivery_note text not null default '',
    notice text not null default 'on_site',
    email text not null default '',
    note text not null default '',
    ticket_day date,
    ticket bigint,
    counter bigint,
    staff bigint not null,
    reason text not null default '',
    basis text not null default '',
    organ text not null default '',
    received_at timestamptz not null,
    received_on date not null,
    decided_at timestamptz,
    accepted_on date,
    tell_by date not null,
    supplements int not null default 0,
    supplement_by date,
    statutory_due date,
    promised_due date,
    due_published boolean not null default true,
    deemed boolean not null default false,
    statutory int,
    statutory_unit text,
    promised int,
    promised_unit text,
    supplement_on date,
    supplement_days int,
    resume_by date,
    result text not null default '',
    finished_on date,
    deliver_by date,
    delivered_on date,
    delivered_by text not null default '',
    next_due date,
    id_number_masked text not null,
    phone_masked text not null,
    name_folded text not null,
    name_grams text[] not null,
    spellings text[] not null default '{}',
    constraint case_pkey primary key (centre, id),
    constraint case_number_key unique (centre, number),
    constraint case_item_fkey foreign key (centre, item) references banshi.item,
    constraint case_ticket_fkey foreign key (centre, ticket_day, ticket) references banshi.ticket,
    constraint case_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint case_helper_fkey foreign key (centre, helper) references banshi.staff,
    constraint case_accepted_check check (
        state not in ('accepted', 'suspended', 'prolonged', 'decided', 'delivered', 'ended') or accepted_on is not null)
);
create index case_received_idx on banshi.case (centre, received_at);
create index case_number_idx on banshi.case (centre, number collate "C");
create index case_id_number_idx on banshi.case (centre, id_number);
create index case_phone_idx on banshi.case (centre, phone);
create index case_ticket_idx on banshi.case (centre, ticket_day, ticket);
create index case_name_idx on banshi.case using gin (name_grams);
create index case_spellings_idx on banshi.case using gin (spellings);
create index case_next_due_idx on banshi.case (centre, next_due) where next_due is not null;
create index case_provisional_idx on banshi.case (centre, next_due) where next_due is not null and not due_published;
comment on table banshi.case is 'Cases: applications taken in, and the decision on each (Licensing Law art. 29, 32)';
comment on column banshi.case.centre is 'Centre';
comment on column banshi.case.id is 'Key';
comment on column banshi.case.number is 'Item code, day and four digits';
comment on column banshi.case.state is 'State';
comment on column banshi.case.item is 'Item applied for';
comment on column banshi.case.channel is 'How the application came in (norm 6.1)';
comment on column banshi.case.applicant_kind is 'What the applicant is';
comment on column banshi.case.applicant_name is 'Applicant';
comment on column banshi.case.id_kind is 'Kind of the identity document';
comment on column banshi.case.id_number is 'Its number, in full';
comment on column banshi.case.phone is 'Telephone, in full';
comment on column banshi.case.contact is 'Contact person of an organisation';
comment on column banshi.case.address is 'Address';
comment on column banshi.case.agent_name is 'Agent; empty: the applicant came';
comment on column banshi.case.agent_id_number is 'Agent''s identity number';
comment on column banshi.case.agent_phone is 'Agent''s telephone';
comment on column banshi.case.agent_authority is 'What the power of attorney covers';
comment on column banshi.case.assistance is 'Delegated assistance 帮办代办 (norm 2.7)';
comment on column banshi.case.helper is 'Who helps';
comment on column banshi.case.assistance_note is 'What is done for the applicant';
comment on column banshi.case.delivery is 'How the result is delivered (norm 8.1)';
comment on column banshi.case.delivery_note is 'Where to';
comment on column banshi.case.notice is 'How the applicant is told of progress (norm 6.5)';
comment on column banshi.case.email is 'E-mail address for notices';
comment on column banshi.case.note is 'Note of the clerk';
comment on column banshi.case.ticket_day is 'Day of the visit that brought it';
comment on column banshi.case.ticket is 'Ticket of the visit';
comment on column banshi.case.counter is 'Counter that took it in';
comment on column banshi.case.staff is 'Clerk who took it in';
comment on column banshi.case.reason is 'Of the decision';
comment on column banshi.case.basis is 'Legal basis of the decision, when not the item''s';
comment on column banshi.case.organ is 'The competent organ, when another';
comment on column banshi.case.received_at is 'When it was received';
comment on column banshi.case.received_on is 'Day of receipt';
comment on column banshi.case.decided_at is 'When the last decision was taken';
comment on column banshi.case.accepted_on is 'Acceptance or deemed acceptance: start of the clock';
comment on column banshi.case.tell_by is 'Last of the five days to tell (art. 32 (4))';
comment on column banshi.case.supplements is 'How many supplement notices were issued';
comment on column banshi.case.supplement_by is 'The applicant''s period for the supplement';
comment on column banshi.case.statutory_due is 'Last day of the statutory limit';
comment on column banshi.case.promised_due is 'Last day of the promised limit';
comment on column banshi.case.due_published is 'False: a limit enters a year whose calendar is not published';
comment on column banshi.case.deemed is 'Accepted by law: nobody was told within the five days (art. 32 (4))';
comment on column banshi.case.statutory is 'The statutory limit it was accepted with';
comment on column banshi.case.statutory_unit is 'Its unit';
comment on column banshi.case.promised is 'The promised limit it was accepted with';
comment on column banshi.case.promised_unit is 'Its unit';
comment on column banshi.case.supplement_on is 'Day of the last supplement notice';
comment on column banshi.case.supplement_days is 'Working days the applicant has from it';
comment on column banshi.case.resume_by is 'Announced end of the special procedure that it is suspended for';
comment on column banshi.case.result is 'The result; empty: not yet';
comment on column banshi.case.finished_on is 'Day of the result';
comment on column banshi.case.deliver_by is 'Last of the ten days to deliver the result (art. 44)';
comment on column banshi.case.delivered_on is 'Day of delivery';
comment on column banshi.case.delivered_by is 'How it was delivered; empty: not yet';
comment on column banshi.case.next_due is 'Last day of the next duty: to tell, supplement, decide, resume, deliver; null: none';
comment on column banshi.case.id_number_masked is 'For lists';
comment on column banshi.case.phone_masked is 'For lists';
comment on column banshi.case.name_folded is 'Name for comparing';
comment on column banshi.case.name_grams is 'Characters and pairs of the name, for search';
comment on column banshi.case.spellings is 'Beginnings of the name''s spellings in pinyin initials, for search';

create table banshi.case_material (
    centre bigint not null,
    case_id bigint not null,
    seq int not null,
    name text not null,
    form text not null,
    originals int not null,
    copies int not null,
    required boolean not null,
    standard text not null default '',
    state text not null,
    note text not null default '',
    constraint case_material_pkey primary key (centre, case_id, seq),
    constraint case_material_case_fkey foreign key (centre, case_id) references banshi.case
);
comment on table banshi.case_material is 'Materials of a case as they were at the last decision';
comment on column banshi.case_material.centre is 'Centre';
comment on column banshi.case_material.case_id is 'Case';
comment on column banshi.case_material.seq is 'Order; beyond the item''s: named by the clerk';
comment on column banshi.case_material.name is 'Name';
comment on column banshi.case_material.form is 'In which form it is brought';
comment on column banshi.case_material.originals is 'Originals';
comment on column banshi.case_material.copies is 'Copies';
comment on column banshi.case_material.required is 'Without it the case cannot be accepted';
comment on column banshi.case_material.standard is 'What it must look like';
comment on column banshi.case_material.state is 'What became of it';
comment on column banshi.case_material.note is 'What is wrong with it';
