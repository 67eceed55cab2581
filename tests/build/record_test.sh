#!/bin/sh
# SPDX-License-Identifier: MIT
# The records of the public headers and the database say the same: what each query and each procedure answers with has every member of
# the record that it becomes, with a type that fits.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
# shellcheck source=tests/lib/cluster.sh
. "$abs_top_srcdir/tests/lib/cluster.sh"
cluster_start > /dev/null || { echo "1..0"; exit 1; }
cd "$abs_top_srcdir" || exit 1
work=${cluster_dir:?}

# "query NAME RECORD" or "procedure NAME RECORD", one a line: what the library asks, and what it makes of the answers
asked() {
    find core -name '*.c' -exec "${AWK:-awk}" '
        function pair(kind, name, record) {
            if (record ~ /^banshi_/)
                print kind, name, substr(record, length("banshi_") + 1, length(record) - length("banshi__shape"))
            else
                print kind, name, "-" # a record of the library alone
        }
        function ended(    text, call, words, n, i, queries, names, list) {
            text = whole
            gsub(/[ \t\n]+/, " ", text)
            list = text
            while (match(list, /= &query_[a-z_]+/)) { # a table of them
                queries = queries " " substr(list, RSTART + 9, RLENGTH - 9)
                list = substr(list, RSTART + RLENGTH)
            }
            while (match(text, /db_(read|call)\([a-z>-]+, (&query_[a-z_]+|"[a-z_]+"|queries\[scope\]), &[a-z_]+_shape/)) {
                call = substr(text, RSTART, RLENGTH)
                text = substr(text, RSTART + RLENGTH)
                gsub(/["&,]/, "", call)
                split(call, words, " ")
                if (words[2] !~ /scope/) {
                    pair(words[2] ~ /^query_/ ? "query" : "procedure", words[2] ~ /^query_/ ? substr(words[2], 7) : words[2], words[3])
                } else {
                    n = split(queries, names, " ")
                    for (i = 1; i <= n; i++)
                        pair("query", names[i], words[3])
                }
            }
            whole = ""
        }
        FNR == 1 { ended() }
        { whole = whole " " $0 }
        END { ended() }' {} + | LC_ALL=C sort -u
}
# all queries are asked, all procedures called, but those of the connection and those that terminals have no need of
all_asked() {
    asked > "$work/asked"
    for file in core/query/*.sql; do basename "$file" .sql; done | LC_ALL=C sort > "$work/queries"
    sed -n 's/^query \([a-z_]*\) .*/\1/p' "$work/asked" | LC_ALL=C sort | diff "$work/queries" - &&
        [ "$(grep -c '^procedure' "$work/asked")" -ge 70 ]
}
# the columns of each answer: "== kind name record", then "column|type"
answers() {
    while read -r kind name record; do
        [ "$record" != - ] || continue
        printf '%s\n' "\\echo == $kind $name $record"
        if [ "$kind" = query ]; then
            sed '/^--/d' "core/query/$name.sql"
            printf '%s\n' '\gdesc'
        else
            printf '%s\n' "select format('select * from api.%I(%s)', f.proname,
                                (select string_agg('null::' || format_type(t, null), ', ' order by n)
                                 from unnest(f.proargtypes) with ordinality as a (t, n)))
                  from pg_proc as f where f.pronamespace = 'api'::regnamespace and f.proname = '$name' \\gset call_"
            printf '%s\n' ':call_format \gdesc'
        fi
    done < "$work/asked" > "$work/ask.sql"
    "$PG_BINDIR/psql" -XqAt -v ON_ERROR_STOP=1 -f "$work/ask.sql"
}
members_there() {
    answers > "$work/answers" || return 1
    printf '%s\n' 'BEGIN {
            while (("ls include/banshi/*.h" | getline file) > 0)
                record_read(file)
            fits["const char"] = "^(text|jsonb)$"
            fits["int64_t"] = "^(bigint|integer)$"
            fits["bool"] = "^boolean$"
            fits["banshi_time"] = "^timestamp with time zone$"
            fits["banshi_date"] = "^date$"
        }
        function judge(    i, name) {
            if (record != "" && !record_members[record])
                print what ": there is no record " record
            for (i = 1; i <= record_members[record]; i++) {
                name = member_name[record, i]
                judged++
                if (!(name in column))
                    print what " has no " name
                else if (column[name] !~ fits[member_type[record, i]])
                    print what ": " name " is " column[name] ", not as " member_type[record, i]
            }
            split("", column)
        }
        $1 == "==" {
            judge()
            what = $2 " " $3
            record = $4
            next
        }
        {
            at = index($0, "|")
            column[substr($0, 1, at - 1)] = substr($0, at + 1)
        }
        END {
            judge()
            if (judged < 1000)
                print "only " judged " members were looked at"
        }' > "$work/judge.awk"
    "${AWK:-awk}" -f build-aux/record.awk -f "$work/judge.awk" "$work/answers" > "$work/wrong"
    cat "$work/wrong"
    ! [ -s "$work/wrong" ]
}
expect "every query is asked, and procedures are called" all_asked
expect "what they answer with has each member of the record, with a type that fits" members_there
finish
