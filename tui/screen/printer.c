/* SPDX-License-Identifier: MIT */
/* Which printer is used for what, and the printers that the printing system knows. Administrators choose. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "list.h"

enum { RULES, PRINTERS };
enum step { STEP_COUNTER, STEP_KIND, STEP_DESTINATION };

struct printers {
    struct lists lists;
    const struct banshi_rows *counters, *layouts;
    /* the rule that is being made */
    int64_t counter;
    char kind[64], destination[512];
};

/* What a layout's papers are called; the title of some is filled in. */
static const char *title_of(const struct banshi_layout *layout)
{
    return strchr(layout->title, '{') ? word_text(banshi_word_document_kind, layout->kind) : layout->title;
}

static const char *counter_words(const struct banshi_printer_rule *p)
{
    return p->counter ? p->counter_label : _("all counters");
}

/* A kind by the title of its layout, when that is known. */
static const char *kind(const void *state, const void *record, char room[CELL_SIZE])
{
    const struct banshi_rows *layouts = ((const struct printers *)state)->layouts;
    const char *of = ((const struct banshi_printer_rule *)record)->kind;
    (void)room;
    for (size_t i = 0; layouts && i < layouts->count; i++)
        if (strcmp(banshi_row(struct banshi_layout, layouts, i)->kind, of) == 0)
            return title_of(banshi_row(struct banshi_layout, layouts, i));
    return *of ? _(of) : _("all other kinds");
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
    if (s->lists.rank < RANK_ADMIN)
        return;
    app_keep(app, s, &s->counters, banshi_counter_list);
    app_keep(app, s, &s->layouts, banshi_layout_list, NULL);
}

/* Making a rule: for which counter, which kind, and which printer ------------------------------------------------- */

static void ask_counter(struct app *app, void *state, enum action action, const void *record)
{
    struct printers *s = state;
    const struct banshi_printer *of = list_selected(s, PRINTERS);
    struct picks picks = {0};
    (void)record;
    snprintf(s->destination, sizeof s->destination, "printer:%s", of ? of->name : "");
    pick_add(&picks, 0, "%s", _("All counters without a rule of their own"));
    for (size_t i = 0; i < s->counters->count; i++) {
        const struct banshi_counter *c = banshi_row(struct banshi_counter, s->counters, i);
        pick_add(&picks, c->id, "%s  %s", c->label, c->name);
    }
    pick_ask(app, LIST_STEP(action, STEP_COUNTER), _("At which counter?"), &picks, 0);
}

static void ask_kind(struct app *app, const struct printers *s)
{
    struct picks picks = {0};
    pick_add(&picks, -1, "%s", _("All kinds without a rule of their own"));
    for (size_t i = 0; i < s->layouts->count; i++)
        pick_add(&picks, (int64_t)i, "%s", title_of(banshi_row(struct banshi_layout, s->layouts, i)));
    pick_ask(app, LIST_STEP(ACTION_PRINTER_USE, STEP_KIND), _("Which kind of document?"), &picks, -1);
}

static void ask_destination(struct app *app, const char *offered)
{
    ask_text(app, LIST_STEP(ACTION_PRINTER_USE, STEP_DESTINATION), _("Which printer?"),
             _("printer:NAME of the printing system, ipp://HOST/PATH, escpos:DEVICE or escpos://HOST"), offered, 400);
}

static void on_set(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state, (void)rows;
    if (app_ok(app, error))
        app_say(app, STYLE_GOOD, "%s", _("The rules are stored"));
}

static void take(struct app *app, void *state, const struct result *r)
{
    struct printers *s = state;
    if (LIST_STEP_OF(r->tag) == STEP_COUNTER) {
        s->counter = r->number;
        ask_kind(app, s);
    } else if (LIST_STEP_OF(r->tag) == STEP_KIND) {
        snprintf(s->kind, sizeof s->kind, "%s",
                 r->number < 0 ? "" : banshi_row(struct banshi_layout, s->layouts, (size_t)r->number)->kind);
        ask_destination(app, s->destination);
    } else if (r->text[0]) {
        app_write(app, s, on_set, banshi_printer_rule_set, s->counter, s->kind, r->text);
    }
}

static void change(struct app *app, void *state, enum action action, const void *record)
{
    struct printers *s = state;
    const struct banshi_printer_rule *of = record;
    char room[CELL_SIZE];
    s->counter = of->counter;
    snprintf(s->kind, sizeof s->kind, "%s", of->kind);
    if (action == ACTION_PRINTER_REMOVE)
        ask_yes(app, (int)action, _("Take away"), _("%s, %s: no longer on %s?"), counter_words(of), kind(s, of, room),
                of->destination);
    else
        ask_destination(app, of->destination);
}

static void take_away(struct app *app, void *state, const struct result *r)
{
    const struct printers *s = state;
    app_write(app, state, on_set, banshi_printer_rule_set, s->counter, s->kind, r->text);
}

static bool known(const void *state, const void *record)
{
    const struct printers *s = state;
    (void)record;
    return s->counters && s->layouts;
}

static void look_again(struct app *app, void *state, enum action action, const void *record)
{
    (void)action, (void)record;
    list_read(app, state, PRINTERS);
}

static const struct list_act acts[] = {
    {ACTION_PRINTER_USE, RANK_ADMIN, .anyway = true, .possible = known, .begin = ask_counter, .answer = take},
    {ACTION_PRINTER_CHANGE, RANK_ADMIN, .pane = RULES + 1, .begin = change},
    {ACTION_PRINTER_REMOVE, RANK_ADMIN, .pane = RULES + 1, .begin = change, .answer = take_away},
    {ACTION_PRINTER_AGAIN, .anyway = true, .begin = look_again},
};

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_rows_free(((struct printers *)state)->counters);
    banshi_rows_free(((struct printers *)state)->layouts);
}

const struct screen screen_printer = {
    .name = "printer",
    .title = N_("Printers"),
    .contexts = {CONTEXT_PRINTERS, CONTEXT_LIST},
    .size = sizeof(struct printers),
    .list = LIST_SCREEN(views, acts, .pane = ACTION_PRINTER_PANE),
    .open = open,
    .close = close,
};
