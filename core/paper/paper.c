/* SPDX-License-Identifier: MIT */
/* Content broken into strips, as they will be placed on pages. Measures follow GB/T 9704-2012 where paper is A4. */
#include <config.h>

#include "paper.h"

#include <banshi/text.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"

#define MM(n) ((n)*72.0 / 25.4)

/* Song for the text as in official documents; then fonts with the rare characters of GB 18030-2022. */
static const char fonts[] = "Noto Serif CJK SC, HanaMinA, HanaMinB, BabelStone Han";
static const char font_packages[] = "fonts-noto-cjk fonts-hanazono fonts-babelstone-han";
static const double pitch = 1.4; /* of lines, in sizes of their letters */

struct paper_line paper_split(const char *content, size_t n)
{
    struct paper_line line = {.count = 0};
    while (line.count < PAPER_CELLS) {
        const char *tab = memchr(content, '\t', n);
        size_t length = tab ? (size_t)(tab - content) : n;
        line.text[line.count] = content;
        line.length[line.count++] = length;
        if (!tab)
            break;
        content += length + 1;
        n -= length + 1;
    }
    return line;
}

bool paper_is(const struct paper_line *line, const char *directive)
{
    return line->length[0] == strlen(directive) && memcmp(line->text[0], directive, line->length[0]) == 0;
}

void banshi_paper_check(const char *hash, char ret_check[BANSHI_PAPER_CHECK_SIZE])
{
    size_t n = strnlen(hash, BANSHI_PAPER_CHECK_SIZE - 1);
    memcpy(ret_check, hash, n);
    ret_check[n] = '\0';
}

/* Text ---------------------------------------------------------------------------------------------------------- */

PangoLayout *paper_layout(struct paper *paper, const char *text, size_t n, double size, bool bold)
{
    PangoLayout *layout = pango_layout_new(paper->context);
    PangoFontDescription *font = pango_font_description_from_string(fonts);
    pango_font_description_set_absolute_size(font, size * PANGO_SCALE);
    if (bold)
        pango_font_description_set_weight(font, PANGO_WEIGHT_BOLD);
    pango_layout_set_font_description(layout, font);
    pango_font_description_free(font);
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    pango_layout_set_text(layout, text, (int)n);
    g_ptr_array_add(paper->layouts, layout);
    return layout;
}

/* The first character that no font has; the whole layout has one. */
static int missing_character(struct paper *paper, PangoLayout *layout, struct banshi_error *error)
{
    const char *text = pango_layout_get_text(layout);
    for (size_t n = strlen(text), length; n > 0; text += length, n -= length) {
        uint32_t c = 0;
        length = banshi_text_decode(text, n, &c);
        if (length == 0)
            break;
        PangoLayout *one = paper_layout(paper, text, length, 10, false);
        if (pango_layout_get_unknown_glyphs_count(one) > 0)
            return error_set(error, BANSHI_EFONT, "%.*s U+%04X · %s", (int)length, text, (unsigned)c, font_packages);
    }
    return error_set(error, BANSHI_EFONT, "%s", font_packages);
}

/* Strips -------------------------------------------------------------------------------------------------------- */

/* What the strips of one line of content are made with. */
struct maker {
    struct paper *paper;
    struct banshi_error *error;
    size_t room;
    double size;   /* of letters */
    double before; /* of the next strip */
    int tables, table, group;
    bool in_table, fields;       /* fields: it is one of labels */
    double weights[PAPER_CELLS]; /* of the next table's columns; 0: as usual */
    size_t weight_count;
};

static struct strip *add_strip(struct maker *m)
{
    struct paper *paper = m->paper;
    if (paper->count == m->room) {
        m->room = m->room ? m->room * 2 : 64;
        paper->strips = g_renew(struct strip, paper->strips, m->room);
    }
    struct strip *strip = &paper->strips[paper->count++];
    *strip = (struct strip){.before = m->before, .group = m->group};
    m->before = 0;
    return strip;
}

static double baseline_in(double size)
{
    return size * (pitch * 0.5 + 0.36);
}

struct style {
    double size, indent, pad;
    bool bold, justify;
    PangoAlignment align;
};

/* Text in a column as strips from `first` on, added where there are none yet; returns how many lines it takes. */
static int fill_column(struct maker *m, size_t first, size_t cell, double x, double width, const char *text, size_t n,
                       const struct style *style, size_t *ret_lines)
{
    struct paper *paper = m->paper;
    PangoLayout *layout = paper_layout(paper, text, n, style->size, style->bold);
    pango_layout_set_width(layout, (int)(width * PANGO_SCALE));
    pango_layout_set_indent(layout, (int)(style->indent * PANGO_SCALE));
    pango_layout_set_alignment(layout, style->align);
    pango_layout_set_justify(layout, style->justify);
    if (pango_layout_get_unknown_glyphs_count(layout) > 0)
        return missing_character(paper, layout, m->error);
    PangoLayoutIter *iter = pango_layout_get_iter(layout);
    size_t lines = 0;
    do {
        PangoRectangle extents;
        pango_layout_iter_get_line_extents(iter, NULL, &extents);
        if (first + lines == paper->count)
            add_strip(m);
        struct strip *strip = &paper->strips[first + lines];
        strip->cell[cell].line = pango_layout_iter_get_line_readonly(iter);
        strip->cell[cell].x = x + extents.x / (double)PANGO_SCALE;
        strip->cell[cell].baseline = baseline_in(style->size);
        strip->height = MAX(strip->height, style->size * pitch);
        strip->cells = MAX(strip->cells, cell + 1);
        lines++;
    } while (pango_layout_iter_next_line(iter));
    pango_layout_iter_free(iter);
    *ret_lines = lines;
    return 0;
}

static int add_text(struct maker *m, const char *text, size_t n, struct style style)
{
    size_t lines;
    return fill_column(m, m->paper->count, 0, m->paper->left, m->paper->text_width, text, n, &style, &lines);
}

/* One row of a table; cells from the second argument on. */
static int add_row(struct maker *m, const struct paper_line *line, const double *edge, bool head, bool label)
{
    struct paper *paper = m->paper;
    size_t first = paper->count, most = 1, count = line->count - 1;
    double pad = m->size / 3.5;
    add_strip(m)->height = m->size * pitch;
    for (size_t i = 0; i < count; i++) {
        struct style style = {.size = m->size, .bold = head || (label && i == 0), .align = PANGO_ALIGN_LEFT};
        bool narrow = edge[i + 1] - edge[i] < 7 * m->size;
        if (head || (!label && narrow))
            style.align = PANGO_ALIGN_CENTER;
        size_t lines = 0;
        int r = fill_column(m, first, i, edge[i] + pad, edge[i + 1] - edge[i] - 2 * pad, line->text[i + 1],
                            line->length[i + 1], &style, &lines);
        if (r != 0)
            return r;
        most = MAX(most, lines);
    }
    bool whole = (double)most * m->size * pitch < paper->text_height / 3;
    for (size_t s = first; s < first + most; s++) {
        struct strip *strip = &paper->strips[s];
        strip->keep = whole && s < first + most - 1;
        strip->cells = count;
        strip->table = m->table;
        strip->head = head;
        strip->begins = s == first;
        strip->ends = s == first + most - 1;
        memcpy(strip->edge, edge, (count + 1) * sizeof *edge);
        strip->height += strip->ends ? pad : 0;
        if (strip->begins) {
            strip->height += pad;
            for (size_t i = 0; i < count; i++)
                strip->cell[i].baseline += pad;
        }
    }
    return 0;
}

/* Columns of a table of materials: the number, the name, narrow ones for counts, or a wide one for what is wanted;
 * another table's content says its own. */
static void table_edges(const struct maker *m, size_t count, double *edge)
{
    double weights[PAPER_CELLS], sum = 0;
    for (size_t i = 0; i < count; i++) {
        weights[i] = m->weight_count == count ? m->weights[i] : i == 0 ? 2 : i == 1 ? 10 : count == 3 ? 14 : 2.5;
        sum += weights[i];
    }
    edge[0] = m->paper->left;
    for (size_t i = 0; i < count; i++)
        edge[i + 1] = edge[i] + m->paper->text_width * weights[i] / sum;
}

static void begin_table(struct maker *m, bool fields)
{
    if (m->in_table && m->fields == fields)
        return;
    if (!m->in_table && m->paper->count)
        m->paper->strips[m->paper->count - 1].keep = true; /* the words that announce it */
    m->table = ++m->tables;
    m->in_table = true;
    m->fields = fields;
    m->before = MAX(m->before, m->size / 2);
}

static int add_field(struct maker *m, const struct paper_line *line)
{
    struct paper *paper = m->paper;
    double label = MIN(m->size * 7.8, paper->text_width * 0.38);
    struct paper_line cells = *line;
    cells.count = MIN(line->count, 3);
    if (cells.count < 3)
        return 0;
    if (paper->slip) {
        struct style style = {.size = m->size};
        size_t first = paper->count, lines;
        int r = fill_column(m, first, 0, paper->left, label, cells.text[1], cells.length[1], &style, &lines);
        return r ? r
                 : fill_column(m, first, 1, paper->left + label, paper->text_width - label, cells.text[2],
                               cells.length[2], &style, &lines);
    }
    begin_table(m, true);
    double edge[] = {paper->left, paper->left + label, paper->left + paper->text_width};
    return add_row(m, &cells, edge, false, true);
}

static int add_table_row(struct maker *m, const struct paper_line *line, bool head)
{
    double edge[PAPER_CELLS + 1];
    if (line->count < 2)
        return 0;
    if (head)
        m->in_table = false;
    begin_table(m, false);
    table_edges(m, line->count - 1, edge);
    return add_row(m, line, edge, head, false);
}

static int add_sign(struct maker *m, const char *text, size_t n)
{
    struct paper *paper = m->paper;
    m->before = m->size;
    size_t at = paper->count;
    int r = add_text(m, text, n, (struct style){.size = m->size});
    if (r != 0)
        return r;
    PangoRectangle extents;
    pango_layout_line_get_extents(paper->strips[at].cell[0].line, NULL, &extents);
    paper->strips[at].line_from = paper->left + extents.width / (double)PANGO_SCALE + 4;
    paper->strips[at].line_to = MIN(paper->strips[at].line_from + MM(55), paper->left + paper->text_width);
    return 0;
}

static int add_line(struct maker *m, const struct paper_line *line)
{
    struct paper *paper = m->paper;
    const char *text = line->count > 1 ? line->text[1] : "";
    size_t n = line->count > 1 ? line->length[1] : 0;
    double size = m->size;
    bool table = paper_is(line, "field") || paper_is(line, "head") || paper_is(line, "row");
    if (!table && m->in_table) {
        m->in_table = false;
        m->before = MAX(m->before, size / 2);
    }
    if (paper_is(line, "field"))
        return add_field(m, line);
    if (paper_is(line, "head") || paper_is(line, "row"))
        return add_table_row(m, line, paper_is(line, "head"));
    if (paper_is(line, "columns")) {
        m->weight_count = line->count - 1;
        for (size_t i = 0; i < m->weight_count; i++)
            m->weights[i] = MAX(g_ascii_strtod(line->text[i + 1], NULL), 0.5);
        return 0;
    }
    if (paper_is(line, "landscape") || paper_is(line, "narrow") || paper_is(line, "copies"))
        return 0;
    if (paper_is(line, "copy")) {
        if (paper->copy_count < PAPER_COPIES)
            paper->copies[paper->copy_count++] = g_strndup(text, n);
        return 0;
    }
    if (paper_is(line, "title")) {
        if (!paper->title)
            paper->title = g_strndup(text, n);
        m->before = paper->slip ? 0 : size / 2;
        return add_text(m, text, n,
                        (struct style){.size = paper->slip ? 14 : 20, .bold = true, .align = PANGO_ALIGN_CENTER});
    }
    if (paper_is(line, "big"))
        return add_text(m, text, n, (struct style){.size = 34, .bold = true, .align = PANGO_ALIGN_CENTER});
    if (paper_is(line, "centre"))
        return add_text(m, text, n, (struct style){.size = size, .align = PANGO_ALIGN_CENTER});
    if (paper_is(line, "line"))
        return add_text(m, text, n, (struct style){.size = size});
    if (paper_is(line, "note"))
        return add_text(m, text, n, (struct style){.size = size * 0.8});
    if (paper_is(line, "number")) {
        m->before = size / 2;
        return add_text(m, text, n, (struct style){.size = size, .align = PANGO_ALIGN_RIGHT});
    }
    if (paper_is(line, "heading")) {
        m->before = size * 0.8;
        int r = add_text(m, text, n, (struct style){.size = size, .bold = true});
        if (r == 0)
            paper->strips[paper->count - 1].keep = true;
        return r;
    }
    if (paper_is(line, "rule") || paper_is(line, "code")) {
        struct strip *strip = add_strip(m);
        strip->rule = paper_is(line, "rule");
        strip->code = !strip->rule;
        strip->height = strip->rule ? size : MM(PAPER_CODE_MM + 4);
        return 0;
    }
    if (paper_is(line, "sign") || paper_is(line, "seal") || paper_is(line, "date")) {
        if (m->group == 0)
            m->group = 1; /* and all that follows */
        if (paper_is(line, "sign"))
            return add_sign(m, text, n);
        m->before = paper_is(line, "seal") ? MM(11) : size / 2; /* room for the stamp */
        return add_text(m, text, n, (struct style){.size = size, .align = PANGO_ALIGN_RIGHT});
    }
    m->before = MAX(m->before, size / 3);
    return add_text(m, text, n,
                    (struct style){.size = size, .indent = paper->slip ? 0 : 2 * size, .justify = !paper->slip});
}

/* All together -------------------------------------------------------------------------------------------------- */

static void measure(struct paper *paper, bool landscape, bool narrow)
{
    static const struct {
        double width, height, left, top, bottom;
    } sizes[] = {[BANSHI_A4] = {210, 297, 26, 30, 20}, [BANSHI_80] = {72, 0, 2, 3, 3}, [BANSHI_58] = {48, 0, 1, 3, 3}};
    enum banshi_paper_size size = paper->source->size == BANSHI_80 && narrow ? BANSHI_58 : paper->source->size;
    paper->slip = size != BANSHI_A4;
    paper->width = MM(landscape ? sizes[size].height : sizes[size].width);
    paper->height = MM(landscape ? sizes[size].width : sizes[size].height);
    paper->left = MM(sizes[size].left);
    paper->top = MM(sizes[size].top);
    paper->text_width = paper->width - 2 * paper->left;
    paper->text_height = paper->slip ? 0 : paper->height - paper->top - MM(sizes[size].bottom);
}

static bool has_line(const char *content, const char *directive)
{
    size_t n = strlen(directive);
    for (const char *s = content; s; s = strchr(s, '\n'), s += s != NULL)
        if (strncmp(s, directive, n) == 0 && (s[n] == '\n' || s[n] == '\t' || s[n] == '\0'))
            return true;
    return false;
}

int paper_new(const struct banshi_paper *source, struct paper **ret_paper, struct banshi_error *error)
{
    struct paper *paper = g_new0(struct paper, 1);
    paper->source = source;
    paper->layouts = g_ptr_array_new_with_free_func(g_object_unref);
    paper->context = pango_font_map_create_context(pango_cairo_font_map_get_default());
    pango_cairo_context_set_resolution(paper->context, 72);
    pango_context_set_language(paper->context, pango_language_from_string("zh-cn"));
    cairo_font_options_t *options = cairo_font_options_create();
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
    pango_cairo_context_set_font_options(paper->context, options);
    cairo_font_options_destroy(options);
    bool wide = has_line(source->content, "landscape");
    measure(paper, wide && source->size == BANSHI_A4, has_line(source->content, "narrow"));
    struct maker m = {.paper = paper, .error = error, .size = paper->slip || wide ? 9 : 11};
    int r = 0;
    for (const char *at = source->content; *at && r == 0;) {
        size_t n = strcspn(at, "\n");
        struct paper_line line = paper_split(at, n);
        if (n)
            r = add_line(&m, &line);
        at += n + (at[n] == '\n');
    }
    if (r != 0) {
        paper_free(paper);
        return r;
    }
    paper_place(paper);
    if (paper->copy_count == 0)
        paper->copies[paper->copy_count++] = g_strdup("");
    *ret_paper = paper;
    return 0;
}

void paper_free(struct paper *paper)
{
    if (!paper)
        return;
    g_ptr_array_free(paper->layouts, true);
    g_object_unref(paper->context);
    for (size_t i = 0; i < paper->copy_count; i++)
        g_free(paper->copies[i]);
    g_free(paper->title);
    g_free(paper->strips);
    g_free(paper->placed);
    g_free(paper);
}
