# SPDX-License-Identifier: MIT
# Embed the SQL files: awk -v kind=h|c -v srcdir=DIR -f word.awk -f record.awk -f embed-sql.awk FILE… writes sql.h or sql.c to standard
# output.
#
# Schema files keep the order of their numbers. What is made again by every migration comes in this order: types, functions, views,
# functions that answer with rows of views ("-- after: views"), procedures; by name within each, but a view that needs another one
# says so in a line "-- after: name" and comes later. A record of the public headers that procedures answer with and that is no view
# is a type.

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
        if (words[i] != "views")
            visit(folder, words[i])
    seen[folder, name] = "done"
    order[++ordered] = name
}

# The files of a folder as entries of an array; wanted tells which: all, types, views (those after them), other.
function entries(folder, wanted,    i, name, group) {
    ordered = 0
    for (i = 1; i <= count[folder]; i++) {
        name = names[folder, i]
        group = text_of[folder, name] ~ /\ncreate type / ? "types" : after[folder, name] ~ /views/ ? "views" : "other"
        if (wanted == "all" || wanted == group)
            visit(folder, name)
    }
    for (i = 1; i <= ordered; i++)
        entry((folder == "schema" ? "" : folder "/") order[i] ".sql", text_of[folder, order[i]])
}
function entry(name, text) {
    printf "    {\"%s\",\n%s    },\n", name, literal(text)
    entries_written++
}
function array(name) {
    print "\nconst struct sql_file sql_" name "[] = {"
    entries_written = 0
}
function array_end(name) {
    print "    {NULL, NULL},\n};"
    print "const size_t sql_" name "_count = " entries_written ";"
}

# The layouts of documents, as a function that has them all.
function layout_default(    i, text, name) {
    text = "create function rule.layout_default() returns table (kind text, body text)\n    language sql\n" \
        "    set search_path = pg_catalog, pg_temp\nas $function$\n    values "
    for (i = 1; i <= count["layout"]; i++) {
        name = names["layout", i]
        text = text (i > 1 ? "," : "") "\n    ('" name "', $layout$" text_of["layout", name] "$layout$)"
    }
    return text "\n$function$;\ncomment on function rule.layout_default is 'The layouts that come with the program';\n"
}

# The vocabularies, as functions: the codes of one, and what documents print for them.
function words(    text, i, name) {
    text = "create function rule.words(p_vocabulary text) returns text[]\n    language plpgsql immutable\n" \
        "    set search_path = pg_catalog, pg_temp\nas $$\nbegin\n    case p_vocabulary\n"
    for (i = 1; i <= word_names; i++)
        text = text "    when '" word_name[i] "' then return array[" word_codes("", word_name[i]) "];\n"
    return text "    end case;\nend\n$$;\n" \
        "comment on function rule.words is 'The codes of a vocabulary: those of its file in core/word, in their order';\n" \
        "grant execute on function rule.words to banshi_owner, banshi_login, banshi_client;\n"
}
function word_said(    text, i, j, name, cases) {
    text = "create function rule.word_said(p_vocabulary text, p_code text) returns text\n    language sql immutable\n" \
        "    set search_path = pg_catalog, pg_temp\nas $$\n    select case p_vocabulary\n"
    for (i = 1; i <= word_names; i++) {
        name = word_name[i]
        cases = ""
        for (j = 1; j <= word_count[name]; j++)
            if (word_document[name, j] != "")
                cases = cases " when " word_quoted(word_code[name, j]) " then " word_quoted(word_document[name, j])
        if (cases != "")
            text = text "           when '" name "' then case p_code" cases " end\n"
    }
    return text "           end\n$$;\ncomment on function rule.word_said is 'A code in Chinese, as documents print it; null: they do not';\n"
}
# Each column that holds one of the codes.
function word_checks(    text, i, parts) {
    for (i = 1; i <= word_columns; i++) {
        split(word_column[i], parts, ".")
        text = text "select rule.word_check('banshi." parts[1] "', '" parts[2] "', '" word_column_of[i] "', array[" \
            word_column_codes[i] "]);\n"
    }
    return text
}

function sql_type(type) {
    return type == "const char" ? "text" : type == "int64_t" ? "bigint" : type == "bool" ? "boolean" : \
        type == "banshi_time" ? "timestamptz" : "date"
}
# Is a record answered with by a procedure, and no view?
function is_type(name,    i) {
    if (("view", name) in text_of)
        return 0
    for (i = 1; i <= count["procedure"]; i++)
        if (text_of["procedure", names["procedure", i]] ~ "setof api\\." name "\n")
            return 1
    return 0
}
function record_types(    r, i, name, text) {
    for (r = 1; r <= record_names; r++) {
        name = record_name[r]
        if (!is_type(name))
            continue
        text = ""
        for (i = 1; i <= record_members[name]; i++)
            text = text (i > 1 ? ", " : "") member_name[name, i] " " sql_type(member_type[name, i])
        entry("view/" name ".sql", "create type api." name " as (" text ");\ncomment on type api." name \
            " is 'What struct banshi_" name " holds';\n")
    }
}

function header(    i) {
    print "/* The SQL of core/, embedded by build-aux/embed-sql.awk. */\n#ifndef BANSHI_SQL_H\n#define BANSHI_SQL_H\n"
    print "#include \"db/db.h\"\n"
    print "/* Files in the order to run them: tables; what is made again by every migration, as banshi_procedure; policies, as the"
    print " * owner of the tables. The arrays end with a null name. */"
    print "struct sql_file {\n    const char *name, *text;\n};"
    print "extern const struct sql_file sql_schema[], sql_code[], sql_policy[];"
    print "extern const size_t sql_schema_count, sql_code_count, sql_policy_count;\n"
    print "/* core/interface.txt: what clients depend on. */\nextern const char sql_interface[];\n"
    print "/* The kinds of documents whose layouts are of paper 80 mm wide; ends with a null. */\nextern const char *const sql_slips[];\n"
    print "/* The reads of core/query. */"
    for (i = 1; i <= count["query"]; i++)
        print "extern const struct db_query query_" names["query", i] ";"
    print "\n#endif"
}

function source(    i, name) {
    print "/* The SQL of core/, embedded by build-aux/embed-sql.awk. */\n#include <config.h>\n\n#include <stddef.h>\n\n#include \"sql.h\""
    array("schema")
    entries("schema", "all")
    array_end("schema")
    array("code")
    entries("function", "types")
    record_types()
    entry("function/words.sql", words())
    entry("function/word_said.sql", word_said())
    entries("function", "other")
    entry("function/layout_default.sql", layout_default())
    entries("view", "all")
    entries("function", "views")
    entries("procedure", "all")
    array_end("code")
    array("policy")
    entry("policy/word.sql", word_checks())
    entries("policy", "all")
    array_end("policy")
    printf "\nconst char sql_interface[] =\n%s;\n", literal(text_of["core", "interface"])
    print "\nconst char *const sql_slips[] = {"
    for (i = 1; i <= count["layout"]; i++)
        if (text_of["layout", names["layout", i]] ~ /\npaper\|80\n/)
            print "    \"" names["layout", i] "\","
    print "    NULL,\n};"
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
        if (folder == "word") {
            word_read(ARGV[a])
            continue
        } else if (folder == "layout") {
            word_layout(ARGV[a])
        }
        if (ARGV[a] ~ /\.h$/) {
            record_read(srcdir "/" ARGV[a])
            continue
        }
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
    word_layouts_end()
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
