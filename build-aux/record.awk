# SPDX-License-Identifier: MIT
# Read the records of the public headers, for the scripts that write their shapes and their types in SQL:
# awk -f record.awk -f SCRIPT …
#
# A record is a struct banshi_X with `extern const struct banshi_shape banshi_X_shape;`. Its members are the fields, in their order; the
# comment behind a member begins with its label in brackets (of several members, a label each; the last may have none), and names
# the vocabulary of its codes, banshi_word_…
#
# record_name[1 … record_names] are records; of each, the members 1 … record_members[name] with member_name, member_type,
# member_label ("": none) and member_words ("": none) [name, i].

# A declaration and the comment behind it.
function record_declared(record, declared, comment,    type, names, list, n, i, m, label) {
    type = declared
    sub(/ *\*?[a-z_0-9]+ *(,.*)?$/, "", type)
    names = substr(declared, length(type) + 1)
    gsub(/[ *]/, "", names)
    n = split(names, list, ",")
    for (i = 1; i <= n; i++) {
        m = ++record_members[record]
        label = ""
        if (match(comment, /^ *\[[^]]*\]/)) {
            label = substr(comment, RSTART, RLENGTH)
            comment = substr(comment, RSTART + RLENGTH)
            gsub(/^ *\[|\]$/, "", label)
        }
        member_name[record, m] = list[i]
        member_type[record, m] = type
        member_label[record, m] = label
        member_words[record, m] = match(comment, /banshi_word_[a-z_]+/) ? substr(comment, RSTART, RLENGTH) : ""
    }
}
# The inside of a struct. A comment of its own is about what follows; one behind a declaration is about that.
function record_struct(record, text,    declared, comment) {
    gsub(/[ \t\n]+/, " ", text)
    while (match(text, /^ *(\/\*([^*]|\*[^\/])*\*\/ *)?[a-z][^;]*;/)) {
        declared = substr(text, 1, RLENGTH)
        text = substr(text, RLENGTH + 1)
        sub(/^ *(\/\*([^*]|\*[^\/])*\*\/ *)?/, "", declared)
        sub(/;$/, "", declared)
        comment = ""
        if (match(text, /^ *\/\*([^*]|\*[^\/])*\*\//)) {
            comment = substr(text, 1, RLENGTH)
            text = substr(text, RLENGTH + 1)
            gsub(/^ *\/\*|\*\/$/, "", comment)
        }
        record_declared(record, declared, comment)
    }
}
function record_read(path,    line, record, text, words) {
    while ((getline line < path) > 0) {
        if (line ~ /^struct banshi_[a-z_]+ \{$/) {
            split(line, words, " ")
            record = substr(words[2], length("banshi_") + 1)
            text = ""
        } else if (line ~ /^\};/) {
            if (record != "")
                record_struct(record, text)
            record = ""
        } else if (line ~ /^extern const struct banshi_shape banshi_[a-z_]+_shape;/) {
            split(line, words, " ")
            gsub(/^banshi_|_shape;$/, "", words[5])
            record_name[++record_names] = words[5]
        } else if (record != "") {
            text = text " " line
        }
    }
    close(path)
}
