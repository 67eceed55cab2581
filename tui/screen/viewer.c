/* SPDX-License-Identifier: MIT */
/* Lines to read, scrolled. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "kit/page.h"
#include "kit/text.h"

enum { FRAME = 2, FRAME_COLUMNS = 4 };

struct viewer {
    char title[128];
    char *text;
    struct page page; /* of the text wrapped */
};

/* Of the text, in a terminal as wide as this. */
static int columns(int cols)
{
    return (cols > 96 ? 92 : cols - 2) - FRAME_COLUMNS;
}

static void open(struct app *app, void *state, const void *argument)
{
    struct viewer *v = state;
    const struct reading *r = argument;
    snprintf(v->title, sizeof v->title, "%s", r->title);
    v->text = strdup(r->text);
    page_begin(&v->page, v->text ? (size_t)text_lines(v->text, columns(app->canvas.cols)) : 0, app->rows - FRAME);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct viewer *v = state;
    if (action == ACTION_CHOOSE) {
        app_close(app, false, NULL, 0);
        return true;
    }
    v->page.lines = v->text ? (size_t)text_lines(v->text, columns(app->canvas.cols)) : 0; /* another width since? */
    return page_act(&v->page, action, app->rows - FRAME);
}

static const char *hint(const void *state, enum action action)
{
    const struct viewer *v = state;
    return action == ACTION_CHOOSE ? N_("Continue") : page_hint(&v->page, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct viewer *v = state;
    const char *at = v->text ? v->text : "";
    int cols = columns(area.cols), lines = text_lines(at, cols),
        rows = lines + FRAME < area.rows ? lines + FRAME : area.rows;
    struct page page = {.lines = (size_t)lines, .first = v->page.first};
    (void)app;
    struct area dialog =
        area_part(area, (area.rows - rows) / 2, (area.cols - cols - FRAME_COLUMNS) / 2, rows, cols + FRAME_COLUMNS);
    struct area inside = paint_frame(dialog, v->title);
    size_t first = page_first(&page, inside.rows);
    for (size_t i = 0, next; *at && i < first; at += next, i++)
        text_wrap(at, inside.cols, &next);
    paint_wrap(inside, 0, 0, STYLE_NORMAL, at);
    page_mark(dialog, rows - 1, page.lines, first, (size_t)inside.rows);
}

static void close(struct app *app, void *state)
{
    struct viewer *v = state;
    (void)app;
    free(v->text);
}

const struct screen screen_viewer = {
    .name = "viewer",
    .title = N_("Reading"),
    .contexts = {CONTEXT_CHOOSE, CONTEXT_LIST},
    .size = sizeof(struct viewer),
    .dialog = true,
    .open = open,
    .act = act,
    .hint = hint,
    .draw = draw,
    .close = close,
};
