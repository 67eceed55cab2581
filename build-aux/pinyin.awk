# SPDX-License-Identifier: MIT
# Unihan_Readings.txt → pinyin_table.c: for each character the initials of its Mandarin readings, as a mask of 26 bits.
# The dictionaries of everyday use count; the historical kHanyuPinyin only for characters that they lack.

BEGIN {
    FS = "\t"
    count = split("ā a á a ǎ a à a ē e é e ě e è e ê e ế e ề e ō o ó o ǒ o ò o ḿ m ń n ň n ǹ n", pair, " ")
    for (i = 1; i < count; i += 2)
        plain[pair[i]] = pair[i + 1]
    for (i = 0; i < 26; i++)
        bit[substr("abcdefghijklmnopqrstuvwxyz", i + 1, 1)] = 2 ^ i
    for (i = 0; i < 16; i++)
        digit[substr("0123456789ABCDEF", i + 1, 1)] = i
}

function initial(syllable,    mark) {
    if (substr(syllable, 1, 1) in bit)
        return substr(syllable, 1, 1)
    for (mark in plain)
        if (index(syllable, mark) == 1)
            return plain[mark]
    return ""
}

function code_point(hex,    n, i) {
    n = 0
    for (i = 1; i <= length(hex); i++)
        n = n * 16 + digit[substr(hex, i, 1)]
    return n
}

$2 == "kMandarin" || $2 == "kHanyuPinlu" || $2 == "kXHC1983" || $2 == "kTGHZ2013" || $2 == "kHanyuPinyin" {
    c = code_point(substr($1, 3))
    if (c > last)
        last = c
    old = $2 == "kHanyuPinyin"
    words = split($3, word, " ")
    for (i = 1; i <= words; i++) {
        sub(/^[0-9.*,]*:/, "", word[i])
        parts = split(word[i], part, ",")
        for (j = 1; j <= parts; j++) {
            letter = initial(part[j])
            if (letter == "" || (c, letter, old) in seen)
                continue
            seen[c, letter, old] = 1
            if (old)
                rare[c] += bit[letter]
            else
                mask[c] += bit[letter]
        }
    }
}

END {
    for (c in rare)
        if (!(c in mask))
            mask[c] = rare[c]
    masks = 1
    page_count = 1
    pages = int(last / 256) + 1
    for (page = 0; page < pages; page++) {
        used = 0
        row = ""
        for (i = 0; i < 256; i++) {
            m = mask[page * 256 + i] + 0
            if (m > 0) {
                used = 1
                if (!(m in number)) {
                    number[m] = masks
                    list[masks++] = m
                }
            }
            row = row (i % 16 ? " " : "\n     ") (m > 0 ? number[m] : 0) ","
        }
        if (used) {
            rows = rows "    {" row "\n    },\n"
            place[page] = page_count++
        }
    }
    if (masks < 100 || masks > 256 || page_count < 100) {
        print "not the readings that the table is laid out for: " masks " sets of initials" > "/dev/stderr"
        exit 1
    }
    print "/* Initials of Mandarin readings, made by build-aux/pinyin.awk from the Unihan database. */"
    print "#include <config.h>\n\n#include \"pinyin_table.h\"\n"
    printf "const uint32_t pinyin_masks[%d] = {\n    0,", masks
    for (i = 1; i < masks; i++)
        printf "%s0x%x,", i % 8 ? " " : "\n    ", list[i]
    printf "\n};\n\nconst uint8_t pinyin_pages[%d][256] = {\n    {0},\n%s};\n\n", page_count, rows
    printf "const size_t pinyin_page_count = %d;\nconst uint16_t pinyin_page_of[%d] = {", pages, pages
    for (page = 0; page < pages; page++)
        printf "%s%d,", page % 16 ? " " : "\n    ", place[page]
    print "\n};"
}
