-- SPDX-License-Identifier: MIT
-- The centre, its departments, staff, counters, queues and priority classes; operations and events, which every write leaves.

create table banshi.centre (
    id bigint not null,
    name text not null,
    organ text not null,
    organ_short text not null,
    region text not null default '530111',
    time_zone text not null default 'Asia/Shanghai',
    phone text not null default '',
    address text not null default '',
    review_body text not null default '',
    court text not null default '',
    number_pattern text not null default '{organ}{word}〔{year}〕{n}号',
    recall_limit int not null default 3,
    supplement_days int not null default 15,
    restore_policy text not null default 'keep',
    restore_after int not null default 3,
    issue_policy text not null default 'open',
    issue_early int not null default 30,
    idle_minutes int not null default 10,
    wait_warn int not null default 15,
    wait_limit int not null default 30,
    form_limit int not null default 10240,
    constraint centre_pkey primary key (id),
    constraint centre_id_check check (id between 100000001 and 999999999),
    constraint centre_name_key unique (name),
    constraint centre_recall_limit_check check (recall_limit between 1 and 20),
    constraint centre_supplement_days_check check (supplement_days between 1 and 365),
    constraint centre_issue_early_check check (issue_early between 0 and 240),
    constraint centre_idle_minutes_check check (idle_minutes between 1 and 240),
    constraint centre_wait_check check (wait_warn >= 1 and wait_limit between wait_warn and 480),
    constraint centre_form_limit_check check (form_limit between 1 and 32768)
);
comment on table banshi.centre is 'A government service centre (政务服务中心) and its settings';
comment on column banshi.centre.id is
    'Begins every other key and is no other centre''s in the world: region code of six digits and a number of three in the region';
comment on column banshi.centre.name is 'Full name';
comment on column banshi.centre.organ is 'The organ in whose name documents are issued';
comment on column banshi.centre.organ_short is 'The organ''s short name in document numbers: 官政服';
comment on column banshi.centre.region is 'Region code (GB/T 2260)';
comment on column banshi.centre.time_zone is 'Time zone that tells which day it is';
comment on column banshi.centre.phone is 'Telephone for the public';
comment on column banshi.centre.address is 'Address for the public';
comment on column banshi.centre.review_body is 'Where administrative review (行政复议) is applied for';
comment on column banshi.centre.court is 'Court for administrative litigation';
comment on column banshi.centre.number_pattern is 'Pattern of document numbers: {organ} {word} {year} {n} (GB/T 9704-2012 7.2.5)';
comment on column banshi.centre.recall_limit is 'How often a number may be called';
comment on column banshi.centre.supplement_days is 'Working days an applicant has for a supplement unless said otherwise';
comment on column banshi.centre.restore_policy is 'Where a skipped number returns: keep, defer behind restore_after people, or end';
comment on column banshi.centre.restore_after is 'People a deferred number waits behind';
comment on column banshi.centre.issue_policy is
    'open: numbers are given until the day''s last session ends, when the day closes by itself; '
    'always: at any hour, and the day is closed by hand alone';
comment on column banshi.centre.issue_early is 'Minutes before the day''s first session from which on numbers are given';
comment on column banshi.centre.idle_minutes is
    'Minutes after which a counter that calls nobody while people wait is shown to supervisors (norm 1.4)';
comment on column banshi.centre.wait_warn is 'Minutes of waiting from which on a queue is yellow';
comment on column banshi.centre.wait_limit is 'Minutes of waiting from which on a queue is red';
comment on column banshi.centre.form_limit is 'The largest form of a material, in KiB';

create table banshi.department (
    centre bigint not null,
    id bigint generated always as identity,
    name text not null,
    organ text not null default '',
    phone text not null default '',
    constraint department_pkey primary key (centre, id),
    constraint department_centre_fkey foreign key (centre) references banshi.centre,
    constraint department_name_key unique (centre, name)
);
comment on table banshi.department is 'Departments (部门) with counters or items in the centre';
comment on column banshi.department.centre is 'Centre';
comment on column banshi.department.id is 'Key';
comment on column banshi.department.name is 'Name as catalogues write it';
comment on column banshi.department.organ is 'Full name of the organ that decides; empty: the centre''s';
comment on column banshi.department.phone is 'Telephone for questions on its cases';

create table banshi.staff (
    centre bigint not null,
    id bigint generated always as identity,
    login text not null,
    name text not null,
    department bigint,
    role text not null,
    party_member boolean not null default false,
    active boolean not null default true,
    constraint staff_pkey primary key (centre, id),
    constraint staff_centre_fkey foreign key (centre) references banshi.centre,
    constraint staff_department_fkey foreign key (centre, department) references banshi.department,
    constraint staff_login_key unique (login),
    constraint staff_login_check check (login ~ '^[a-z][a-z0-9_.-]{0,62}$')
);
comment on table banshi.staff is 'Staff (工作人员) and devices; each is a database role of the same login';
comment on column banshi.staff.centre is 'Centre';
comment on column banshi.staff.id is 'Key';
comment on column banshi.staff.login is 'Name of the database role; unique in the server';
comment on column banshi.staff.name is 'Name as printed on documents';
comment on column banshi.staff.department is 'Department, null for the centre''s own';
comment on column banshi.staff.role is 'clerk, lead, supervisor, admin; devices: kiosk, board, notifier';
comment on column banshi.staff.party_member is 'The dress list asks for the party badge (norm 1.1)';
comment on column banshi.staff.active is 'False once the person has left';

create table banshi.counter (
    centre bigint not null,
    id bigint generated always as identity,
    department bigint not null,
    number text not null,
    name text not null,
    zone text not null default '',
    position int not null default 0,
    comprehensive boolean not null default false,
    state text not null default 'closed',
    staff bigint,
    since timestamptz not null default now(),
    reason text not null default '',
    changed_by bigint,
    freed_at timestamptz,
    constraint counter_pkey primary key (centre, id),
    constraint counter_department_fkey foreign key (centre, department) references banshi.department,
    constraint counter_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint counter_number_key unique (centre, department, number),
    constraint counter_staff_key unique (centre, staff),
    constraint counter_staffed_check check ((state = 'closed') = (staff is null)),
    constraint counter_changed_by_fkey foreign key (centre, changed_by) references banshi.staff
);
comment on table banshi.counter is 'Counters (窗口); numbers may be reused by departments';
comment on column banshi.counter.centre is 'Centre';
comment on column banshi.counter.id is 'Key';
comment on column banshi.counter.department is 'Department it belongs to';
comment on column banshi.counter.number is 'What the sign says: D1';
comment on column banshi.counter.name is 'Name: 交通窗口';
comment on column banshi.counter.zone is 'Zone of the hall';
comment on column banshi.counter.position is 'Order in lists';
comment on column banshi.counter.comprehensive is 'A comprehensive counter (综合窗口) serves every queue that nobody else does';
comment on column banshi.counter.state is 'closed, open, paused';
comment on column banshi.counter.staff is 'Who is at it; one person is at one counter';
comment on column banshi.counter.since is 'Since when it is in this state';
comment on column banshi.counter.reason is 'Why it is paused, or what was said when it was opened';
comment on column banshi.counter.changed_by is 'Lead or supervisor who brought it into this state; null: who is at it';
comment on column banshi.counter.freed_at is 'When it last passed on or gave back a number; those it kept say so themselves';

create table banshi.queue (
    centre bigint not null,
    id bigint generated always as identity,
    code text not null,
    name text not null,
    department bigint,
    comprehensive boolean not null default false,
    service_seconds int not null default 600,
    constraint queue_pkey primary key (centre, id),
    constraint queue_department_fkey foreign key (centre, department) references banshi.department,
    constraint queue_code_key unique (centre, code),
    constraint queue_name_key unique (centre, department, name),
    constraint queue_code_check check (code ~ '^[A-Z]{1,3}$')
);
comment on table banshi.queue is 'Queues: the people one pool of counters serves';
comment on column banshi.queue.centre is 'Centre';
comment on column banshi.queue.id is 'Key';
comment on column banshi.queue.code is 'Letters of its ticket numbers';
comment on column banshi.queue.name is 'Name on the slip';
comment on column banshi.queue.department is 'Department whose items it serves; null: any';
comment on column banshi.queue.comprehensive is 'Serves the items of departments without a queue of their own';
comment on column banshi.queue.service_seconds is 'Mean time of a visit, for estimates until there is a history of the day';

create table banshi.queue_counter (
    centre bigint not null,
    queue bigint not null,
    counter bigint not null,
    lag interval not null default '0',
    constraint queue_counter_pkey primary key (centre, counter, queue),
    constraint queue_counter_queue_fkey foreign key (centre, queue) references banshi.queue on delete cascade,
    constraint queue_counter_counter_fkey foreign key (centre, counter) references banshi.counter on delete cascade,
    constraint queue_counter_lag_check check (lag >= '0')
);
create index queue_counter_queue_idx on banshi.queue_counter (centre, queue);
comment on table banshi.queue_counter is 'Which counter serves which queue';
comment on column banshi.queue_counter.centre is 'Centre';
comment on column banshi.queue_counter.queue is 'Queue';
comment on column banshi.queue_counter.counter is 'Counter';
comment on column banshi.queue_counter.lag is 'Added to the order of this queue at this counter: it only helps out';

create table banshi.priority (
    centre bigint not null,
    code text not null,
    name text not null,
    letter text not null,
    head_start interval not null,
    proof text not null default '',
    position int not null default 0,
    constraint priority_pkey primary key (centre, code),
    constraint priority_centre_fkey foreign key (centre) references banshi.centre,
    constraint priority_head_start_check check (head_start between '0' and '4 hours')
);
comment on table banshi.priority is 'Priority classes (norm 2.6); nobody is overtaken by a class for longer than its head start';
comment on column banshi.priority.centre is 'Centre';
comment on column banshi.priority.code is 'ordinary, elderly, military, disabled, …';
comment on column banshi.priority.name is 'Name: 老年人';
comment on column banshi.priority.letter is 'One letter for lists';
comment on column banshi.priority.head_start is 'Subtracted from the time of issue to give the order';
comment on column banshi.priority.proof is 'What shows it: 军人证件';
comment on column banshi.priority.position is 'Order in lists';

create table banshi.shift (
    centre bigint not null,
    id bigint generated always as identity,
    staff bigint not null,
    counter bigint not null,
    started_at timestamptz not null,
    ended_at timestamptz,
    dress jsonb not null,
    ended_by bigint,
    end_reason text not null default '',
    constraint shift_pkey primary key (centre, id),
    constraint shift_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint shift_counter_fkey foreign key (centre, counter) references banshi.counter,
    constraint shift_ended_by_fkey foreign key (centre, ended_by) references banshi.staff
);
create unique index shift_open_key on banshi.shift (centre, staff) where ended_at is null;
-- where somebody has worked tells what they can do
create index shift_staff_idx on banshi.shift (centre, staff, counter);
comment on table banshi.shift is 'Who was at which counter, with the appearance self-check (norms 1.1–1.3)';
comment on column banshi.shift.centre is 'Centre';
comment on column banshi.shift.id is 'Key';
comment on column banshi.shift.staff is 'Staff';
comment on column banshi.shift.counter is 'Counter';
comment on column banshi.shift.started_at is 'Sign-on';
comment on column banshi.shift.ended_at is 'Sign-off, null while on';
comment on column banshi.shift.dress is 'Answers of the self-check; empty until somebody whom a lead put there signs on';
comment on column banshi.shift.ended_by is
    'Lead or supervisor who closed the counter; null: somebody else''s sign-on or one''s own sign-off';
comment on column banshi.shift.end_reason is 'Why they closed it';

create table banshi.operation (
    centre bigint not null,
    id uuid not null,
    procedure text not null,
    staff bigint not null,
    result bigint,
    at timestamptz not null default now(),
    constraint operation_pkey primary key (centre, id)
);
create index operation_at_idx on banshi.operation using brin (at);
comment on table banshi.operation is 'Operation ids of clients: the same id again gives the stored result and does nothing twice';
comment on column banshi.operation.centre is 'Centre';
comment on column banshi.operation.id is 'UUID made by the client';
comment on column banshi.operation.procedure is 'Procedure it was used for; another one is refused';
comment on column banshi.operation.staff is 'Who used it; another one is refused';
comment on column banshi.operation.result is 'Id of what the operation changed or made';
comment on column banshi.operation.at is 'When';

create table banshi.event (
    centre bigint not null,
    day date not null,
    id bigint generated always as identity,
    at timestamptz not null,
    concept text not null,
    subject bigint not null,
    kind text not null,
    staff bigint,
    counter bigint,
    detail text not null default '',
    constraint event_pkey primary key (centre, day, id)
) partition by range (day);
create index event_subject_idx on banshi.event (centre, concept, subject);
comment on table banshi.event is 'What happened, append-only, one partition a month';
comment on column banshi.event.centre is 'Centre';
comment on column banshi.event.day is 'Day in the centre''s time zone';
comment on column banshi.event.id is 'Key, ascending in time of writing';
comment on column banshi.event.at is 'When';
comment on column banshi.event.concept is 'ticket, case, document, counter, staff, …';
comment on column banshi.event.subject is 'Id of the ticket, case …';
comment on column banshi.event.kind is 'What: issued, called, received, accepted …';
comment on column banshi.event.staff is 'Who';
comment on column banshi.event.counter is 'Where';
comment on column banshi.event.detail is 'Codes and data; never free text or personal data, which are in event_note';

create table banshi.event_default partition of banshi.event default;
comment on table banshi.event_default is 'Events of months without a partition of their own';

create table banshi.event_note (
    centre bigint not null,
    day date not null,
    event bigint not null,
    concept text not null,
    text text not null,
    constraint event_note_pkey primary key (centre, day, event),
    constraint event_note_text_check check (text <> '')
) partition by range (day);
comment on table banshi.event_note is
    'What was said about an event: reasons and remarks, which may name people; kept no longer than needed';
comment on column banshi.event_note.centre is 'Centre';
comment on column banshi.event_note.day is 'Day of the event';
comment on column banshi.event_note.event is 'Event';
comment on column banshi.event_note.concept is 'Its concept: who may read a note depends on it';
comment on column banshi.event_note.text is 'Plain text';
create table banshi.event_note_default partition of banshi.event_note default;
comment on table banshi.event_note_default is 'Notes of months without a partition of their own';
