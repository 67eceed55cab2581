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

-- a row a counter: visits of one queue that end at the same time do not wait for each other
create table banshi.queue_pace (
    centre bigint not null,
    queue bigint not null,
    counter bigint not null,
    day date not null,
    ended timestamptz[] not null,
    seconds numeric[] not null,
    constraint queue_pace_pkey primary key (centre, queue, counter),
    constraint queue_pace_check check (cardinality(ended) between 1 and 20 and cardinality(ended) = cardinality(seconds))
);
comment on table banshi.queue_pace is 'How long the last visits of a queue took at a counter; written when a visit ends';
comment on column banshi.queue_pace.centre is 'Centre';
comment on column banshi.queue_pace.queue is 'Queue';
comment on column banshi.queue_pace.counter is 'Counter';
comment on column banshi.queue_pace.day is 'Day of these visits';
comment on column banshi.queue_pace.ended is 'When they ended, at most 20, the latest last';
comment on column banshi.queue_pace.seconds is 'Seconds that each took, without the time that the number was held';
grant insert on banshi.queue_pace to banshi_procedure;
set local role banshi_procedure;
insert into banshi.queue_pace (centre, queue, counter, day, ended, seconds)
select v.centre, v.queue, v.counter, v.day, array_agg(v.ended_at order by v.ended_at), array_agg(v.seconds order by v.ended_at)
from (select t.centre, t.queue, t.counter, t.day, t.ended_at,
             extract(epoch from t.ended_at - t.serving_at) - t.held_seconds as seconds,
             rank() over (partition by t.centre, t.queue, t.counter order by t.day desc) as days,
             row_number() over (partition by t.centre, t.queue, t.counter order by t.day desc, t.ended_at desc) as n
      from banshi.ticket as t
      where t.state = 'done'
        and t.day >= current_date - 1) as v
where v.days = 1
  and v.n <= 20
group by v.centre, v.queue, v.counter, v.day;
set local role banshi_owner;

-- the last thing that a counter did, in place of the last visits of a queue
drop index banshi.ticket_done_idx;
create index ticket_ended_idx on banshi.ticket (centre, day, counter) where state in ('done', 'skipped', 'void');
-- counters of one number in several departments
create index counter_number_idx on banshi.counter (centre, number);

-- a ticket is found by its key, not among all of its day, before anything is known of how many these are
alter table banshi.ticket drop constraint ticket_number_key;
alter table banshi.ticket add constraint ticket_number_key unique (centre, number, day);
