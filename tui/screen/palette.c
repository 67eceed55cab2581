/* SPDX-License-Identifier: MIT */
/* Finding an act by its name or its pinyin initials, and doing it on the screen below. */
#include <config.h>

#include <stdio.h>

#include "app.h"
#include "kit/edit.h"
#include "i18n.h"
#include "list.h"

struct palette {
    enum action possible[ACTION_COUNT]; /* what can be done on the screen below, and as what it is known there */
    const char *labels[ACTION_COUNT];
    size_t count;
    size_t matches[ACTION_COUNT];
    struct list list;
    struct edit filter;
};

static void apply_filter(struct palette *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->count; i++)
        if (!p->filter.text[0] || banshi_pinyin_find(_(p->labels[i]), p->filter.text) >= 0 ||
            banshi_pinyin_find(_(action_table[p->possible[i]].help), p->filter.text) >= 0)
            p->matches[n++] = i;
    list_resize(&p->list, n);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct palette *p = state;
    const struct opened *below = app_below(app);
    enum context contexts[CONTEXTS_MOST];
    (void)argument;
    app_contexts(below->screen, contexts);
    for (size_t c = 0; contexts[c] != CONTEXT_NONE; c++)
        for (int action = 1; action < ACTION_COUNT; action++) {
            const char *label =
                action_table[action].context == contexts[c] ? app_hint(app, below, (enum action)action) : "";
            if (!*label || action == ACTION_PALETTE || contexts[c] == CONTEXT_LIST)
                continue;
            p->labels[p->count] = label;
            p->possible[p->count++] = (enum action)action;
        }
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
        enum action chosen = p->list.count ? p->possible[p->matches[p->list.selected]] : ACTION_NONE;
        app_close(app, false, NULL, 0);
        app_act(app, chosen);
        return true;
    }
    return list_act(&p->list, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct palette *p = state;
    int rows = area.rows > 22 ? 22 : area.rows, cols = area.cols > 100 ? 96 : area.cols - 2;
    struct area inside = paint_frame(area_part(area, 0, (area.cols - cols) / 2, rows, cols), _("Find an act"));
    int used = paint(inside, 0, 0, STYLE_LABEL, _("Filter: "));
    edit_draw(&p->filter, inside, 0, used, inside.cols - used, true);
    struct area lines = area_part(inside, 1, 0, inside.rows - 1, inside.cols);
    size_t top = list_top(&p->list, lines.rows);
    for (int r = 0; r < lines.rows && top + (size_t)r < p->list.count; r++) {
        size_t i = p->matches[top + (size_t)r];
        char label[KEY_LABEL_SIZE] = "";
        enum style style = top + (size_t)r == p->list.selected ? STYLE_SELECTED : STYLE_NORMAL;
        key k = app->keys.keys[p->possible[i]][0];
        paint_cell(lines, r, 0, 7, style, k == K_NONE ? "" : key_label(k, label));
        paint_cell(lines, r, 7, 24, style, _(p->labels[i]));
        paint_cell(lines, r, 31, lines.cols - 31, style, _(action_table[p->possible[i]].help));
    }
    if (!p->list.count)
        paint(lines, 0, 0, STYLE_WEAK, _("Nothing matches"));
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
