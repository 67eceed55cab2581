-- SPDX-License-Identifier: MIT
-- Tickets (号), their running numbers, and what only staff see of them.

create table banshi.ticket_number (
    centre bigint not null,
    day date not null,
    queue bigint not null,
    last int not null,
    at timestamptz not null,
    constraint ticket_number_pkey primary key (centre, day, queue),
    constraint ticket_number_queue_fkey foreign key (centre, queue) references banshi.queue
);
comment on table banshi.ticket_number is 'Running numbers of a queue''s day; a row lock makes them gapless';
comment on column banshi.ticket_number.centre is 'Centre';
comment on column banshi.ticket_number.day is 'Day in the centre''s time zone';
comment on column banshi.ticket_number.queue is 'Queue';
comment on column banshi.ticket_number.last is 'Last number given out';
comment on column banshi.ticket_number.at is 'When it was given out; a later number is always later';

-- counter, target and staff have no foreign keys: only procedures write here, counters and staff are never deleted, and a
-- call would lock their rows for nothing
create table banshi.ticket (
    centre bigint not null,
    day date not null,
    id bigint generated always as identity,
    number text not null,
    queue bigint not null,
    state text not null default 'waiting',
    purpose text not null default 'case',
    priority text not null default 'ordinary',
    item bigint,
    target bigint,
    counter bigint,
    staff bigint,
    calls int not null default 0,
    slot_at timestamptz,
    issued_at timestamptz not null,
    sort_at timestamptz not null,
    called_at timestamptz,
    serving_at timestamptz,
    held_at timestamptz,
    held_seconds int not null default 0,
    ended_at timestamptz,
    waiting_at timestamptz,
    constraint ticket_pkey primary key (centre, day, id),
    constraint ticket_number_key unique (centre, day, number),
    constraint ticket_queue_fkey foreign key (centre, queue) references banshi.queue,
    constraint ticket_item_fkey foreign key (centre, item) references banshi.item,
    constraint ticket_priority_fkey foreign key (centre, priority) references banshi.priority,
    constraint ticket_at_counter_check check (
        case when state in ('called', 'serving', 'held') then counter is not null and staff is not null
             when state = 'waiting' then counter is null and staff is null
             else true
        end),
    constraint ticket_held_check check ((held_at is not null) = (state = 'held')),
    constraint ticket_ended_check check ((ended_at is not null) = (state in ('done', 'left', 'void')))
);
-- the line of each queue, and of each counter that somebody was sent to
create index ticket_waiting_idx on banshi.ticket (centre, day, queue, sort_at, id)
    where state = 'waiting' and target is null;
create index ticket_target_idx on banshi.ticket (centre, day, target, sort_at, id)
    where state = 'waiting' and target is not null;
-- a counter has one number in hand
create unique index ticket_active_key on banshi.ticket (centre, day, counter)
    where state in ('called', 'serving');
create index ticket_held_idx on banshi.ticket (centre, day, counter)
    where state = 'held';
create index ticket_skipped_idx on banshi.ticket (centre, day, queue)
    where state = 'skipped';
-- the pace of a queue is that of its last visits
create index ticket_done_idx on banshi.ticket (centre, day, queue, ended_at)
    where state = 'done';
comment on table banshi.ticket is 'Visits, each with its number (norms 2.6, 5.1, 5.2); not partitioned, the day leads every index';
comment on column banshi.ticket.centre is 'Centre';
comment on column banshi.ticket.day is 'Day in the centre''s time zone';
comment on column banshi.ticket.id is 'Key';
comment on column banshi.ticket.number is 'A012: code of the issuing queue and running number of the day; stays on a transfer';
comment on column banshi.ticket.queue is 'Queue it waits in or was called from';
comment on column banshi.ticket.state is 'State';
comment on column banshi.ticket.purpose is 'What the person comes for';
comment on column banshi.ticket.priority is 'Priority class';
comment on column banshi.ticket.item is 'Service item, null when not known';
comment on column banshi.ticket.target is 'The one counter that may call it, after a transfer; null: any that serves the queue';
comment on column banshi.ticket.counter is 'Counter that called it; null while waiting';
comment on column banshi.ticket.staff is 'Staff who called it; null while waiting';
comment on column banshi.ticket.calls is 'How often called since it last joined the line';
comment on column banshi.ticket.slot_at is 'Appointed time; it then takes the place of the time of issue';
comment on column banshi.ticket.issued_at is 'When the number was taken';
comment on column banshi.ticket.sort_at is 'The order, smallest first: time of issue less the head start of the class';
comment on column banshi.ticket.called_at is 'Last call';
comment on column banshi.ticket.serving_at is 'When the person came to the counter';
comment on column banshi.ticket.held_at is 'Since when it is held';
comment on column banshi.ticket.held_seconds is 'How long it was held before; not counted as time of service';
comment on column banshi.ticket.ended_at is 'When it was done, left or became void';
comment on column banshi.ticket.waiting_at is 'When it joined a line again; null: it has been in one since it was issued';

create table banshi.ticket_private (
    centre bigint not null,
    day date not null,
    ticket bigint not null,
    phone text,
    phone_masked text,
    proof text,
    reason text,
    constraint ticket_private_pkey primary key (centre, day, ticket),
    constraint ticket_private_ticket_fkey foreign key (centre, day, ticket) references banshi.ticket,
    constraint ticket_private_phone_check check (
        phone ~ '^(1[3-9][0-9]{9}|0[0-9]{2,3}-?[1-9][0-9]{6,7})$')
);
comment on table banshi.ticket_private is 'What only staff see of a ticket; boards and kiosks do not';
comment on column banshi.ticket_private.centre is 'Centre';
comment on column banshi.ticket_private.day is 'Day of the ticket';
comment on column banshi.ticket_private.ticket is 'Ticket';
comment on column banshi.ticket_private.phone is 'Telephone for reminders (norm 5.3); granted to nobody';
comment on column banshi.ticket_private.phone_masked is '138****0000';
comment on column banshi.ticket_private.proof is 'What showed the priority (norm 2.6)';
comment on column banshi.ticket_private.reason is 'Of the last hold, skip, transfer, return or chosen call';
