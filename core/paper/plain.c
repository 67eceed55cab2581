/* SPDX-License-Identifier: MIT */
/* Content laid out as text, for a terminal or a line printer. */
#include <config.h>

#include <banshi/text.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "paper.h"

enum { LABEL_COLUMNS = 16, NARROW_COLUMNS = 8 };

/* Columns of a character on a terminal or a line printer: East Asian wide and full-width ones take two. */
static int columns_of(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } wide[] = {{0x1100, 0x115f}, {0x2014, 0x2014}, {0x2018, 0x2019},   {0x201c, 0x201d},   {0x2026, 0x2026},
                {0x2e80, 0x303e}, {0x3041, 0xa4cf}, {0xac00, 0xd7a3},   {0xf900, 0xfaff},   {0xfe30, 0xfe6f},
                {0xff01, 0xff60}, {0xffe0, 0xffe6}, {0x1f300, 0x1f64f}, {0x1f900, 0x1f9ff}, {0x20000, 0x3fffd}};
    if ((c >= 0x300 && c <= 0x36f) || (c >= 0xfe00 && c <= 0xfe0f))
        return 0;
    for (size_t i = 0; i < sizeof wide / sizeof wide[0]; i++)
        if (c >= wide[i].first && c <= wide[i].last)
            return c == 0x2018 || c == 0x2019 || c == 0x201c || c == 0x201d || c == 0x2014 || c == 0x2026 ? 1 : 2;
    return 1;
}

static size_t next(const char *s, size_t n, uint32_t *ret)
{
    size_t length = n ? banshi_text_decode(s, n, ret) : 0;
    if (n && length == 0) {
        *ret = 0xfffd;
        return 1;
    }
    return length;
}

static int width(const char *s, size_t n)
{
    int columns = 0;
    uint32_t c;
    for (size_t length; (length = next(s, n, &c)) > 0; s += length, n -= length)
        columns += columns_of(c);
    return columns;
}

/* Punctuation that must not begin a line, and such that must not end one (GB/T 15834). */
static bool closes(uint32_t c)
{
    static const char marks[] = "，。；：、）》」』】〕！？”’·,.;:!?)]%";
    uint32_t m;
    for (const char *s = marks; *s; s += next(s, strlen(s), &m))
        if (next(s, strlen(s), &m) && m == c)
            return true;
    return false;
}

static bool opens(uint32_t c)
{
    return c == 0xff08 || c == 0x300a || c == 0x300c || c == 0x300e || c == 0x3010 || c == 0x3014 || c == '(' ||
           c == '[';
}

static bool in_word(uint32_t c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '*' || c == '-' ||
           c == '.';
}

/* Bytes of the first line of s when broken at `columns`. */
static size_t first_line(const char *s, size_t n, int columns)
{
    size_t at = 0, good = 0;
    int used = 0;
    uint32_t c, before = 0;
    for (size_t length; (length = next(s + at, n - at, &c)) > 0; at += length) {
        if (at > 0 && !closes(c) && !opens(before) && !(in_word(before) && in_word(c)))
            good = at;
        if (used + columns_of(c) > columns)
            return good ? good : at ? at : length;
        used += columns_of(c);
        before = c;
    }
    return at;
}

static void blanks(FILE *out, int n)
{
    for (; n > 0; n--)
        fputc(' ', out);
}

/* s wrapped into [indent, columns): the first line continues the present one, which is `used` columns long. */
static void wrapped(FILE *out, const char *s, size_t n, int used, int indent, int columns)
{
    do {
        size_t line = first_line(s, n, columns - used);
        fwrite(s, 1, line, out);
        fputc('\n', out);
        s += line;
        n -= line;
        while (n && *s == ' ')
            s++, n--;
        if (n)
            blanks(out, indent);
        used = indent;
    } while (n);
}

static void centred(FILE *out, const char *s, size_t n, int columns)
{
    while (n) {
        size_t line = first_line(s, n, columns);
        blanks(out, (columns - width(s, line)) / 2);
        fwrite(s, 1, line, out);
        fputc('\n', out);
        s += line;
        n -= line;
    }
}

static void right(FILE *out, const char *s, size_t n, int columns)
{
    int lead = columns - width(s, n);
    blanks(out, lead > 0 ? lead : 0);
    fwrite(s, 1, n, out);
    fputc('\n', out);
}

/* The columns of a table, as wide as what stands in them. */
struct table {
    size_t count;
    int gap, widths[PAPER_CELLS];
};

/* A heading may be broken between its words, other cells better not. */
static int needed(const char *s, size_t n, bool head)
{
    int most = 0;
    for (size_t word; head && n > 0; s += word, n -= word) {
        word = 0;
        while (word < n && s[word] != ' ')
            word++;
        most = width(s, word) > most ? width(s, word) : most;
        word += word < n;
    }
    return head ? most : width(s, n);
}

static size_t widest(const struct table *t)
{
    size_t most = 0;
    for (size_t i = 1; i < t->count; i++)
        most = t->widths[i] > t->widths[most] ? i : most;
    return most;
}

static size_t narrowest(const struct table *t)
{
    size_t least = 0;
    for (size_t i = 1; i < t->count; i++)
        least = t->widths[i] < t->widths[least] ? i : least;
    return least;
}

/* The table whose first line begins the content. What does not fit is taken from the widest columns; what is left goes to the
 * narrow ones, then to the widest. */
static struct table table_measure(const char *content, int columns)
{
    struct table t = {0};
    for (bool in = true; in && *content;) {
        size_t n = strcspn(content, "\n");
        struct paper_line line = paper_split(content, n);
        bool head = paper_is(&line, "head");
        in = head || paper_is(&line, "row");
        for (size_t i = 1; in && i < line.count; i++) {
            int need = needed(line.text[i], line.length[i], head);
            t.widths[i - 1] = need > t.widths[i - 1] ? need : t.widths[i - 1];
            t.count = i > t.count ? i : t.count;
        }
        content += n + (content[n] == '\n');
    }
    if (!t.count)
        return t;
    int left = columns - (int)t.count + 1; /* with gaps of one */
    for (size_t i = 0; i < t.count; i++)
        left -= t.widths[i];
    t.gap = left >= (int)t.count - 1 ? 2 : 1;
    left -= (t.gap - 1) * ((int)t.count - 1);
    for (; left < 0; left++)
        t.widths[widest(&t)]--;
    for (; left > 0 && t.widths[narrowest(&t)] < NARROW_COLUMNS; left--)
        t.widths[narrowest(&t)]++;
    t.widths[widest(&t)] += left;
    return t;
}

/* A heading whose cells do not all fit is broken between all words. */
static size_t cell_line(const char *s, size_t n, int columns, bool words)
{
    size_t word = 0;
    while (words && word < n && s[word] != ' ')
        word++;
    return n ? first_line(s, words ? word : n, columns) : 0;
}

static void table_row(FILE *out, const struct paper_line *cells, const struct table *t)
{
    const char *text[PAPER_CELLS];
    size_t left[PAPER_CELLS], count = cells->count - 1;
    bool words = false;
    for (size_t i = 0; i < count; i++) {
        text[i] = cells->text[i + 1];
        left[i] = cells->length[i + 1];
        words = words || (paper_is(cells, "head") && width(text[i], left[i]) > t->widths[i]);
    }
    for (bool more = true; more;) {
        more = false;
        int gap = 0;
        for (size_t i = 0; i < count; i++) {
            size_t line = cell_line(text[i], left[i], t->widths[i], words);
            if (line)
                blanks(out, gap);
            fwrite(text[i], 1, line, out);
            gap = (line ? 0 : gap) + t->widths[i] - width(text[i], line) + t->gap;
            text[i] += line;
            left[i] -= line;
            for (; left[i] && *text[i] == ' '; left[i]--)
                text[i]++;
            more = more || left[i] > 0;
        }
        fputc('\n', out);
    }
}

static void rule(FILE *out, int columns)
{
    for (int i = 0; i < columns; i++)
        fputc('-', out);
    fputc('\n', out);
}

static void lay_out(FILE *out, const struct paper_line *c, const struct table *table, int columns)
{
    const char *text = c->count > 1 ? c->text[1] : "";
    size_t n = c->count > 1 ? c->length[1] : 0;
    int labels = columns < 60 ? 12 : LABEL_COLUMNS;
    if (paper_is(c, "columns") || paper_is(c, "landscape") || paper_is(c, "narrow") || paper_is(c, "code") ||
        paper_is(c, "copy")) {
        /* of paper alone; copies says in words who gets one */
    } else if (paper_is(c, "title") || paper_is(c, "big") || paper_is(c, "centre")) {
        fputc('\n', out);
        centred(out, text, n, columns);
        fputc('\n', out);
    } else if (paper_is(c, "number") || paper_is(c, "date")) {
        right(out, text, n, columns);
        fputc('\n', out);
    } else if (paper_is(c, "field") && c->count > 2) {
        int label = width(text, n);
        fwrite(text, 1, n, out);
        fputs("：", out);
        blanks(out, labels - label - 2);
        wrapped(out, c->text[2], c->length[2], label + 2 > labels ? label + 2 : labels, labels, columns);
    } else if (paper_is(c, "para")) {
        fputs("\n    ", out);
        wrapped(out, text, n, 4, 0, columns);
        fputc('\n', out);
    } else if (paper_is(c, "heading")) {
        fputc('\n', out);
        wrapped(out, text, n, 0, 0, columns);
    } else if (paper_is(c, "rule")) {
        rule(out, columns);
    } else if (paper_is(c, "head")) {
        rule(out, columns);
        table_row(out, c, table);
        rule(out, columns);
    } else if (paper_is(c, "row")) {
        table_row(out, c, table);
    } else if (paper_is(c, "seal")) {
        fputs("\n\n", out);
        right(out, text, n, columns);
        fputc('\n', out);
    } else if (paper_is(c, "sign")) {
        fputc('\n', out);
        fwrite(text, 1, n, out);
        fputs("____________________\n", out);
    } else {
        wrapped(out, text, n, 0, 0, columns);
    }
}

char *banshi_paper_text(const char *content, int columns)
{
    char *ret = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&ret, &size);
    if (!out)
        return NULL;
    columns = columns < 40 ? 40 : columns > 200 ? 200 : columns;
    struct table table = {0};
    bool in = false; /* a table */
    while (*content) {
        size_t n = strcspn(content, "\n");
        struct paper_line line = paper_split(content, n);
        bool row = paper_is(&line, "row"), head = paper_is(&line, "head");
        if (in && !row)
            rule(out, columns);
        if (head || (row && !table.count))
            table = table_measure(content, columns);
        else if (!row)
            table.count = 0;
        in = row;
        if (n)
            lay_out(out, &line, &table, columns);
        content += n + (content[n] == '\n');
    }
    return fclose(out) == 0 ? ret : NULL;
}
