-- SPDX-License-Identifier: MIT
-- The roster of lunch duty: who keeps which counter open. Norm 7.3.

-- Kinds of duty, and what they cover -----------------------------------------------------------------------------

create table banshi.roster_kind (
    centre bigint not null,
    code text not null,
    name text not null,
    opens time not null,
    closes time not null,
    share int not null default 25,
    grace interval not null default '10 minutes',
    constraint roster_kind_pkey primary key (centre, code),
    constraint roster_kind_centre_fkey foreign key (centre) references banshi.centre,
    constraint roster_kind_code_check check (code ~ '^[a-z][a-z_]{0,30}$'),
    constraint roster_kind_times_check check (opens < closes),
    constraint roster_kind_share_check check (share between 1 and 100),
    constraint roster_kind_grace_check check (grace between '0' and '1 hour')
);
comment on table banshi.roster_kind is 'Kinds of duty';
comment on column banshi.roster_kind.centre is 'Centre';
comment on column banshi.roster_kind.code is 'lunch, …';
comment on column banshi.roster_kind.name is 'Name: 午间值班';
comment on column banshi.roster_kind.opens is 'From';
comment on column banshi.roster_kind.closes is 'To';
comment on column banshi.roster_kind.share is 'Least share of each department''s covered counters that stays open, in percent';
comment on column banshi.roster_kind.grace is 'Who has not checked in that long after the beginning is missing';

create table banshi.roster_cover (
    centre bigint not null,
    kind text not null,
    counter bigint not null,
    always boolean not null default false,
    constraint roster_cover_pkey primary key (centre, kind, counter),
    constraint roster_cover_kind_fkey foreign key (centre, kind) references banshi.roster_kind,
    constraint roster_cover_counter_fkey foreign key (centre, counter) references banshi.counter
);
comment on table banshi.roster_cover is 'Counters that a kind of duty covers; without any, all of the centre';
comment on column banshi.roster_cover.centre is 'Centre';
comment on column banshi.roster_cover.kind is 'Kind of duty';
comment on column banshi.roster_cover.counter is 'Counter';
comment on column banshi.roster_cover.always is 'It is on duty every day, not only when the share needs it';

-- Who can do what, and who is away -------------------------------------------------------------------------------

create table banshi.staff_skill (
    centre bigint not null,
    staff bigint not null,
    queue bigint not null,
    able boolean not null,
    constraint staff_skill_pkey primary key (centre, staff, queue),
    constraint staff_skill_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint staff_skill_queue_fkey foreign key (centre, queue) references banshi.queue on delete cascade
);
comment on table banshi.staff_skill is 'Queues that somebody can serve or cannot, beside what follows from where they have worked';
comment on column banshi.staff_skill.centre is 'Centre';
comment on column banshi.staff_skill.staff is 'Staff';
comment on column banshi.staff_skill.queue is 'Queue';
comment on column banshi.staff_skill.able is 'True: can serve it; false: cannot';

create table banshi.absence (
    centre bigint not null,
    id bigint generated always as identity,
    staff bigint not null,
    kind text not null,
    first date not null,
    last date not null,
    weekday int,
    note text not null default '',
    constraint absence_pkey primary key (centre, id),
    constraint absence_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint absence_days_check check (first <= last),
    constraint absence_weekday_check check (weekday between 1 and 7),
    constraint absence_part_time_check check ((kind = 'part_time') = (weekday is not null))
);
create index absence_staff_idx on banshi.absence (centre, staff, last);
comment on table banshi.absence is 'When somebody is not there';
comment on column banshi.absence.centre is 'Centre';
comment on column banshi.absence.id is 'Key';
comment on column banshi.absence.staff is 'Who';
comment on column banshi.absence.kind is 'leave, training, part_time';
comment on column banshi.absence.first is 'First day';
comment on column banshi.absence.last is 'Last day';
comment on column banshi.absence.weekday is 'Of part_time: the weekday within these days, 1 Monday to 7 Sunday';
comment on column banshi.absence.note is 'Note';

-- The roster -----------------------------------------------------------------------------------------------------

create table banshi.roster (
    centre bigint not null,
    id bigint generated always as identity,
    kind text not null,
    month date not null,
    draft bigint not null default 0,
    version int not null default 0,
    published_at timestamptz,
    published_by bigint,
    constraint roster_pkey primary key (centre, id),
    constraint roster_kind_fkey foreign key (centre, kind) references banshi.roster_kind,
    constraint roster_month_key unique (centre, kind, month),
    constraint roster_month_check check (extract(day from month) = 1),
    constraint roster_published_check check ((version > 0) = (published_at is not null))
);
comment on table banshi.roster is 'A month''s roster of a kind of duty';
comment on column banshi.roster.centre is 'Centre';
comment on column banshi.roster.id is 'Key';
comment on column banshi.roster.kind is 'Kind of duty';
comment on column banshi.roster.month is 'First day of the month';
comment on column banshi.roster.draft is 'Counts the changes of what is planned; a plan or a publication names the one that it saw';
comment on column banshi.roster.version is 'How often it was published';
comment on column banshi.roster.published_at is 'When it was published last';
comment on column banshi.roster.published_by is 'By whom';

-- ranges of one number compare numbers with the range types' own index support, without an extension; keys of counters and of
-- people are never those of another centre
create table banshi.roster_duty (
    centre bigint not null,
    id bigint generated always as identity,
    roster bigint not null,
    day date not null,
    counter bigint not null,
    time tstzrange not null,
    staff bigint,
    published bigint,
    assigned_at timestamptz,
    draft bigint not null default 0,
    version int not null default 1,
    cause text not null default '',
    why jsonb not null default '{}',
    override text not null default '',
    instead_of bigint,
    checked_in_at timestamptz,
    changed_by bigint not null,
    changed_at timestamptz not null,
    constraint roster_duty_pkey primary key (centre, id),
    constraint roster_duty_roster_fkey foreign key (centre, roster) references banshi.roster,
    constraint roster_duty_counter_fkey foreign key (centre, counter) references banshi.counter,
    constraint roster_duty_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint roster_duty_published_fkey foreign key (centre, published) references banshi.staff,
    constraint roster_duty_instead_fkey foreign key (centre, instead_of) references banshi.staff,
    constraint roster_duty_check_in_check check (checked_in_at is null or published is not null),
    constraint roster_duty_place exclude using gist (int8range(counter, counter, '[]') with &&, time with &&),
    constraint roster_duty_person exclude using gist (int8range(staff, staff, '[]') with &&, time with &&)
        where (staff is not null) deferrable initially immediate,
    constraint roster_duty_published_person exclude using gist (int8range(published, published, '[]') with &&, time with &&)
        where (published is not null) deferrable initially immediate
);
create index roster_duty_day_idx on banshi.roster_duty (centre, day, counter);
create index roster_duty_roster_idx on banshi.roster_duty (centre, roster);
create index roster_duty_staff_idx on banshi.roster_duty (centre, staff, day) where staff is not null;
create index roster_duty_published_idx on banshi.roster_duty (centre, published, day) where published is not null;
comment on table banshi.roster_duty is 'Duties: a counter that is to be open at a time, and who keeps it open';
comment on column banshi.roster_duty.centre is 'Centre';
comment on column banshi.roster_duty.id is 'Key';
comment on column banshi.roster_duty.roster is 'Roster';
comment on column banshi.roster_duty.day is 'Day';
comment on column banshi.roster_duty.counter is 'Where; no two duties of a place overlap';
comment on column banshi.roster_duty.time is 'From and to; nobody has two duties that overlap';
comment on column banshi.roster_duty.staff is 'Who, as planned now; null is a vacancy';
comment on column banshi.roster_duty.published is 'Who, as published: what holds for everybody';
comment on column banshi.roster_duty.assigned_at is
    'When somebody got it after it had begun, as a stand-in does: from then on they are expected';
comment on column banshi.roster_duty.draft is 'The roster''s draft in which it changed last';
comment on column banshi.roster_duty.version is 'Counts the changes; a change names the one that it saw';
comment on column banshi.roster_duty.cause is 'Why it is vacant; empty: it is not';
comment on column banshi.roster_duty.why is 'Candidates with their counts, and who was excluded, as the plan saw it';
comment on column banshi.roster_duty.override is 'A supervisor''s reason for somebody who is absent or unskilled';
comment on column banshi.roster_duty.instead_of is 'Whom a stand-in replaces';
comment on column banshi.roster_duty.checked_in_at is 'When the person was there';
comment on column banshi.roster_duty.changed_by is 'Who changed it last';
comment on column banshi.roster_duty.changed_at is 'When';

create table banshi.roster_change (
    centre bigint not null,
    roster bigint not null,
    version int not null,
    duty bigint not null,
    before bigint,
    after bigint,
    constraint roster_change_pkey primary key (centre, roster, version, duty),
    constraint roster_change_roster_fkey foreign key (centre, roster) references banshi.roster
);
comment on table banshi.roster_change is 'What each publication changed since the one before';
comment on column banshi.roster_change.centre is 'Centre';
comment on column banshi.roster_change.roster is 'Roster';
comment on column banshi.roster_change.version is 'Publication';
comment on column banshi.roster_change.duty is 'Duty';
comment on column banshi.roster_change.before is 'Who had it';
comment on column banshi.roster_change.after is 'Who has it';

create table banshi.roster_swap (
    centre bigint not null,
    id bigint generated always as identity,
    duty bigint not null,
    other bigint,
    staff bigint not null,
    colleague bigint not null,
    state text not null default 'asked',
    reason text not null default '',
    asked_at timestamptz not null,
    decided_by bigint,
    decided_at timestamptz,
    constraint roster_swap_pkey primary key (centre, id),
    constraint roster_swap_duty_fkey foreign key (centre, duty) references banshi.roster_duty on delete cascade,
    constraint roster_swap_other_fkey foreign key (centre, other) references banshi.roster_duty on delete cascade,
    constraint roster_swap_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint roster_swap_colleague_fkey foreign key (centre, colleague) references banshi.staff,
    constraint roster_swap_people_check check (staff <> colleague)
);
create unique index roster_swap_open_key on banshi.roster_swap (centre, duty) where state in ('asked', 'consented');
create index roster_swap_other_idx on banshi.roster_swap (centre, other);
comment on table banshi.roster_swap is 'Requests to swap a duty: the colleague consents, the lead approves';
comment on column banshi.roster_swap.centre is 'Centre';
comment on column banshi.roster_swap.id is 'Key';
comment on column banshi.roster_swap.duty is 'The duty that is given';
comment on column banshi.roster_swap.other is 'The colleague''s duty that is taken for it, null: none';
comment on column banshi.roster_swap.staff is 'Who asks';
comment on column banshi.roster_swap.colleague is 'Who is asked';
comment on column banshi.roster_swap.state is 'asked, declined (by the colleague), consented, approved, rejected (by the lead)';
comment on column banshi.roster_swap.reason is 'Why';
comment on column banshi.roster_swap.asked_at is 'When';
comment on column banshi.roster_swap.decided_by is 'The lead';
comment on column banshi.roster_swap.decided_at is 'When the lead decided';
