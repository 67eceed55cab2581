-- SPDX-License-Identifier: MIT
-- Hold a column to the codes of a vocabulary, as every migration says for each column that core/word names. Runs as the tables'
-- owner. A constraint that has these codes already stays: a new one reads the whole table.
create function rule.word_check(p_table regclass, p_column name, p_vocabulary text, p_codes text[]) returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_name name := (select c.relname from pg_class as c where c.oid = p_table) || '_' || p_column || '_check';
    v_says text := format('%s: %s', p_vocabulary, array_to_string(p_codes, ', '));
begin
    if v_says is distinct from (select obj_description(k.oid, 'pg_constraint')
                                from pg_constraint as k
                                where k.conrelid = p_table
                                  and k.conname = v_name) then
        execute format('alter table %s drop constraint if exists %I', p_table, v_name);
        execute format('alter table %s add constraint %I check (%I in (%s))', p_table, v_name, p_column,
                       (select string_agg(quote_literal(c.code), ', ' order by c.n)
                        from unnest(p_codes) with ordinality as c (code, n)));
        execute format('comment on constraint %I on %s is %L', v_name, p_table, v_says);
    end if;
end
$$;
comment on function rule.word_check is 'Hold a column to the codes of a vocabulary';
grant execute on function rule.word_check to banshi_owner;
