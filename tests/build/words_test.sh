#!/bin/sh
# SPDX-License-Identifier: MIT
# What an error is about is said in segments joined by " · ": each that is a word has a translation. Codes are listed in core/word
# and nowhere else.
set -u
# shellcheck source=tests/lib/tap.sh
. "${abs_top_srcdir:?}/tests/lib/tap.sh"
: "${abs_top_builddir:?}"
cd "$abs_top_srcdir" || exit 1
folder=$(mktemp -d)
trap 'rm -rf "$folder" "$tap_output"' EXIT

# what an awk program says that knows the vocabularies; files follow
vocabulary() {
    program=$1
    shift
    printf 'BEGIN { while (("ls core/word/*.word" | getline file) > 0) word_read(file)
        while (("LC_ALL=C ls data/layout/*.layout" | getline file) > 0) word_layout(file)
        word_layouts_end()\n%s }\n' "$program" > "$folder/program.awk"
    "${AWK:-awk}" -v srcdir=. -f build-aux/word.awk -f "$folder/program.awk" "$@"
}
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
                if (match(statements[i], /raise exception[^;]*message[ \n]*=|rule\.layout_refuse\(/))
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
# those of the words that are no message of the program
untranslated() {
    "$1" | words > "$folder/$1"
    [ "$(wc -l < "$folder/$1")" -ge "$2" ] || {
        echo "only $(wc -l < "$folder/$1") were found"
        return 1
    }
    {
        sed -n 's/^msgid "\(.*\)"$/\1/p' "$abs_top_builddir/po/banshi.pot"
        vocabulary 'for (v = 1; v <= word_names; v++) for (i = 1; i <= word_count[word_name[v]]; i++) print word_code[word_name[v], i]'
    } | LC_ALL=C sort -u > "$folder/messages"
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

# lists of texts alone, "file: text text …" a line: of SQL (…), array[…], '{…}' and case … when … then with texts on both sides;
# of C initializers, with or without what each is called
lists() {
    cat > "$folder/lists.awk" << 'AWK'
function put(list) {
    gsub(/[(){}\[\],]/, " ", list)
    gsub(/\047|"/, "|", list)
    print file ":" list
}
function sql(text,    part) {
    while (match(text, /(\(|array *\[) *\047[^\047]*\047( *, *\047[^\047]*\047)+ *(\)|\])|\047\{[^\047{}]*\}\047|case [a-z_.]+( when \047[^\047]*\047 then \047[^\047]*\047)+/)) {
        part = substr(text, RSTART, RLENGTH)
        text = substr(text, RSTART + RLENGTH)
        gsub(/ then \047[^\047]*\047/, "", part)
        if (part ~ /^\047/) { # an array in one text
            gsub(/[\047{}]/, "", part)
            gsub(/,/, "\047 \047", part)
            part = "\047" part "\047"
        }
        gsub(/^array|^case [a-z_.]+| when /, " ", part)
        put(part)
    }
}
function c(text,    part, rest) {
    while (match(text, /= *\{[^;]*\} *;/)) {
        part = substr(text, RSTART + 1, RLENGTH - 2)
        text = substr(text, RSTART + RLENGTH)
        gsub(/N_\("([^"\\]|\\.)*"\)|\[[A-Z_]*\] *=|\.[a-z]+ *=|NULL/, "", part)
        rest = part
        gsub(/"([^"\\]|\\.)*"/, "", rest)
        if (rest !~ /[^ {},]/)
            put(part)
    }
}
function ended() {
    gsub(/[ \t\n]+/, " ", whole)
    if (file ~ /sql$/)
        sql(whole)
    else
        c(whole)
    whole = ""
    file = FILENAME
}
FNR == 1 { ended() }
{
    if (FILENAME ~ /sql$/)
        sub(/--.*/, "")
    whole = whole " " $0
}
END { ended() }
AWK
    find core tui \( -name '*.sql' -o -name '*.[ch]' \) -exec "${AWK:-awk}" -f "$folder/lists.awk" {} +
}
# of these lists, those that have all codes of a vocabulary, or of many all but one; or exactly those of a part of one
listed_again() {
    lists > "$folder/lists"
    [ "$(wc -l < "$folder/lists")" -ge 100 ] || return 1
    vocabulary '
        while ((getline line < ARGV[1]) > 0) {
            n = split(line, parts, "|")
            for (v = 1; v <= word_names; v++) {
                name = word_name[v]
                had = 0
                for (i = 1; i <= word_count[name]; i++)
                    had += word_code[name, i] != "" && index(line, "|" word_code[name, i] "|") > 0
                # other texts beside each are what it is a list of
                if (had >= 2 && n < 3 * had + 2 && (had == word_count[name] || word_count[name] > 6 && had == word_count[name] - 1))
                    print name, line
            }
        }
        exit' "$folder/lists" > "$folder/again"
    cat "$folder/again"
    ! [ -s "$folder/again" ]
}
# who may is asked of rule.at_least and rule.oversees: nothing else compares or lists roles
ranks_asked() {
    lists > "$folder/lists"
    vocabulary '
        while ((getline line < ARGV[1]) > 0) {
            n = split(line, parts, "|")
            had = 0
            for (i = 2; i <= n; i += 2)
                had += ("staff_role", parts[i]) in word_place
            if (had >= 2)
                print line
        }
        exit' "$folder/lists" > "$folder/ranks"
    find core -name '*.sql' -exec grep -nE "role\)? *(=|<>|is (not )?distinct from|in|not in) *(\(|')" {} + >> "$folder/ranks"
    find core tui -name '*.c' -exec grep -nE 'strcmp\([^,]*role, "' {} + >> "$folder/ranks"
    find core -name '*.sql' -exec grep -ohE "at_least\([^;]*, '[a-z]*'\)" {} + | sed "s/.*'\([a-z]*\)')/\1/" | sort -u |
        while read -r rank; do vocabulary 'for (i = 1; i <= word_count["staff_role_rank"]; i++) print word_code["staff_role_rank", i]' |
            grep -qx "$rank" || echo "there is no rank $rank"; done >> "$folder/ranks"
    cat "$folder/ranks"
    ! [ -s "$folder/ranks" ]
}
# a vocabulary that SQL names is one
names_known() {
    find core -name '*.sql' -exec grep -hoE "rule\.(words|is_word|word_said)\('[a-z_]+'" {} + | sed "s/.*'\(.*\)'/\1/" | LC_ALL=C sort -u > "$folder/named"
    vocabulary 'for (v = 1; v <= word_names; v++) print word_name[v]' | LC_ALL=C sort -u | LC_ALL=C comm -23 "$folder/named" - > "$folder/unknown"
    cat "$folder/unknown"
    [ "$(wc -l < "$folder/named")" -ge 10 ] && ! [ -s "$folder/unknown" ]
}
# what is recorded of things is one of the kinds: the fifth argument of each rule.record, where it is a text
events_known() {
    find core -name '*.sql' -exec "${AWK:-awk}" '
        { sub(/--.*/, ""); text = text " " $0 }
        END {
            while (match(text, /perform rule\.record\(/)) {
                text = substr(text, RSTART + RLENGTH)
                depth = 0
                arguments = 1
                kind = ""
                for (i = 1; i <= length(text) && arguments <= 5 && depth >= 0; i++) {
                    c = substr(text, i, 1)
                    depth += c == "(" ? 1 : c == ")" ? -1 : 0
                    if (c == "," && depth == 0)
                        arguments++
                    else if (arguments == 5)
                        kind = kind c
                }
                if (kind ~ /case/) {
                    sub(/^[^\047]* then/, "", kind)
                    sub(/.* when .* then/, "", kind)
                }
                while (match(kind, /\047[^\047]*\047/)) {
                    print substr(kind, RSTART + 1, RLENGTH - 2)
                    kind = substr(kind, RSTART + RLENGTH)
                }
            }
        }' {} \; | LC_ALL=C sort -u > "$folder/recorded"
    vocabulary 'for (i = 1; i <= word_count["event_kind"]; i++) print word_code["event_kind", i]' | LC_ALL=C sort -u |
        LC_ALL=C comm -23 "$folder/recorded" - > "$folder/unknown"
    cat "$folder/unknown"
    [ "$(wc -l < "$folder/recorded")" -ge 50 ] && ! [ -s "$folder/unknown" ]
}
layouts_are_kinds() {
    for file in data/layout/*.layout; do basename "$file" .layout; done | LC_ALL=C sort > "$folder/layouts"
    vocabulary 'for (i = 1; i <= word_count["document_kind"]; i++) print word_code["document_kind", i]' | LC_ALL=C sort |
        diff "$folder/layouts" -
}

expect "the codes of a vocabulary are listed in core/word alone" listed_again
expect "who may is asked by rank in one place" ranks_asked
expect "SQL names vocabularies that there are" names_known
expect "what is recorded as an event is one of the kinds of events" events_known
expect "each kind of document has a layout, and each layout is a kind" layouts_are_kinds
expect "whatever the database tells of is in the list of concepts" concepts_known
command -v xgettext > /dev/null || {
    finish
}
expect "the words in what the database refuses have a translation" untranslated sql_details 60
expect "the words in what the library refuses have a translation" untranslated c_details 20
finish
