# SPDX-License-Identifier: MIT
# The names that the public headers declare, which are the symbols that the library exports.
# awk -f exports.awk include/banshi/*.h
{
    line = $0
    while (1) { # comments
        if (in_comment) {
            end = index(line, "*/")
            if (!end) {
                next_line = 1
                break
            }
            line = substr(line, end + 2)
            in_comment = 0
        }
        start = index(line, "/*")
        if (!start) {
            next_line = 0
            break
        }
        rest = substr(line, start + 2)
        end = index(rest, "*/")
        if (end) {
            line = substr(line, 1, start - 1) " " substr(rest, end + 2)
        } else {
            kept = substr(line, 1, start - 1)
            in_comment = 1
            line = kept
            next_line = 0
            break
        }
    }
    if (next_line)
        next
    if (macro || line ~ /^[ \t]*#/) {
        macro = (line ~ /\\$/)
        next
    }
    n = length(line)
    for (i = 1; i <= n; i++) {
        c = substr(line, i, 1)
        if (c == "{") {
            depth++
        } else if (c == "}") {
            depth--
            if (depth == 0 && statement ~ /^[ \t]*static[ \t]/)
                statement = "" # a function's end; it is not exported
        } else if (depth == 0 && c == ";") {
            declared(statement)
            statement = ""
        } else if (depth == 0) {
            statement = statement c
        }
    }
    statement = statement " "
}
function declared(text) {
    if (text ~ /^[ \t]*typedef[ \t]/)
        return
    if (match(text, /banshi_[a-z0-9_]+[ \t]*\(/)) {
        name = substr(text, RSTART, RLENGTH - 1)
        sub(/[ \t]+$/, "", name)
        print name
    } else if (text ~ /^[ \t]*extern[ \t]/ && match(text, /banshi_[a-z0-9_]+[ \t]*(\[[^]]*\])?[ \t]*$/)) {
        name = substr(text, RSTART, RLENGTH)
        sub(/[ \t\[].*$/, "", name)
        print name
    }
}
