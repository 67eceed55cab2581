# SPDX-License-Identifier: MIT
# Comparing databases and bringing them up, after tests/lib/cluster.sh and variant.sh: `psql OPTION…`; `schema_of DATABASE`, all of it
# but the rows; `later_program FOLDER`, a program with one more file of tables.
# shellcheck shell=sh
psql() { "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 "$@"; }

# all but what says when and by whom it was dumped, and what a fresh database has not: partitions of months that are over, the
# sequences of its centres
schema_of() {
    over=$(psql -d "$1" -c "select '--exclude-table=' || c.oid::regclass from pg_class as c
                            where c.relispartition and substring(c.relname from '_([0-9]{6})$') < to_char(now(), 'YYYYMM')
                               or c.relkind = 'S' and c.relname ~ '^change_[0-9]+$'")
    # words
    # shellcheck disable=SC2086
    "$PG_BINDIR/pg_dump" --schema-only $over "$1" | sed '/^--/d; /^\\\(un\)\{0,1\}restrict/d; /^$/d'
}
later_program() {
    variant_copy "$1" &&
        echo "alter table banshi.queue add column note text not null default '';
comment on column banshi.queue.note is 'Note';" > "$1/core/schema/9999-note.sql" && variant "$1"
}
