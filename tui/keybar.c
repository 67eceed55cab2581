/* SPDX-License-Identifier: MIT */
/* The key bar. */
#include <config.h>

#include "keybar.h"

#include <stdio.h>

#include "i18n.h"
#include "text.h"

static const enum action always[] = {ACTION_BACK, ACTION_PALETTE, ACTION_HELP};
enum { ALWAYS = sizeof always / sizeof always[0] };

struct entry {
    char key[KEY_LABEL_SIZE];
    const char *label;
    int width; /* 0: there is nothing to show */
};

/* Keys that lists have everywhere are not shown, unless the screen has a word for them now. */
static bool is_plain(const struct app *app, enum context context, enum action action)
{
    const struct opened *top = app->top;
    return context == CONTEXT_LIST && !(top->screen->hint && top->screen->hint(top->state, action));
}

static struct entry entry(const struct app *app, const enum context *contexts, enum action action)
{
    struct entry e = {.label = app_hint(app, app->top, action)};
    key k = keymap_shown(&app->keys, contexts, action, app_typing(app));
    if (k == K_NONE || !*e.label)
        return e;
    e.label = _(e.label);
    key_label(k, e.key);
    e.width = text_width(e.key) + 1 + text_width(e.label) + 2;
    return e;
}

static int put(struct area area, int row, int col, const struct entry *e)
{
    int used = paint(area, row, col, STYLE_KEY, e->key);
    paint(area, row, col + used + 1, STYLE_NORMAL, e->label);
    return e->width;
}

void keybar_draw(const struct app *app, struct area area)
{
    enum context contexts[CONTEXTS_MOST];
    app_contexts(app->top->screen, contexts);
    int end = area.cols, last = area.rows - 1;
    for (size_t i = ALWAYS; i-- > 0;) {
        struct entry e = entry(app, contexts, always[i]);
        end -= e.width;
        if (e.width)
            put(area, last, end, &e);
    }
    int row = 0, col = 0;
    for (const enum context *c = contexts; *c != CONTEXT_GLOBAL; c++)
        for (int action = 1; action < ACTION_COUNT && row <= last; action++) {
            if (action_table[action].context != *c || is_plain(app, *c, (enum action)action))
                continue;
            struct entry e = entry(app, contexts, (enum action)action);
            if (col + e.width > (row == last ? end : area.cols + 1)) {
                row++;
                col = 0;
            }
            if (row <= last && e.width && col + e.width <= (row == last ? end : area.cols + 1))
                col += put(area, row, col, &e);
        }
}
