/* SPDX-License-Identifier: MIT */
/* The key bar. */
#include <config.h>

#include "keybar.h"

#include <stdio.h>

#include "i18n.h"
#include "text.h"

/* Paint one action at *col of *row; false when the area is full. */
static bool put(const struct keymap *keys, enum action action, struct area area, int *row, int *col)
{
    char label[KEY_LABEL_SIZE];
    key k = keymap_key(keys, action);
    if (k == K_NONE)
        return true;
    key_label(k, label);
    const char *text = _(action_table[action].label);
    int width = text_width(label) + text_width(text) + 3;
    if (*col + width > area.cols) {
        ++*row;
        *col = 0;
    }
    if (*row >= area.rows || *col + width > area.cols)
        return false;
    *col += paintf(area, *row, *col, STYLE_KEY, "%s", label);
    *col += paintf(area, *row, *col, STYLE_NORMAL, " %s  ", text);
    return true;
}

void keybar_draw(const struct keymap *keys, const enum context *contexts, struct area area)
{
    /* the way out and the help are always there, at the end of the last line */
    static const enum action always[] = {ACTION_BACK, ACTION_PALETTE, ACTION_HELP};
    char label[KEY_LABEL_SIZE];
    int reserved = 0;
    for (size_t i = 0; i < 3; i++)
        reserved += text_width(key_label(keymap_key(keys, always[i]), label)) + text_width(_(action_table[always[i]].label)) + 3;
    struct area last = area_part(area, area.rows - 1, area.cols - reserved, 1, reserved);
    int row = 0, col = 0;
    for (size_t i = 0; i < 3; i++)
        put(keys, always[i], last, &row, &col);
    row = col = 0;
    for (; *contexts != CONTEXT_NONE; contexts++)
        for (int action = 1; action < ACTION_COUNT; action++) {
            if (action_table[action].context != *contexts || *contexts == CONTEXT_LIST)
                continue;
            struct area line = row < area.rows - 1 ? area_part(area, row, 0, 1, area.cols)
                                                   : area_part(area, row, 0, 1, area.cols - reserved);
            int within = 0;
            if (!put(keys, (enum action)action, line, &within, &col) || within > 0) {
                if (++row >= area.rows)
                    return;
                col = 0;
                within = 0;
                line = row < area.rows - 1 ? area_part(area, row, 0, 1, area.cols)
                                           : area_part(area, row, 0, 1, area.cols - reserved);
                if (!put(keys, (enum action)action, line, &within, &col))
                    return;
            }
        }
}
