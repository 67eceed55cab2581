/* SPDX-License-Identifier: MIT */
/* A question to be answered by yes or no. */
#include <config.h>

#include <stdio.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "kit/text.h"

struct confirm {
    char title[128], text[512];
};

static void open(struct app *app, void *state, const void *argument)
{
    struct confirm *c = state;
    const struct question *q = argument;
    (void)app;
    snprintf(c->title, sizeof c->title, "%s", q->title);
    snprintf(c->text, sizeof c->text, "%s", q->text);
}

static bool act(struct app *app, void *state, enum action action)
{
    (void)state;
    if (action != ACTION_YES && action != ACTION_NO)
        return false;
    app_close(app, action == ACTION_YES, NULL, 0);
    return true;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct confirm *c = state;
    (void)app;
    int cols = area.cols > 70 ? 64 : area.cols - 6, rows = text_lines(c->text, cols - 4) + 2;
    struct area inside = paint_dialog(area, rows, cols, c->title);
    paint_wrap(inside, 0, 0, STYLE_STRONG, c->text);
}

const struct screen screen_confirm = {
    .name = "confirm",
    .title = N_("Question"),
    .contexts = {CONTEXT_DIALOG},
    .size = sizeof(struct confirm),
    .dialog = true,
    .open = open,
    .act = act,
    .draw = draw,
};
