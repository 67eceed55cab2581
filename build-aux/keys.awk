# SPDX-License-Identifier: MIT
# Fill in a manual page: the line @KEYS@ becomes a section of keys for each context of tui/action.def, @COMMANDS@ one of verbs
# for each noun of tui/cmd, in the language of a catalogue if one is given (with --no-wrap).
# awk -f keys.awk [catalogue.po] tui/action.def tui/cmd/*.c page.1.in
function text(s) { # the first string of an argument
    sub(/^[^"]*"/, "", s)
    sub(/".*$/, "", s)
    return s in translation && translation[s] != "" ? translation[s] : s
}
function quoted(s) { # what roff would take for a request or a closing mark
    gsub(/\\/, "\\e", s)
    return s
}
function literals(s) { # adjacent ones are one
    gsub(/" +"/, "", s)
    return s
}
function verb(s,    at, usage, name) { # {"name", "usage", N_("summary"), …
    at = index(s, "N_(")
    usage = literals(substr(s, 1, at - 1))
    match(usage, /"[^"]*"/)
    name = substr(usage, RSTART + 1, RLENGTH - 2)
    usage = substr(usage, RSTART + RLENGTH)
    match(usage, /"[^"]*"/)
    usage = substr(usage, RSTART + 1, RLENGTH - 2)
    s = ".It Cm \"" noun (name == "" ? "" : " " name) "\"" (usage == "" ? "" : " No \"" quoted(usage) "\"") "\n" \
        quoted(text(literals(substr(s, at)))) "\n"
    list = list s
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
FILENAME ~ /\/cmd\/[a-z_]*\.c$/ {
    if (/^static const struct cmd_verb verbs/) {
        table = 1
        entry = list = ""
    } else if (table && /^ *\{0\}/) {
        table = 0
    } else if (table) {
        entry = entry " " $0
        if (/\},$/) {
            sub(/^[^"]*/, "", entry)
            noun_entries[++entries] = entry
            entry = ""
        }
    }
    if (/^const struct cmd cmd_/)
        opening = " "
    if (opening != "")
        opening = opening $0
    if (opening != "" && /\};/) {
        match(opening, /\.name = "[^"]*"/)
        noun = substr(opening, RSTART + 9, RLENGTH - 10)
        sub(/.*\.summary = /, "", opening)
        list = ""
        for (i = 1; i <= entries; i++)
            verb(noun_entries[i])
        commands = commands ".Ss " noun "\n" quoted(text(opening)) "\n.Bl -tag -width Ds\n" list ".El\n"
        entries = 0
        opening = ""
    }
    next
}
$0 == "@COMMANDS@" {
    printf "%s", commands
    next
}
$0 == "@KEYS@" {
    printf "%s.El\n", section
    next
}
{ print }
