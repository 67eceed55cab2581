/* SPDX-License-Identifier: MIT */
/* Which printer is used at a counter for a kind of document; changing one changes its printer alone. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "form_screen.h"
#include "i18n.h"
#include "picks.h"

struct printer_form {
    struct form_state form;
    const struct banshi_rows *counters, *layouts;
    int64_t counter; /* of the rule that is changed */
    char kind[64];
    bool change;
};

static const struct form_field fields[] = {
    {"counter", N_("Counter"), FIELD_PICK, .must = true},
    {"kind", N_("Kind"), FIELD_PICK, .must = true},
    {"destination", N_("Destination"), .limit = 400, .must = true,
     .beside = N_("printer:NAME of the printing system, ipp://HOST/PATH, escpos:DEVICE or escpos://HOST")},
};

static void counters(const struct app *app, const void *state, struct picks *picks)
{
    const struct banshi_rows *rows = ((const struct printer_form *)state)->counters;
    (void)app;
    if (rows)
        pick_add(picks, 0, "%s", _("All counters without a rule of their own"));
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct banshi_counter *c = banshi_row(struct banshi_counter, rows, i);
        pick_add(picks, c->id, "%s  %s", c->label, c->name);
    }
}

static void kinds(const struct app *app, const void *state, struct picks *picks)
{
    const struct banshi_rows *rows = ((const struct printer_form *)state)->layouts;
    (void)app;
    if (rows)
        pick_add(picks, -1, "%s", _("All kinds without a rule of their own"));
    for (size_t i = 0; rows && i < rows->count; i++)
        pick_add(picks, (int64_t)i, "%s", kind_title(rows, banshi_row(struct banshi_layout, rows, i)->kind));
}
static const struct form_pick picks[] = {{"counter", N_("At which counter?"), counters},
                                         {"kind", N_("Which kind of document?"), kinds}};

static void on_layouts(struct app *app, void *state)
{
    const struct printer_form *s = state;
    if (s->change)
        form_fix(state, "kind", kind_title(s->layouts, s->kind));
    form_pick_first(app, state);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct printer_form *s = state;
    const struct record_start *start = argument;
    const struct banshi_printer *printer = start->record;
    const struct banshi_printer_rule *rule = start->record;
    char destination[512];
    form_title(state, "%s", _(action_table[start->action].label));
    s->change = start->action == ACTION_PRINTER_CHANGE;
    if (s->change) {
        s->counter = rule->counter;
        snprintf(s->kind, sizeof s->kind, "%s", rule->kind);
        form_fix(state, "counter", rule->counter ? rule->counter_label : _("all counters"));
        form_fix(state, "kind", "");
        form_offer(state, "destination", rule->destination);
    } else {
        snprintf(destination, sizeof destination, "printer:%s", printer ? printer->name : "");
        form_offer(state, "destination", destination);
        app_need(app, s, &s->counters, form_pick_first, banshi_counter_list);
    }
    app_need(app, s, &s->layouts, on_layouts, banshi_layout_list, NULL);
}

static void send(struct app *app, void *state)
{
    const struct printer_form *s = state;
    int64_t kind = form_number(state, "kind");
    const char *of = s->change  ? s->kind
                     : kind < 0 ? ""
                                : banshi_row(struct banshi_layout, s->layouts, (size_t)kind)->kind;
    app_write(app, state, form_answer, banshi_printer_rule_set, s->change ? s->counter : form_number(state, "counter"),
              of, form_value(state, "destination"));
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), FORM_PICKS_OF(picks), .send = send,
                                        .says = N_("The rules are stored"), .enter_commits = true};

const struct screen screen_printer_form = {
    .name = "printer_form",
    .title = N_("Printers"),
    .size = sizeof(struct printer_form),
    .dialog = true,
    .least = RANK_ADMIN,
    .form = &form,
    .open = open,
};
