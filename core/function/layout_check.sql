-- SPDX-License-Identifier: MIT
-- Check a layout: every line can be stored, every directive and placeholder known, all there that the law wants of the kind
-- (Licensing Law art. 32, 42, 45; norms 2.3, 6.4). An error names the line.
create function rule.layout_check(p_me rule.actor, p_kind text, p_body text) returns void
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_known jsonb := rule.document_values(p_me, null, null, null, '{}');
    v_line text;
    v_n bigint;
    v_what text;
begin
    perform from banshi.layout as l where l.centre = p_me.centre and l.kind = p_kind;
    if not found then
        raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'unknown kind of document');
    end if;
    for v_line, v_n in select l, n from unnest(string_to_array(p_body, E'\n')) with ordinality as u (l, n) loop
        perform rule.text_plain(concat_ws(' · ', p_kind, 'line', v_n), v_line, 10000);
        continue when v_line = '' or v_line like '#%';
        v_what := split_part(v_line, '|', 1);
        if v_what not in ('word', 'title', 'number', 'heading', 'centre', 'big', 'field', 'field?', 'para', 'note',
                          'materials', 'columns', 'head', 'rows', 'sign', 'seal', 'date', 'copy', 'copies',
                          'rule', 'code', 'landscape', 'narrow') then
            raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line', v_n, v_what);
        end if;
        if v_what = 'materials' and v_line !~ '^materials\|(received|wanted|promised|item)$' then
            raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line', v_n, v_line);
        end if;
        if v_what in ('field', 'field?') and array_length(string_to_array(v_line, '|'), 1) <> 3 then
            raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line', v_n, 'field|label|text');
        end if;
        for v_what in select m[1] from regexp_matches(v_line, '\{([^}]*)\}', 'g') as m loop
            if not v_known ? v_what then
                raise exception using errcode = 'BS021', message = concat_ws(' · ', p_kind, 'line', v_n, '{' || v_what || '}');
            end if;
        end loop;
    end loop;
    select concat(replace(r, '*2', ''), case when r like '%*2' then ' × 2' end), coalesce(d.line, 1)
    into v_what, v_n
    from unnest(rule.layout_required(p_kind)) with ordinality as u (r, i)
    cross join rule.layout_line(p_body, r) as f
    left join rule.layout_default() as p on p.kind = p_kind
    left join lateral rule.layout_line(p.body, r) as d on true
    where f.times < case when r like '%*2' then 2 else 1 end
    order by i
    limit 1;
    if found then
        raise exception using errcode = 'BS021',
            message = concat_ws(' · ', p_kind, 'missing',
                                case
                                    when v_what ~ '^[a-z_]+\.[a-z_]+$' then '{' || v_what || '}'
                                    when v_what ~ '^[a-z_]+$' then v_what || '|'
                                    else v_what
                                end,
                                'in the program''s own layout', 'line', v_n);
    end if;
end
$$;
comment on function rule.layout_check is 'Refuse a layout that does not do, with its line';
