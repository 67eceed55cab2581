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

static struct entry entry(const struct keybar *bar, enum action action)
{
    struct entry e = {.label = bar->label(bar->closure, action)};
    key k = keymap_shown(bar->keys, bar->contexts, action, bar->typing);
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

void keybar_draw(const struct keybar *bar, struct area area)
{
    int end = area.cols, last = area.rows - 1;
    for (size_t i = ALWAYS; i-- > 0;) {
        struct entry e = entry(bar, always[i]);
        end -= e.width;
        if (e.width)
            put(area, last, end, &e);
    }
    int row = 0, col = 0;
    for (const enum context *c = bar->contexts; *c != CONTEXT_GLOBAL; c++)
        for (int action = 1; action < ACTION_COUNT && row <= last; action++) {
            if (action_table[action].context != *c)
                continue;
            struct entry e = entry(bar, (enum action)action);
            if (col + e.width > (row == last ? end : area.cols + 1)) {
                row++;
                col = 0;
            }
            if (row <= last && e.width && col + e.width <= (row == last ? end : area.cols + 1))
                col += put(area, row, col, &e);
        }
}
