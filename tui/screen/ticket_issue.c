/* SPDX-License-Identifier: MIT */
/* Giving a number at the counter: for which item or queue, with which priority and its proof. Norms 2.1, 2.6, 5.2. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form_screen.h"
#include "i18n.h"
#include "picks.h"
#include "slip.h"

struct issue {
    struct form_state form;
    const struct banshi_rows *items, *queues, *priorities;
    struct banshi_word *classes;
};

/* Until the classes are known. */
static const struct banshi_word ordinary[] = {{.code = "ordinary", .message = N_("ordinary")}, {.code = NULL}};

static const struct form_field fields[] = {
    {"item", N_("Item"), FIELD_PICK, .must = true},
    {"purpose", N_("Purpose"), FIELD_CHOICE, .choices = banshi_word_ticket_purpose},
    {"priority", N_("Priority"), FIELD_CHOICE, .choices = ordinary},
    {"proof", N_("Shown by"), .limit = 100, .must = true, .when = "!priority=ordinary"},
    {"phone", N_("Telephone"), .limit = 24},
};

/* An item, or a queue as a negative number. */
static void lines(const struct app *app, const void *state, struct picks *picks)
{
    const struct issue *s = state;
    (void)app;
    for (size_t i = 0; s->items && i < s->items->count; i++) {
        const struct banshi_item *item = banshi_row(struct banshi_item, s->items, i);
        pick_add(picks, item->id, "%s  %s", item->name, item->department);
    }
    queue_lines(s->queues, -1, picks);
}
static const struct form_pick picks[] = {{"item", N_("A number for which item or queue?"), lines}};

static void on_priorities(struct app *app, void *state)
{
    struct issue *s = state;
    struct field *field = form_find(state, "priority");
    s->classes = calloc(s->priorities->count + 1, sizeof *s->classes);
    for (size_t i = 0; s->classes && i < s->priorities->count; i++) {
        const struct banshi_priority *p = banshi_row(struct banshi_priority, s->priorities, i);
        s->classes[i] = (struct banshi_word){.code = p->code, .message = p->name};
    }
    if (field && s->classes && s->priorities->count)
        field->is.choices = s->classes;
    form_set(state, "priority", "ordinary");
    form_pick_first(app, state);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct issue *s = state;
    (void)argument;
    app_need(app, s, &s->items, form_pick_first, banshi_item_list);
    app_need(app, s, &s->queues, form_pick_first, banshi_queue_list);
    app_need(app, s, &s->priorities, on_priorities, banshi_priority_list);
}

/* A class that needs a proof is asked for it, with the usual one offered. */
static void changed(struct app *app, void *state, const char *id)
{
    const struct field *priority = form_find(state, "priority");
    (void)app;
    if (strcmp(id, "priority") == 0 && ((const struct issue *)state)->classes)
        form_offer(
            state, "proof",
            banshi_row(struct banshi_priority, ((const struct issue *)state)->priorities, (size_t)priority->chosen)
                ->proof);
}

static void send(struct app *app, void *state)
{
    int64_t of = form_number(state, "item");
    const struct banshi_ticket_order order = {
        .item = of > 0 ? of : 0,
        .queue = of < 0 ? -of : 0,
        .purpose = form_value(state, "purpose"),
        .priority = form_value(state, "priority"),
        .proof = form_value(state, "proof"),
        .phone = form_value(state, "phone"),
    };
    app_write_as(app, state, form_answer,
                 WRITE_WORDS(order.item, order.queue, order.purpose, order.priority, order.proof, order.phone),
                 banshi_ticket_issue, &order);
}

static void done(struct app *app, void *state, const struct banshi_rows *rows)
{
    const struct banshi_ticket *t = banshi_row(struct banshi_ticket, rows, 0);
    char text[1024], counters[512];
    (void)state;
    names_words(t->counters, counters, sizeof counters);
    if (t->estimate >= 0)
        snprintf(text, sizeof text, _("%s %s: %d ahead, about %d min, counters %s"), t->number, t->queue_name,
                 (int)t->ahead, (int)((t->estimate + 59) / 60), counters);
    else
        snprintf(text, sizeof text, _("%s %s: %d ahead, no counter open now, counters %s"), t->number, t->queue_name,
                 (int)t->ahead, counters);
    slip_print(app, t->id);
    app_close_of(app, state, true, text, t->id);
}

static void close(struct app *app, void *state)
{
    (void)app;
    free(((struct issue *)state)->classes);
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), FORM_PICKS_OF(picks), .changed = changed, .send = send,
                                        .done = done};

const struct screen screen_ticket_issue = {
    .name = "ticket_issue",
    .title = N_("Give a number"),
    .size = sizeof(struct issue),
    .dialog = true,
    .opened_by = ACTION_ISSUE,
    .least = RANK_CLERK,
    .form = &form,
    .open = open,
    .close = close,
};
