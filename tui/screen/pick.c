/* SPDX-License-Identifier: MIT */
/* Choosing one line of several: what is typed filters them, as words or as pinyin initials. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "kit/table.h"

struct line {
    int64_t number;
    char *text;
};
static const struct banshi_shape line_shape = {.name = "option", .size = sizeof(struct line)};

struct pick {
    char title[128];
    struct line *lines;
    size_t count;
    struct table table;
};

static const char *text(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)state, (void)room;
    return ((const struct line *)record)->text;
}

static const struct column columns[] = {{"", .text = text, .weight = 1}};
static const struct table_shape shape = {TABLE_OF(columns), .none = N_("Nothing matches")};

/* The line whose first word is what was typed, as counter 1 is among A1 and 10; else the first. */
static size_t best(const struct table *t)
{
    size_t length = strlen(t->filter.text);
    for (size_t i = 0; length && i < t->lines.count; i++) {
        const char *of = ((const struct line *)table_line(t, i))->text;
        if (strncmp(of, t->filter.text, length) == 0 && (of[length] == ' ' || of[length] == '\0'))
            return i;
    }
    return 0;
}

static void open(struct app *app, void *state, const void *argument)
{
    struct pick *p = state;
    const struct options *o = argument;
    snprintf(p->title, sizeof p->title, "%s", o->title);
    p->lines = calloc(o->count + 1, sizeof *p->lines);
    if (!p->lines)
        app_say(app, STYLE_BAD, "%s", _("Out of memory"));
    for (size_t i = 0; p->lines && i < o->count; i++) {
        p->lines[p->count] = (struct line){o->items[i].number, strdup(o->items[i].text)};
        p->count += p->lines[p->count].text != NULL;
    }
    p->table.shape = &shape;
    p->table.filtering = true;
    table_set(&p->table, &line_shape, p->lines, p->count);
    table_take(&p->table, (uint64_t)o->chosen);
}

static bool type(struct app *app, void *state, key k)
{
    struct pick *p = state;
    (void)app;
    if (k == K_HOME || k == K_END || k == K_ENTER || k == K_ESC || (k == '/' && !p->table.filter.text[0]) ||
        !table_key(&p->table, k))
        return false;
    p->table.lines.selected = best(&p->table);
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct pick *p = state;
    const struct line *line = table_selected(&p->table);
    if (action != ACTION_CHOOSE || !line)
        return table_act(&p->table, action);
    app_close(app, true, line->text, line->number);
    return true;
}

static const char *hint(const void *state, enum action action)
{
    return action == ACTION_CHOOSE && !table_selected(&((const struct pick *)state)->table) ? "" : NULL;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct pick *p = state;
    (void)app;
    int rows = (int)p->count + 4, cols = area.cols > 110 ? 100 : area.cols - 4;
    struct area inside = paint_dialog(area, rows < area.rows ? rows : area.rows, cols, p->title);
    char total[32];
    table_draw(&p->table, inside, true);
    snprintf(total, sizeof total, "%zu/%zu", p->table.lines.count, p->count);
    paint_right(inside, inside.rows - 1, inside.cols - 11, 11, STYLE_WEAK, total);
}

static void close(struct app *app, void *state)
{
    struct pick *p = state;
    (void)app;
    for (size_t i = 0; i < p->count; i++)
        free(p->lines[i].text);
    free(p->lines);
    table_free(&p->table);
}

const struct screen screen_pick = {
    .name = "pick",
    .title = N_("Choose"),
    .contexts = {CONTEXT_CHOOSE, CONTEXT_LIST},
    .size = sizeof(struct pick),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .hint = hint,
    .draw = draw,
    .close = close,
};
