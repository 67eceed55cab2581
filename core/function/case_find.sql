-- SPDX-License-Identifier: MIT
-- Ids of the cases that a text finds: by number or its beginning, document number, part of a name, identity number,
-- telephone, pinyin initials. Each way is an index of its own.
create function rule.case_find(p_centre bigint, p_text text, p_limit bigint) returns setof bigint
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text := btrim(p_text);
    v_upper text := upper(v_text);
    v_folded text := rule.text_fold(v_text);
    v_grams text[];
begin
    if v_text = '' then
        return query select c.id from banshi.case as c where c.centre = p_centre order by c.received_at desc limit p_limit;
        return;
    end if;
    return query
    select c.id from banshi.case as c
    where c.centre = p_centre and c.number collate "C" >= v_upper and c.number collate "C" < v_upper || U&'\+10FFFD'
    limit p_limit;
    return query select c.id from banshi.case as c where c.centre = p_centre and c.id_number = v_upper limit p_limit;
    return query select c.id from banshi.case as c where c.centre = p_centre and c.phone = v_text limit p_limit;
    return query select d.case_id from banshi.document as d where d.centre = p_centre and d.number = v_text;
    v_grams := array(select g from unnest(rule.text_grams(v_folded)) as g
                     where length(g) = case when length(v_folded) > 1 then 2 else 1 end);
    if v_folded <> '' then
        return query
        select c.id from banshi.case as c
        where c.name_grams @> v_grams and c.centre = p_centre and strpos(c.name_folded, v_folded) > 0
        order by c.received_at desc
        limit p_limit;
    end if;
    if v_text ~ '^[A-Za-z]{1,31}$' then
        return query
        select c.id from banshi.case as c
        where c.spellings @> array[lower(v_text)] and c.centre = p_centre
        order by c.received_at desc
        limit p_limit;
    end if;
end
$$;
comment on function rule.case_find is 'Ids of the cases that a text finds; may repeat';
