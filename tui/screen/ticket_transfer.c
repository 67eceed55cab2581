/* SPDX-License-Identifier: MIT */
/* Passing the number in hand on to a queue or a counter. Its argument is the number. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "form_screen.h"
#include "i18n.h"
#include "picks.h"

struct transfer {
    struct form_state form;
    const struct banshi_rows *queues, *counters;
};

static const struct banshi_word places[] = {{.code = "keep", .message = N_("keeps its place in time")},
                                            {.code = "end", .message = N_("joins at the end")},
                                            {.code = NULL}};

static const struct form_field fields[] = {
    {"to", N_("To"), FIELD_PICK, .must = true},
    {"place", N_("The person"), FIELD_CHOICE, .choices = places},
    {"reason", N_("Reason"), .limit = 200},
};

/* A queue, or a counter as a negative number. */
static void lines(const struct app *app, const void *state, struct picks *picks)
{
    const struct transfer *t = state;
    queue_lines(t->queues, 1, picks);
    for (size_t i = 0; t->counters && i < t->counters->count; i++) {
        const struct banshi_counter *c = banshi_row(struct banshi_counter, t->counters, i);
        if (strcmp(c->state, "closed") != 0 && c->id != banshi_row(struct banshi_session, app->session, 0)->counter)
            pick_add(picks, -c->id, _("Counter %s %s  %s"), c->label, c->name, c->staff_name);
    }
}
static const struct form_pick picks[] = {{"to", N_("Pass on to which queue or counter?"), lines}};

static void open(struct app *app, void *state, const void *argument)
{
    struct transfer *t = state;
    form_title(t, _("Transfer %s"), (const char *)argument);
    app_need(app, t, &t->queues, form_pick_first, banshi_queue_list);
    app_need(app, t, &t->counters, form_pick_first, banshi_counter_list);
}

static void send(struct app *app, void *state)
{
    int64_t to = form_number(state, "to");
    app_write(app, state, form_answer, banshi_ticket_transfer, to > 0 ? to : 0, to < 0 ? -to : 0,
              strcmp(form_value(state, "place"), "keep") == 0, form_value(state, "reason"));
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), FORM_PICKS_OF(picks), .send = send};

const struct screen screen_ticket_transfer = {
    .name = "ticket_transfer",
    .title = N_("Transfer"),
    .least = RANK_CLERK,
    .size = sizeof(struct transfer),
    .dialog = true,
    .form = &form,
    .open = open,
};
