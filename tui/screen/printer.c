/* SPDX-License-Identifier: MIT */
/* Which printer is used for what, and the printers that the printing system knows. Administrators choose. */
#include <config.h>

#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "picks.h"

enum { RULES, PRINTERS };

struct printers {
    struct lists lists;
    const struct banshi_rows *layouts; /* which tell what kinds are called, to administrators */
};

static const char *kind(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)room;
    return kind_title(((const struct printers *)state)->layouts, ((const struct banshi_printer_rule *)record)->kind);
}

static const struct column rules[] = {
    {N_("Counter"), .says = N_("{counter_label}{!counter?all counters}"), .least = 8},
    {N_("Kind"), .text = kind, .least = 16},
    {N_("Destination"), .says = "{destination}", .weight = 1},
};
static const struct column printers[] = {
    {N_("Name"), .says = "{name}", .least = 16},
    {N_("State"), .says = "{state:word}", .least = 8, .styles = {{"state=stopped", STYLE_BAD}}},
    {"", .says = N_("{chosen?system's}")},
    {N_("Description"), .says = "{message|description:word}", .weight = 1},
};

static const struct list_view views[] = {
    {.name = N_("Which printer is used"),
     .of = &banshi_printer_rule_shape,
     .table = {TABLE_OF(rules), .key = "{counter} {kind}", .none = N_("No rule yet: documents ask where to")},
     .concepts = {BANSHI_CONCEPT_PRINTER},
     .call = banshi_printer_rule_list,
     .details = N_("{counter_label}{!counter?all counters}\n{destination}"),
     .detail_rows = 2},
    {.name = N_("Printers of this machine"),
     .of = &banshi_printer_shape,
     .table = {TABLE_OF(printers), .key = "{name}",
               .none = N_("The printing system has no printer, or does not run; ipp:// and escpos: work without it")},
     .call = banshi_printer_list,
     .details = "{name}\n{message|description:word}",
     .detail_rows = 2},
};

static void open(struct app *app, void *state, const void *argument)
{
    struct printers *s = state;
    (void)argument;
    if (s->lists.rank >= RANK_ADMIN)
        app_keep(app, s, &s->layouts, NULL, banshi_layout_list, NULL);
}

static void ask_remove(struct app *app, void *state, enum action action, const void *record)
{
    const struct banshi_printer_rule *of = record;
    char room[CELL_SIZE];
    ask_yes(app, (int)action, _("Take away"), _("%s, %s: no longer on %s?"),
            of->counter ? of->counter_label : _("all counters"), kind(state, record, room), of->destination);
}

static void take_away(struct app *app, void *state, const struct result *r)
{
    const struct banshi_printer_rule *of = list_subject(state);
    if (of)
        app_write(app, state, list_done, banshi_printer_rule_set, of->counter, of->kind, r->text);
}

static void look_again(struct app *app, void *state, const struct result *r)
{
    (void)r;
    list_read(app, state, PRINTERS);
}

static const struct list_act acts[] = {
    {ACTION_PRINTER_USE, .pane = PRINTERS + 1, .anyway = true, .opens = "printer_form"},
    {ACTION_PRINTER_CHANGE, .pane = RULES + 1, .opens = "printer_form"},
    {ACTION_PRINTER_REMOVE, RANK_ADMIN, .pane = RULES + 1, .begin = ask_remove, .does = take_away,
     .done = N_("The rules are stored")},
    {ACTION_PRINTER_AGAIN, .anyway = true, .does = look_again},
};

const struct screen screen_printer = {
    .name = "printer",
    .title = N_("Printers"),
    .contexts = {CONTEXT_PRINTERS},
    .opened_by = ACTION_PRINTER,
    .least = RANK_CLERK,
    .size = sizeof(struct printers),
    .list = LIST_SCREEN(views, acts, .pane = ACTION_PRINTER_PANE),
    .open = open,
};
