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
    constraint extension_outcome_check check (
        outcome in ('', 'done', 'left', 'void', 'skipped', 'withdrawn') and (outcome = '') = (ended_at is null))
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
    constraint extension_request_kind_check check (kind in ('stay', 'take') and (kind = 'take') = (ticket is not null)),
    constraint extension_request_to_check check (num_nonnulls(counter, department) = 1),
    constraint extension_request_state_check check (state in ('asked', 'agreed', 'declined', 'done')),
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
comment on column banshi.extension_request.state is 'asked, agreed, declined, done';
comment on column banshi.extension_request.answerer is 'Who answered';
comment on column banshi.extension_request.answer_counter is 'The counter that took it on';
comment on column banshi.extension_request.answer is 'Why it was refused, or a remark';
comment on column banshi.extension_request.asked_at is 'When it was asked';
comment on column banshi.extension_request.answered_at is 'When it was answered';
comment on column banshi.extension_request.done_at is 'When it was done';

create function banshi.closed_at(p_centre bigint, p_day date, p_department bigint) returns timestamptz
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select min(c.at)
            from banshi.closing as c
            where c.centre = p_centre
              and c.day = p_day
              and (c.department is null or c.department = p_department));
end
$$;
comment on function banshi.closed_at(bigint, date, bigint) is 'When a day closed for a department; null while it is open';

create function banshi.extension_follow() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_at timestamptz;
begin
    if new.state in ('done', 'left', 'void', 'skipped') then
        update banshi.extension as x
        set ended_at = banshi.now(),
            outcome = new.state
        where x.centre = new.centre
          and x.day = new.day
          and x.ticket = new.id
          and x.outcome in ('', 'skipped');
        if not found then
            return null;
        end if;
        update banshi.extension_request as r
        set state = 'done',
            done_at = banshi.now()
        where r.centre = new.centre
          and r.day = new.day
          and r.ticket = new.id
          and r.state = 'agreed'
          and new.state <> 'skipped';
    else -- a skipped number is back
        v_at := banshi.closed_at(new.centre, new.day,
                                 (select q.department from banshi.queue as q where q.centre = new.centre and q.id = new.queue));
        if v_at is null then
            return null;
        end if;
        insert into banshi.extension as x (centre, day, ticket, reason, started_at)
        values (new.centre, new.day, new.id, 'brought back', banshi.now())
        on conflict on constraint extension_pkey do update
        set ended_at = null,
            outcome = '';
    end if;
    perform banshi.changed(new.centre, 'extension');
    return null;
end
$$;
comment on function banshi.extension_follow() is 'An extension ends with its visit, and begins again when a skipped number is back';
create trigger ticket_extension_ended after update of state on banshi.ticket
    for each row when (new.state in ('done', 'left', 'void', 'skipped') and old.state <> new.state)
    execute function banshi.extension_follow();
create trigger ticket_extension_back after update of state on banshi.ticket
    for each row when (old.state = 'skipped' and new.state in ('waiting', 'called'))
    execute function banshi.extension_follow();

select banshi.protect(t::regclass) from unnest(array['banshi.closing', 'banshi.extension', 'banshi.extension_request']) as t;
grant select on banshi.closing, banshi.extension, banshi.extension_request to banshi_clerk, banshi_kiosk, banshi_board,
    banshi_notifier;
revoke execute on function banshi.closed_at(bigint, date, bigint), banshi.extension_follow() from public;
grant execute on function banshi.closed_at(bigint, date, bigint) to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;

create function banshi.extension_asked(p_request banshi.extension_request) returns boolean
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me banshi.staff := banshi.me();
begin
    return v_me.id is not null
        and v_me.centre = p_request.centre
        and (v_me.role in ('supervisor', 'admin')
             or v_me.department is not distinct from p_request.department and v_me.department is not null
             or exists (select
                        from banshi.counter as c
                        where c.centre = p_request.centre
                          and (c.staff = v_me.id and (c.id = p_request.counter or c.department = p_request.department)
                               or v_me.role = 'lead' and c.department = v_me.department and c.id = p_request.counter)));
end
$$;
comment on function banshi.extension_asked(banshi.extension_request) is
    'May the session answer a request? Who is at the counter or in the department, its lead, a supervisor';
revoke execute on function banshi.extension_asked(banshi.extension_request) from public;
grant execute on function banshi.extension_asked(banshi.extension_request) to banshi_clerk;
