# SPDX-License-Identifier: MIT
# Write the vocabularies as C, or their messages for xgettext:
# awk -v kind=c|messages -v srcdir=DIR -f word.awk -f words.awk core/word/*.word data/layout/*.layout

function quoted(text) {
    gsub(/["\\]/, "\\\\&", text)
    return "\"" text "\""
}
function write_c(    v, name, i) {
    print "/* The vocabularies of core/word, by build-aux/words.awk. */\n#include <config.h>\n\n#include <banshi/word.h>\n\n#include <stddef.h>"
    for (v = 1; v <= word_names; v++) {
        name = word_name[v]
        print "\nconst struct banshi_word banshi_word_" name "[] = {"
        for (i = 1; i <= word_count[name]; i++)
            print "    {" quoted(word_code[name, i]) ", " quoted(word_message[name, i]) ", " quoted(word_document[name, i]) ", " \
                quoted(word_also[name, i]) "},"
        print "    {NULL, NULL, NULL, NULL},\n};"
    }
    print "\nconst struct banshi_vocabulary banshi_vocabularies[] = {"
    for (v = 1; v <= word_names; v++)
        print "    {" quoted(word_name[v]) ", banshi_word_" word_name[v] "},"
    print "    {NULL, NULL},\n};"
}
function write_messages(    v, i) {
    for (v = 1; v <= word_names; v++)
        for (i = 1; i <= word_count[word_name[v]]; i++)
            print "N_(" quoted(word_message[word_name[v], i]) ")"
}
BEGIN {
    for (a = 1; a < ARGC; a++)
        if (ARGV[a] ~ /\.layout$/)
            word_layout(ARGV[a])
        else
            word_read(ARGV[a])
    word_layouts_end()
    if (kind == "c")
        write_c()
    else
        write_messages()
}
