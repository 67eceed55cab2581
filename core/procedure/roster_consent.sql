-- SPDX-License-Identifier: MIT
-- The colleague who was asked consents to a swap, or declines.
create function api.roster_consent(opid uuid, swap bigint, yes boolean) returns setof api.roster_swap
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_swap banshi.roster_swap;
begin
    if rule.operation_begin(v_me, opid, 'roster_consent') is null then
        select * into v_swap from banshi.roster_swap as w where w.centre = v_me.centre and w.id = roster_consent.swap for update;
        if not found then
            raise exception using errcode = 'BS003', message = concat_ws(' · ', 'swap', roster_consent.swap);
        end if;
        if v_swap.colleague <> v_me.id then
            raise exception using errcode = 'BS002', message = concat_ws(' · ', 'swap', roster_consent.swap);
        end if;
        if v_swap.state <> 'asked' then
            raise exception using errcode = 'BS004', message = concat_ws(' · ', 'swap', v_swap.state);
        end if;
        update banshi.roster_swap as w
        set state = case when roster_consent.yes then 'consented' else 'declined' end
        where w.centre = v_me.centre
          and w.id = v_swap.id;
        perform rule.record(v_me, null, 'roster', v_swap.duty,
                            case when roster_consent.yes then 'swap consented' else 'swap declined' end);
        perform rule.operation_end(v_me, opid, v_swap.id);
        perform rule.changed(v_me.centre, 'roster');
    end if;
    return query select * from api.roster_swap as w where w.id = roster_consent.swap;
end
$$;
comment on function api.roster_consent is 'Consent to a swap, or decline';
grant execute on function api.roster_consent to banshi_clerk;
