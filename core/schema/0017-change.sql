-- SPDX-License-Identifier: MIT
-- Running numbers of what is told to the terminals of a centre: a sequence a centre, banshi.change_<centre>, made with it.
grant select on banshi.centre to banshi_procedure; -- in a new database nobody was granted anything yet
do $$
declare
    v_centres bigint[];
    v_centre bigint;
begin
    set local role banshi_procedure;
    select array_agg(c.id order by c.id) into v_centres from banshi.centre as c;
    set local role banshi_owner;
    foreach v_centre in array coalesce(v_centres, '{}') loop
        execute format('create sequence banshi.change_%s', v_centre);
        execute format('grant usage on sequence banshi.change_%s to banshi_procedure', v_centre);
        execute format('grant select on sequence banshi.change_%s to banshi_backup', v_centre);
        execute format('comment on sequence banshi.change_%s is %L', v_centre, 'Running number of what is told to the terminals');
    end loop;
end
$$;
