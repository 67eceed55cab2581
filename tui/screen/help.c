/* SPDX-License-Identifier: MIT */
/* What each key does on the screen below. */
#include <config.h>

#include <stdio.h>

#include "app.h"
#include "i18n.h"
#include "list.h"
#include "kit/text.h"

struct help {
    enum action actions[ACTION_COUNT]; /* ACTION_NONE is a heading */
    enum context headings[ACTION_COUNT];
    struct list list;
};

static void add(struct help *h, enum context context)
{
    bool any = false;
    for (int action = 1; action < ACTION_COUNT; action++) {
        if (action_table[action].context != context)
            continue;
        if (!any)
            h->headings[h->list.count++] = context;
        any = true;
        h->actions[h->list.count++] = (enum action)action;
    }
}

static void open(struct app *app, void *state, const void *argument)
{
    struct help *h = state;
    enum context contexts[CONTEXTS_MOST];
    (void)argument;
    app_contexts(app_below(app)->screen, contexts);
    for (size_t i = 0; contexts[i] != CONTEXT_NONE; i++)
        add(h, contexts[i]);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct help *h = state;
    if (action == ACTION_CHOOSE || action == ACTION_HELP) {
        app_close(app, false, NULL, 0);
        return true;
    }
    return list_act(&h->list, action);
}

static void key_names(const struct keymap *keys, enum action action, char ret[64])
{
    size_t used = 0;
    char label[KEY_LABEL_SIZE];
    ret[0] = '\0';
    for (size_t i = 0; i < KEYMAP_KEYS && keys->keys[action][i] != K_NONE; i++)
        used += (size_t)snprintf(ret + used, 64 - used, "%s%s", i ? " " : "", key_label(keys->keys[action][i], label));
}

static const char *hint(const void *state, enum action action)
{
    (void)state;
    return action == ACTION_CHOOSE ? N_("Continue") : NULL;
}

/* What the line in hand says, below the lines when it is longer than there. */
static void draw(const struct app *app, const void *state, struct area area)
{
    enum { AT = 18, DETAIL = 2 };
    const struct help *h = state;
    struct area inside = paint_frame(area, _("Help"));
    enum action chosen = h->list.count ? h->actions[h->list.selected] : ACTION_NONE;
    const char *help = chosen == ACTION_NONE ? "" : _(action_table[chosen].help);
    bool longer = text_width(help) > inside.cols - AT;
    if (longer) {
        paint_wrap(area_part(inside, inside.rows - DETAIL, 1, DETAIL, inside.cols - 1), 0, 0, STYLE_WEAK, help);
        inside.rows -= DETAIL;
    }
    size_t top = list_top(&h->list, inside.rows);
    for (int r = 0; r < inside.rows && top + (size_t)r < h->list.count; r++) {
        size_t i = top + (size_t)r;
        char names[64];
        if (h->actions[i] == ACTION_NONE) {
            paint_rule(area_part(inside, r, 0, 1, inside.cols), 0, _(context_heading[h->headings[i]]));
            continue;
        }
        key_names(&app->keys, h->actions[i], names);
        enum style style = i == h->list.selected ? STYLE_SELECTED : STYLE_NORMAL;
        paint_cell(inside, r, 0, inside.cols, style, "");
        paint_cell(inside, r, 1, 16, i == h->list.selected ? style : STYLE_STRONG, names);
        paint(inside, r, AT, style, _(action_table[h->actions[i]].help));
    }
}

const struct screen screen_help = {
    .name = "help",
    .title = N_("Help"),
    .contexts = {CONTEXT_CHOOSE, CONTEXT_LIST},
    .size = sizeof(struct help),
    .dialog = true,
    .open = open,
    .act = act,
    .hint = hint,
    .draw = draw,
};
