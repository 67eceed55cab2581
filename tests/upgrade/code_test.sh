#!/bin/sh
# SPDX-License-Identifier: MIT
# All code of a database is made again by every migration: whatever became of a rule, the database is as a fresh one. Who is older or
# newer says so.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/cluster.sh"
. "$abs_top_srcdir/tests/lib/variant.sh"
. "$abs_top_srcdir/tests/lib/upgrade.sh"
cluster_start || { echo "1..0"; exit 1; }
LANGUAGE=en
LC_ALL=C.UTF-8
export LANGUAGE LC_ALL
says() {
    says_text=$1
    shift
    "$@" > "${cluster_dir:?}/out" 2>&1
    grep -qF -- "$says_text" "$cluster_dir/out" || { cat "$cluster_dir/out"; return 1; }
}

refuses() {
    refuses_text=$1
    shift
    ! "$@" > "$cluster_dir/out" 2>&1 && grep -qF -- "$refuses_text" "$cluster_dir/out" || { cat "$cluster_dir/out"; return 1; }
}

# a rule whose parameter has another name, one with another result, one that is gone with the trigger that needed it; a word more in
# two vocabularies
change_rules() {
    variant_copy "$cluster_dir/changed" && cd "$cluster_dir/changed/core" &&
        sed -i 's/p_centre/p_place/g' function/today.sql &&
        sed -i 's/returns double precision/returns numeric/' function/queue_pace.sql &&
        rm function/event_refuse_change.sql && sed -i '/event_append_only/,/;$/d' policy/event.sql &&
        echo teller >> word/staff_role.word && echo evening >> word/hours_session.word && cd "$OLDPWD" &&
        ! cmp -s "$abs_top_srcdir/core/function/today.sql" "$cluster_dir/changed/core/function/today.sql" &&
        variant "$cluster_dir/changed"
}
alike() {
    "$PG_BINDIR/createdb" fresh && PGDATABASE=fresh as_variant "$cluster_dir/changed" "$BANSHI" migrate &&
        schema_of fresh > "$cluster_dir/fresh.sql" && schema_of banshi > "$cluster_dir/migrated.sql" &&
        diff "$cluster_dir/fresh.sql" "$cluster_dir/migrated.sql"
}
expect "a program with other rules" change_rules
expect "migrates a database made before" as_variant "$cluster_dir/changed" "$BANSHI" migrate
expect "a rule has its new parameter" [ "$(psql -c "select proargnames from pg_proc where oid = 'rule.today'::regproc")" = '{p_place}' ]
expect "and the one that is gone is gone" [ "$(psql -c "select to_regproc('rule.event_refuse_change') is null")" = t ]
codes() {
    psql -c "select pg_get_constraintdef(oid) from pg_constraint where conname = '$1'" | grep -F "'$2'"
}
expect "a column takes a new word" codes hours_session_check evening
expect "and a new role has its group" [ "$(psql -c "select count(*) from pg_roles where rolname = 'banshi_teller'")" = 1 ]
expect "the database is as a fresh one" alike
works() {
    psql -f "$abs_top_srcdir/tests/sql/ticket_order.sql" > "$cluster_dir/out" 2>&1
    ! grep -q '^not ok' "$cluster_dir/out" && grep -q '^ok' "$cluster_dir/out" || { cat "$cluster_dir/out"; return 1; }
}
expect "and works" works
expect "another body alone stops nobody" says "Sign-on refused" "$BANSHI" queue list
expect "the versions tell of it" [ "$("$BANSHI" --csv migrate --status | tr -d '"\r' | awk -F, 'NR > 1 && $2 != $3 { print $1 }')" = code ]

# a release with one more file of tables
expect "a later program" later_program "$cluster_dir/later"
expect "says that the database is older" says "The database is older than this program" \
    as_variant "$cluster_dir/later" "$BANSHI" queue list
expect "and what to do" says "banshi migrate" as_variant "$cluster_dir/later" "$BANSHI" queue list
expect "migrates it" as_variant "$cluster_dir/later" "$BANSHI" migrate
expect "the earlier program says that the database is newer" says "The database is newer than this program" "$BANSHI" queue list
expect "and does not migrate it back" says "9999-note.sql" "$BANSHI" migrate

# a program whose clients ask for something else
other_interface() {
    variant_copy "$cluster_dir/other" && echo "view api.queue: nothing" >> "$cluster_dir/other/core/interface.txt" &&
        variant "$cluster_dir/other" && "$PG_BINDIR/createdb" other && PGDATABASE=other "$BANSHI" migrate
}
expect "a program with another interface" other_interface
expect "does not go on with this database" says "The database is older than this program" \
    env PGDATABASE=other LD_LIBRARY_PATH="$cluster_dir/other" "$BANSHI" queue list

# a file that was released, edited
edited() {
    variant_copy "$cluster_dir/edited" && echo "-- another comment" >> "$cluster_dir/edited/core/schema/0005-ticket.sql" &&
        variant "$cluster_dir/edited"
}
expect "a program with an edited file" edited
expect "names the file" says "core/schema/0005-ticket.sql" env PGDATABASE=other LD_LIBRARY_PATH="$cluster_dir/edited" "$BANSHI" migrate
expect "and what to do" says "Put the file named in the detail back" \
    env PGDATABASE=other LD_LIBRARY_PATH="$cluster_dir/edited" "$BANSHI" migrate

# a database of another program, with a schema of the same name
of_another() {
    "$PG_BINDIR/createdb" another && PGDATABASE=another psql -c "create schema api; create table api.precious ()" &&
        ! PGDATABASE=another "$BANSHI" migrate 2> "$cluster_dir/another" && grep -q "another · belongs to another program" "$cluster_dir/another"
}
expect "a database of another program is named" of_another
expect "and left alone" [ "$(PGDATABASE=another psql -c "select to_regclass('api.precious') is not null")" = t ]

# backups read everything, past no rule but the one that lets them
backup() {
    psql -c "create role backup login in role banshi_backup" &&
        "$PG_BINDIR/pg_dump" -U backup --enable-row-security --no-blobs banshi > "$cluster_dir/backup.sql" &&
        grep -q '^COPY banshi.schema_migration' "$cluster_dir/backup.sql"
}
expect "a login for backups dumps the whole database" backup

# an owner that is no superuser, who inherits nothing
owner_migrates() {
    psql -c "create role mover login noinherit createrole" -c "grant banshi_owner to mover" && "$PG_BINDIR/createdb" -O mover moved &&
        PGUSER=mover PGDATABASE=moved "$BANSHI" migrate &&
        PGUSER=mover PGDATABASE=moved as_variant "$cluster_dir/changed" "$BANSHI" migrate &&
        PGUSER=mover PGDATABASE=moved as_variant "$cluster_dir/changed" "$BANSHI" migrate --status
}
expect "an owner that is no superuser migrates, and migrates again" owner_migrates
expect "and reads nothing with psql" refuses "permission denied" \
    env PGUSER=mover PGDATABASE=moved "$PG_BINDIR/psql" -XqAt -c "select * from banshi.staff"
inherits() {
    psql -c "alter role mover inherit"
    [ "$(psql -c "show server_version_num")" -lt 160000 ] || psql -c "grant banshi_owner to mover with inherit true"
    says "noinherit" env PGUSER=mover PGDATABASE=moved "$BANSHI" migrate
}
expect "one who would inherit the tables is told not to" inherits
# a restored database has no grants on itself
restored() {
    "$PG_BINDIR/createdb" -T moved restored && PGDATABASE=restored "$BANSHI" migrate
}
expect "a copy of a database is migrated" restored
# somebody is reading, and goes on for longer than a migration makes way
in_the_way() {
    mkfifo "$cluster_dir/in" && { PGDATABASE=other psql < "$cluster_dir/in" > "$cluster_dir/held" & } && exec 8> "$cluster_dir/in" &&
        echo "begin; select count(*) from api.queue;" >&8 || return 1
    until [ -s "$cluster_dir/held" ]; do :; done
    says "postgres (pid " env PGDATABASE=other LD_LIBRARY_PATH="$cluster_dir/changed" "$BANSHI" migrate
}
expect "a migration says who is in the way" in_the_way
expect "and lets others read meanwhile" [ "$(PGDATABASE=other psql -c "select count(*) from api.queue")" = 0 ]
exec 8>&-

# two at once, on a database that is empty
both() {
    "$PG_BINDIR/createdb" twice
    for i in 1 2; do
        PGDATABASE=twice "$BANSHI" --csv migrate > "$cluster_dir/both.$i" 2>&1 &
    done
    wait
    cat "$cluster_dir"/both.*
    [ "$(cat "$cluster_dir"/both.* | grep -c '^"code","applied"')" = 1 ] && [ "$(cat "$cluster_dir"/both.* | grep -c '^"code","present"')" = 1 ]
}
expect "of two migrations at once one finds it done" both
# what is worked out from other columns follows its rules
derived() {
    variant_copy "$cluster_dir/masked" && sed -i "s/'\*'/'#'/g" "$cluster_dir/masked/core/function/mask.sql" &&
        variant "$cluster_dir/masked" && "$PG_BINDIR/createdb" masked && PGDATABASE=masked "$BANSHI" migrate > /dev/null &&
        PGDATABASE=masked psql > /dev/null <<'SQL' && PGDATABASE=masked as_variant "$cluster_dir/masked" "$BANSHI" migrate > /dev/null
insert into banshi.centre (id, name, organ, organ_short) values (530111001, '中心', '局', '局');
insert into banshi.department (centre, name) values (530111001, '部门');
insert into banshi.queue (centre, code, name, comprehensive) values (530111001, 'A', '综合', true);
insert into banshi.priority (centre, code, name, letter, head_start) values (530111001, 'ordinary', '普通', '', '0');
insert into banshi.ticket (centre, day, number, queue, issued_at, sort_at) values (530111001, '2026-11-24', 'A001', 1, now(), now());
insert into banshi.ticket_private (centre, day, ticket, phone) values (530111001, '2026-11-24', 1, '13800138000');
SQL
    masked=$(PGDATABASE=masked psql -c "select phone_masked from banshi.ticket_private")
    echo "$masked"
    [ "$masked" = '138####8000' ]
}
expect "columns that are worked out from others are worked out again when the rule changed" derived
finish
