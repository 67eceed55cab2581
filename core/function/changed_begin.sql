-- SPDX-License-Identifier: MIT
-- Runs as the owner of the tables, who alone can make more of them.
set local role banshi_owner;
create function rule.changed_begin() returns trigger
    language plpgsql security definer
    set search_path = pg_catalog, pg_temp
as $$
begin
    execute format('create sequence banshi.change_%s', new.id);
    execute format('grant usage on sequence banshi.change_%s to banshi_procedure', new.id);
    execute format('grant select on sequence banshi.change_%s to banshi_backup', new.id);
    execute format('comment on sequence banshi.change_%s is %L', new.id,
                   'Running number of what is told to the terminals');
    return null;
end
$$;
comment on function rule.changed_begin is 'A centre that is made gets the running number of what is told to its terminals';
set local role banshi_procedure;
