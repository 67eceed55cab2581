/* SPDX-License-Identifier: MIT */
/* Text in columns of the terminal: measuring, clipping, wrapping. */
#include <config.h>

#include "text.h"

#include <stdbool.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>

#include <banshi/text.h>

uint32_t text_visible(uint32_t c)
{
    if (c >= 0x20 && c < 0x7f)
        return c;
    if (c == 0x200b || c == 0x200c || c == 0x200d || c == 0xfeff || (c >= 0xfe00 && c <= 0xfe0f))
        return 0;
    if (c == 0xfffd || !banshi_text_allowed(c) || wcwidth((wchar_t)c) < 0 || !iswprint((wint_t)c))
        return TEXT_GETA;
    return c;
}

int text_columns(uint32_t c)
{
    if (c >= 0x20 && c < 0x7f)
        return 1;
    uint32_t v = text_visible(c);
    if (v == 0)
        return 0;
    if (v == TEXT_GETA)
        return 2;
    return wcwidth((wchar_t)v);
}

size_t text_next(const char *s, uint32_t *ret)
{
    unsigned char first = (unsigned char)*s;
    if (first < 0x80) {
        *ret = first;
        return first ? 1 : 0;
    }
    size_t n = banshi_text_decode(s, strnlen(s, 4), ret);
    if (n == 0) {
        *ret = 0xfffd;
        return 1;
    }
    return n;
}

size_t text_encode(char *s, uint32_t c)
{
    if (c < 0x80) {
        s[0] = (char)c;
        return 1;
    }
    if (c < 0x800) {
        s[0] = (char)(0xc0 | c >> 6);
        s[1] = (char)(0x80 | (c & 0x3f));
        return 2;
    }
    if (c < 0x10000) {
        s[0] = (char)(0xe0 | c >> 12);
        s[1] = (char)(0x80 | (c >> 6 & 0x3f));
        s[2] = (char)(0x80 | (c & 0x3f));
        return 3;
    }
    s[0] = (char)(0xf0 | c >> 18);
    s[1] = (char)(0x80 | (c >> 12 & 0x3f));
    s[2] = (char)(0x80 | (c >> 6 & 0x3f));
    s[3] = (char)(0x80 | (c & 0x3f));
    return 4;
}

int text_width(const char *s)
{
    int width = 0;
    uint32_t c;
    for (size_t n; (n = text_next(s, &c)) > 0; s += n)
        width += text_columns(c);
    return width;
}

size_t text_clip(const char *s, int columns, int *ret_used)
{
    size_t at = 0;
    int used = 0;
    uint32_t c;
    for (size_t n; (n = text_next(s + at, &c)) > 0; at += n) {
        int w = text_columns(c);
        if (used + w > columns)
            break;
        used += w;
    }
    if (ret_used)
        *ret_used = used;
    return at;
}

/* Punctuation that must not begin a line (GB/T 15834). */
static bool closes(uint32_t c)
{
    static const uint32_t marks[] = {0x3001, 0x3002, 0xff0c, 0xff0e, 0xff1a, 0xff1b, 0xff01, 0xff1f, 0xff09,
                                     0x300b, 0x300d, 0x300f, 0x3011, 0x3015, 0x201d, 0x2019, ',',    '.',
                                     ';',    ':',    '!',    '?',    ')',    ']',    '%'};
    for (size_t i = 0; i < sizeof marks / sizeof marks[0]; i++)
        if (marks[i] == c)
            return true;
    return false;
}

static bool opens(uint32_t c)
{
    return c == 0xff08 || c == 0x300a || c == 0x300c || c == 0x300e || c == 0x3010 || c == 0x3014 || c == 0x201c ||
           c == 0x2018 || c == '(' || c == '[';
}

size_t text_wrap(const char *s, int columns, size_t *ret_next)
{
    size_t at = 0, breakpoint = 0;
    int used = 0;
    uint32_t c, before = 0;
    for (size_t n;; at += n) {
        n = text_next(s + at, &c);
        if (n == 0 || c == '\n') {
            *ret_next = at + n;
            return at;
        }
        int w = text_columns(c);
        bool may_break = at > 0 && !closes(c) && !opens(before) &&
                         (before == ' ' || before == '-' || text_columns(before) == 2 || w == 2);
        if (may_break && c != ' ')
            breakpoint = at;
        if (used + w > columns && c != ' ')
            break;
        used += w;
        before = c;
    }
    if (breakpoint == 0)
        breakpoint = at > 0 ? at : text_next(s, &c);
    size_t end = breakpoint;
    while (end > 0 && s[end - 1] == ' ')
        end--;
    *ret_next = breakpoint;
    return end;
}

size_t text_count(const char *s)
{
    size_t lines = 0;
    for (; s && *s; s++)
        lines += *s == '\n';
    return lines;
}

int text_lines(const char *s, int columns)
{
    int lines = 0;
    for (size_t next; *s; s += next, lines++)
        text_wrap(s, columns, &next);
    return lines;
}
