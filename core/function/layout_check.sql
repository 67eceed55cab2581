-- SPDX-License-Identifier: MIT
-- Check a layout: every line can be stored; every directive, value, condition and list is known; all is there that the program's
-- own layout of the kind requires (which is what the law wants) and what this one requires itself. An error names the line and
-- what to write.
create function rule.layout_check(p_me rule.actor, p_kind text, p_body text) returns void
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_known jsonb := rule.document_values(p_me, null, null, null, '{}');
    v_program text := (select d.body from rule.layout_default() as d where d.kind = p_kind);
    v_lists text := (select string_agg(e.key, ' ' order by e.key)
                     from jsonb_each(v_known) as e
                     where jsonb_typeof(e.value) = 'array');
    v record;
    v_what text;
    v_line bigint;
begin
    if v_program is null then
        raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'unknown kind of document');
    end if;
    perform rule.text_plain(concat_ws(' · ', p_kind, 'line', u.n), u.line, 10000)
    from unnest(string_to_array(p_body, E'\n')) with ordinality as u (line, n);
    for v in
        select l.*, d.form, d.fewest, d.most, coalesce(array_length(string_to_array(l.text, '|'), 1), 0) as texts
        from rule.layout_lines(p_body) as l
        left join rule.layout_directive() as d on d.directive = l.directive
        order by l.n
    loop
        if v.form is null then
            perform rule.layout_refuse(p_kind, v.n, v.directive, 'not a directive');
        elsif v.texts < v.fewest or v.texts > v.most or (v.text is null) <> (v.fewest = 0)
              or v.list <> '' and v.directive <> 'row' then
            perform rule.layout_refuse(p_kind, v.n, 'write it as', v.form);
        elsif v.list <> '' and rule.document_row(v.list) is null then
            perform rule.layout_refuse(p_kind, v.n, v.list, 'no such list', v_lists);
        end if;
        perform rule.layout_check_names(p_kind, v.n, v.guard, v.list, case when v.head then '' else coalesce(v.text, '') end,
                                        v_known);
        if v.head and v.directive not in ('word', 'required')
           and not exists (select
                           from rule.layout_lines(v_program) as l
                           where l.directive = v.directive and l.guard = v.guard and l.text is not distinct from v.text) then
            select min(l.n) into v_line from rule.layout_lines(v_program) as l where l.directive = v.directive;
            perform rule.layout_refuse(p_kind, v.n, v.directive, 'as in the program''s own layout',
                                       case when v_line is null then 'without it' else 'line' end, coalesce(v_line::text, ''));
        end if;
    end loop;
    select coalesce(m.at, m.line), m.what into v_line, v_what from rule.layout_missing(v_program, p_body) as m limit 1;
    if found then
        raise exception using errcode = 'BS021',
            message = concat_ws(' · ', p_kind, 'missing', v_what, 'in the program''s own layout', 'line', v_line);
    end if;
    select m.line, m.what into v_line, v_what from rule.layout_missing(p_body, p_body) as m limit 1;
    if found then
        perform rule.layout_refuse(p_kind, v_line, 'missing', v_what);
    end if;
end
$$;
comment on function rule.layout_check is 'Refuse a layout that does not do, with its line';
