-- SPDX-License-Identifier: MIT
-- Attach a blank or a sample form to a material of an item (norm 6.2), an administrator's. The content is base64; its type is
-- told by the content. One of the same name is replaced. `text` is what a terminal shows of a PDF.
create function api.material_form_attach(opid uuid, item bigint, seq bigint, kind text, name text, content text, "text" text)
    returns setof api.material_form
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint;
    v_material text;
    v_content bytea;
    v_limit int := (select z.form_limit from banshi.centre as z where z.id = v_me.centre);
    v_name text := rule.text_plain('name', name, 200);
    v_type text;
    v_most constant int := 100000; -- characters: as much as somebody reads on a terminal
begin
    if not rule.at_least(v_me, 'admin') then
        raise exception using errcode = 'BS002', message = 'material_form';
    end if;
    v_id := rule.operation_begin(v_me, opid, 'material_form_attach');
    if v_id is null then
        select m.name into v_material
        from banshi.material as m
        where m.centre = v_me.centre and m.item = material_form_attach.item and m.seq = material_form_attach.seq;
        if not found then
            raise exception using errcode = 'BS003', message = 'material · ' || coalesce(seq, 0);
        elsif not rule.is_word('material_form_kind', kind) then
            raise exception using errcode = 'BS001', message = 'kind · ' || coalesce(kind, '');
        elsif v_name = '' or v_name ~ '/' then
            raise exception using errcode = 'BS001', message = 'name · ' || v_name;
        elsif length(content) / 4 * 3 > v_limit * 1024 + 2 then
            raise exception using errcode = 'BS001',
                message = concat('size · ', (length(content)::bigint / 4 * 3 + 1023) / 1024, ' KiB > ', v_limit, ' KiB');
        end if;
        v_content := decode(coalesce(content, ''), 'base64');
        v_type := rule.material_form_type(v_content);
        if v_type is null or length(v_content) = 0 then
            raise exception using errcode = 'BS001', message = v_name || ' · not a PDF, PNG, JPEG or text file';
        end if;
        delete from banshi.material_form as f
        where f.centre = v_me.centre and f.item = material_form_attach.item and f.material = v_material
          and f.kind = material_form_attach.kind and f.name = v_name;
        insert into banshi.material_form (centre, item, material, kind, name, type, size, hash, text, staff, at)
        values (v_me.centre, item, v_material, kind, v_name, v_type, length(v_content), encode(sha256(v_content), 'hex'),
                replace(replace(case v_type when 'text/plain' then left(convert_from(v_content, 'UTF8'), v_most)
                                when 'application/pdf'
                                then regexp_replace(left(coalesce("text", ''), v_most),
                                                    '[\u0001-\u0008\u000b\u000e-\u001f\u007f-\u009f]', '', 'g')
                                else '' end, E'\t', '    '), E'\r', ''),
                v_me.id, rule.now())
        returning id into v_id;
        insert into banshi.material_form_content (centre, form, content) values (v_me.centre, v_id, v_content);
        perform rule.record(v_me, null, 'item', item, 'form attached', concat_ws(' · ', v_material, kind), v_name);
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'material_form', v_id);
    end if;
    return query select * from api.material_form as f where f.id = v_id;
end
$$;
comment on function api.material_form_attach is 'Attach a blank or sample form to a material';
grant execute on function api.material_form_attach to banshi_admin;
