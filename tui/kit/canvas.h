/* SPDX-License-Identifier: MIT */
/* The picture of the screen in memory: screens paint into areas of it, term.c sends what changed to the terminal.
 *
 * Painting never leaves its area, never splits a wide character, and knows nothing of curses. */
#ifndef BANSHI_TUI_CANVAS_H
#define BANSHI_TUI_CANVAS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a thing is; term.c decides how that looks with colours and without. */
enum style {
    STYLE_NORMAL,
    STYLE_BAR,      /* header line */
    STYLE_KEY,      /* a key in the key bar */
    STYLE_TITLE,    /* heading of a part of the screen */
    STYLE_LABEL,    /* name of a value */
    STYLE_STRONG,   /* the value that matters */
    STYLE_WEAK,     /* may be overlooked */
    STYLE_SELECTED, /* the selected line */
    STYLE_CHOSEN,   /* the selected line of a part that has not the focus */
    STYLE_FIELD,    /* what can be typed over */
    STYLE_FOCUS,    /* the field with the cursor */
    STYLE_GOOD,
    STYLE_WARN,
    STYLE_BAD,
    STYLE_BIG, /* blocks of the large number */
    STYLE_COUNT
};

struct cell {
    uint32_t c;    /* 0: right half of the wide character to the left */
    uint32_t mark; /* a combining character on it, or 0 */
    uint8_t style;
    uint8_t width; /* 1 or 2; 0: right half */
};

struct canvas {
    int rows, cols;
    struct cell *cells;
    bool cursor; /* shown at cursor_row, cursor_col */
    int cursor_row, cursor_col;
};

/* A rectangle of a canvas; everything is painted relative to it and cut at its edges. */
struct area {
    struct canvas *canvas;
    int row, col, rows, cols;
};

/* Make room and clear; false when out of memory (the canvas is then empty). */
bool canvas_resize(struct canvas *canvas, int rows, int cols);
void canvas_clear(struct canvas *canvas);
void canvas_free(struct canvas *canvas);
struct area canvas_area(struct canvas *canvas);

/* A part of an area, cut at its edges. */
struct area area_part(struct area area, int row, int col, int rows, int cols);

/* Paint text at row, col; returns the columns used. Cut with … when it does not fit. */
int paint(struct area area, int row, int col, enum style style, const char *text);
/* The same, padded with blanks to exactly `columns`. */
void paint_cell(struct area area, int row, int col, int columns, enum style style, const char *text);
/* The same, flush right within `columns`. */
void paint_right(struct area area, int row, int col, int columns, enum style style, const char *text);
/* Text made in printf's manner, at most 1,023 bytes. */
int paintf(struct area area, int row, int col, enum style style, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Wrapped text from row on, down to the end of the area; returns the lines used. */
int paint_wrap(struct area area, int row, int col, enum style style, const char *text);
void paint_fill(struct area area, int row, int col, int rows, int columns, enum style style);
/* A horizontal rule with a title in it ("" for none). */
void paint_rule(struct area area, int row, const char *title);
/* A frame around the area with a title; returns the inside. */
struct area paint_frame(struct area area, const char *title);
/* The same, of rows × columns in the middle of the area. */
struct area paint_dialog(struct area area, int rows, int cols, const char *title);
/* Wrapped text under a heading at the bottom of the area, of at least so many lines; returns the part above. */
struct area paint_detail(struct area area, int lines, const char *title, const char *text);
/* The part of another canvas of the same width that begins at its row `first`. */
void paint_view(struct area area, const struct canvas *from, int first);
void paint_cursor(struct area area, int row, int col);

/* Text of a canvas row, trailing blanks dropped; malloced. For tests. */
char *canvas_text(const struct canvas *canvas, int row);

#endif
