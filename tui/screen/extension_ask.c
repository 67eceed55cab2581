/* SPDX-License-Identifier: MIT */
/* Asking a counter or a department to stay, or to take a visit over: the one that the act of the list is about. Norm 7.2. */
#include <config.h>

#include "form_screen.h"
#include "i18n.h"

struct ask {
    struct form_state form;
    int64_t visit; /* 0: they are to stay */
    const struct banshi_rows *counters, *departments;
};

static const struct form_field fields[] = {
    {"whom", N_("Whom"), FIELD_PICK, .must = true},
    {"reason", N_("Why are they asked?"), .limit = 100, .must = true},
};

/* A counter where somebody else is, or a department as a negative number. */
static void lines(const struct app *app, const void *state, struct picks *picks)
{
    const struct ask *s = state;
    for (size_t i = 0; s->counters && i < s->counters->count; i++) {
        const struct banshi_counter *c = banshi_row(struct banshi_counter, s->counters, i);
        if (c->staff && c->staff != banshi_row(struct banshi_session, app->session, 0)->staff)
            pick_add(picks, c->id, _("Counter %s %s  %s"), c->label, c->name, c->staff_name);
    }
    for (size_t i = 0; s->departments && i < s->departments->count; i++)
        pick_add(picks, -banshi_row(struct banshi_department, s->departments, i)->id, "%s",
                 banshi_row(struct banshi_department, s->departments, i)->name);
}
static const struct form_pick picks[] = {{"whom", N_("Ask which counter or department?"), lines}};

static void open(struct app *app, void *state, const void *argument)
{
    struct ask *s = state;
    const struct record_start *start = argument;
    s->visit = start->action == ACTION_EXTENSION_TAKE ? start->id : 0;
    form_title(state, "%s", _(action_table[start->action].label));
    app_need(app, s, &s->counters, form_pick_first, banshi_counter_list);
    app_need(app, s, &s->departments, form_pick_first, banshi_department_list);
}

static void send(struct app *app, void *state)
{
    int64_t whom = form_number(state, "whom");
    app_write(app, state, form_answer, banshi_extension_ask, whom > 0 ? whom : 0, whom < 0 ? -whom : 0,
              ((const struct ask *)state)->visit, form_value(state, "reason"));
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), FORM_PICKS_OF(picks), .send = send,
                                        .enter_commits = true};

const struct screen screen_extension_ask = {
    .name = "extension_ask",
    .title = N_("Ask"),
    .least = RANK_CLERK,
    .size = sizeof(struct ask),
    .dialog = true,
    .form = &form,
    .open = open,
};
