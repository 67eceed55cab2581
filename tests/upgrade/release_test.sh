#!/bin/sh
# SPDX-License-Identifier: MIT
# A database of each release, with a day of everything in it, is brought up to this program: nothing is lost, it is as a fresh one, and
# work goes on. So it will be by the next release, with one more file of tables.
set -u
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
. "$abs_top_srcdir/tests/lib/cluster.sh"
. "$abs_top_srcdir/tests/lib/variant.sh"
. "$abs_top_srcdir/tests/lib/upgrade.sh"
. "$abs_top_srcdir/tests/lib/paper.sh"
LANGUAGE=en
LC_ALL=C.UTF-8
export LANGUAGE LC_ALL
dumps=$abs_top_srcdir/tests/upgrade

# without parentheses: what is restored is read once more, and the server drops those that say nothing
plain_schema_of() {
    schema_of "$1" | sed 's/[()]//g'
}
# rows of each table, but what migrating itself writes
rows_of() {
    PGDATABASE=$1 psql -c "
        select c.relname, (xpath('/row/n/text()', query_to_xml('select count(*) as n from banshi.' || quote_ident(c.relname),
                                                               false, true, '')))[1]
        from pg_class as c
        where c.relnamespace = 'banshi'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
          and c.relname <> 'schema_migration'
        order by 1"
}
restore() {
    gunzip < "$dumps/$1.sql.gz" | PGDATABASE=postgres psql > "${cluster_dir:?}/out" 2>&1 || { cat "$cluster_dir/out"; return 1; }
    rows_of banshi > "$cluster_dir/rows"
    ! grep '|0$' "$cluster_dir/rows" | grep -v '^roster_cover|'
}
alike() { # alike NAME COMMAND…: the database is like one of that name, which the command migrates
    alike_of=$1
    shift
    "$PG_BINDIR/createdb" "$alike_of" && PGDATABASE=$alike_of "$@" "$BANSHI" migrate > /dev/null &&
        plain_schema_of "$alike_of" > "$cluster_dir/fresh.sql" && plain_schema_of banshi > "$cluster_dir/migrated.sql" &&
        diff "$cluster_dir/fresh.sql" "$cluster_dir/migrated.sql"
}
lost_nothing() {
    rows_of banshi > "$cluster_dir/rows.after"
    # tables that are new are no loss
    while read -r line; do
        grep -qxF "$line" "$cluster_dir/rows.after" || { echo "was: $line"; grep "^${line%|*}|" "$cluster_dir/rows.after"; return 1; }
    done < "$cluster_dir/rows"
}
as() {
    login=$1
    shift
    PGDATABASE=banshi "$BANSHI" -U "$login" "$@"
}
goes_on() {
    as zhaomin extension withdraw 又到了上班时间 # when the day of the dump is today
    as kiosk1 ticket issue --queue 1 &&
        { as wangfang session sign-on A1 || as wangfang session show; } &&
        as admin staff role lina lead && as admin staff role lina clerk &&
        [ "$(psql -d banshi -c "select string_agg(m.roleid::regrole::text, ' ') from pg_auth_members as m
                               where m.member = 'lina'::regrole")" = banshi_clerk ] &&
        as zhulin session sign-on 1 && as zhulin ticket call-next && as zhulin ticket serve && as zhulin ticket "done"
}
# the document that was issued then: the first line of what was printed that has a number
old_document() {
    sed -n 's/^ *\(官政服受〔[0-9]*〕[0-9]*号\)$/\1/p' "$dumps/$1.txt" | head -n 1
}
same_text() {
    as wangfang document print "$(old_document "$1")" | diff "$dumps/$1.txt" -
}
digests() { # of the content that is stored: what it was issued with
    psql -d banshi -c "select count(*) filter (where d.hash = encode(sha256(convert_to(d.content, 'UTF8')), 'hex')), count(*)
                       from banshi.document as d" | awk -F'|' '{ print } $1 != $2 || $1 == 0 { bad = 1 } END { exit bad }'
}
# what pixels depend on is as it was
same_system() {
    [ "$(paper_system)" = "$(cat "$dumps/$1.system")" ]
}
same_pixels() {
    as wangfang document print "$(old_document "$1")" "$cluster_dir/now.pdf" > "$cluster_dir/out" &&
        pdftoppm -r 100 "$dumps/$1.pdf" "$cluster_dir/then" && pdftoppm -r 100 "$cluster_dir/now.pdf" "$cluster_dir/now" &&
        for page in "$cluster_dir"/then-*.ppm; do
            cmp "$page" "$cluster_dir/now${page##*/then}" || return 1
        done
}

for dump in "$dumps"/*.sql.gz; do
    [ -e "$dump" ] || { echo "1..0 # SKIP nothing was released yet"; exit 0; }
    release=${dump##*/}
    release=${release%.sql.gz}
    cluster_empty || { echo "1..0"; exit 1; }
    export PGDATABASE=banshi
    expect "$release: a day of everything is restored" restore "$release"
    expect "$release: it is migrated" "$BANSHI" migrate
    expect "$release: and again, which changes nothing" "$BANSHI" migrate
    expect "$release: the database is as a fresh one" alike fresh env
    expect "$release: nothing is lost" lost_nothing
    expect "$release: work goes on" goes_on
    expect "$release: an old document has its text" same_text "$release"
    expect "$release: every document has its digest" digests
    if same_system "$release"; then
        expect "$release: and the same pixels" same_pixels "$release"
    else
        skip "$release: and the same pixels" "this system has other fonts, or draws otherwise"
    fi
    rows_of banshi > "$cluster_dir/rows"
    expect "$release: a program with one more file of tables" later_program "$cluster_dir/later"
    expect "$release: migrates it" as_variant "$cluster_dir/later" "$BANSHI" migrate
    expect "$release: to one like its fresh ones" alike fresh_later as_variant "$cluster_dir/later"
    expect "$release: nothing is lost by that" lost_nothing
    cluster_stop
done
finish
