# SPDX-License-Identifier: MIT
# Fill in a manual page: the line @KEYS@ becomes a section of keys for each context of tui/action.def, in the language of a catalogue
# if one is given (with --no-wrap); @OPTIONS@ and @COMMANDS@ the parts of these names of what `banshi help --manual` has said.
# awk -f keys.awk [catalogue.po] tui/action.def commands.mdoc page.1.in
function text(s) { # the first string of an argument
    sub(/^[^"]*"/, "", s)
    sub(/".*$/, "", s)
    return s in translation && translation[s] != "" ? translation[s] : s
}
function quoted(s) { # what roff would take for a request or a closing mark
    gsub(/\\/, "\\e", s)
    return s
}
function key(s) { # a single punctuation mark is text, not mdoc's delimiter
    return s ~ /^[^A-Za-z0-9]$/ ? "\\&" quoted(s) : s
}
FILENAME ~ /\.po$/ {
    if (/^msgid "/)
        id = substr($0, 8, length($0) - 8)
    else if (/^msgstr "/)
        translation[id] = substr($0, 9, length($0) - 9)
    next
}
FILENAME ~ /action\.def$/ {
    if (match($0, /^CONTEXT\([A-Z_]+, */)) {
        heading = text(substr($0, RLENGTH + 1))
    } else if (match($0, /^ACTION\([A-Z_]+, *[A-Z_]+, */)) {
        rest = substr($0, RLENGTH + 1)
        match(rest, /"[^"]*"/)
        keys = substr(rest, RSTART + 1, RLENGTH - 2)
        rest = substr(rest, RSTART + RLENGTH)
        match(rest, /"[^"]*"/)
        rest = substr(rest, RSTART + RLENGTH)
        if (heading != "") {
            section = section (section == "" ? "" : ".El\n") ".Ss " quoted(heading) "\n.Bl -tag -width 12n\n"
            heading = ""
        }
        n = split(keys, part, " ")
        line = ".It"
        for (i = 1; i <= n; i++)
            line = line (i > 1 ? " ," : "") " Ic " key(part[i])
        section = section line "\n" quoted(text(rest)) "\n"
    }
    next
}
FILENAME ~ /\.mdoc$/ {
    if (/^@[A-Z]*@$/)
        marker = $0
    else
        said[marker] = said[marker] $0 "\n"
    next
}
$0 in said {
    printf "%s", said[$0]
    next
}
$0 == "@KEYS@" {
    printf "%s.El\n", section
    next
}
{ print }
