-- SPDX-License-Identifier: MIT
create function rule.hours_defaults() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    insert into banshi.hours (centre, weekday, session, opens, closes)
    select new.id, w, s.session, s.opens, s.closes
    from generate_series(1, 5) as w,
         (values ('morning', time '09:00', time '12:00'),
                 ('lunch', '12:00', '13:30'),
                 ('afternoon', '13:30', '17:00')) as s (session, opens, closes);
    return null;
end
$$;
comment on function rule.hours_defaults is 'A new centre is open on working days from nine to five';
