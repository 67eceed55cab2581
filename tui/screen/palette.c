/* SPDX-License-Identifier: MIT */
/* Finding an act by its name or its pinyin initials, and doing it on the screen below. */
#include <config.h>

#include <stdio.h>

#include "app.h"
#include "i18n.h"
#include "kit/table.h"

/* What can be done on the screen below, and as what it is known there. */
struct line {
    int64_t action;
    const char *label;
    char key[KEY_LABEL_SIZE];
};
static const struct banshi_shape line_shape = {.name = "act", .size = sizeof(struct line)};

struct palette {
    struct line lines[ACTION_COUNT];
    size_t count;
    struct table table;
};

static const char *key_of(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)state, (void)room;
    return ((const struct line *)record)->key;
}

static const char *label(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)state, (void)room;
    return _(((const struct line *)record)->label);
}

static const char *help(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)state, (void)room;
    return _(action_table[((const struct line *)record)->action].help);
}

static const struct column columns[] = {
    {"", .text = key_of}, {"", .text = label, .least = 12}, {"", .text = help, .weight = 1}};
static const struct table_shape shape = {TABLE_OF(columns), .none = N_("Nothing matches")};

static void open(struct app *app, void *state, const void *argument)
{
    struct palette *p = state;
    const struct opened *below = app_below(app);
    enum context contexts[CONTEXTS_MOST];
    (void)argument;
    app_contexts(below->screen, contexts);
    for (size_t c = 0; contexts[c] != CONTEXT_NONE; c++)
        for (int action = 1; action < ACTION_COUNT; action++) {
            const char *name =
                action_table[action].context == contexts[c] ? app_hint(app, below, (enum action)action) : "";
            if (!*name || action == ACTION_PALETTE || contexts[c] == CONTEXT_LIST)
                continue;
            struct line *line = &p->lines[p->count++];
            line->action = action;
            line->label = name;
            if (app->keys.keys[action][0] != K_NONE)
                key_label(app->keys.keys[action][0], line->key);
        }
    p->table.shape = &shape;
    p->table.filtering = true;
    table_set(&p->table, &line_shape, p->lines, p->count);
}

static bool type(struct app *app, void *state, key k)
{
    struct palette *p = state;
    (void)app;
    if (k == K_ENTER || k == K_ESC || !table_key(&p->table, k))
        return false;
    p->table.lines.selected = 0;
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct palette *p = state;
    const struct line *line = table_selected(&p->table);
    if (action != ACTION_CHOOSE)
        return table_act(&p->table, action);
    enum action chosen = line ? (enum action)line->action : ACTION_NONE;
    app_close(app, false, NULL, 0);
    app_act(app, chosen);
    return true;
}

static const char *hint(const void *state, enum action action)
{
    return action == ACTION_CHOOSE && !table_selected(&((const struct palette *)state)->table) ? "" : NULL;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct palette *p = state;
    (void)app;
    int rows = area.rows > 22 ? 22 : area.rows, cols = area.cols > 100 ? 96 : area.cols - 2;
    table_draw(&p->table, paint_frame(area_part(area, 0, (area.cols - cols) / 2, rows, cols), _("Find an act")), true);
}

static void close(struct app *app, void *state)
{
    (void)app;
    table_free(&((struct palette *)state)->table);
}

const struct screen screen_palette = {
    .name = "palette",
    .title = N_("Find an act"),
    .opened_by = ACTION_PALETTE,
    .contexts = {CONTEXT_CHOOSE, CONTEXT_LIST},
    .size = sizeof(struct palette),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .hint = hint,
    .draw = draw,
    .close = close,
};
