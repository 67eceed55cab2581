/* SPDX-License-Identifier: MIT */
/* The line editor: wide characters, a cursor between characters, no more than fits. */
#include <config.h>

#include "edit.h"

#include <stdio.h>
#include <string.h>

#include <banshi/text.h>

#include "text.h"

void edit_set(struct edit *edit, const char *text)
{
    size_t n = strlen(text);
    while (n >= sizeof edit->text || (n && ((unsigned char)text[n] & 0xc0) == 0x80))
        n--;
    memcpy(edit->text, text, n);
    edit->text[n] = '\0';
    edit->cursor = n;
    edit->refused = edit->offered = false;
}

void edit_offer(struct edit *edit, const char *text)
{
    size_t n = strlen(text);
    edit_set(edit, text);
    edit->offered = n && text[n - 1] != ':' && text[n - 1] != '/';
}

static size_t before(const struct edit *edit)
{
    size_t at = edit->cursor;
    while (at > 0 && ((unsigned char)edit->text[--at] & 0xc0) == 0x80)
        continue;
    return at;
}

static size_t after(const struct edit *edit)
{
    uint32_t c;
    return edit->cursor + text_next(edit->text + edit->cursor, &c);
}

static void cut(struct edit *edit, size_t from, size_t to)
{
    memmove(edit->text + from, edit->text + to, strlen(edit->text + to) + 1);
    edit->cursor = from;
}

static void insert(struct edit *edit, key k)
{
    char bytes[4];
    size_t n = text_encode(bytes, k), length = strlen(edit->text);
    edit->refused = !banshi_text_allowed(k) || length + n >= sizeof edit->text ||
                    (edit->limit && banshi_text_length(edit->text) >= edit->limit);
    if (edit->refused)
        return;
    memmove(edit->text + edit->cursor + n, edit->text + edit->cursor, length - edit->cursor + 1);
    memcpy(edit->text + edit->cursor, bytes, n);
    edit->cursor += n;
}

/* The beginning of the word before the cursor. */
static size_t word_start(const struct edit *edit)
{
    size_t at = edit->cursor;
    while (at > 0 && edit->text[at - 1] == ' ')
        at--;
    while (at > 0 && edit->text[at - 1] != ' ')
        at--;
    return at;
}

bool edit_key(struct edit *edit, key k)
{
    edit->refused = false;
    if (edit->offered && key_is_text(k))
        cut(edit, 0, strlen(edit->text));
    edit->offered = false;
    switch (k) {
    case K_LEFT:
        edit->cursor = before(edit);
        return true;
    case K_RIGHT:
        edit->cursor = after(edit);
        return true;
    case K_HOME:
    case K_CTRL('a'):
        edit->cursor = 0;
        return true;
    case K_END:
    case K_CTRL('e'):
        edit->cursor = strlen(edit->text);
        return true;
    case K_BACKSPACE:
        cut(edit, before(edit), edit->cursor);
        return true;
    case K_DELETE: {
        size_t at = edit->cursor;
        cut(edit, at, after(edit));
        return true;
    }
    case K_CTRL('u'):
        cut(edit, 0, edit->cursor);
        return true;
    case K_CTRL('k'):
        edit->text[edit->cursor] = '\0';
        return true;
    case K_CTRL('w'):
        cut(edit, word_start(edit), edit->cursor);
        return true;
    default:
        if (!key_is_text(k))
            return false;
        insert(edit, k);
        return true;
    }
}

void edit_draw(const struct edit *edit, struct area area, int row, int col, int columns, bool focus)
{
    char stars[256], head[sizeof edit->text];
    const char *text = edit->text;
    size_t cursor = edit->cursor;
    if (edit->hidden) {
        cursor = banshi_text_length(text);
        cursor = cursor < sizeof stars ? cursor : sizeof stars - 1;
        memset(stars, '*', cursor);
        stars[cursor] = '\0';
        text = stars;
    }
    snprintf(head, sizeof head, "%.*s", (int)cursor, text);
    const char *shown = text;
    int left = focus ? text_width(head) : 0;
    bool scrolled = left > columns - 2;
    while (left > columns - (scrolled ? 3 : 2)) { /* scroll by characters until the cursor fits */
        uint32_t c;
        size_t n = text_next(shown, &c);
        left -= text_columns(c);
        shown += n;
    }
    paint_cell(area, row, col, columns, focus ? STYLE_FOCUS : STYLE_FIELD, scrolled ? "…" : "");
    paint_cell(area, row, col + scrolled, columns - scrolled, focus ? STYLE_FOCUS : STYLE_FIELD, shown);
    if (focus)
        paint_cursor(area, row, col + scrolled + left);
}
