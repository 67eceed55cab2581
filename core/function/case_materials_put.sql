-- SPDX-License-Identifier: MIT
-- Put down the materials of a case: an array of {seq, name, form, originals, copies, required, standard, state, note}. What
-- the item requires is the item's to say; the clerk's own lines come after them.
create function rule.case_materials_put(p_centre bigint, p_case bigint, p_item bigint, p_materials jsonb)
    returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    if jsonb_typeof(p_materials) is distinct from 'array' then
        return;
    end if;
    insert into banshi.case_material as x (centre, case_id, seq, name, form, originals, copies, required, standard, state, note)
    select p_centre, p_case, g.seq, coalesce(m.name, rule.text_plain('materials', g.name, 200)),
           coalesce(m.form, g.form, 'original'), coalesce(g.originals, m.originals, 0), coalesce(g.copies, m.copies, 0),
           coalesce(m.required, g.required, false), coalesce(m.standard, rule.text_plain('materials', g.standard)), g.state,
           rule.phrase_public(p_centre, 'note' || g.seq, g.note, 200)
    from jsonb_to_recordset(p_materials) as g (seq int, name text, form text, originals int, copies int, required boolean,
                                               standard text, state text, note text)
    left join banshi.material as m on m.centre = p_centre and m.item = p_item and m.seq = g.seq
    on conflict on constraint case_material_pkey
        do update set state = excluded.state, note = excluded.note, originals = excluded.originals, copies = excluded.copies;
end
$$;
comment on function rule.case_materials_put is 'Put down the materials of a case';
