-- SPDX-License-Identifier: MIT
-- Import the calendar of a year: records are its exceptions; none means that it is not published yet.
create function rule.import_calendar(p_me rule.actor, p_import bigint, p_batch jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_year int := p_batch ->> 'year';
    v_total bigint := jsonb_array_length(p_batch -> 'records');
    v_added bigint;
    v_changed bigint;
    v_removed bigint;
begin
    if v_year is null then
        perform rule.import_refuse(p_batch, 1, 'missing', 'year');
    end if;
    if v_total = 0 and rule.is_published(p_me.centre, v_year) then
        perform rule.import_warn(p_me, p_import, v_year, 'an empty calendar does not replace a published one');
        return;
    end if;

    insert into banshi.calendar_year as y (centre, year, published, papers)
    values (p_me.centre, v_year, v_total > 0,
            array(select jsonb_array_elements_text(coalesce(p_batch -> 'papers', '[]'))))
    on conflict (centre, year) do update
    set published = excluded.published,
        papers = excluded.papers
    where (y.published, y.papers) is distinct from (excluded.published, excluded.papers);

    delete from banshi.calendar_day as c
    where c.centre = p_me.centre
      and c.year = v_year
      and not c.own
      and not exists (select from jsonb_to_recordset(p_batch -> 'records') as b (date date) where b.date = c.day);
    get diagnostics v_removed = row_count;
    with written as (
        insert into banshi.calendar_day as c (centre, year, day, name, working)
        select p_me.centre, v_year, b.date, b.name, b.working
        from jsonb_to_recordset(p_batch -> 'records') as b (date date, name text, working boolean)
        on conflict (centre, day, year) do update
        set name = excluded.name,
            working = excluded.working
        where not c.own
          and (c.name, c.working) is distinct from (excluded.name, excluded.working)
        returning c.xmax = 0 as added -- only an updated row has been locked
    )
    select count(*) filter (where w.added), count(*) filter (where not w.added)
    into v_added, v_changed
    from written as w;

    -- a year's notice can name days of the December before
    perform rule.calendar_number(p_me.centre, v_year - 1);
    perform rule.calendar_number(p_me.centre, v_year);

    perform rule.import_total(p_me, p_import, 'added', v_added, 'days');
    perform rule.import_total(p_me, p_import, 'changed', v_changed, 'days');
    perform rule.import_total(p_me, p_import, 'unchanged', v_total - v_added - v_changed, 'days');
    perform rule.import_total(p_me, p_import, 'removed', v_removed, 'days');
    perform rule.import_total(p_me, p_import, 'changed', rule.case_clock_all(p_me, v_year), 'deadlines');
    if v_total = 0 then
        perform rule.import_warn(p_me, p_import, v_year, 'the calendar of the year is not published yet');
    else
        perform rule.import_total(p_me, p_import, v_year::text,
                                  (select working_days from banshi.calendar_year
                                   where centre = p_me.centre and year = v_year), 'working days');
    end if;
end
$$;
comment on function rule.import_calendar is 'Import the working-day calendar of a year';
