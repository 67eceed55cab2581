/* SPDX-License-Identifier: MIT */
/* A question to be answered by a line of text. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "kit/edit.h"
#include "i18n.h"
#include "kit/text.h"

struct prompt {
    char title[128], label[256];
    struct edit edit;
    bool must, lacking; /* lacking: it was confirmed with nothing */
};

static void open(struct app *app, void *state, const void *argument)
{
    struct prompt *p = state;
    const struct question *q = argument;
    (void)app;
    snprintf(p->title, sizeof p->title, "%s", q->title);
    snprintf(p->label, sizeof p->label, "%s", q->label ? q->label : "");
    p->edit.limit = q->limit;
    p->must = q->must;
    edit_offer(&p->edit, q->text ? q->text : "");
}

static bool type(struct app *app, void *state, key k)
{
    struct prompt *p = state;
    const char *text = p->edit.text;
    p->lacking = k == K_ENTER && p->must && !text[strspn(text, " ")];
    if (k == K_ENTER && (p->edit.refused || p->lacking))
        return true; /* it says why */
    if (k == K_ENTER) {
        app_close(app, true, p->edit.text, 0);
        return true;
    }
    return edit_key(&p->edit, k);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct prompt *p = state;
    (void)app;
    int cols = area.cols > 100 ? 90 : area.cols - 6, lines = text_lines(p->label, cols - 4);
    struct area inside = paint_dialog(area, lines + 4, cols, p->title);
    paint_wrap(inside, 0, 0, STYLE_NORMAL, p->label);
    edit_draw(&p->edit, inside, lines, 0, inside.cols, true);
    if (p->edit.refused)
        paint(inside, lines + 1, 0, STYLE_BAD, _("This character cannot be stored, or the field is full"));
    else if (p->lacking)
        paint(inside, lines + 1, 0, STYLE_BAD, _("This is needed"));
    else
        paint(inside, lines + 1, 0, STYLE_WEAK, _("Enter: confirm   Esc: give up"));
}

const struct screen screen_prompt = {
    .name = "prompt",
    .title = N_("Question"),
    .size = sizeof(struct prompt),
    .dialog = true,
    .open = open,
    .key = type,
    .draw = draw,
};
