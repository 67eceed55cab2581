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

create function banshi.roster_defaults() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into banshi.roster_kind (centre, code, name, opens, closes) values (new.id, 'lunch', '午间值班', '12:00', '13:30');
    return null;
end
$$;
comment on function banshi.roster_defaults() is 'A new centre has lunch duty';
create trigger centre_roster after insert on banshi.centre for each row execute function banshi.roster_defaults();

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

create index shift_staff_idx on banshi.shift (centre, staff, counter);

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
    constraint absence_kind_check check (kind in ('leave', 'training', 'part_time')),
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

create function banshi.absence_of(p_centre bigint, p_staff bigint, p_day date) returns text
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return (select a.kind
            from banshi.absence as a
            where a.centre = p_centre
              and a.staff = p_staff
              and p_day between a.first and a.last
              and coalesce(a.weekday = extract(isodow from p_day), true)
            order by a.id
            limit 1);
end
$$;
comment on function banshi.absence_of(bigint, bigint, date) is 'Why somebody is not there on a day, null when they are';

create function banshi.skills(p_centre bigint, p_staff bigint default null)
    returns table (staff bigint, queue bigint, given boolean)
    language plpgsql stable security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    return query
    select u.staff, u.queue, bool_or(u.given)
    from (select s.id as staff, qc.queue, false as given
          from banshi.staff as s
          join banshi.counter as c on c.centre = s.centre and c.department = s.department
          join banshi.queue_counter as qc on qc.centre = c.centre and qc.counter = c.id and qc.lag = '0'
          where s.centre = p_centre
            and (p_staff is null or s.id = p_staff)
          union all
          select h.staff, qc.queue, false
          from (select distinct t.staff, t.counter
                from banshi.shift as t
                where t.centre = p_centre
                  and (p_staff is null or t.staff = p_staff)) as h
          join banshi.queue_counter as qc on qc.centre = p_centre and qc.counter = h.counter and qc.lag = '0'
          union all
          select k.staff, k.queue, true
          from banshi.staff_skill as k
          where k.centre = p_centre
            and (p_staff is null or k.staff = p_staff)
            and k.able) as u
    join banshi.staff as s on s.centre = p_centre and s.id = u.staff and s.active and s.role in ('clerk', 'lead')
    where not exists (select from banshi.staff_skill as k
                      where k.centre = p_centre
                        and k.staff = u.staff
                        and k.queue = u.queue
                        and not k.able)
    group by u.staff, u.queue;
end
$$;
comment on function banshi.skills(bigint, bigint) is
    'Queues that clerks and leads can serve: those of their department''s counters, of the counters they have worked at, and '
    'what was said of them';

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
comment on column banshi.roster_duty.staff is 'Who, as planned now; null is a hole';
comment on column banshi.roster_duty.published is 'Who, as published: what holds for everybody';
comment on column banshi.roster_duty.assigned_at is
    'When somebody got it after it had begun, as a stand-in does: from then on they are expected';
comment on column banshi.roster_duty.draft is 'The roster''s draft in which it changed last';
comment on column banshi.roster_duty.version is 'Counts the changes; a change names the one that it saw';
comment on column banshi.roster_duty.cause is 'Why it is a hole: unskilled, absent, elsewhere, emptied by hand';
comment on column banshi.roster_duty.why is 'Candidates with their counts, and who was excluded, as the plan saw it';
comment on column banshi.roster_duty.override is 'A supervisor''s reason for somebody who is absent or unskilled';
comment on column banshi.roster_duty.instead_of is 'Whom a stand-in replaces';
comment on column banshi.roster_duty.checked_in_at is 'When the person was there';
comment on column banshi.roster_duty.changed_by is 'Who changed it last';
comment on column banshi.roster_duty.changed_at is 'When';

create function banshi.roster_refusal(p_duty banshi.roster_duty) returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_name text;
    v_text text;
begin
    select s.name into v_name
    from banshi.staff as s
    where s.centre = p_duty.centre
      and s.id = p_duty.staff
      and s.active;
    if not found then
        return concat_ws(' · ', 'staff', p_duty.staff);
    end if;
    v_text := banshi.absence_of(p_duty.centre, p_duty.staff, p_duty.day);
    if v_text is not null then
        return concat_ws(' · ', v_name, v_text, p_duty.day);
    end if;
    select string_agg(q.name, '、' order by q.code) into v_text
    from banshi.queue_counter as qc
    join banshi.queue as q on q.centre = qc.centre and q.id = qc.queue
    where qc.centre = p_duty.centre
      and qc.counter = p_duty.counter
      and qc.lag = '0'
      and qc.queue not in (select k.queue from banshi.skills(p_duty.centre, p_duty.staff) as k);
    if v_text is not null then
        return concat_ws(' · ', v_name, 'unskilled', v_text);
    end if;
    return null;
end
$$;
comment on function banshi.roster_refusal(banshi.roster_duty) is 'Why a duty cannot be this person''s, null when it can';

-- once a statement, so that a plan of two thousand duties is checked as a whole
create function banshi.roster_duty_check() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_ids bigint[];
    v_duty banshi.roster_duty;
    v_refusal text;
begin
    if tg_op = 'INSERT' then
        v_ids := array(select n.id from new_duty as n where n.staff is not null and n.override = '');
    else
        v_ids := array(select n.id
                       from new_duty as n
                       join old_duty as o on o.centre = n.centre and o.id = n.id
                       where n.staff is not null
                         and n.override = ''
                         and (n.staff is distinct from o.staff or o.override <> ''));
    end if;
    if v_ids = '{}' then
        return null;
    end if;
    -- an absence of these people that is just being noted is waited for
    perform from banshi.staff as s
    where (s.centre, s.id) in (select n.centre, n.staff from new_duty as n where n.id in (select unnest(v_ids)))
    order by s.id
    for no key update;
    select n.* into v_duty
    from new_duty as n
    where n.id in (select unnest(v_ids))
      and exists (select from banshi.absence as a where a.centre = n.centre and a.staff = n.staff and a.last >= n.day)
      and banshi.absence_of(n.centre, n.staff, n.day) is not null
    order by n.id
    limit 1;
    if not found then
        -- not in: hashed, however little the planner knows of the skills
        select n.* into v_duty
        from new_duty as n
        join banshi.queue_counter as qc on qc.centre = n.centre and qc.counter = n.counter and qc.lag = '0'
        where n.id in (select unnest(v_ids))
          and (n.centre, n.staff, qc.queue) not in
              (select m.centre, k.staff, k.queue
               from (select r.centre, case when cardinality(v_ids) = 1 then min(r.staff) end as one
                     from new_duty as r
                     where r.id in (select unnest(v_ids))
                     group by r.centre) as m,
                    lateral banshi.skills(m.centre, m.one) as k)
        order by n.id
        limit 1;
    end if;
    if not found then
        select n.* into v_duty
        from new_duty as n
        join banshi.staff as s on s.centre = n.centre and s.id = n.staff
        where n.id in (select unnest(v_ids))
          and not s.active
        limit 1;
    end if;
    if found then
        v_refusal := banshi.roster_refusal(v_duty);
        if v_refusal is null then -- an absence that was taken off the list while it was looked at: once more
            raise exception using errcode = 'serialization_failure', message = 'absence';
        end if;
        raise exception using errcode = 'BS030', message = v_refusal;
    end if;
    return null;
end
$$;
comment on function banshi.roster_duty_check() is 'Nobody who is absent or unskilled gets a duty unless a supervisor said why';
create trigger roster_duty_new after insert on banshi.roster_duty
    referencing new table as new_duty
    for each statement execute function banshi.roster_duty_check();
create trigger roster_duty_changed after update on banshi.roster_duty
    referencing old table as old_duty new table as new_duty
    for each statement execute function banshi.roster_duty_check();

create function banshi.roster_touch(p_centre bigint, p_roster bigint) returns bigint
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_draft bigint;
begin
    update banshi.roster as r
    set draft = r.draft + 1
    where r.centre = p_centre
      and r.id = p_roster
    returning r.draft into v_draft;
    return v_draft;
end
$$;
comment on function banshi.roster_touch(bigint, bigint) is 'The next draft of a roster, for the duties that are about to change';

create function banshi.absence_empties() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    -- rosters before people, as whoever assigns
    perform from banshi.roster as r
    where r.centre = new.centre
      and r.month between date_trunc('month', new.first) and new.last
    order by r.id
    for no key update;
    perform from banshi.staff as s where s.centre = new.centre and s.id = new.staff for no key update;
    update banshi.roster_duty as d
    set staff = null,
        cause = 'absent',
        override = '',
        draft = r.draft,
        version = d.version + 1,
        changed_by = coalesce((banshi.me()).id, d.changed_by),
        changed_at = banshi.now()
    from (select o.id, banshi.roster_touch(new.centre, o.id) as draft
          from (select distinct e.roster as id
                from banshi.roster_duty as e
                where e.centre = new.centre
                  and e.staff = new.staff
                  and e.day between new.first and new.last) as o) as r
    where r.id = d.roster
      and d.centre = new.centre
      and d.staff = new.staff
      and d.day between new.first and new.last
      and coalesce(new.weekday = extract(isodow from d.day), true)
      and lower(d.time) > banshi.now()
      and d.override = '';
    return null;
end
$$;
comment on function banshi.absence_empties() is 'The planned duties of somebody who will not be there are holes with that cause';
create trigger absence_duties after insert on banshi.absence for each row execute function banshi.absence_empties();

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
    constraint roster_swap_state_check check (state in ('asked', 'declined', 'consented', 'approved', 'rejected')),
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

select banshi.protect(t::regclass)
from unnest(array['banshi.roster_kind', 'banshi.roster_cover', 'banshi.staff_skill', 'banshi.roster',
                  'banshi.roster_duty', 'banshi.roster_change', 'banshi.roster_swap']) as t;
grant select on banshi.roster_kind, banshi.roster_cover, banshi.staff_skill, banshi.roster, banshi.roster_change,
    banshi.roster_swap to banshi_clerk;
grant select (centre, id, roster, day, counter, time, staff, published, assigned_at, version, cause, override,
              instead_of, checked_in_at,
              changed_by, changed_at) on banshi.roster_duty to banshi_clerk;
-- why somebody is away is for themselves and the leads
alter table banshi.absence enable row level security;
create policy centre on banshi.absence for select
    using (centre = (select banshi.my_centre())
           and (staff = (select (banshi.me()).id) or (select (banshi.me()).role) in ('lead', 'supervisor', 'admin')));
grant select on banshi.absence to banshi_clerk;

revoke execute on function banshi.roster_defaults(), banshi.absence_of(bigint, bigint, date), banshi.skills(bigint, bigint),
    banshi.roster_refusal(banshi.roster_duty), banshi.roster_duty_check(), banshi.absence_empties(),
    banshi.roster_touch(bigint, bigint) from public;
