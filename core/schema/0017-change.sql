-- SPDX-License-Identifier: MIT
-- What a hall of terminals needs: running numbers of what is told to them, paces that are kept up to date, and indexes.

-- in a new database nobody was granted anything yet
grant select on banshi.centre, banshi.ticket to banshi_procedure;

-- a sequence a centre, made with it
do $$
declare
    v_centres bigint[];
    v_centre bigint;
begin
    set local role banshi_procedure;
    select array_agg(c.id order by c.id) into v_centres from banshi.centre as c;
    set local role banshi_owner;
    foreach v_centre in array coalesce(v_centres, '{}') loop
        execute format('create sequence banshi.change_%s', v_centre);
        execute format('grant usage on sequence banshi.change_%s to banshi_procedure', v_centre);
        execute format('grant select on sequence banshi.change_%s to banshi_backup', v_centre);
        execute format('comment on sequence banshi.change_%s is %L', v_centre, 'Running number of what is told to the terminals');
    end loop;
end
$$;

create table banshi.queue_pace (
    centre bigint not null,
    queue bigint not null,
    day date not null,
    last numeric[] not null,
    constraint queue_pace_pkey primary key (centre, queue),
    constraint queue_pace_queue_fkey foreign key (centre, queue) references banshi.queue on delete cascade,
    constraint queue_pace_last_check check (cardinality(last) between 1 and 20)
);
comment on table banshi.queue_pace is 'How long the last visits of a queue took; written when a visit ends';
comment on column banshi.queue_pace.centre is 'Centre';
comment on column banshi.queue_pace.queue is 'Queue';
comment on column banshi.queue_pace.day is 'Day of these visits';
comment on column banshi.queue_pace.last is 
    'Seconds of service, without the time that a number was held, of at most 20; the last one is the latest';
grant insert on banshi.queue_pace to banshi_procedure;
set local role banshi_procedure;
insert into banshi.queue_pace (centre, queue, day, last)
select v.centre, v.queue, v.day, array_agg(v.seconds order by v.ended_at)
from (select t.centre, t.queue, t.day, t.ended_at, extract(epoch from t.ended_at - t.serving_at) - t.held_seconds as seconds,
             rank() over (partition by t.centre, t.queue order by t.day desc) as day_rank,
             row_number() over (partition by t.centre, t.queue order by t.day desc, t.ended_at desc) as n
      from banshi.ticket as t
      where t.state = 'done'
        and t.day >= current_date - 1) as v
where v.day_rank = 1
  and v.n <= 20
group by v.centre, v.queue, v.day;
set local role banshi_owner;

-- the last thing that a counter did, in place of the last visits of a queue
drop index banshi.ticket_done_idx;
create index ticket_ended_idx on banshi.ticket (centre, day, counter) where state in ('done', 'skipped', 'void');
-- counters of one number in several departments
create index counter_number_idx on banshi.counter (centre, number);

-- a ticket is found by its key, not among all of its day, before anything is known of how many these are
alter table banshi.ticket drop constraint ticket_number_key;
alter table banshi.ticket add constraint ticket_number_key unique (centre, number, day);
