-- SPDX-License-Identifier: MIT
-- Tell the terminals of a centre what changed, when the transaction commits: the one place where an event is sent. The payload is
-- "<number> <concept> <id> <queue> <counter> <department> <state>", 0 and - for what there is not; id 0 is anything of the concept.
-- The number is of a sequence that nobody waits for: numbers may come in another order, and those of refused acts never come. It
-- is called last, so that these are few.
create function rule.changed(p_centre bigint, p_concept text, p_id bigint default 0, p_queue bigint default 0,
                             p_counter bigint default 0, p_department bigint default 0, p_state text default '') returns void
    language plpgsql
    set search_path = pg_catalog, pg_temp
as $$
begin
    perform pg_notify('banshi_' || p_centre,
                      concat_ws(' ', nextval(('banshi.change_' || p_centre)::regclass), p_concept, coalesce(p_id, 0),
                                coalesce(p_queue, 0), coalesce(p_counter, 0), coalesce(p_department, 0),
                                coalesce(nullif(p_state, ''), '-')));
end
$$;
comment on function rule.changed is 'Tell the terminals of a centre what changed';
