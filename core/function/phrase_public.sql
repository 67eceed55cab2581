-- SPDX-License-Identifier: MIT
-- Text that a citizen will read: storable, and without forbidden wording (norm 3.8).
create function rule.phrase_public(p_centre bigint, p_field text, p_text text, p_length int default 500)
    returns text
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text := rule.text_plain(p_field, p_text, p_length);
    v_found text;
begin
    select string_agg(concat_ws(' → ', f.text, nullif(f.instead, '')), ' · ' order by f.id) into v_found
    from banshi.forbidden as f
    where f.centre = p_centre
      and f.id in (select * from rule.phrase_find(p_centre, v_text));
    if v_found is not null then
        raise exception using errcode = 'BS009', message = p_field || ' · ' || v_found;
    end if;
    return v_text;
end
$$;
comment on function rule.phrase_public is 'The text as stored; refused with wordings a citizen must not read';
