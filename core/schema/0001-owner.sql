-- SPDX-License-Identifier: MIT
-- Roles and the schema's owner. Runs as whoever migrates; every later file runs as banshi_owner.
do $$
declare
    v_role text;
begin
    if not exists (select from pg_catalog.pg_roles where rolname = 'banshi_owner') then
        create role banshi_owner nologin createrole;
    end if;
    foreach v_role in array array['banshi_clerk', 'banshi_lead', 'banshi_supervisor', 'banshi_admin', 'banshi_kiosk',
                                  'banshi_board', 'banshi_notifier'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
            execute format('create role %I nologin', v_role);
        end if;
        -- from version 16 of the server on, making a member of a group needs this beside createrole
        execute format('grant %I to banshi_owner with admin option', v_role);
    end loop;
    -- each wider role can do what the narrower one can
    grant banshi_clerk to banshi_lead;
    grant banshi_lead to banshi_supervisor;
    grant banshi_supervisor to banshi_admin;
    if not pg_has_role(current_user, 'banshi_owner', 'member') then
        execute format('grant banshi_owner to %I', current_user);
    end if;
    execute format('grant create, connect, temporary on database %I to banshi_owner', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier',
                   current_database());
end
$$;
revoke all on schema public from public;
create schema banshi authorization banshi_owner;
grant usage on schema banshi to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
comment on schema banshi is 'Tables of the window-clerk system; clients use the schema api';

create table banshi.schema_migration (
    version int not null,
    file text not null,
    checksum text not null,
    at timestamptz not null default now(),
    constraint schema_migration_pkey primary key (version)
);
alter table banshi.schema_migration owner to banshi_owner;
grant select on banshi.schema_migration to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier;
comment on table banshi.schema_migration is 'Which schema files have been applied; version 0 is the state of views and procedures';
comment on column banshi.schema_migration.version is 'Number of the file';
comment on column banshi.schema_migration.file is 'Its name';
comment on column banshi.schema_migration.checksum is 'SHA-256 of its text';
comment on column banshi.schema_migration.at is 'When';
