# SPDX-License-Identifier: MIT
# Embed the SQL files: awk -v kind=h|c -v srcdir=DIR -f embed-sql.awk FILE… writes sql.h or sql.c to standard output.
#
# Schema files keep the order of their numbers. A view or procedure that needs another says so in a line
# "-- after: name" and comes later; otherwise by name.

function stem(path) {
    sub(/.*\//, "", path)
    sub(/\.[^.]*$/, "", path)
    return path
}

function whole(path,    line, text) {
    text = ""
    while ((getline line < path) > 0)
        text = text line "\n"
    close(path)
    return text
}

function replaced(text, what, by,    parts, n, i, result) {
    n = split(text, parts, what)
    result = parts[1]
    for (i = 2; i <= n; i++)
        result = result by parts[i]
    return result
}

# A C string a line.
function literal(text) {
    text = replaced(replaced(text, "[\\\\]", "\\\\"), "\"", "\\\"")
    sub(/\n$/, "", text)
    return "        \"" replaced(text, "\n", "\\n\"\n        \"") "\\n\"\n"
}

function by_name(list, n,    i, j, held) {
    for (i = 2; i <= n; i++) {
        held = list[i]
        for (j = i - 1; j >= 1 && list[j] "" > held ""; j--)
            list[j + 1] = list[j]
        list[j + 1] = held
    }
}

# Put a file into the order, behind those that it names.
function visit(folder, name,    words, n, i) {
    if (seen[folder, name] == "done")
        return
    if (seen[folder, name] == "open") {
        print "embed-sql: core/" folder "/" name ".sql: -- after: goes round in a circle" > "/dev/stderr"
        exit 1
    }
    if (!((folder, name) in text_of)) {
        print "embed-sql: core/" folder "/" name ".sql is named in a line -- after: and does not exist" > "/dev/stderr"
        exit 1
    }
    seen[folder, name] = "open"
    n = split(after[folder, name], words, " ")
    for (i = 1; i <= n; i++)
        visit(folder, words[i])
    seen[folder, name] = "done"
    order[++ordered] = name
}

function array(folder, last,    i) {
    ordered = 0
    for (i = 1; i <= count[folder]; i++)
        visit(folder, names[folder, i])
    print "\nconst struct sql_file sql_" folder "[] = {"
    for (i = 1; i <= ordered; i++)
        printf "    {\"%s.sql\",\n%s    },\n", order[i], literal(text_of[folder, order[i]])
    if (last != "")
        printf "    {\"layout_default.sql\",\n%s    },\n", literal(last)
    print "    {NULL, NULL},\n};"
    print "const size_t sql_" folder "_count = " ordered + (last != "") ";"
}

# The layouts of documents, as a function that has them all; the last of the procedures.
function layout_defaults(    i, text, name) {
    text = "create or replace function banshi.layout_default() returns table (kind text, body text)\n    language sql\n" \
        "    set search_path = pg_catalog, pg_temp\nas $function$\n    values "
    for (i = 1; i <= count["layout"]; i++) {
        name = names["layout", i]
        text = text (i > 1 ? "," : "") "\n    ('" name "', $layout$" text_of["layout", name] "$layout$)"
    }
    return text "\n$function$;\n" \
        "comment on function banshi.layout_default() is 'The layouts that come with the program';\n" \
        "revoke execute on function banshi.layout_default() from public;\nselect banshi.layout_refresh();\n"
}

function header(    i) {
    print "/* The SQL of core/, embedded by build-aux/embed-sql.awk. */\n#ifndef BANSHI_SQL_H\n#define BANSHI_SQL_H\n"
    print "#include \"db.h\"\n"
    print "/* A file of core/schema, core/view or core/procedure, in the order to run them; the arrays end with a null name. */"
    print "struct sql_file {\n    const char *name, *text;\n};"
    print "extern const struct sql_file sql_schema[], sql_view[], sql_procedure[];"
    print "extern const size_t sql_schema_count, sql_view_count, sql_procedure_count;\n"
    print "/* The reads of core/query. */"
    for (i = 1; i <= count["query"]; i++)
        print "extern const struct db_query query_" names["query", i] ";"
    print "\n#endif"
}

function source(    i, name) {
    print "/* The SQL of core/, embedded by build-aux/embed-sql.awk. */\n#include <config.h>\n\n#include <stddef.h>\n\n#include \"sql.h\""
    array("schema", "")
    array("view", "")
    array("procedure", layout_defaults())
    for (i = 1; i <= count["query"]; i++) {
        name = names["query", i]
        printf "\nconst struct db_query query_%s = {\n    \"%s\",\n%s};\n", name, name, literal(text_of["query", name])
    }
}

BEGIN {
    for (a = 1; a < ARGC; a++) {
        folder = ARGV[a]
        sub(/\/[^\/]*$/, "", folder)
        sub(/.*\//, "", folder)
        name = stem(ARGV[a])
        names[folder, ++count[folder]] = name
        text_of[folder, name] = whole(srcdir "/" ARGV[a])
        n = split(text_of[folder, name], lines, "\n")
        for (i = 1; i <= n; i++)
            if (lines[i] ~ /^-- after: /) {
                gsub(/^-- after: |,/, " ", lines[i])
                after[folder, name] = after[folder, name] " " lines[i]
            }
    }
    for (folder in count) {
        n = count[folder]
        for (i = 1; i <= n; i++)
            list[i] = names[folder, i]
        by_name(list, n)
        for (i = 1; i <= n; i++)
            names[folder, i] = list[i]
    }
    if (kind == "h")
        header()
    else
        source()
}
