-- SPDX-License-Identifier: MIT
-- The clock of a case: when it stands still (Licensing Law art. 45), and the one time it is prolonged (art. 42).

create table banshi.suspension (
    centre bigint not null,
    id bigint generated always as identity,
    case_id bigint not null,
    kind text not null,
    note text not null,
    days int not null,
    from_on date not null,
    until_on date,
    staff bigint not null,
    constraint suspension_pkey primary key (centre, case_id, id),
    constraint suspension_case_fkey foreign key (centre, case_id) references banshi.case,
    constraint suspension_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint suspension_days_check check (days between 1 and 366),
    constraint suspension_until_check check (until_on >= from_on)
);
create unique index suspension_open_key on banshi.suspension (centre, case_id) where until_on is null;
comment on table banshi.suspension is 'Special procedures (特别程序) whose time does not count; one at a time (art. 45)';
comment on column banshi.suspension.centre is 'Centre';
comment on column banshi.suspension.id is 'Key';
comment on column banshi.suspension.case_id is 'Case';
comment on column banshi.suspension.kind is 'Which special procedure';
comment on column banshi.suspension.note is 'What is done, as the applicant is told';
comment on column banshi.suspension.days is 'Working days that it is announced to take';
comment on column banshi.suspension.from_on is 'Day of the notice: the days after it do not count';
comment on column banshi.suspension.until_on is 'Day of resumption, the last that does not count; null: still going on';
comment on column banshi.suspension.staff is 'Who suspended it';

create table banshi.prolongation (
    centre bigint not null,
    case_id bigint not null,
    days int not null,
    unified boolean not null,
    reason text not null,
    staff bigint not null,
    on_day date not null,
    constraint prolongation_pkey primary key (centre, case_id),
    constraint prolongation_case_fkey foreign key (centre, case_id) references banshi.case,
    constraint prolongation_staff_fkey foreign key (centre, staff) references banshi.staff,
    constraint prolongation_days_check check (days between 1 and case when unified then 15 else 10 end)
);
comment on table banshi.prolongation is 'Extensions of the limit (延期): once a case, by an approver, with a reason (art. 42)';
comment on column banshi.prolongation.centre is 'Centre';
comment on column banshi.prolongation.case_id is 'Case';
comment on column banshi.prolongation.days is 'Working days more';
comment on column banshi.prolongation.unified is 'Handled by several organs together (统一、联合、集中办理): up to 15 days, else 10';
comment on column banshi.prolongation.reason is 'Reason, as the applicant is told';
comment on column banshi.prolongation.staff is 'Who approved it';
comment on column banshi.prolongation.on_day is 'When';
