-- SPDX-License-Identifier: MIT
-- The pace of a queue that is kept when a visit ends is the one that the day's tickets tell.
create extension if not exists pgtap;
begin;
\ir ../lib/fixture.sql
select plan(4);
-- the mean of the last twenty visits of the day, from five on, over the open counters
create function pg_temp.told(code text, day date) returns double precision language sql security definer as $$
    select (case when d.n >= 5 then d.seconds else q.service_seconds end)::double precision
           / nullif((select count(*) from banshi.queue_counter as qc join banshi.counter as c on c.centre = qc.centre and c.id = qc.counter
                     where qc.queue = q.id and c.state = 'open'), 0)
    from banshi.queue as q,
         lateral (select count(*) as n, avg(v.seconds) as seconds
                  from (select extract(epoch from t.ended_at - t.serving_at) - t.held_seconds as seconds
                        from banshi.ticket as t where t.queue = q.id and t.day = told.day and t.state = 'done'
                        order by t.ended_at desc limit 20) as v) as d
    where q.id = pg_temp.queue(told.code) $$;
-- a visit of some minutes at a counter, held for some of them; the paces of both queues are as the tickets tell?
create function pg_temp.visit(who text, n int) returns boolean language plpgsql as $$
declare
    v_clock timestamptz := current_setting('banshi.clock')::timestamptz;
    v_id bigint;
begin
    perform pg_temp.as(who);
    perform api.ticket_issue(gen_random_uuid(), pg_temp.queue(case when n % 3 = 0 then 'B' else 'A' end), null, null, null, null, null);
    select id into v_id from api.ticket_call_next(gen_random_uuid());
    perform api.ticket_serve(gen_random_uuid());
    if n % 4 = 0 then
        perform set_config('banshi.clock', (v_clock + make_interval(secs => n))::text, false);
        perform api.ticket_hold(gen_random_uuid(), '');
        perform set_config('banshi.clock', (v_clock + make_interval(secs => 3 * n))::text, false);
        perform api.ticket_resume(gen_random_uuid(), v_id);
    end if;
    perform set_config('banshi.clock', (v_clock + make_interval(secs => 3 * n + (n * 37) % 251))::text, false);
    perform api.ticket_done(gen_random_uuid());
    return (select count(*) = 2 from api.queue as q
            where q.code in ('A', 'B') and q.pace = pg_temp.told(q.code, (current_setting('banshi.clock')::timestamptz at time zone 'Asia/Shanghai')::date));
end $$;
select pg_temp.at('09:00');
select pg_temp.as('ann');
select pg_temp.sign_on('1');
select pg_temp.as('bob');
select pg_temp.sign_on('2');
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select is((select count(*) filter (where not pg_temp.visit(case n % 2 when 0 then 'cat' else 'bob' end, n)) from generate_series(1, 90) as n), 0::bigint,
          'after each of many visits');
select pg_temp.as('');
select is((select string_agg(q.code || c.number || ':' || cardinality(p.ended), ' ' order by q.code, c.number)
           from banshi.queue_pace as p join banshi.queue as q on q.id = p.queue join banshi.counter as c on c.id = p.counter),
          'A2:20 A3:20 B2:15 B3:15', 'no more is kept than may be needed');
select set_config('banshi.clock', '2026-11-25 09:00+08', false);
select pg_temp.as('cat');
select pg_temp.sign_on('3');
select is((select string_agg(code || pace, ' ' order by code) from api.queue where code < 'C'), 'A200 B300', 'in the morning what is said of the queue counts');
select is((select count(*) filter (where not pg_temp.visit('cat', n)) from generate_series(1, 20) as n), 0::bigint, 'and the visits of the new day do');
select * from finish();
rollback;
