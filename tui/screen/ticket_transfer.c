/* SPDX-License-Identifier: MIT */
/* Passing the number in hand on to a queue or a counter. Its argument is the number. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "kit/form.h"
#include "i18n.h"

struct transfer {
    char title[128];
    const struct banshi_rows *queues, *counters;
    int64_t target; /* a queue, or a counter as a negative number; 0: not chosen */
    struct form form;
};

static const struct banshi_word places[] = {{.code = "keep", .message = N_("keeps its place in time")},
                                            {.code = "end", .message = N_("joins at the end")},
                                            {.code = NULL}};

static void pick(struct app *app, struct transfer *t)
{
    size_t n = 0, most = t->queues->count + t->counters->count;
    struct option *items = calloc(most + 1, sizeof *items);
    char(*texts)[256] = calloc(most + 1, sizeof *texts);
    if (items && texts) {
        for (size_t i = 0; i < t->queues->count; i++, n++) {
            const struct banshi_queue *q = banshi_row(struct banshi_queue, t->queues, i);
            snprintf(texts[n], sizeof texts[n], _("Queue %s %s  (%d waiting, %d open)"), q->code, q->name,
                     (int)q->waiting, (int)q->open);
            items[n] = (struct option){texts[n], q->id};
        }
        for (size_t i = 0; i < t->counters->count; i++) {
            const struct banshi_counter *c = banshi_row(struct banshi_counter, t->counters, i);
            if (strcmp(c->state, "closed") == 0 || c->id == banshi_row(struct banshi_session, app->session, 0)->counter)
                continue;
            snprintf(texts[n], sizeof texts[n], _("Counter %s %s  %s"), c->label, c->name, c->staff_name);
            items[n] = (struct option){texts[n], -c->id};
            n++;
        }
        app_open(app, "pick", 0, &(struct options){_("Pass on to which queue or counter?"), items, n, t->target});
    }
    free(items);
    free(texts);
}

static void on_counters(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct transfer *t = state;
    if (error->code == 0) {
        keep_rows(&t->counters, rows);
        pick(app, t);
    } else {
        app_error(app, error);
    }
}

static void on_queues(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct transfer *t = state;
    if (error->code == 0) {
        keep_rows(&t->queues, rows);
        app_ask(app, state, on_counters, banshi_counter_list);
    } else {
        app_error(app, error);
    }
}

static void open(struct app *app, void *state, const void *argument)
{
    struct transfer *t = state;
    snprintf(t->title, sizeof t->title, _("Transfer %s"), (const char *)argument);
    struct field *to = form_add(&t->form, "queue", _("To"), 0);
    if (to)
        to->read_only = true;
    form_add_choice(&t->form, "place", _("The person"), places);
    form_add(&t->form, "reason", _("Reason"), 200);
    t->form.focus = 1;
    app_ask(app, state, on_queues, banshi_queue_list);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct transfer *t = state;
    if (r->chosen) {
        t->target = r->number;
        form_set(&t->form, "queue", r->text);
    } else if (!t->target) {
        app_close(app, false, NULL, 0);
    }
}

static void on_transferred(struct app *app, void *state, const struct banshi_error *error,
                           const struct banshi_rows *rows)
{
    (void)state, (void)rows;
    if (error->code == 0)
        app_close(app, false, NULL, 0); /* the counter hears of it as of every change */
    else
        app_error(app, error);
}

static bool type(struct app *app, void *state, key k)
{
    (void)app;
    return form_key(&((struct transfer *)state)->form, k);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct transfer *t = state;
    if (action == ACTION_PICK && t->counters) {
        pick(app, t);
        return true;
    }
    if (action != ACTION_COMMIT)
        return form_act(&t->form, action);
    if (t->target && !form_wrong(&t->form)) {
        bool keep = strcmp(form_value(&t->form, "place"), "keep") == 0;
        app_write(app, state, on_transferred, banshi_ticket_transfer, t->target > 0 ? t->target : 0,
                  t->target < 0 ? -t->target : 0, keep, form_value(&t->form, "reason"));
    }
    return true;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct transfer *t = state;
    (void)app;
    int rows = 7;
    struct area inside = form_frame(area, rows, t->title);
    form_draw(&t->form, area_part(inside, 1, 0, inside.rows - 1, inside.cols));
}

static void close(struct app *app, void *state)
{
    struct transfer *t = state;
    (void)app;
    form_free(&t->form);
    banshi_rows_free(t->queues);
    banshi_rows_free(t->counters);
}

const struct screen screen_ticket_transfer = {
    .name = "ticket_transfer",
    .title = N_("Transfer"),
    .contexts = {CONTEXT_PICKING, CONTEXT_FORM},
    .size = sizeof(struct transfer),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .result = result,
    .draw = draw,
    .close = close,
};
