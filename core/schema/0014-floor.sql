create table banshi.message (
    centre bigint not null,
    id bigint generated always as identity,
    day date not null,
    batch uuid not null,
    sender bigint not null,
    counter bigint not null,
    staff bigint not null,
    text text not null,
    sent_at timestamptz not null,
    read_at timestamptz,
    constraint message_pkey primary key (centre, id),
    constraint message_sender_fkey foreign key (centre, sender) references banshi.staff,
    constraint message_counter_fkey foreign key (centre, counter) references banshi.counter,
    constraint message_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint message_text_check check (length(text) between 1 and 80)
);
create index message_unread_idx on banshi.message (centre, staff, id) where read_at is null;
create index message_day_idx on banshi.message (centre, day, id);
comment on table banshi.message is 'Short messages of leads and supervisors to who is at a counter';
comment on column banshi.message.centre is 'Centre';
comment on column banshi.message.id is 'Key';
comment on column banshi.message.day is 'Day in the centre''s time zone';
comment on column banshi.message.batch is 'Operation that sent it, perhaps to several counters at once';
comment on column banshi.message.sender is 'Who sent it';
comment on column banshi.message.counter is 'Counter';
comment on column banshi.message.staff is 'Who was at it, and is to read the message wherever they go';
comment on column banshi.message.text is 'Plain text in one line';
comment on column banshi.message.sent_at is 'When it was sent';
comment on column banshi.message.read_at is 'When it was acknowledged; null: not yet';
