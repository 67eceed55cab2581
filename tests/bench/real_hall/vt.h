/* SPDX-License-Identifier: MIT */
/* The screen of a terminal out of what a program prints: only what the terminal "hall" of hall.sh can do, in UTF-8. */
#ifndef VT_H
#define VT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { VT_ROWS = 50, VT_COLS = 160 };

struct vt {
    int rows, cols, row, col;
    enum { VT_TEXT, VT_ESCAPE, VT_SEQUENCE } state;
    int numbers[2];
    size_t count; /* of the numbers */
    mbstate_t part;
    wchar_t cells[VT_ROWS][VT_COLS]; /* 0: the right half of a wide character */
};

static inline void vt_erase(struct vt *vt, int row, int col)
{
    for (; row >= 0 && row < vt->rows && col < vt->cols; col++)
        vt->cells[row][col] = L' ';
}

static inline void vt_open(struct vt *vt, int rows, int cols)
{
    memset(vt, 0, sizeof *vt);
    vt->rows = rows;
    vt->cols = cols;
    for (int row = 0; row < rows; row++)
        vt_erase(vt, row, 0);
}

static inline void vt_put(struct vt *vt, wchar_t character)
{
    int width = wcwidth(character);
    if (width < 1 || vt->row >= vt->rows || vt->col + width > vt->cols)
        return;
    wchar_t *at = &vt->cells[vt->row][vt->col];
    if (!*at && vt->col > 0) /* half of a wide character is no character */
        at[-1] = L' ';
    if (vt->col + width < vt->cols && !at[width])
        at[width] = L' ';
    at[0] = character;
    if (width == 2)
        at[1] = 0;
    vt->col += width;
}

/* The end of a control sequence. */
static inline void vt_control(struct vt *vt, wchar_t final)
{
    int first = vt->numbers[0], second = vt->count > 0 ? vt->numbers[1] : 0;
    if (final == L'H') {
        vt->row = first > 0 ? first - 1 : 0;
        vt->col = second > 0 ? second - 1 : 0;
    } else if (final == L'K' || final == L'J') {
        vt_erase(vt, vt->row, vt->col);
        for (int row = vt->row + 1; final == L'J' && row < vt->rows; row++)
            vt_erase(vt, row, 0);
    }
}

static inline void vt_take(struct vt *vt, wchar_t c)
{
    if (c == L'\033') {
        vt->state = VT_ESCAPE;
    } else if (vt->state == VT_ESCAPE) {
        vt->state = c == L'[' ? VT_SEQUENCE : VT_TEXT;
        vt->numbers[0] = vt->numbers[1] = 0;
        vt->count = 0;
    } else if (vt->state == VT_SEQUENCE && c >= L'@') {
        vt->state = VT_TEXT;
        vt_control(vt, c);
    } else if (vt->state == VT_SEQUENCE) {
        vt->count += c == L';';
        if (c >= L'0' && c <= L'9' && vt->count < 2)
            vt->numbers[vt->count] = vt->numbers[vt->count] * 10 + (int)(c - L'0');
    } else if (c == L'\r') {
        vt->col = 0;
    } else {
        vt_put(vt, c);
    }
}

static inline void vt_feed(struct vt *vt, const char *bytes, size_t n)
{
    while (n > 0) {
        wchar_t c;
        size_t used = mbrtowc(&c, bytes, n, &vt->part);
        if (used == (size_t)-2)
            return;
        if (used == (size_t)-1) {
            memset(&vt->part, 0, sizeof vt->part);
            used = 1;
        } else {
            vt_take(vt, c);
        }
        used = used ? used : 1;
        bytes += used;
        n -= used;
    }
}

/* A row as it is read. */
static inline void vt_row(const struct vt *vt, int row, wchar_t ret_text[VT_COLS + 1])
{
    size_t n = 0;
    for (int col = 0; col < vt->cols; col++)
        if (vt->cells[row][col])
            ret_text[n++] = vt->cells[row][col];
    ret_text[n] = 0;
}

/* Is the text in one of the rows? What stands before it in its row goes to ret_before, which may be NULL; what follows to
 * ret_after. */
static inline bool vt_find(const struct vt *vt, const wchar_t *text, wchar_t *ret_before, wchar_t *ret_after)
{
    wchar_t line[VT_COLS + 1];
    for (int row = 0; row < vt->rows; row++) {
        vt_row(vt, row, line);
        wchar_t *at = wcsstr(line, text);
        if (!at)
            continue;
        if (ret_after)
            wcscpy(ret_after, at + wcslen(text));
        *at = 0;
        if (ret_before)
            wcscpy(ret_before, line);
        return true;
    }
    return false;
}

static inline bool vt_shows(const struct vt *vt, const wchar_t *text)
{
    return vt_find(vt, text, NULL, NULL);
}

static inline void vt_print(const struct vt *vt)
{
    wchar_t line[VT_COLS + 1];
    for (int row = 0; row < vt->rows; row++) {
        vt_row(vt, row, line);
        printf("    |%ls|\n", line);
    }
}

#endif
