-- SPDX-License-Identifier: MIT
-- The floor: from when on something is wrong, what leads and supervisors did to a counter, and short messages to who is
-- there. Norms 1.4, 2.1, 5.1, 7.3.

alter table banshi.centre
    add column idle_minutes int not null default 10,
    add column wait_warn int not null default 15,
    add column wait_limit int not null default 30,
    add constraint centre_idle_minutes_check check (idle_minutes between 1 and 240),
    add constraint centre_wait_check check (wait_warn >= 1 and wait_limit between wait_warn and 480);
comment on column banshi.centre.idle_minutes is
    'Minutes after which a counter that calls nobody while people wait is shown to supervisors (norm 1.4)';
comment on column banshi.centre.wait_warn is 'Minutes of waiting from which on a queue is yellow';
comment on column banshi.centre.wait_limit is 'Minutes of waiting from which on a queue is red';

alter table banshi.counter
    add column changed_by bigint,
    add column freed_at timestamptz,
    add constraint counter_changed_by_fkey foreign key (centre, changed_by) references banshi.staff;
comment on column banshi.counter.changed_by is 'Lead or supervisor who brought it into this state; null: who is at it';
comment on column banshi.counter.freed_at is 'When it last passed on or gave back a number; those it kept say so themselves';
comment on column banshi.counter.reason is 'Why it is paused, or what was said when it was opened';

alter table banshi.shift
    add column ended_by bigint,
    add column end_reason text not null default '',
    add constraint shift_ended_by_fkey foreign key (centre, ended_by) references banshi.staff;
comment on column banshi.shift.ended_by is
    'Lead or supervisor who closed the counter; null: somebody else''s sign-on or one''s own sign-off';
comment on column banshi.shift.end_reason is 'Why they closed it';
comment on column banshi.shift.dress is 'Answers of the self-check; empty until somebody whom a lead put there signs on';

alter table banshi.ticket add column waiting_at timestamptz;
comment on column banshi.ticket.waiting_at is 'When it joined a line again; null: it has been in one since it was issued';

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

create function banshi.oversees(p_me banshi.staff, p_counter bigint) returns boolean
    language sql stable
    set search_path = pg_catalog, pg_temp
as $$
    select p_me.role in ('supervisor', 'admin')
           or p_me.role = 'lead'
              and exists (select
                          from banshi.counter as c
                          where c.centre = p_me.centre
                            and c.id = p_counter
                            and c.department = p_me.department)
$$;
comment on function banshi.oversees(banshi.staff, bigint) is
    'Is it a counter of the lead''s department, or anybody''s for a supervisor?';
revoke execute on function banshi.oversees(banshi.staff, bigint) from public;

create function banshi.message_seen(p_message banshi.message) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
begin
    return v_me.centre = p_message.centre
        and (v_me.id in (p_message.sender, p_message.staff)
             or banshi.oversees(v_me, p_message.counter));
end
$$;
comment on function banshi.message_seen(banshi.message) is
    'May the session see a message? Who sent or gets it, the department''s leads, supervisors';

select banshi.protect('banshi.message');
create policy seen on banshi.message as restrictive for select using (banshi.message_seen(message));
grant select on banshi.message to banshi_clerk;
revoke execute on function banshi.message_seen(banshi.message) from public;
grant execute on function banshi.message_seen(banshi.message) to banshi_clerk;
