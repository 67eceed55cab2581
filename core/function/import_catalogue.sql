-- SPDX-License-Identifier: MIT
-- Import service items. A member that a record lacks keeps its value; an item that the file lacks stays.
create function rule.import_catalogue(p_me rule.actor, p_import bigint, p_batch jsonb) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_total bigint := jsonb_array_length(p_batch -> 'records');
    v_departments bigint;
    v_added bigint[];
    v_changed bigint[];
    v_materials bigint[];
begin
    perform rule.import_refuse(p_batch, r.line, 'duplicate code', r.code)
    from (select b.line, b.code, row_number() over (partition by b.code order by b.line) as n
          from jsonb_to_recordset(p_batch -> 'records') as b (line bigint, code text)) as r
    where r.n > 1;

    insert into banshi.department (centre, name)
    select p_me.centre, b.department
    from jsonb_to_recordset(p_batch -> 'records') as b (line bigint, department text)
    group by b.department
    order by min(b.line)
    on conflict do nothing;
    get diagnostics v_departments = row_count;

    with written as (
        insert into banshi.item as i
            (centre, code, name, department, heading, kind, subject, conditions, legal_basis, statutory, statutory_unit,
             promised, promised_unit, fee, fee_basis, wanted_queue, queue)
        select d.centre,
               b.code,
               b.name,
               d.id,
               coalesce(b.heading, o.heading, ''),
               coalesce(b.kind, o.kind, ''),
               coalesce(b.subject, o.subject, 'any'),
               coalesce(b.conditions, o.conditions, ''),
               coalesce(b.legal_basis, o.legal_basis, ''),
               coalesce(b.statutory, o.statutory),
               coalesce(b.statutory_unit, o.statutory_unit),
               coalesce(b.promised, o.promised),
               coalesce(b.promised_unit, o.promised_unit),
               coalesce(b.fee, o.fee, 0),
               coalesce(b.fee_basis, o.fee_basis, ''),
               coalesce(b.wanted_queue, o.wanted_queue, ''),
               coalesce(o.queue, q.id)
        from jsonb_to_recordset(p_batch -> 'records') as b
            (line bigint, code text, name text, department text, heading text, kind text, subject text, conditions text,
             legal_basis text, statutory int, statutory_unit text, promised int, promised_unit text, fee bigint,
             fee_basis text, wanted_queue text)
        join banshi.department as d on d.centre = p_me.centre and d.name = b.department
        join banshi.queue as q on q.centre = p_me.centre and q.comprehensive
        left join banshi.item as o on o.centre = p_me.centre and o.code = b.code
        order by b.line
        on conflict (centre, code) do update
        set (name, department, heading, kind, subject, conditions, legal_basis, statutory, statutory_unit, promised,
             promised_unit, fee, fee_basis, wanted_queue, active)
            = (excluded.name, excluded.department, excluded.heading, excluded.kind, excluded.subject,
               excluded.conditions, excluded.legal_basis, excluded.statutory, excluded.statutory_unit,
               excluded.promised, excluded.promised_unit, excluded.fee, excluded.fee_basis, excluded.wanted_queue, true)
        where (i.name, i.department, i.heading, i.kind, i.subject, i.conditions, i.legal_basis, i.statutory,
               i.statutory_unit, i.promised, i.promised_unit, i.fee, i.fee_basis, i.wanted_queue, i.active)
            is distinct from
              (excluded.name, excluded.department, excluded.heading, excluded.kind, excluded.subject,
               excluded.conditions, excluded.legal_basis, excluded.statutory, excluded.statutory_unit,
               excluded.promised, excluded.promised_unit, excluded.fee, excluded.fee_basis, excluded.wanted_queue, true)
        returning i.id, i.xmax = 0 as added -- only an updated row has been locked
    )
    select coalesce(array_agg(w.id) filter (where w.added), '{}'), coalesce(array_agg(w.id) filter (where not w.added), '{}')
    into v_added, v_changed
    from written as w;

    -- a record with materials has all of them
    with new as (
        select i.id as item,
               m.ordinality as seq,
               m.value ->> 'name' as name,
               m.value ->> 'form' as form,
               (m.value ->> 'originals')::int as originals,
               (m.value ->> 'copies')::int as copies,
               (m.value ->> 'required')::boolean as required,
               m.value ->> 'standard' as standard,
               m.value ->> 'source' as source
        from jsonb_to_recordset(p_batch -> 'records') as b (code text, materials jsonb)
        join banshi.item as i on i.centre = p_me.centre and i.code = b.code
        cross join jsonb_array_elements(b.materials) with ordinality as m
    ), gone as (
        delete from banshi.material as m
        using jsonb_to_recordset(p_batch -> 'records') as b (code text, materials jsonb), banshi.item as i
        where i.centre = p_me.centre
          and i.code = b.code
          and m.centre = i.centre
          and m.item = i.id
          and m.seq > jsonb_array_length(b.materials)
        returning m.item
    ), written as (
        insert into banshi.material as m
            (centre, item, seq, name, form, originals, copies, required, standard, source)
        select p_me.centre, n.item, n.seq, n.name, n.form, n.originals, n.copies, n.required, n.standard, n.source
        from new as n
        on conflict (centre, item, seq) do update
        set (name, form, originals, copies, required, standard, source)
            = (excluded.name, excluded.form, excluded.originals, excluded.copies, excluded.required, excluded.standard,
               excluded.source)
        where (m.name, m.form, m.originals, m.copies, m.required, m.standard, m.source)
            is distinct from (excluded.name, excluded.form, excluded.originals, excluded.copies, excluded.required,
                              excluded.standard, excluded.source)
        returning m.item
    )
    select coalesce(array_agg(t.item), '{}')
    into v_materials
    from (select item from gone union select item from written) as t;
    v_changed := array(select unnest(v_changed) union (select unnest(v_materials) except select unnest(v_added)));

    perform rule.import_total(p_me, p_import, 'added', cardinality(v_added), 'items');
    perform rule.import_total(p_me, p_import, 'changed', cardinality(v_changed), 'items');
    perform rule.import_total(p_me, p_import, 'unchanged',
                              v_total - cardinality(v_added) - cardinality(v_changed), 'items');
    perform rule.import_total(p_me, p_import, 'added', v_departments, 'departments');
    perform rule.import_warn(p_me, p_import,
                             (select count(*) from banshi.item as i
                              where i.centre = p_me.centre and i.active
                                and not exists (select from banshi.material as m
                                                where m.centre = i.centre and m.item = i.id)),
                             'items without materials');
    perform rule.import_warn(p_me, p_import,
                             (select count(*) from banshi.item as i
                              where i.centre = p_me.centre and i.active
                                and i.statutory is null and i.promised is null),
                             'items without limits');
    perform rule.import_route(p_me, p_import);
end
$$;
comment on function rule.import_catalogue is 'Import service items and their materials';
