# SPDX-License-Identifier: MIT
# Write the shapes of the records of the public headers: awk -f record.awk -f shapes.awk include/banshi/*.h

function shape_type(type) {
    return type == "const char" ? "BANSHI_TEXT" : type == "int64_t" ? "BANSHI_INT" : type == "bool" ? "BANSHI_BOOL" : \
        type == "banshi_time" ? "BANSHI_TIME" : type == "banshi_date" ? "BANSHI_DATE" : ""
}
BEGIN {
    print "/* The shapes of records, by build-aux/shapes.awk. */\n#include <config.h>\n\n#include <stddef.h>\n"
    for (a = 1; a < ARGC; a++) {
        record_read(ARGV[a])
        header = ARGV[a]
        sub(/.*include\//, "", header)
        print "#include <" header ">"
    }
    print "\n#define N_(label) label"
    for (r = 1; r <= record_names; r++) {
        name = record_name[r]
        struct = "struct banshi_" name
        print "\nstatic const struct banshi_field " name "_fields[] = {"
        for (i = 1; i <= record_members[name]; i++)
            print "    {\"" member_name[name, i] "\", " (member_label[name, i] == "" ? "NULL" : "N_(\"" member_label[name, i] "\")") ", " \
                shape_type(member_type[name, i]) ", offsetof(" struct ", " member_name[name, i] "), " \
                (member_words[name, i] == "" ? "NULL" : member_words[name, i]) "},"
        print "};\nconst struct banshi_shape banshi_" name "_shape = {\n    \"" name "\", sizeof(" struct "), sizeof " name "_fields / sizeof " \
            name "_fields[0], " name "_fields};"
    }
}
