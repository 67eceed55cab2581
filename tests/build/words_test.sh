#!/bin/sh
# SPDX-License-Identifier: MIT
# What an error is about is said in segments joined by " · ": each that is a word has a translation. So have the codes that
# tables hold.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
: "${abs_top_builddir:?}"
cd "$abs_top_srcdir" || exit 1
folder=$(mktemp -d)
trap 'rm -rf "$folder" "$tap_output"' EXIT

# the literals in the statements of SQL that raise an error
sql_details() {
    find core -name '*.sql' -exec "${AWK:-awk}" '
        { sub(/^[ \t]*--.*/, ""); text = text "\n" $0 }
        function literals(statement) {
            while (match(statement, /\047([^\047]|\047\047)*\047/)) {
                print substr(statement, RSTART + 1, RLENGTH - 2)
                statement = substr(statement, RSTART + RLENGTH)
            }
        }
        END {
            n = split(text, statements, ";")
            for (i = 1; i <= n; i++)
                if (match(statements[i], /raise exception[^;]*message[ \n]*=/))
                    literals(substr(statements[i], RSTART + RLENGTH))
                else # fields that are named when their text is refused
                    while (match(statements[i], /(text_plain|phrase_public)\([^,;]*, *\047[a-z_.]+\047|(text_plain)\(\047[a-z_.]+\047/)) {
                        field = substr(statements[i], RSTART, RLENGTH)
                        statements[i] = substr(statements[i], RSTART + RLENGTH)
                        sub(/^[^\047]*/, "", field)
                        literals(field)
                    }
        }' {} \;
}
# the formats of errors that a person can do something about
c_details() {
    find core -name '*.c' -exec "${AWK:-awk}" '
        { text = text "\n" $0 }
        END {
            while (match(text, /error_set\([^;]*;/)) {
                call = substr(text, RSTART, RLENGTH)
                text = substr(text, RSTART + RLENGTH)
                if (call !~ /BANSHI_(ENOMEM|ECONNECT|ELOCAL|EDATABASE|ETIMEOUT|EIO)/)
                    while (match(call, /"([^"\\]|\\.)*"/)) {
                        print substr(call, RSTART + 1, RLENGTH - 2)
                        call = substr(call, RSTART + RLENGTH)
                    }
            }
        }' {} \;
}
# of details, the segments that are words: letters alone, not what stands for a value, a file name or a sign
words() {
    "${AWK:-awk}" '{
        n = split($0, segments, " · ")
        for (i = 1; i <= n; i++)
            if (segments[i] ~ /^[a-z][-a-zA-Z_, ]+$/ && segments[i] !~ /^(infinity$|banshi_)/)
                print segments[i]
    }' | LC_ALL=C sort -u
}
# the codes that the check constraints of tables list
codes() {
    find core -name '*.sql' -exec "${AWK:-awk}" '
        { sub(/^[ \t]*--.*/, ""); text = text "\n" $0 }
        END {
            while (match(text, /_check check \([a-z_]+ in \([^)]*\)/)) {
                list = substr(text, RSTART, RLENGTH)
                text = substr(text, RSTART + RLENGTH)
                while (match(list, /\047[a-z_]+\047/)) {
                    print substr(list, RSTART + 1, RLENGTH - 2)
                    list = substr(list, RSTART + RLENGTH)
                }
            }
        }' {} \; | LC_ALL=C sort -u
}
# those of the words that are no message of the program
untranslated() {
    "$1" | if [ "$1" = codes ]; then cat; else words; fi > "$folder/$1"
    [ "$(wc -l < "$folder/$1")" -ge "$2" ] || {
        echo "only $(wc -l < "$folder/$1") were found"
        return 1
    }
    sed -n 's/^msgid "\(.*\)"$/\1/p' "$abs_top_builddir/po/banshi.pot" | LC_ALL=C sort -u > "$folder/messages"
    LC_ALL=C comm -23 "$folder/$1" "$folder/messages" > "$folder/missing"
    cat "$folder/missing"
    ! [ -s "$folder/missing" ]
}
# what the database tells of is what screens can listen for
concepts_known() {
    sed -n 's/^CONCEPT([A-Z_]*, "\(.*\)")$/\1/p' include/banshi/concept.def | LC_ALL=C sort -u > "$folder/concepts"
    find core -name '*.sql' -exec grep -hoE "changed\([^,;]*, '[a-z_]+'|pg_notify\('[^;]*, '[a-z_]+'" {} + |
        sed "s/.*'\([a-z_]*\)'$/\1/" | LC_ALL=C sort -u > "$folder/told"
    # an import tells of what was imported
    sed -n 's/^int import_\([a-z]*\)_read.*/\1/p' core/import/import.h > "$folder/imported"
    [ "$(wc -l < "$folder/told")" -ge 10 ] && [ -s "$folder/imported" ] || return 1
    cat "$folder/told" "$folder/imported" | LC_ALL=C sort -u | LC_ALL=C comm -23 - "$folder/concepts" > "$folder/unknown"
    cat "$folder/unknown"
    ! [ -s "$folder/unknown" ]
}

expect "whatever the database tells of is in the list of concepts" concepts_known
command -v xgettext > /dev/null || {
    finish
}
expect "the words in what the database refuses have a translation" untranslated sql_details 60
expect "the words in what the library refuses have a translation" untranslated c_details 20
expect "the codes that tables hold have a translation" untranslated codes 60
finish
