-- SPDX-License-Identifier: MIT
-- Void a document, with a reason; its number stays taken. With `again` a new one of the same kind, made of the case as it is
-- now and of what the void one alone said, refers to it; a service keeps to the new proof, or is undone with the void one.
-- A clerk voids what they issued today, a lead and above all others.
create function api.document_void(opid uuid, id bigint, reason text, again boolean) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_id bigint := rule.operation_begin(v_me, opid, 'document_void');
    v_reason text := rule.text_plain('reason', reason);
    v banshi.document;
    v_other bigint; -- whose service it proved
    v_zone text := (select z.time_zone from banshi.centre as z where z.id = v_me.centre);
begin
    if v_id is null then
        if v_reason = '' then
            raise exception using errcode = 'BS015', message = 'reason';
        end if;
        select * into v from banshi.document as d where d.centre = v_me.centre and d.id = document_void.id for update;
        if not found then
            raise exception using errcode = 'BS003', message = 'document';
        elsif v.state <> 'issued' then
            raise exception using errcode = 'BS004', message = v.number || ' · ' || v.state;
        elsif not rule.at_least(v_me, 'lead')
              and (v.staff <> v_me.id or (v.issued_at at time zone v_zone)::date <> rule.today(v.centre)) then
            raise exception using errcode = 'BS002', message = v.number;
        end if;
        update banshi.document as d set state = 'voided', void_reason = v_reason where d.centre = v.centre and d.id = v.id;
        perform rule.record(v_me, rule.my_counter(), case when v.case_id is null then 'item' else 'case' end,
                            coalesce(v.case_id, v.item), 'document voided', v.number, v_reason);
        v_id := v.id;
        if again then
            v_id := rule.document_issue(v_me, opid, v.case_id, v.kind, v.said, v.item, v.id);
            update banshi.service as w set proof = v_id where w.centre = v.centre and w.proof = v.id;
        else
            update banshi.service as w set voided = true where w.centre = v.centre and w.proof = v.id
            returning w.document into v_other;
        end if;
        perform rule.operation_end(v_me, opid, v_id);
        perform rule.changed(v_me.centre, 'document', v.id, p_state => 'voided');
        if coalesce(v_other, v_id) <> v.id then -- the document that is served no longer, or the new one
            perform rule.changed(v_me.centre, 'document', coalesce(v_other, v_id), p_state => 'issued');
        end if;
    end if;
    return query select * from api.document as d where d.id = v_id;
end
$$;
comment on function api.document_void is 'Void a document, and issue it anew';
grant execute on function api.document_void to banshi_clerk;
