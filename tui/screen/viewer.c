/* SPDX-License-Identifier: MIT */
/* Lines to read, scrolled. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "text.h"

struct viewer {
    char title[128];
    char *text;
    struct list list; /* the selected line is the first one shown */
};

static void open(struct app *app, void *state, const void *argument)
{
    struct viewer *v = state;
    const struct reading *r = argument;
    (void)app;
    snprintf(v->title, sizeof v->title, "%s", r->title);
    v->text = strdup(r->text);
    v->list.count = v->text ? (size_t)text_lines(v->text, 70) : 0;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct viewer *v = state;
    if (action == ACTION_CHOOSE) {
        app_close(app, false, NULL, 0);
        return true;
    }
    return list_act(&v->list, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct viewer *v = state;
    (void)app;
    int cols = area.cols > 96 ? 92 : area.cols - 2, lines = v->text ? text_lines(v->text, cols - 4) : 0;
    int rows = lines + 2 < area.rows ? lines + 2 : area.rows;
    struct area inside = paint_dialog(area, rows, cols, v->title);
    const char *at = v->text ? v->text : "";
    int most = lines > inside.rows ? lines - inside.rows : 0,
        skip = (int)v->list.selected < most ? (int)v->list.selected : most;
    for (size_t next; *at && skip > 0; at += next, skip--)
        text_wrap(at, inside.cols, &next);
    paint_wrap(inside, 0, 0, STYLE_NORMAL, at);
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
    .draw = draw,
    .close = close,
};
