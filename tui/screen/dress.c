/* SPDX-License-Identifier: MIT */
/* The appearance self-check before the shift (norms 1.1 to 1.3), then the choice of the counter. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "list.h"

struct line {
    const char *key, *text; /* message id */
    bool party;             /* only members of the party are asked */
};
static const struct line lines[] = {
    {"badge", N_("The staff badge is worn and can be seen"), false},
    {"party_badge", N_("The party badge is worn"), true},
    {"uniform", N_("The uniform is complete, clean and tidy"), false},
    {"grooming", N_("Hair, hands and bearing are proper"), false},
};
enum { LINES = sizeof lines / sizeof lines[0] };

struct dress {
    bool yes[LINES];
    int shown[LINES]; /* lines that are asked */
    struct list list;
};

static const struct banshi_session *session(const struct app *app)
{
    return banshi_row(struct banshi_session, app->session, 0);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct dress *d = state;
    (void)argument;
    for (int i = 0; i < LINES; i++)
        if (!lines[i].party || session(app)->party_member)
            d->shown[d->list.count++] = i;
}

static void on_counters(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    (void)state;
    struct option *items = calloc(rows->count + 1, sizeof *items);
    char(*texts)[256] = calloc(rows->count + 1, sizeof *texts);
    size_t n = 0;
    /* one's own department first, free counters before taken ones */
    for (int pass = 0; items && texts && pass < 4; pass++)
        for (size_t i = 0; i < rows->count; i++) {
            const struct banshi_counter *c = banshi_row(struct banshi_counter, rows, i);
            bool own = strcmp(c->department, session(app)->department) == 0, free_now = c->staff == 0;
            if ((own ? 0 : 2) + (free_now ? 0 : 1) != pass)
                continue;
            snprintf(texts[n], sizeof texts[n], "%s  %s  %s%s", c->label, c->name, free_now ? _("free") : _("taken: "),
                     c->staff_name);
            items[n] = (struct option){texts[n], c->id};
            n++;
        }
    app_open(app, "pick", 0, &(struct options){_("Which counter?"), items, n, 0});
    free(items);
    free(texts);
}

static void on_signed_on(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&app->session, rows);
    app_close(app, true, NULL, 0);
    app_open(app, "counter", 0, NULL);
}

static void result(struct app *app, void *state, const struct result *result)
{
    const struct dress *d = state;
    char answers[256] = "{";
    if (!result->chosen)
        return;
    for (size_t i = 0; i < d->list.count; i++) {
        size_t used = strlen(answers);
        snprintf(answers + used, sizeof answers - used, "%s\"%s\":%s", i ? "," : "", lines[d->shown[i]].key,
                 d->yes[d->shown[i]] ? "true" : "false");
    }
    strcat(answers, "}");
    app_ask(app, state, on_signed_on, banshi_session_sign_on, NULL, result->number, answers);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct dress *d = state;
    switch (action) {
    case ACTION_DRESS_ALL:
        memset(d->yes, 1, sizeof d->yes);
        return true;
    case ACTION_DRESS_TOGGLE:
        d->yes[d->shown[d->list.selected]] = !d->yes[d->shown[d->list.selected]];
        return true;
    case ACTION_DRESS_DONE:
        app_ask(app, state, on_counters, banshi_counter_list);
        return true;
    default:
        return list_act(&d->list, action);
    }
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct dress *d = state;
    (void)app;
    int cols = area.cols > 70 ? 66 : area.cols, rows = (int)d->list.count + 6;
    struct area inside =
        paint_frame(area_part(area, (area.rows - rows) / 2, (area.cols - cols) / 2, rows, cols), _("Appearance self-check"));
    paint(inside, 0, 0, STYLE_WEAK, _("The answers are stored with your shift."));
    for (size_t i = 0; i < d->list.count; i++) {
        char text[256];
        snprintf(text, sizeof text, " [%s] %s", d->yes[d->shown[i]] ? "x" : " ", _(lines[d->shown[i]].text));
        paint_cell(inside, (int)i + 2, 0, inside.cols, i == d->list.selected ? STYLE_SELECTED : STYLE_NORMAL, text);
    }
}

const struct screen screen_dress = {
    .name = "dress",
    .title = N_("Appearance self-check"),
    .contexts = {CONTEXT_DRESS, CONTEXT_LIST},
    .size = sizeof(struct dress),
    .open = open,
    .act = act,
    .result = result,
    .draw = draw,
};
