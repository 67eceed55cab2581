# SPDX-License-Identifier: MIT
# Read the vocabularies of core/word (see its README.md) and of data/layout, which is that of the kinds of documents, for the scripts that
# write them as SQL, as C and as messages: awk -v srcdir=DIR -f word.awk -f SCRIPT …
#
# word_name[1 … word_names] are vocabularies and, as <vocabulary>_<set>, parts of them; of each the words 1 … word_count[name] with
# word_code, word_message, word_document and word_also [name, i]. word_column[1 … word_columns] are columns that hold words:
# word_column_of their vocabulary, word_column_codes those they may hold, quoted for SQL.

function word_trimmed(text) {
    gsub(/^[ \t]+|[ \t]+$/, "", text)
    return text
}
function word_wrong(path, line) {
    print "word: " path ": " line > "/dev/stderr"
    exit 1
}
function word_add(name, code, message, document, also,    i) {
    i = ++word_count[name]
    word_code[name, i] = code == "-" ? "" : code
    word_message[name, i] = message == "" ? code : message
    word_document[name, i] = document
    word_also[name, i] = also
    word_place[name, code] = i
}
function word_quoted(code) {
    gsub(/\047/, "\047\047", code)
    return "\047" code "\047"
}
# The codes of a vocabulary, or those that stand in a text, as a list for SQL.
function word_codes(path, name, some,    parts, n, i, list) {
    n = some == "" ? word_count[name] : split(some, parts, /[ \t]+/)
    for (i = 1; i <= n; i++) {
        if (some != "" && !((name, parts[i]) in word_place))
            word_wrong(path, some)
        list = list (i > 1 ? ", " : "") word_quoted(some == "" ? word_code[name, i] : parts[i])
    }
    return list
}
# A part of a vocabulary: "name = code code …".
function word_set(path, name, line,    parts, n, i, set, at) {
    at = index(line, "=")
    set = name "_" word_trimmed(substr(line, 1, at - 1))
    n = split(word_trimmed(substr(line, at + 1)), parts, /[ \t]+/)
    word_name[++word_names] = set
    for (i = 1; i <= n; i++) {
        if (!((name, parts[i]) in word_place))
            word_wrong(path, line)
        at = word_place[name, parts[i]]
        word_add(set, parts[i], word_message[name, at], word_document[name, at], word_also[name, at])
    }
}
# Columns that hold it: "of table.column[?] …[= code code …]"; ?: or nothing.
function word_held(path, name, line,    some, parts, n, i, at) {
    at = index(line, "=")
    some = at ? word_trimmed(substr(line, at + 1)) : ""
    n = split(word_trimmed(at ? substr(line, 1, at - 1) : line), parts, /[ \t]+/)
    for (i = 1; i <= n; i++) {
        word_column[++word_columns] = parts[i]
        sub(/\?$/, "", word_column[word_columns])
        word_column_of[word_columns] = name
        word_column_codes[word_columns] = (parts[i] ~ /\?$/ ? "\047\047, " : "") word_codes(path, name, some)
    }
}
# A kind of document, of its layout's head; the parts of the vocabulary are those that are issued by hand, and on a case.
function word_layout(path,    name, line, said) {
    name = path
    sub(/.*\//, "", name)
    sub(/\.layout$/, "", name)
    while ((getline line < (srcdir "/" path)) > 0)
        if (line ~ /^(called|about|by)\|/)
            said[substr(line, 1, index(line, "|") - 1)] = substr(line, index(line, "|") + 1)
    close(srcdir "/" path)
    if (word_count["document_kind"] == 0)
        word_name[++word_names] = "document_kind"
    word_add("document_kind", name, said["called"], "", "")
    if (said["by"] != "" && said["by"] != "its act") {
        word_written = word_written " " name
        if (said["about"] == "case")
            word_of_case = word_of_case " " name
    }
}
# After the last layout.
function word_layouts_end() {
    word_set("data/layout", "document_kind", "written =" word_written)
    word_set("data/layout", "document_kind", "of_case =" word_of_case)
    word_held("data/layout", "document_kind", "layout.kind")
}
function word_read(path,    name, line, held, n, cells) {
    name = path
    sub(/.*\//, "", name)
    sub(/\.word$/, "", name)
    word_name[++word_names] = name
    while ((getline line < (srcdir "/" path)) > 0) {
        if (line ~ /^#/ || line == "")
            continue
        if (line ~ /^of /) {
            held = substr(line, 4)
        } else if (line ~ /^[a-z_]+ = /) {
            word_set(path, name, line)
        } else {
            n = split(line, cells, "|")
            if (n > 4 || (name, word_trimmed(cells[1])) in word_place)
                word_wrong(path, line)
            word_add(name, word_trimmed(cells[1]), word_trimmed(cells[2]), word_trimmed(cells[3]), word_trimmed(cells[4]))
        }
    }
    close(srcdir "/" path)
    if (word_count[name] == 0)
        word_wrong(path, "no word")
    if (held != "")
        word_held(path, name, held)
}
