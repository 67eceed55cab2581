-- SPDX-License-Identifier: MIT
create function rule.document_refuse_change() returns trigger
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_may text[] := '{prints,state,void_reason}';
begin
    if tg_op = 'UPDATE'
       and (to_jsonb(new) - v_may) = (to_jsonb(old) - v_may)
       and new.prints >= old.prints
       and (new.state = old.state and new.void_reason = old.void_reason
            or old.state = 'issued' and new.state = 'voided' and new.void_reason <> '') then
        return new;
    end if;
    raise exception using errcode = 'BS002', message = 'document · ' || old.number;
end
$$;
comment on function rule.document_refuse_change is 'An issued document is counted when printed and can be voided, nothing else';
