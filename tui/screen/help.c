/* SPDX-License-Identifier: MIT */
/* What each key does on the screen below. */
#include <config.h>

#include <stdio.h>

#include "app.h"
#include "i18n.h"
#include "kit/table.h"
#include "kit/text.h"

struct line {
    int64_t id;
    char keys[64];
    const char *help; /* message id; of a heading its name */
    bool heading;
};
static const struct banshi_shape line_shape = {.name = "key", .size = sizeof(struct line)};

struct help {
    struct line lines[ACTION_COUNT + CONTEXT_COUNT];
    size_t count;
    struct table table;
};

static const char *keys(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)state, (void)room;
    return ((const struct line *)record)->heading ? "" : ((const struct line *)record)->keys;
}

static const char *help(const void *state, const void *record, char room[CELL_SIZE])
{
    const struct line *line = record;
    (void)state;
    if (!line->heading)
        return _(line->help);
    snprintf(room, CELL_SIZE, "── %s ──", _(line->help));
    return room;
}

static enum style style(const void *state, const void *record)
{
    (void)state;
    return ((const struct line *)record)->heading ? STYLE_TITLE : STYLE_NORMAL;
}

static enum style strong(const void *state, const void *record)
{
    (void)state, (void)record;
    return STYLE_STRONG;
}

static const struct column columns[] = {{"", .text = keys, .least = 16, .style = strong},
                                        {"", .text = help, .weight = 1, .style = style}};
static const struct table_shape shape = {TABLE_OF(columns), .none = N_("Nothing matches")};

static void key_names(const struct keymap *map, enum action action, char ret[64])
{
    size_t used = 0;
    char label[KEY_LABEL_SIZE];
    ret[0] = '\0';
    for (size_t i = 0; i < KEYMAP_KEYS && map->keys[action][i] != K_NONE; i++)
        used += (size_t)snprintf(ret + used, 64 - used, "%s%s", i ? " " : "", key_label(map->keys[action][i], label));
}

static struct line *add(struct help *h, const char *words)
{
    struct line *line = &h->lines[h->count++];
    line->id = (int64_t)h->count;
    line->help = words;
    return line;
}

static void open(struct app *app, void *state, const void *argument)
{
    struct help *h = state;
    enum context contexts[CONTEXTS_MOST];
    (void)argument;
    app_contexts(app_below(app)->screen, contexts);
    for (size_t i = 0; contexts[i] != CONTEXT_NONE; i++) {
        size_t before = h->count;
        for (int action = 1; action < ACTION_COUNT; action++) {
            if (action_table[action].context != contexts[i])
                continue;
            if (h->count == before)
                add(h, context_heading[contexts[i]])->heading = true;
            key_names(&app->keys, (enum action)action, add(h, action_table[action].help)->keys);
        }
    }
    h->table.shape = &shape;
    table_set(&h->table, &line_shape, h->lines, h->count);
}

static bool typing(const void *state)
{
    return ((const struct help *)state)->table.filtering;
}

static bool type(struct app *app, void *state, key k)
{
    (void)app;
    return table_key(&((struct help *)state)->table, k);
}

static bool act(struct app *app, void *state, enum action action)
{
    if (action != ACTION_CHOOSE && action != ACTION_HELP)
        return table_act(&((struct help *)state)->table, action);
    app_close(app, false, NULL, 0);
    return true;
}

static const char *hint(const void *state, enum action action)
{
    if (typing(state) && action_table[action].context != CONTEXT_GLOBAL)
        return action == ACTION_CHOOSE ? action_table[ACTION_FILTER_KEEP].label : "";
    if (action == ACTION_EXPORT || action == ACTION_PRINT_LIST || action == ACTION_FILTER_KEEP)
        return "";
    return action == ACTION_CHOOSE ? N_("Continue") : action == ACTION_FILTER ? action_table[action].label : NULL;
}

/* What the selected line says, below the lines when it is longer than there. */
static void draw(const struct app *app, const void *state, struct area area)
{
    enum { AT = 18, DETAIL = 2 };
    const struct help *h = state;
    const struct line *line = table_selected(&h->table);
    struct area inside = paint_frame(area, _("Help"));
    (void)app;
    if (line && text_width(_(line->help)) > inside.cols - AT) {
        paint_wrap(area_part(inside, inside.rows - DETAIL, 1, DETAIL, inside.cols - 1), 0, 0, STYLE_WEAK,
                   _(line->help));
        inside.rows -= DETAIL;
    }
    table_draw(&h->table, inside, true);
}

static void close(struct app *app, void *state)
{
    (void)app;
    table_free(&((struct help *)state)->table);
}

const struct screen screen_help = {
    .name = "help",
    .title = N_("Help"),
    .opened_by = ACTION_HELP,
    .contexts = {CONTEXT_CHOOSE, CONTEXT_LIST, CONTEXT_TABLE},
    .size = sizeof(struct help),
    .dialog = true,
    .open = open,
    .key = type,
    .typing = typing,
    .act = act,
    .hint = hint,
    .draw = draw,
    .close = close,
};
