/* SPDX-License-Identifier: MIT */
/* The picture of the screen in memory. */
#include <config.h>

#include "canvas.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text.h"

static const struct cell blank = {.c = ' ', .width = 1};

bool canvas_resize(struct canvas *canvas, int rows, int cols)
{
    canvas_free(canvas);
    if (rows <= 0 || cols <= 0)
        return false;
    canvas->cells = calloc((size_t)rows * (size_t)cols, sizeof *canvas->cells);
    if (!canvas->cells)
        return false;
    canvas->rows = rows;
    canvas->cols = cols;
    canvas_clear(canvas);
    return true;
}

void canvas_clear(struct canvas *canvas)
{
    for (int i = 0; i < canvas->rows * canvas->cols; i++)
        canvas->cells[i] = blank;
    canvas->cursor = false;
}

void canvas_free(struct canvas *canvas)
{
    free(canvas->cells);
    *canvas = (struct canvas){0};
}

struct area canvas_area(struct canvas *canvas)
{
    return (struct area){canvas, 0, 0, canvas->rows, canvas->cols};
}

struct area area_part(struct area area, int row, int col, int rows, int cols)
{
    row = row < 0 ? 0 : row > area.rows ? area.rows : row;
    col = col < 0 ? 0 : col > area.cols ? area.cols : col;
    rows = rows > area.rows - row ? area.rows - row : rows;
    cols = cols > area.cols - col ? area.cols - col : cols;
    return (struct area){area.canvas, area.row + row, area.col + col, rows < 0 ? 0 : rows, cols < 0 ? 0 : cols};
}

/* Replace one cell; a wide character that loses a half becomes a blank. */
static void put(struct canvas *canvas, int row, int col, struct cell cell)
{
    struct cell *line = canvas->cells + (ptrdiff_t)row * canvas->cols;
    if (line[col].width == 0 && col > 0 && cell.width != 0)
        line[col - 1] = (struct cell){.c = ' ', .width = 1, .style = line[col - 1].style};
    int end = col + (cell.width == 2 ? 2 : 1);
    if (end < canvas->cols && line[end].width == 0)
        line[end] = (struct cell){.c = ' ', .width = 1, .style = line[end].style};
    line[col] = cell;
    if (cell.width == 2)
        line[col + 1] = (struct cell){.style = cell.style};
}

/* Paint within [col, limit) of the area's row; returns the columns used. */
static int put_text(struct area area, int row, int col, int limit, enum style style, const char *text, size_t bytes)
{
    if (row < 0 || row >= area.rows)
        return 0;
    int at = col;
    uint32_t c;
    const char *end = text + bytes;
    for (size_t n; text < end && (n = text_next(text, &c)) > 0; text += n) {
        uint32_t shown = text_visible(c);
        int width = text_columns(c);
        if (shown == 0)
            continue;
        if (width == 0) {
            if (at > col && at > 0) {
                struct cell *base =
                    &area.canvas->cells[(ptrdiff_t)(area.row + row) * area.canvas->cols + area.col + at - 1];
                if (base->width == 0)
                    base--;
                base->mark = shown;
            }
            continue;
        }
        if (at + width > limit)
            break;
        if (at >= 0)
            put(area.canvas, area.row + row, area.col + at,
                (struct cell){.c = shown, .style = (uint8_t)style, .width = (uint8_t)width});
        at += width;
    }
    return at - col;
}

static int put_cut(struct area area, int row, int col, int columns, enum style style, const char *text)
{
    if (col < 0 || columns <= 0)
        return 0;
    int used;
    size_t bytes = text_clip(text, columns, &used);
    if (text[bytes] == '\0')
        return put_text(area, row, col, col + columns, style, text, bytes);
    bytes = text_clip(text, columns - 1, NULL);
    used = put_text(area, row, col, col + columns, style, text, bytes);
    return used + put_text(area, row, col + used, col + columns, style, "…", strlen("…"));
}

int paint(struct area area, int row, int col, enum style style, const char *text)
{
    return put_cut(area, row, col, area.cols - col, style, text);
}

void paint_cell(struct area area, int row, int col, int columns, enum style style, const char *text)
{
    if (columns > area.cols - col)
        columns = area.cols - col;
    int used = put_cut(area, row, col, columns, style, text);
    paint_fill(area, row, col + used, 1, columns - used, style);
}

void paint_right(struct area area, int row, int col, int columns, enum style style, const char *text)
{
    if (columns > area.cols - col)
        columns = area.cols - col;
    int width = text_width(text);
    int lead = width < columns ? columns - width : 0;
    paint_fill(area, row, col, 1, lead, style);
    put_cut(area, row, col + lead, columns - lead, style, text);
}

int paintf(struct area area, int row, int col, enum style style, const char *format, ...)
{
    char text[1024];
    va_list args;
    va_start(args, format);
    vsnprintf(text, sizeof text, format, args);
    va_end(args);
    return paint(area, row, col, style, text);
}

int paint_wrap(struct area area, int row, int col, enum style style, const char *text)
{
    int first = row, columns = area.cols - col;
    if (columns < 2)
        return 0;
    for (size_t next; *text && row < area.rows; text += next, row++) {
        size_t bytes = text_wrap(text, columns, &next);
        put_text(area, row, col, area.cols, style, text, bytes);
    }
    return row - first;
}

void paint_fill(struct area area, int row, int col, int rows, int columns, enum style style)
{
    if (col < 0) {
        columns += col;
        col = 0;
    }
    for (int r = row < 0 ? 0 : row; r < row + rows && r < area.rows; r++)
        for (int c = col; c < col + columns && c < area.cols; c++)
            put(area.canvas, area.row + r, area.col + c, (struct cell){.c = ' ', .style = (uint8_t)style, .width = 1});
}

static void rule(struct area area, int row, int from, int to)
{
    for (int c = from; c < to && row >= 0 && row < area.rows; c++)
        put(area.canvas, area.row + row, area.col + c, (struct cell){.c = 0x2500, .style = STYLE_WEAK, .width = 1});
}

void paint_rule(struct area area, int row, const char *title)
{
    rule(area, row, 0, area.cols);
    if (*title) {
        paint_fill(area, row, 1, 1, 1, STYLE_TITLE);
        int used = paint(area_part(area, row, 2, 1, area.cols - 4), 0, 0, STYLE_TITLE, title);
        paint_fill(area, row, 2 + used, 1, 1, STYLE_TITLE);
    }
}

struct area paint_frame(struct area area, const char *title)
{
    if (area.rows < 2 || area.cols < 4)
        return area;
    paint_fill(area, 0, 0, area.rows, area.cols, STYLE_NORMAL);
    static const uint32_t corner[4] = {0x250c, 0x2510, 0x2514, 0x2518};
    int bottom = area.rows - 1, right = area.cols - 1;
    paint_rule(area, 0, title);
    rule(area, bottom, 0, area.cols);
    for (int r = 1; r < bottom; r++)
        for (int side = 0; side < 2; side++)
            put(area.canvas, area.row + r, area.col + (side ? right : 0),
                (struct cell){.c = 0x2502, .style = STYLE_WEAK, .width = 1});
    for (int i = 0; i < 4; i++)
        put(area.canvas, area.row + (i < 2 ? 0 : bottom), area.col + (i % 2 ? right : 0),
            (struct cell){.c = corner[i], .style = STYLE_WEAK, .width = 1});
    return area_part(area, 1, 2, area.rows - 2, area.cols - 4);
}

struct area paint_dialog(struct area area, int rows, int cols, const char *title)
{
    return paint_frame(area_part(area, (area.rows - rows) / 2, (area.cols - cols) / 2, rows, cols), title);
}

struct area paint_detail(struct area area, int lines, const char *title, const char *text)
{
    int needed = text_lines(text, area.cols - 2), rows = 1 + (needed > lines ? needed : lines),
        above = area.rows - rows;
    paint_rule(area, above, title);
    paint_wrap(area_part(area, above + 1, 1, rows - 1, area.cols - 2), 0, 0, STYLE_NORMAL, text);
    return area_part(area, 0, 0, above, area.cols);
}

void paint_view(struct area area, const struct canvas *from, int first)
{
    for (int row = 0; row < area.rows && first + row < from->rows; row++)
        for (int col = 0; col < area.cols && col < from->cols; col++) {
            struct cell cell = from->cells[(ptrdiff_t)(first + row) * from->cols + col];
            if (cell.width > 0)
                put(area.canvas, area.row + row, area.col + col, cell);
        }
}

void paint_cursor(struct area area, int row, int col)
{
    if (row < 0 || row >= area.rows || col < 0 || col >= area.cols)
        return;
    area.canvas->cursor = true;
    area.canvas->cursor_row = area.row + row;
    area.canvas->cursor_col = area.col + col;
}

char *canvas_text(const struct canvas *canvas, int row)
{
    char *text = malloc((size_t)canvas->cols * 8 + 1), *at = text;
    if (!text)
        return NULL;
    const struct cell *line = canvas->cells + (ptrdiff_t)row * canvas->cols;
    for (int c = 0; c < canvas->cols; c++) {
        if (line[c].width == 0)
            continue;
        at += text_encode(at, line[c].c);
        if (line[c].mark)
            at += text_encode(at, line[c].mark);
    }
    while (at > text && at[-1] == ' ')
        at--;
    *at = '\0';
    return text;
}
