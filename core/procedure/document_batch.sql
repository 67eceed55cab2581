-- SPDX-License-Identifier: MIT
-- The documents of days with their content, in pieces: those after an id, at most n of them. The reading is recorded once a
-- piece.
create function api.document_batch(opid uuid, first date, last date, after bigint, n bigint) returns setof api.document
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
declare
    v_me rule.actor := rule.me();
    v_zone text := (select z.time_zone from banshi.centre as z where z.id = v_me.centre);
    v_first date := coalesce(first, rule.today(v_me.centre));
    v_last date := coalesce(last, v_first);
begin
    if v_last - v_first > 31 or v_last < v_first then
        raise exception using errcode = 'BS001', message = concat_ws(' · ', 'days', v_first, v_last);
    end if;
    if rule.operation_begin(v_me, opid, 'document_batch') is null then
        perform rule.record(v_me, rule.my_counter(), 'document', coalesce(after, 0), 'read', concat_ws(' ', v_first, v_last));
        perform rule.operation_end(v_me, opid, 1);
    end if;
    return query
    select r.*
    from banshi.document as d
    join api.document as a on a.id = d.id,
         jsonb_populate_record(a, jsonb_build_object('content', d.content)) as r
    where d.centre = v_me.centre
      and d.issued_at >= v_first::timestamp at time zone v_zone
      and d.issued_at < (v_last + 1)::timestamp at time zone v_zone
      and d.id > coalesce(after, 0)
    order by d.id
    limit least(greatest(document_batch.n, 1), 200);
end
$$;
comment on function api.document_batch is 'Documents of days with their content';
grant execute on function api.document_batch to banshi_clerk;
