-- SPDX-License-Identifier: MIT
-- Text that goes into the store: trimmed, without control characters, bidirectional overrides or private use characters.
create function rule.text_plain(p_field text, p_text text, p_length int default 500) returns text
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_text text := btrim(coalesce(p_text, ''), E' \t\n\r\u3000');
begin
    if v_text ~ '[\u0001-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069'
                 '\ue000-\uf8ff\ufdd0-\ufdef\ufffe\uffff\U000f0000-\U0010ffff]' then
        raise exception using errcode = 'BS010', message = p_field;
    end if;
    if length(v_text) > p_length then
        raise exception using errcode = 'BS001', message = concat_ws(' · ', p_field, length(v_text) || ' > ' || p_length);
    end if;
    return v_text;
end
$$;
comment on function rule.text_plain is 'The text trimmed, empty for null; refused when it cannot be stored';
