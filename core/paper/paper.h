/* SPDX-License-Identifier: MIT */
/* Content placed on pages, ready to be drawn. */
#ifndef BANSHI_CORE_PAPER_H
#define BANSHI_CORE_PAPER_H

#include <banshi/paper.h>
#include <pango/pangocairo.h>

enum { PAPER_CELLS = 20, PAPER_COPIES = 4 };
enum { PAPER_CODE_MM = 20 };

/* A directive and its arguments in a line of content. */
struct paper_line {
    const char *text[PAPER_CELLS];
    size_t length[PAPER_CELLS];
    size_t count;
};
/* The line at the beginning of content, of n bytes. */
struct paper_line paper_split(const char *content, size_t n);
bool paper_is(const struct paper_line *line, const char *directive);

/* What is never broken over two pages: one line of text, one line of all cells of a table's row, a signature line. */
struct strip {
    double before, height; /* points; before: space above, unless at the top of a page */
    struct {
        PangoLayoutLine *line; /* NULL: empty */
        double x, baseline;
    } cell[PAPER_CELLS];
    size_t cells;
    int table;                    /* 0: none; strips of one table have the same */
    bool head;                    /* repeated on the table's next pages */
    bool begins, ends;            /* a row */
    bool keep;                    /* on one page with the next */
    double edge[PAPER_CELLS + 1]; /* of the table's columns */
    int group;                    /* not 0: kept on one page */
    double line_from, line_to;    /* where to sign; equal: none */
    bool rule, code;              /* a line across; the code of the document */
};

struct placed {
    size_t strip, page;
    double y;
};

/* A paper laid out; all lengths in points. */
struct paper {
    const struct banshi_paper *source;
    double width, height, left, top, text_width, text_height; /* of a page */
    bool slip;
    struct strip *strips;
    size_t count;
    struct placed *placed;
    size_t placed_count, pages;
    char *title;
    char *copies[PAPER_COPIES]; /* who gets which copy */
    size_t copy_count;
    PangoContext *context;
    GPtrArray *layouts;
};

/* 0, BANSHI_EFONT, BANSHI_ENOMEM. The source is lent and must outlive it. */
int paper_new(const struct banshi_paper *source, struct paper **ret_paper, struct banshi_error *error);
void paper_free(struct paper *paper);
/* Place the strips on pages; a slip gets its height. */
void paper_place(struct paper *paper);
/* Draw a page of a copy (from 0) on a surface whose unit is the point. */
void paper_draw(struct paper *paper, cairo_t *cr, size_t copy, size_t page);
/* A layout of one text in the paper's fonts, owned by the paper. */
PangoLayout *paper_layout(struct paper *paper, const char *text, size_t n, double size, bool bold);

#endif
