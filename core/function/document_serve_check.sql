-- SPDX-License-Identifier: MIT
-- What a mode cannot do without: somebody, somewhere; a witness when the recipient would not sign.
create function rule.document_serve_check(p banshi.service) returns void
    language plpgsql immutable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_lacks text := case when p.mode <> 'announcement' and coalesce(p.recipient, '') = '' then 'recipient'
                         when p.mode <> 'announcement' and coalesce(p.relation, '') = '' then 'relation'
                         when coalesce(p.place, '') = '' then 'place'
                         when p.mode = 'left' and coalesce(p.witness, '') = '' then 'witness' end;
begin
    if v_lacks is not null then
        raise exception using errcode = 'BS001', message = v_lacks || ' · is required';
    end if;
end
$$;
comment on function rule.document_serve_check is 'Refuse a service that lacks something';
