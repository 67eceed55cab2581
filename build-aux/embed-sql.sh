#!/bin/sh
# SPDX-License-Identifier: MIT
# Embed the SQL files: embed-sql.sh {h|c} srcdir file… writes sql.h or sql.c to standard output.
#
# Schema files keep the order of their numbers. A view or procedure that needs another says so in a line
# "-- after: name" and comes later; otherwise by name.
set -eu
export LC_ALL=C
kind=$1
srcdir=$2
shift 2

# the files of a folder among the arguments
in_folder() {
    folder=$1
    shift
    for file; do
        case $file in
        core/"$folder"/*) printf '%s\n' "$file" ;;
        esac
    done | sort
}
stem() {
    basename "$1" .sql
}
# the files of a folder, each after what it names in "-- after:"
ordered() {
    folder=$1
    in_folder "$@" | while read -r file; do
        name=$(stem "$file")
        printf '%s %s\n' "$name" "$name"
        sed -n 's/^-- after: *//p' "$srcdir/$file" | tr -s ', ' '\n' | sed -n "/./s/\$/ $name/p"
    done | tsort | sed "s|.*|core/$folder/&.sql|"
}
literal() {
    sed -e 's/\\/\\\\/g' -e 's/"/\\"/g' -e 's/^/        "/' -e 's/$/\\n"/' "$1"
}
array() {
    name=$1
    count=0
    printf '\nconst struct sql_file sql_%s[] = {\n' "$name"
    while read -r file; do
        printf '    {"%s",\n' "$(basename "$file")"
        case $file in
        /*) literal "$file" ;;
        *) literal "$srcdir/$file" ;;
        esac
        printf '    },\n'
        count=$((count + 1))
    done
    printf '    {NULL, NULL},\n};\nconst size_t sql_%s_count = %s;\n' "$name" "$count"
}

# the layouts of documents, as a function that has them all; the last of the procedures
layout_defaults() {
    printf 'create or replace function banshi.layout_default() returns table (kind text, body text)\n    language sql\n'
    printf "    set search_path = pg_catalog, pg_temp\nas \$function\$\n    values "
    separator=
    for file; do
        case $file in
        data/layout/*.layout)
            printf '%s\n    (' "$separator"
            printf "'%s', \$layout\$" "$(basename "$file" .layout)"
            cat "$srcdir/$file"
            printf '$layout$)'
            separator=,
            ;;
        esac
    done
    printf "\n\$function\$;\ncomment on function banshi.layout_default() is 'The layouts that come with the program';\n"
    printf 'revoke execute on function banshi.layout_default() from public;\nselect banshi.layout_refresh();\n'
}

case $kind in
h)
    cat <<'END'
/* The SQL of core/, embedded by build-aux/embed-sql.sh. */
#ifndef BANSHI_SQL_H
#define BANSHI_SQL_H

#include "db.h"

/* A file of core/schema, core/view or core/procedure, in the order to run them; the arrays end with a null name. */
struct sql_file {
    const char *name, *text;
};
extern const struct sql_file sql_schema[], sql_view[], sql_procedure[];
extern const size_t sql_schema_count, sql_view_count, sql_procedure_count;

/* The reads of core/query. */
END
    in_folder query "$@" | while read -r file; do
        printf 'extern const struct db_query query_%s;\n' "$(stem "$file")"
    done
    printf '\n#endif\n'
    ;;
c)
    cat <<'END'
/* The SQL of core/, embedded by build-aux/embed-sql.sh. */
#include <config.h>

#include <stddef.h>

#include "sql.h"
END
    in_folder schema "$@" | array schema
    order=$(ordered view "$@")
    printf '%s\n' "$order" | sed '/^$/d' | array view
    order=$(ordered procedure "$@")
    made=$(mktemp -d)
    layout_defaults "$@" > "$made/layout_default.sql"
    printf '%s\n' "$order" "$made/layout_default.sql" | sed '/^$/d' | array procedure
    rm -r "$made"
    in_folder query "$@" | while read -r file; do
        printf '\nconst struct db_query query_%s = {\n    "%s",\n' "$(stem "$file")" "$(stem "$file")"
        literal "$srcdir/$file"
        printf '};\n'
    done
    ;;
esac
