-- SPDX-License-Identifier: MIT
-- Roles, schemas, and the record of migrations. Runs as whoever migrates; every later file runs as banshi_owner. Who owns and may
-- what, and why, is in docs/decision/0003-roles.md.
do $$
declare
    v_role text;
    v_own text[] := array['banshi_owner', 'banshi_procedure', 'banshi_login'];
    v_group text[] := array['banshi_clerk', 'banshi_lead', 'banshi_supervisor', 'banshi_admin', 'banshi_kiosk', 'banshi_board',
                            'banshi_notifier'];
begin
    foreach v_role in array v_own || v_group || array['banshi_backup', 'banshi_city'] loop
        if not exists (select from pg_catalog.pg_roles where rolname = v_role) then
            execute format('create role %I nologin', v_role);
        end if;
    end loop;
    alter role banshi_login createrole;
    foreach v_role in array v_group loop
        -- from version 16 of the server on, making a member of a group needs this beside createrole
        execute format('grant %I to banshi_login with admin option', v_role);
    end loop;
    -- each wider role can do what the narrower one can
    grant banshi_clerk to banshi_lead;
    grant banshi_lead to banshi_supervisor;
    grant banshi_supervisor to banshi_admin;
    -- to make their functions, and to make the centre
    grant banshi_procedure, banshi_login, banshi_admin to banshi_owner;

    if not pg_has_role(current_user, 'banshi_owner', 'member') then
        if current_setting('server_version_num')::int >= 160000 then
            execute format('grant banshi_owner to %I with inherit false, set true', current_user);
        elsif (select r.rolinherit from pg_catalog.pg_roles as r where r.rolname = current_user) then
            raise exception using errcode = 'BS002', message = format('%s · alter role %1$I noinherit', current_user);
        else
            execute format('grant banshi_owner to %I', current_user);
        end if;
    end if;
    execute format('grant create, connect, temporary on database %I to banshi_owner', current_database());
    execute format('grant create on database %I to banshi_procedure', current_database());
    execute format('revoke all on database %I from public', current_database());
    execute format('grant connect on database %I to banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier, banshi_backup, '
                   'banshi_city', current_database());
end
$$;
revoke all on schema public from public;
create schema banshi authorization banshi_owner;
grant usage on schema banshi to banshi_procedure, banshi_clerk, banshi_kiosk, banshi_board, banshi_notifier, banshi_backup,
    banshi_city;
comment on schema banshi is 'Tables of the window-clerk system; clients use the schema api';

create table banshi.schema_migration (
    version int not null,
    file text not null,
    checksum text not null,
    at timestamptz not null default now(),
    constraint schema_migration_pkey primary key (version)
);
alter table banshi.schema_migration owner to banshi_owner;
grant select, insert, update on banshi.schema_migration to banshi_procedure;
comment on table banshi.schema_migration is
    'Which schema files have been applied, by number; 0: what is made again by every migration; -1: what clients depend on; '
    '-2: the rules that columns were worked out with';
comment on column banshi.schema_migration.version is 'Number of the file';
comment on column banshi.schema_migration.file is 'Its name';
comment on column banshi.schema_migration.checksum is 'SHA-256 of its text';
comment on column banshi.schema_migration.at is 'When';
