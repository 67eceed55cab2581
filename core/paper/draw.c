/* SPDX-License-Identifier: MIT */
/* Drawing the pages of a paper. The seal is never drawn: there is room for the stamp. */
#include <config.h>

#include <qrencode.h>
#include <stdio.h>
#include <string.h>

#include "paper.h"

#define MM(n) ((n)*72.0 / 25.4)

static void show(struct paper *paper, cairo_t *cr, const char *text, double size, double x, double y, double align)
{
    PangoLayout *layout = paper_layout(paper, text, strlen(text), size, false);
    PangoRectangle extents;
    pango_layout_get_extents(layout, NULL, &extents);
    cairo_move_to(cr, x - align * extents.width / PANGO_SCALE, y);
    pango_cairo_show_layout_line(cr, pango_layout_get_line_readonly(layout, 0));
}

/* What a scanner reads from the paper: the number and the check value, as `banshi document verify` takes them. */
static void draw_code(const struct banshi_paper *source, cairo_t *cr, double x, double y, double side)
{
    char text[512];
    if (!source->number || !source->check || !*source->check)
        return;
    snprintf(text, sizeof text, "%s %s", source->number, source->check);
    QRcode *code = QRcode_encodeString8bit(text, 0, QR_ECLEVEL_M);
    if (!code)
        return;
    double dot = side / code->width;
    for (int row = 0; row < code->width; row++)
        for (int from = 0; from < code->width; from++) {
            int to = from;
            while (to < code->width && code->data[row * code->width + to] & 1)
                to++;
            if (to > from)
                cairo_rectangle(cr, x + from * dot, y + row * dot, (to - from) * dot, dot);
            from = to;
        }
    cairo_fill(cr);
    QRcode_free(code);
}

static void line(cairo_t *cr, double x0, double y0, double x1, double y1)
{
    cairo_move_to(cr, x0, y0);
    cairo_line_to(cr, x1, y1);
    cairo_stroke(cr);
}

/* The lines around a strip of a table. */
static void draw_edges(const struct paper *paper, cairo_t *cr, size_t at, double y)
{
    const struct placed *placed = &paper->placed[at];
    const struct strip *strip = &paper->strips[placed->strip];
    const struct placed *next = at + 1 < paper->placed_count ? placed + 1 : NULL;
    bool top = at == 0 || placed[-1].page != placed->page || strip->begins;
    bool bottom = !next || next->page != placed->page || paper->strips[next->strip].table != strip->table;
    double left = strip->edge[0], right = strip->edge[strip->cells];
    for (size_t i = 0; i <= strip->cells; i++)
        line(cr, strip->edge[i], y, strip->edge[i], y + strip->height);
    if (top)
        line(cr, left, y, right, y);
    if (bottom)
        line(cr, left, y + strip->height, right, y + strip->height);
}

static void draw_strip(const struct paper *paper, cairo_t *cr, size_t at)
{
    const struct placed *placed = &paper->placed[at];
    const struct strip *strip = &paper->strips[placed->strip];
    double y = paper->top + placed->y;
    for (size_t i = 0; i < strip->cells; i++)
        if (strip->cell[i].line) {
            cairo_move_to(cr, strip->cell[i].x, y + strip->cell[i].baseline);
            pango_cairo_show_layout_line(cr, strip->cell[i].line);
        }
    if (strip->table)
        draw_edges(paper, cr, at, y);
    if (strip->line_to > strip->line_from)
        line(cr, strip->line_from, y + strip->height - 3, strip->line_to, y + strip->height - 3);
    if (strip->rule) {
        cairo_save(cr);
        cairo_set_dash(cr, (const double[]){3, 2}, 2, 0);
        line(cr, paper->left, y + strip->height / 2, paper->left + paper->text_width, y + strip->height / 2);
        cairo_restore(cr);
    }
    if (strip->code)
        draw_code(paper->source, cr, (paper->width - MM(PAPER_CODE_MM)) / 2, y + MM(2), MM(PAPER_CODE_MM));
}

static void draw_margins(struct paper *paper, cairo_t *cr, size_t copy, size_t page)
{
    static const char *const digits[PAPER_COPIES] = {"一", "二", "三", "四"};
    const struct banshi_paper *source = paper->source;
    char text[512];
    double foot = paper->height - MM(13), right = paper->width - paper->left;
    if (paper->copies[copy][0]) {
        snprintf(text, sizeof text, "第%s联　%s", digits[copy], paper->copies[copy]);
        show(paper, cr, text, 10, right, MM(20), 1);
    }
    snprintf(text, sizeof text, "第%zu页　共%zu页", page + 1, paper->pages);
    show(paper, cr, text, 9, right, foot, 1);
    if (source->number && *source->number && source->check && *source->check) {
        snprintf(text, sizeof text, "%s　校验码 %.4s %.4s %.4s %.4s", source->number, source->check, source->check + 4,
                 source->check + 8, source->check + 12);
        show(paper, cr, text, 9, paper->left, foot, 0);
        if (page == 0)
            draw_code(source, cr, paper->left, MM(11), MM(PAPER_CODE_MM));
    }
}

/* 作废 across the page, pale enough to read what is below. */
static void draw_void(struct paper *paper, cairo_t *cr)
{
    cairo_save(cr);
    cairo_set_source_rgb(cr, 0.75, 0.75, 0.75);
    cairo_translate(cr, paper->width / 2, paper->height / 2);
    cairo_rotate(cr, -G_PI / 6);
    show(paper, cr, "作　废", paper->slip ? 40 : 110, 0, 0, 0.5);
    cairo_restore(cr);
}

void paper_draw(struct paper *paper, cairo_t *cr, size_t copy, size_t page)
{
    cairo_set_line_width(cr, 0.6);
    cairo_set_source_rgb(cr, 0, 0, 0);
    if (paper->source->voided)
        draw_void(paper, cr);
    if (!paper->slip)
        draw_margins(paper, cr, copy, page);
    for (size_t i = 0; i < paper->placed_count; i++)
        if (paper->placed[i].page == page)
            draw_strip(paper, cr, i);
}
