/* SPDX-License-Identifier: MIT */
/* Finding an act by its name or its pinyin initials, and doing it on the screen below. */
#include <config.h>

#include <stdio.h>

#include "app.h"
#include "edit.h"
#include "i18n.h"
#include "list.h"

struct palette {
    enum context contexts[8];
    enum action matches[ACTION_COUNT];
    struct list list;
    struct edit filter;
};

static void apply_filter(struct palette *p)
{
    size_t n = 0;
    for (size_t c = 0; p->contexts[c] != CONTEXT_NONE; c++)
        for (int action = 1; action < ACTION_COUNT; action++)
            if (action_table[action].context == p->contexts[c] && action != ACTION_PALETTE
                && (!p->filter.text[0] || banshi_pinyin_find(_(action_table[action].label), p->filter.text) >= 0))
                p->matches[n++] = (enum action)action;
    list_resize(&p->list, n);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct palette *p = state;
    const struct screen *below = app_below(app);
    size_t n = 0;
    (void)argument;
    for (; n < 6 && below->contexts[n] != CONTEXT_NONE; n++)
        p->contexts[n] = below->contexts[n];
    p->contexts[n] = CONTEXT_GLOBAL;
    apply_filter(p);
}

static bool type(struct app *app, void *state, key k)
{
    struct palette *p = state;
    (void)app;
    if (!edit_key(&p->filter, k))
        return false;
    p->list.selected = 0;
    apply_filter(p);
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct palette *p = state;
    if (action == ACTION_CHOOSE) {
        enum action chosen = p->list.count ? p->matches[p->list.selected] : ACTION_NONE;
        app_close(app, false, NULL, 0);
        app_act(app, chosen);
        return true;
    }
    return list_act(&p->list, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct palette *p = state;
    int rows = area.rows > 20 ? 18 : area.rows, cols = area.cols > 80 ? 76 : area.cols - 4;
    struct area inside = paint_frame(area_part(area, 0, (area.cols - cols) / 2, rows, cols), _("Find an act"));
    edit_draw(&p->filter, inside, 0, 0, inside.cols, true);
    struct area lines = area_part(inside, 1, 0, inside.rows - 1, inside.cols);
    size_t top = list_top(&p->list, lines.rows);
    for (int r = 0; r < lines.rows && top + (size_t)r < p->list.count; r++) {
        enum action action = p->matches[top + (size_t)r];
        char label[KEY_LABEL_SIZE];
        enum style style = top + (size_t)r == p->list.selected ? STYLE_SELECTED : STYLE_NORMAL;
        paint_cell(lines, r, 0, 8, style, key_label(keymap_key(&app->keys, action), label));
        paint_cell(lines, r, 8, 16, style, _(action_table[action].label));
        paint_cell(lines, r, 24, lines.cols - 24, style, _(action_table[action].help));
    }
}

const struct screen screen_palette = {
    .name = "palette",
    .title = N_("Find an act"),
    .contexts = {CONTEXT_CHOOSE, CONTEXT_LIST},
    .size = sizeof(struct palette),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .draw = draw,
};
