-- SPDX-License-Identifier: MIT
-- The media type of a file, told by its content and never by its name; null: none that a form may have.
create function rule.material_form_type(p_content bytea) returns text
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_size int := length(p_content);
begin
    if substr(p_content, 1, 5) = '%PDF-' and position('%%EOF'::bytea in substr(p_content, greatest(v_size - 1023, 1))) > 0 then
        return 'application/pdf';
    elsif substr(p_content, 1, 8) = '\x89504e470d0a1a0a' and position('IEND'::bytea in substr(p_content, greatest(v_size - 63,
        1))) > 0 then
        return 'image/png';
    elsif substr(p_content, 1, 3) = '\xffd8ff' and position('\xffd9'::bytea in substr(p_content, greatest(v_size - 63, 1))) > 0 then
        return 'image/jpeg';
    end if;
    begin
        if convert_from(p_content, 'UTF8') !~ '[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u009f]' then
            return 'text/plain';
        end if;
    exception
        when character_not_in_repertoire or untranslatable_character then
            null;
    end;
    return null;
end
$$;
comment on function rule.material_form_type is 'The media type of a file by its content: PDF, PNG, JPEG, text; null for another';
