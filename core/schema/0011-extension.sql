-- SPDX-License-Identifier: MIT
-- Extended hours (延时服务): when the day closed, which visits went on after that, and who was asked to stay.
-- Norms 7.1, 7.2.

create table banshi.closing (
    centre bigint not null,
    day date not null,
    department bigint,
    at timestamptz not null,
    staff bigint not null,
    reason text not null default '',
    constraint closing_department_fkey foreign key (centre, department) references banshi.department,
    constraint closing_staff_fkey foreign key (centre, staff) references banshi.staff
);
create unique index closing_key on banshi.closing (centre, day, coalesce(department, 0));
comment on table banshi.closing is 'When a day closed: no new numbers after that, and what is unfinished goes on';
comment on column banshi.closing.centre is 'Centre';
comment on column banshi.closing.day is 'Day in the centre''s time zone';
comment on column banshi.closing.department is 'The department whose queues closed; null: the whole centre';
comment on column banshi.closing.at is 'When';
comment on column banshi.closing.staff is 'Who closed it';
comment on column banshi.closing.reason is 'What was said about it';

create table banshi.extension (
    centre bigint not null,
    day date not null,
    ticket bigint not null,
    reason text not null default '',
    started_at timestamptz not null,
    ended_at timestamptz,
    outcome text not null default '',
    constraint extension_pkey primary key (centre, day, ticket),
    constraint extension_ticket_fkey foreign key (centre, day, ticket) references banshi.ticket,
    constraint extension_ended_check check ((outcome = '') = (ended_at is null))
);
create index extension_open_idx on banshi.extension (centre, day) where ended_at is null;
comment on table banshi.extension is 'Visits that went on after closing time (norm 7.1)';
comment on column banshi.extension.centre is 'Centre';
comment on column banshi.extension.day is 'Day of the ticket';
comment on column banshi.extension.ticket is 'The visit; counter, staff and state are the ticket''s';
comment on column banshi.extension.reason is 'Why it goes on';
comment on column banshi.extension.started_at is 'Closing time, or when the number was admitted after it';
comment on column banshi.extension.ended_at is 'When the visit ended; null while it goes on';
comment on column banshi.extension.outcome is 'done, left, void, skipped; withdrawn with the closing; empty while it goes on';

create table banshi.extension_request (
    centre bigint not null,
    id bigint generated always as identity,
    day date not null,
    kind text not null,
    ticket bigint,
    asker bigint not null,
    asker_counter bigint,
    counter bigint,
    department bigint,
    reason text not null,
    state text not null default 'asked',
    answerer bigint,
    answer_counter bigint,
    answer text not null default '',
    asked_at timestamptz not null,
    answered_at timestamptz,
    done_at timestamptz,
    constraint extension_request_pkey primary key (centre, id),
    constraint extension_request_ticket_fkey foreign key (centre, day, ticket) references banshi.ticket,
    constraint extension_request_asker_fkey foreign key (centre, asker) references banshi.staff,
    constraint extension_request_counter_fkey foreign key (centre, counter) references banshi.counter,
    constraint extension_request_department_fkey foreign key (centre, department) references banshi.department,
    constraint extension_request_take_check check ((kind = 'take') = (ticket is not null)),
    constraint extension_request_to_check check (num_nonnulls(counter, department) = 1),
    constraint extension_request_answered_check check ((answered_at is null) = (state = 'asked')),
    constraint extension_request_done_check check ((done_at is not null) = (state = 'done'))
);
create index extension_request_day_idx on banshi.extension_request (centre, day);
create index extension_request_ticket_idx on banshi.extension_request (centre, day, ticket) where ticket is not null;
comment on table banshi.extension_request is
    'What the comprehensive counter asks of others for a visit after closing time (norm 7.2)';
comment on column banshi.extension_request.centre is 'Centre';
comment on column banshi.extension_request.id is 'Key';
comment on column banshi.extension_request.day is 'Day in the centre''s time zone';
comment on column banshi.extension_request.kind is 'stay: remain at the counter; take: take a visit over';
comment on column banshi.extension_request.ticket is 'The visit to take over';
comment on column banshi.extension_request.asker is 'Who coordinates';
comment on column banshi.extension_request.asker_counter is 'At which counter, null for a lead without one';
comment on column banshi.extension_request.counter is 'The counter that is asked';
comment on column banshi.extension_request.department is 'Or the department that is asked';
comment on column banshi.extension_request.reason is 'Why';
comment on column banshi.extension_request.state is 'State';
comment on column banshi.extension_request.answerer is 'Who answered';
comment on column banshi.extension_request.answer_counter is 'The counter that took it on';
comment on column banshi.extension_request.answer is 'Why it was refused, or a remark';
comment on column banshi.extension_request.asked_at is 'When it was asked';
comment on column banshi.extension_request.answered_at is 'When it was answered';
comment on column banshi.extension_request.done_at is 'When it was done';
