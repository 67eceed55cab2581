-- SPDX-License-Identifier: MIT
-- Roles, schemas, and the record of migrations. Runs as whoever migrates; every later file runs as banshi_owner. Who owns and may
-- what, and why, is in docs/decision/0003-roles.md. The groups of the staff are words, and every migration sees to them.
do $$
declare
    v_role text;
begin
    foreach v_role in array array['banshi_owner', 'banshi_procedure', 'banshi_login', 'banshi_client', 'banshi_device',
                                  'banshi_backup', 'banshi_city'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
            execute format('create role %I nologin', v_role);
        end if;
    end loop;
    if not (select r.rolcreaterole from pg_catalog.pg_roles as r where r.rolname = 'banshi_login') then
        alter role banshi_login createrole;
    end if;
    foreach v_role in array array['banshi_client', 'banshi_device'] loop
        -- from version 16 of the server on, making a member of a group needs this beside createrole
        if not pg_has_role('banshi_login', v_role, 'member with admin option') then
            execute format('grant %I to banshi_login with admin option', v_role);
        end if;
    end loop;
    -- the owner makes functions for others, and logins
    foreach v_role in array array['banshi_procedure', 'banshi_login'] loop
        if not pg_has_role('banshi_owner', v_role, 'member') then
            execute format('grant %I to banshi_owner', v_role);
        end if;
    end loop;

    if not pg_has_role(current_user, 'banshi_owner', 'member') then
        if current_setting('server_version_num')::int >= 160000 then
            execute format('grant banshi_owner to %I with inherit false, set true', current_user);
        elsif (select r.rolinherit from pg_catalog.pg_roles as r where r.rolname = current_user) then
            raise exception using errcode = 'BS002', message = format('%s · alter role %1$I noinherit', current_user);
        else
            execute format('grant banshi_owner to %I', current_user);
        end if;
    end if;
end
$$;
create schema banshi authorization banshi_owner;
set local role banshi_owner;
grant usage on schema banshi to banshi_procedure, banshi_client, banshi_backup, banshi_city;
comment on schema banshi is 'Tables of the window-clerk system; clients use the schema api';

create table banshi.schema_migration (
    version int not null,
    file text not null,
    checksum text not null,
    at timestamptz not null default now(),
    constraint schema_migration_pkey primary key (version)
);
grant select, insert, update on banshi.schema_migration to banshi_procedure;
comment on table banshi.schema_migration is
    'Which schema files have been applied, by number; 0: what is made again by every migration; -1: what clients depend on; '
    '-2: the rules that columns were worked out with';
comment on column banshi.schema_migration.version is 'Number of the file; 0 and less: see the table';
comment on column banshi.schema_migration.file is 'Its name';
comment on column banshi.schema_migration.checksum is 'SHA-256 of its text';
comment on column banshi.schema_migration.at is 'When';
