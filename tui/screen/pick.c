/* SPDX-License-Identifier: MIT */
/* Choosing one line of several: what is typed filters them, as words or as pinyin initials. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "kit/edit.h"
#include "i18n.h"
#include "list.h"
#include "kit/text.h"

struct pick {
    char title[128];
    char **texts;
    int64_t *numbers;
    size_t count;
    size_t *matches; /* indices of the lines that the filter lets through */
    struct list list;
    struct edit filter;
};

static void apply_filter(struct pick *p)
{
    size_t n = 0;
    for (size_t i = 0; i < p->count; i++)
        if (!p->filter.text[0] || banshi_pinyin_find(p->texts[i], p->filter.text) >= 0)
            p->matches[n++] = i;
    list_resize(&p->list, n);
}

/* The line whose first word is what was typed, as counter 1 is among A1 and 10; else the first. */
static size_t best(const struct pick *p)
{
    size_t length = strlen(p->filter.text);
    for (size_t i = 0; length && i < p->list.count; i++) {
        const char *text = p->texts[p->matches[i]];
        if (strncmp(text, p->filter.text, length) == 0 && (text[length] == ' ' || text[length] == '\0'))
            return i;
    }
    return 0;
}

static void open(struct app *app, void *state, const void *argument)
{
    struct pick *p = state;
    const struct options *o = argument;
    snprintf(p->title, sizeof p->title, "%s", o->title);
    p->texts = calloc(o->count + 1, sizeof *p->texts);
    p->numbers = calloc(o->count + 1, sizeof *p->numbers);
    p->matches = calloc(o->count + 1, sizeof *p->matches);
    if (!p->texts || !p->numbers || !p->matches) {
        app_say(app, STYLE_BAD, "%s", _("Out of memory"));
        return;
    }
    for (size_t i = 0; i < o->count; i++) {
        p->texts[p->count] = strdup(o->items[i].text);
        p->numbers[p->count] = o->items[i].number;
        p->count += p->texts[p->count] != NULL;
    }
    apply_filter(p);
    for (size_t i = 0; i < p->count; i++)
        if (p->numbers[i] == o->chosen)
            p->list.selected = i;
}

static bool type(struct app *app, void *state, key k)
{
    struct pick *p = state;
    (void)app;
    if (k == K_HOME || k == K_END || (k == '/' && !p->filter.text[0]) || !edit_key(&p->filter, k))
        return false;
    apply_filter(p);
    p->list.selected = best(p);
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct pick *p = state;
    if (action == ACTION_CHOOSE && p->list.count) {
        size_t i = p->matches[p->list.selected];
        char text[512];
        snprintf(text, sizeof text, "%s", p->texts[i]);
        app_close(app, true, text, p->numbers[i]);
        return true;
    }
    return list_act(&p->list, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct pick *p = state;
    (void)app;
    int rows = (int)p->count + 4, cols = area.cols > 110 ? 100 : area.cols - 4;
    if (rows > area.rows)
        rows = area.rows;
    struct area inside = paint_dialog(area, rows, cols, p->title);
    int used = paint(inside, 0, 0, STYLE_LABEL, _("Filter: "));
    edit_draw(&p->filter, inside, 0, used, inside.cols - used - 12, true);
    char total[32];
    snprintf(total, sizeof total, "%zu/%zu", p->list.count, p->count);
    paint_right(inside, 0, inside.cols - 11, 11, STYLE_WEAK, total);
    struct area lines = area_part(inside, 1, 0, inside.rows - 1, inside.cols);
    size_t top = list_top(&p->list, lines.rows);
    for (int r = 0; r < lines.rows && top + (size_t)r < p->list.count; r++)
        paint_cell(lines, r, 0, lines.cols, top + (size_t)r == p->list.selected ? STYLE_SELECTED : STYLE_NORMAL,
                   p->texts[p->matches[top + (size_t)r]]);
    if (!p->list.count)
        paint(lines, 0, 0, STYLE_WEAK, _("Nothing matches"));
}

static void close(struct app *app, void *state)
{
    struct pick *p = state;
    (void)app;
    for (size_t i = 0; i < p->count; i++)
        free(p->texts[i]);
    free(p->texts);
    free(p->numbers);
    free(p->matches);
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
    .draw = draw,
    .close = close,
};
