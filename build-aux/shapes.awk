# SPDX-License-Identifier: MIT
# Write the shapes of the records that the public headers declare: awk -f shapes.awk include/banshi/*.h
#
# A record is a struct banshi_X with `extern const struct banshi_shape banshi_X_shape;`. Its members are the fields, in their order; the
# comment behind a member begins with its label in brackets (of several members, a label each; the last may have none), and names
# the vocabulary of its codes, banshi_word_…

function type_of(declared) {
    return declared == "const char" ? "BANSHI_TEXT" : declared == "int64_t" ? "BANSHI_INT" : declared == "bool" ? "BANSHI_BOOL" : \
        declared == "banshi_time" ? "BANSHI_TIME" : declared == "banshi_date" ? "BANSHI_DATE" : ""
}
# A declaration and the comment behind it, as fields of the record.
function member(declared, comment,    type, names, n, i, label, words) {
    type = declared
    sub(/ *\*?[a-z_0-9]+ *(,.*)?$/, "", type)
    names = substr(declared, length(type) + 1)
    gsub(/[ *]/, "", names)
    words = match(comment, /banshi_word_[a-z_]+/) ? substr(comment, RSTART, RLENGTH) : "NULL"
    n = split(names, list, ",")
    for (i = 1; i <= n; i++) {
        label = "NULL"
        if (match(comment, /^ *\[[^]]*\]/)) {
            label = substr(comment, RSTART, RLENGTH)
            comment = substr(comment, RSTART + RLENGTH)
            gsub(/^ *\[|\]$/, "", label)
            label = "N_(\"" label "\")"
        }
        fields[record] = fields[record] "    {\"" list[i] "\", " label ", " type_of(type) ", offsetof(struct banshi_" record ", " list[i] \
            "), " words "},\n"
    }
}
FNR == 1 {
    header = FILENAME
    sub(/.*include\//, "", header)
    headers[++count] = header
}
/^struct banshi_[a-z_]+ \{$/ {
    record = substr($2, length("banshi_") + 1)
    text = ""
    next
}
record != "" && /^\};/ {
    # a comment of its own is about what follows; one behind a declaration is about that
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
        member(declared, comment)
    }
    record = ""
    next
}
record != "" { text = text " " $0 }
/^extern const struct banshi_shape banshi_[a-z_]+_shape;/ {
    record = $5
    gsub(/^banshi_|_shape;$/, "", record)
    shapes[++shape_count] = record
    record = ""
}
END {
    print "/* The shapes of records, by build-aux/shapes.awk. */\n#include <config.h>\n\n#include <stddef.h>\n"
    for (i = 1; i <= count; i++)
        print "#include <" headers[i] ">"
    print "\n#define N_(label) label"
    for (i = 1; i <= shape_count; i++) {
        record = shapes[i]
        print "\nstatic const struct banshi_field " record "_fields[] = {\n" fields[record] "};"
        print "const struct banshi_shape banshi_" record "_shape = {\"" record "\", sizeof(struct banshi_" record "), sizeof " record \
            "_fields / sizeof " record "_fields[0],\n    " record "_fields};"
    }
}
