/* SPDX-License-Identifier: MIT */
/* The appearance self-check before the shift (norms 1.1 to 1.3), then the choice of the counter. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "habit.h"
#include "i18n.h"
#include "kit/lines.h"

enum { LINES = 16 }; /* at most */

enum answer { OPEN, YES, NO };
struct dress {
    enum answer answers[LINES];
    int shown[LINES]; /* words that are asked */
    struct lines list;
};

static const struct banshi_session *session(const struct app *app)
{
    return banshi_row(struct banshi_session, app->session, 0);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct dress *d = state;
    (void)argument;
    for (int i = 0; i < LINES && banshi_word_dress[i].code; i++)
        if (session(app)->party_member || !banshi_word_find(banshi_word_dress_party, banshi_word_dress[i].code))
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
    app_open(app, "pick", 0, &(struct options){_("Which counter?"), items, n, habit_read().counter});
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
    struct habit habit = {.counter = session(app)->counter};
    snprintf(habit.login, sizeof habit.login, "%s", session(app)->login);
    habit_write(&habit);
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
        snprintf(answers + used, sizeof answers - used, "%s\"%s\":%s", i ? "," : "",
                 banshi_word_dress[d->shown[i]].code, d->answers[d->shown[i]] == YES ? "true" : "false");
    }
    strcat(answers, "}");
    app_write(app, state, on_signed_on, banshi_session_sign_on, result->number, answers);
}

/* The first line without an answer; the count when there is none. */
static size_t first_open(const struct dress *d)
{
    size_t i = 0;
    while (i < d->list.count && d->answers[d->shown[i]] != OPEN)
        i++;
    return i;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct dress *d = state;
    enum answer *answer = &d->answers[d->shown[d->list.selected]];
    switch (action) {
    case ACTION_DRESS_ALL:
        for (size_t i = 0; i < LINES; i++)
            d->answers[i] = YES;
        return true;
    case ACTION_DRESS_TOGGLE:
        *answer = *answer == YES ? NO : YES;
        return true;
    case ACTION_DRESS_DONE:
        if (first_open(d) < d->list.count) {
            d->list.selected = first_open(d);
            app_say(app, STYLE_WARN, "%s", _("Answer every line: the space bar one by one, a for all in order"));
        } else {
            app_ask(app, state, on_counters, banshi_counter_list);
        }
        return true;
    default:
        return lines_act(&d->list, action);
    }
}

static void draw(const struct app *app, const void *state, struct area area)
{
    static const char *const words[] = {[OPEN] = N_("not answered"), [YES] = N_("yes"), [NO] = N_("no")};
    static const enum style styles[] = {[OPEN] = STYLE_WEAK, [YES] = STYLE_GOOD, [NO] = STYLE_WARN};
    const struct dress *d = state;
    (void)app;
    int cols = area.cols > 70 ? 66 : area.cols, rows = (int)d->list.count + 6;
    struct area inside = paint_dialog(area, rows, cols, _("Appearance self-check"));
    paint(inside, 0, 1, STYLE_NORMAL, _("The answers are stored with your shift."));
    for (size_t i = 0; i < d->list.count; i++) {
        enum answer answer = d->answers[d->shown[i]];
        bool chosen = i == d->list.selected;
        paint_cell(inside, (int)i + 2, 0, inside.cols, chosen ? STYLE_SELECTED : STYLE_NORMAL, "");
        paint(inside, (int)i + 2, 1, chosen ? STYLE_SELECTED : STYLE_NORMAL, _(banshi_word_dress[d->shown[i]].message));
        paint_right(inside, (int)i + 2, inside.cols - 13, 12, chosen ? STYLE_SELECTED : styles[answer],
                    _(words[answer]));
    }
}

const struct screen screen_dress = {
    .name = "dress",
    .title = N_("Appearance self-check"),
    .contexts = {CONTEXT_DRESS, CONTEXT_LIST},
    .least = RANK_CLERK,
    .size = sizeof(struct dress),
    .open = open,
    .act = act,
    .result = result,
    .draw = draw,
};
