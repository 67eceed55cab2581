-- SPDX-License-Identifier: MIT
-- Say where documents are printed; an empty destination takes the rule away.
create function api.printer_rule_set(opid uuid, counter bigint, kind text, destination text) returns setof api.printer_rule
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
#variable_conflict use_variable
declare
    v_me rule.actor := rule.me();
    v_destination text := rule.text_plain('destination', destination);
begin
    if not rule.at_least(v_me, 'admin') then
        raise exception using errcode = 'BS002', message = 'printer';
    end if;
    if rule.operation_begin(v_me, opid, 'printer_rule_set') is null then
        if v_destination <> '' and v_destination !~ '^(printer:|ipps?://|escpos:).' then
            raise exception using errcode = 'BS001', message = 'destination · ' || v_destination;
        end if;
        if kind not in ('', 'material_form')
           and not exists (select from banshi.layout as l where l.centre = v_me.centre and l.kind = printer_rule_set.kind) then
            raise exception using errcode = 'BS003', message = 'layout · ' || kind;
        end if;
        delete from banshi.printer_rule as r
        where r.centre = v_me.centre
          and r.counter is not distinct from printer_rule_set.counter
          and r.kind = coalesce(printer_rule_set.kind, '');
        if v_destination <> '' then
            insert into banshi.printer_rule (centre, counter, kind, destination)
            values (v_me.centre, counter, coalesce(kind, ''), v_destination);
        end if;
        perform rule.record(v_me, counter, 'printer', 0, 'changed', concat_ws(' ', nullif(kind, ''), v_destination));
        perform rule.operation_end(v_me, opid, 1);
        perform rule.changed(v_me.centre, 'printer', p_counter => counter);
    end if;
    return query select * from api.printer_rule;
end
$$;
comment on function api.printer_rule_set is 'Say where documents are printed';
grant execute on function api.printer_rule_set to banshi_clerk;
