-- SPDX-License-Identifier: MIT
-- Incidents (冲突事件): abuse or a dispute at a counter, reported to the counter's lead and the centre and followed up until it is
-- closed. Norm 2.5.

create table banshi.incident (
    centre bigint not null,
    id bigint generated always as identity,
    day date not null,
    counter bigint not null,
    ticket text not null,
    staff bigint not null,
    text text not null,
    reported_at timestamptz not null,
    followed_by bigint,
    followed_at timestamptz,
    follow_up text not null default '',
    closed_at timestamptz,
    constraint incident_pkey primary key (centre, id),
    constraint incident_counter_fkey foreign key (centre, counter) references banshi.counter,
    constraint incident_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint incident_followed_by_fkey foreign key (centre, followed_by) references banshi.staff,
    constraint incident_text_check check (length(text) between 1 and 200),
    constraint incident_closed_check check (closed_at is null or follow_up <> '')
);
create index incident_open_idx on banshi.incident (centre, counter, id) where closed_at is null;
create index incident_day_idx on banshi.incident (centre, day, id);
comment on table banshi.incident is 'Abuse or disputes at counters (norm 2.5)';
comment on column banshi.incident.centre is 'Centre';
comment on column banshi.incident.id is 'Key';
comment on column banshi.incident.day is 'Day in the centre''s time zone';
comment on column banshi.incident.counter is 'Counter where it happened';
comment on column banshi.incident.ticket is 'Number in hand there; empty: none';
comment on column banshi.incident.staff is 'Who reported it';
comment on column banshi.incident.text is 'What happened, plain text in one line';
comment on column banshi.incident.reported_at is 'When it was reported';
comment on column banshi.incident.followed_by is 'Lead or supervisor who followed it up last';
comment on column banshi.incident.followed_at is 'When';
comment on column banshi.incident.follow_up is 'What was done about it, as said last; all that was said is in the events';
comment on column banshi.incident.closed_at is 'When it was closed; null: it still needs somebody';
