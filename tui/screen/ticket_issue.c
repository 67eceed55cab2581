/* SPDX-License-Identifier: MIT */
/* Giving a number at the counter: for which item or queue, with which priority and its proof. Norms 2.1, 2.6, 5.2. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "kit/form.h"
#include "i18n.h"
#include "slip.h"

struct issue {
    const struct banshi_rows *items, *queues, *priorities;
    struct banshi_word *classes;
    int64_t target; /* an item, or a queue as a negative number; 0: not chosen */
    struct form form;
};

static void pick(struct app *app, struct issue *s)
{
    size_t n = 0, most = s->items->count + s->queues->count;
    struct option *items = calloc(most + 1, sizeof *items);
    char(*texts)[512] = calloc(most + 1, sizeof *texts);
    if (items && texts) {
        for (size_t i = 0; i < s->items->count; i++, n++) {
            const struct banshi_item *item = banshi_row(struct banshi_item, s->items, i);
            snprintf(texts[n], sizeof texts[n], "%s  %s", item->name, item->department);
            items[n] = (struct option){texts[n], item->id};
        }
        for (size_t i = 0; i < s->queues->count; i++, n++) {
            const struct banshi_queue *q = banshi_row(struct banshi_queue, s->queues, i);
            snprintf(texts[n], sizeof texts[n], _("Queue %s %s  (%d waiting, %d open)"), q->code, q->name,
                     (int)q->waiting, (int)q->open);
            items[n] = (struct option){texts[n], -q->id};
        }
        app_open(app, "pick", 0, &(struct options){_("A number for which item or queue?"), items, n, s->target});
    }
    free(items);
    free(texts);
}

/* The fields, when everything they need is known. */
static void begin(struct app *app, struct issue *s)
{
    if (!s->items || !s->queues || !s->priorities || s->classes)
        return;
    s->classes = calloc(s->priorities->count + 1, sizeof *s->classes);
    if (!s->classes)
        return;
    for (size_t i = 0; i < s->priorities->count; i++) {
        const struct banshi_priority *p = banshi_row(struct banshi_priority, s->priorities, i);
        s->classes[i] = (struct banshi_word){.code = p->code, .message = p->name};
    }
    struct field *item = form_add(&s->form, "item", _("Item"), 0);
    if (item)
        item->read_only = true;
    form_add_choice(&s->form, "purpose", _("Purpose"), banshi_word_ticket_purpose);
    form_add_choice(&s->form, "priority", _("Priority"), s->classes);
    form_set(&s->form, "priority", "ordinary");
    struct field *proof = form_add(&s->form, "proof", _("Shown by"), 100);
    if (proof)
        proof->absent = true;
    form_add(&s->form, "phone", _("Telephone"), 24);
    s->form.focus = 1;
    pick(app, s);
}

static void keep(struct app *app, struct issue *s, const struct banshi_rows **kept, const struct banshi_error *error,
                 const struct banshi_rows *rows)
{
    if (error->code == 0) {
        keep_rows(kept, rows);
        begin(app, s);
    } else {
        app_error(app, error);
    }
}

static void on_items(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    keep(app, state, &((struct issue *)state)->items, error, rows);
}
static void on_queues(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    keep(app, state, &((struct issue *)state)->queues, error, rows);
}
static void on_priorities(struct app *app, void *state, const struct banshi_error *error,
                          const struct banshi_rows *rows)
{
    keep(app, state, &((struct issue *)state)->priorities, error, rows);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    app_ask(app, state, on_items, banshi_item_list);
    app_ask(app, state, on_queues, banshi_queue_list);
    app_ask(app, state, on_priorities, banshi_priority_list);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct issue *s = state;
    if (r->chosen) {
        s->target = r->number;
        form_set(&s->form, "item", r->text);
    } else if (!s->target) {
        app_close(app, false, NULL, 0);
    }
}

static void on_issued(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    char text[512];
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    const struct banshi_ticket *t = banshi_row(struct banshi_ticket, rows, 0);
    if (t->estimate >= 0)
        snprintf(text, sizeof text, _("%s %s: %d ahead, about %d min, counters %s"), t->number, t->queue_name,
                 (int)t->ahead, (int)((t->estimate + 59) / 60), t->counters);
    else
        snprintf(text, sizeof text, _("%s %s: %d ahead, no counter open now, counters %s"), t->number, t->queue_name,
                 (int)t->ahead, t->counters);
    slip_print(app, t->id);
    app_close(app, true, text, t->id);
}

/* A class that needs a proof is asked for it, with the usual one offered. */
static void offer_proof(struct issue *s)
{
    struct field *proof = form_find(&s->form, "proof"), *priority = form_find(&s->form, "priority");
    const char *usual = banshi_row(struct banshi_priority, s->priorities, (size_t)priority->chosen)->proof;
    proof->absent = usual[0] == '\0';
    edit_offer(&proof->edit, usual);
}

static bool type(struct app *app, void *state, key k)
{
    struct issue *s = state;
    (void)app;
    if (!s->form.count || !form_key(&s->form, k))
        return false;
    if (strcmp(s->form.fields[s->form.focus].key, "priority") == 0)
        offer_proof(s);
    return true;
}

static void commit(struct app *app, struct issue *s)
{
    struct banshi_ticket_order order = {
        .item = s->target > 0 ? s->target : 0,
        .queue = s->target < 0 ? -s->target : 0,
        .purpose = form_value(&s->form, "purpose"),
        .priority = form_value(&s->form, "priority"),
        .proof = form_value(&s->form, "proof"),
        .phone = form_value(&s->form, "phone"),
    };
    app_write_as(app, s, on_issued,
                 WRITE_WORDS(order.item, order.queue, order.purpose, order.priority, order.proof, order.phone),
                 banshi_ticket_issue, &order);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct issue *s = state;
    if (action == ACTION_PICK && s->classes) {
        pick(app, s);
        return true;
    }
    if (action == ACTION_COMMIT) {
        if (s->target && !app_busy(app, s) && !form_wrong(&s->form))
            commit(app, s);
        return true;
    }
    return s->form.count && form_act(&s->form, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct issue *s = state;
    (void)app;
    int rows = 9;
    struct area inside = form_frame(area, rows, _("Give a number"));
    if (s->form.count)
        form_draw(&s->form, area_part(inside, 1, 0, inside.rows - 1, inside.cols));
}

static void close(struct app *app, void *state)
{
    struct issue *s = state;
    (void)app;
    form_free(&s->form);
    free(s->classes);
    banshi_rows_free(s->items);
    banshi_rows_free(s->queues);
    banshi_rows_free(s->priorities);
}

const struct screen screen_ticket_issue = {
    .name = "ticket_issue",
    .title = N_("Give a number"),
    .contexts = {CONTEXT_PICKING, CONTEXT_FORM},
    .size = sizeof(struct issue),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .result = result,
    .draw = draw,
    .close = close,
};
