-- SPDX-License-Identifier: MIT
-- The centre, its departments, staff, counters, queues and priority classes, and what every procedure stands on: the
-- clock, who is asking, operations, events and notification.

-- The clock ------------------------------------------------------------------------------------------------------

create function banshi.now() returns timestamptz
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
begin
    -- tests move the clock through a role that production does not have
    if coalesce(current_setting('banshi.clock', true), '') = ''
       or not exists (select from pg_roles where rolname = 'banshi_clock' and pg_has_role(session_user, oid, 'member')) then
        return now();
    end if;
    return current_setting('banshi.clock')::timestamptz;
end
$$;
comment on function banshi.now() is 'The server''s time; members of the role banshi_clock may set banshi.clock';

-- Tables ---------------------------------------------------------------------------------------------------------

create table banshi.centre (
    id bigint generated always as identity,
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
    constraint centre_pkey primary key (id),
    constraint centre_name_key unique (name),
    constraint centre_restore_policy_check check (restore_policy in ('keep', 'defer', 'end')),
    constraint centre_recall_limit_check check (recall_limit between 1 and 20),
    constraint centre_supplement_days_check check (supplement_days between 1 and 365)
);
comment on table banshi.centre is 'A government service centre (政务服务中心) and its settings';
comment on column banshi.centre.id is 'Key of the centre; begins every other key';
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
    constraint staff_login_check check (login ~ '^[a-z][a-z0-9_.-]{0,62}$'),
    constraint staff_role_check check (role in ('clerk', 'lead', 'supervisor', 'admin', 'kiosk', 'board', 'notifier'))
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
    constraint counter_pkey primary key (centre, id),
    constraint counter_department_fkey foreign key (centre, department) references banshi.department,
    constraint counter_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint counter_number_key unique (centre, department, number),
    constraint counter_staff_key unique (centre, staff),
    constraint counter_state_check check (state in ('closed', 'open', 'paused')),
    constraint counter_staffed_check check ((state = 'closed') = (staff is null))
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
comment on column banshi.counter.reason is 'Why it is paused';

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
    constraint shift_pkey primary key (centre, id),
    constraint shift_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint shift_counter_fkey foreign key (centre, counter) references banshi.counter
);
create unique index shift_open_key on banshi.shift (centre, staff) where ended_at is null;
comment on table banshi.shift is 'Who was at which counter, with the appearance self-check (norms 1.1–1.3)';
comment on column banshi.shift.centre is 'Centre';
comment on column banshi.shift.id is 'Key';
comment on column banshi.shift.staff is 'Staff';
comment on column banshi.shift.counter is 'Counter';
comment on column banshi.shift.started_at is 'Sign-on';
comment on column banshi.shift.ended_at is 'Sign-off, null while on';
comment on column banshi.shift.dress is 'Answers of the self-check';

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
comment on column banshi.event.detail is 'Reason or data, without personal data';
create table banshi.event_default partition of banshi.event default;
comment on table banshi.event_default is 'Events of months without a partition of their own';

create function banshi.event_refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    raise exception using errcode = 'BS002', message = 'event · append-only';
end
$$;
comment on function banshi.event_refuse_change() is 'Events are never changed or deleted, not even by the owner';
create trigger event_append_only before update or delete on banshi.event
    for each row execute function banshi.event_refuse_change();

-- Who is asking --------------------------------------------------------------------------------------------------

create function banshi.me() returns banshi.staff
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select s from banshi.staff as s where s.login = session_user and s.active);
end
$$;
comment on function banshi.me() is 'The member of staff whose role this session has; null for others';

create function banshi.my_centre() returns bigint
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select s.centre from banshi.staff as s where s.login = session_user and s.active);
end
$$;
comment on function banshi.my_centre() is 'Centre of the session; row-level security compares with it';

create function banshi.my_counter() returns bigint
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select c.id from banshi.counter as c join banshi.staff as s on s.centre = c.centre and s.id = c.staff
        where s.login = session_user and s.active);
end
$$;
comment on function banshi.my_counter() is 'Counter the session is signed on to; null for none';

create function banshi.today(p_centre bigint) returns date
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select (banshi.now() at time zone c.time_zone)::date from banshi.centre as c where c.id = p_centre);
end
$$;
comment on function banshi.today(bigint) is 'The day in the centre''s time zone';

-- What every write does ------------------------------------------------------------------------------------------

create function banshi.operation_begin(p_me banshi.staff, p_opid uuid, p_procedure text) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v banshi.operation;
begin
    if p_me.id is null then
        raise exception using errcode = 'BS002', message = 'staff · ' || session_user;
    end if;
    if p_opid is null then
        raise exception using errcode = 'BS001', message = 'opid';
    end if;
    insert into banshi.operation (centre, id, procedure, staff) values (p_me.centre, p_opid, p_procedure, p_me.id)
    on conflict do nothing;
    if found then
        return null;
    end if;
    select * into strict v from banshi.operation where centre = p_me.centre and id = p_opid;
    if v.procedure <> p_procedure or v.staff <> p_me.id then
        raise exception using errcode = 'BS020', message = p_opid || ' · ' || v.procedure;
    end if;
    return v.result;
end
$$;
comment on function banshi.operation_begin(banshi.staff, uuid, text) is
    'Claim an operation id: null the first time, else the stored result of the operation that used it';

create function banshi.operation_end(p_me banshi.staff, p_opid uuid, p_result bigint) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    update banshi.operation set result = p_result where centre = p_me.centre and id = p_opid;
end
$$;
comment on function banshi.operation_end(banshi.staff, uuid, bigint) is 'Store the result of an operation';

create function banshi.record(p_me banshi.staff, p_counter bigint, p_concept text, p_subject bigint, p_kind text,
                              p_detail text default '') returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into banshi.event (centre, day, at, concept, subject, kind, staff, counter, detail)
    values (p_me.centre, banshi.today(p_me.centre), banshi.now(), p_concept, p_subject, p_kind, p_me.id, p_counter,
            coalesce(p_detail, ''));
end
$$;
comment on function banshi.record(banshi.staff, bigint, text, bigint, text, text) is 'Append an event';

create function banshi.changed(p_centre bigint, p_concept text) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_notify('banshi_' || p_centre, p_concept);
end
$$;
comment on function banshi.changed(bigint, text) is 'Tell the terminals of a centre that something of a concept changed';

create function banshi.partition_ensure(p_day date) returns void
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_parent text;
    v_month date;
    v_name text;
begin
    foreach v_month in array array[date_trunc('month', p_day)::date, (date_trunc('month', p_day) + '1 month')::date] loop
        for v_parent in
            select c.relname from pg_partitioned_table as p join pg_class as c on c.oid = p.partrelid
            where c.relnamespace = 'banshi'::regnamespace order by c.relname
        loop
            v_name := v_parent || to_char(v_month, '_YYYYMM');
            if to_regclass('banshi.' || quote_ident(v_name)) is null then
                perform pg_advisory_xact_lock(hashtext('banshi.partition_ensure'));
                if to_regclass('banshi.' || quote_ident(v_name)) is null then
                    begin
                        execute format('create table banshi.%I partition of banshi.%I for values from (%L) to (%L)',
                                       v_name, v_parent, v_month, v_month + interval '1 month');
                        execute format('comment on table banshi.%I is %L', v_name,
                                       'Partition of ' || v_parent || ' for ' || to_char(v_month, 'YYYY-MM'));
                    exception when check_violation then
                        null; -- the default partition already holds rows of that month; they stay there
                    end;
                end if;
            end if;
        end loop;
    end loop;
end
$$;
comment on function banshi.partition_ensure(date) is 'Make the partitions of a day''s month and the next one';

-- Row-level security ---------------------------------------------------------------------------------------------

create function banshi.protect(p_table regclass) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    execute format('alter table %s enable row level security', p_table);
    execute format('create policy centre on %s for select using (%I = (select banshi.my_centre()))', p_table,
                   case when p_table = 'banshi.centre'::regclass then 'id' else 'centre' end);
end
$$;
comment on function banshi.protect(regclass) is 'Limit a table to the session''s centre; reading it still needs a grant';

select banshi.protect(t::regclass)
from unnest(array['banshi.centre', 'banshi.department', 'banshi.staff', 'banshi.counter', 'banshi.queue', 'banshi.queue_counter',
                  'banshi.priority', 'banshi.shift', 'banshi.operation', 'banshi.event', 'banshi.event_default']) as t;
grant select on banshi.centre, banshi.department, banshi.staff, banshi.counter, banshi.queue, banshi.queue_counter,
    banshi.priority to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
grant select on banshi.shift, banshi.event to banshi_clerk;

revoke execute on all functions in schema banshi from public;
grant execute on function banshi.now(), banshi.me(), banshi.my_centre(), banshi.my_counter(), banshi.today(bigint)
    to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
