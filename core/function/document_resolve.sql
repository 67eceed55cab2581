-- SPDX-License-Identifier: MIT
-- What a client says in codes and days, as documents say it: how assistance ended, and the day of a promise (see
-- rule.document_tolerance).
create function rule.document_resolve(p_case banshi.case, p_said jsonb) returns jsonb
    language plpgsql stable
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_said jsonb := p_said;
begin
    if v_said ? 'assistance.result' then
        v_said := v_said || jsonb_build_object('assistance.result', -- other words stay
                                               coalesce(rule.word_said('assistance_result', v_said ->> 'assistance.result'),
                                                        v_said ->> 'assistance.result'));
    end if;
    if v_said ? 'tolerance.by' then
        v_said := v_said || jsonb_build_object('tolerance.by', rule.document_tolerance(p_case, v_said ->> 'tolerance.by'));
    end if;
    return v_said;
end
$$;
comment on function rule.document_resolve is 'Codes and days that a client says, as documents say them';
