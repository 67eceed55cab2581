/* SPDX-License-Identifier: MIT */
/* Extended hours: closing the day, the visits that go on, and who is asked to stay or to take one over. Norms 7.1, 7.2. */
#include <config.h>

#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "list.h"

enum { VISITS, REQUESTS, REASON_MOST = 100 };

struct extension {
    struct lists lists;
    const struct banshi_rows *counters, *departments;
    int64_t whom; /* a counter, or a department as a negative number */
};

static const struct column visits[] = {
    {N_("Number"), .says = "{number}"},
    {N_("State"), .says = "{outcome|state:word}", .least = 8},
    {N_("Counter"), .says = "{counter_label}", .least = 8},
    {N_("Staff"), .says = "{staff_name}", .least = 8},
    {N_("Time"), .says = N_("[{started_at}–{ended_at} {minutes} min][{!ended_at?}{started_at}, {started_at:min} min]"),
     .least = 17},
    {N_("Item"), .says = "{item_name|queue_name}", .weight = 1},
};
static const struct column requests[] = {
    {"", .says = "{mine?!}"},
    {N_("About"), .says = "{number|kind:word}"},
    {N_("State"), .says = "{state:word}", .least = 8},
    {N_("Who → to whom"), .says = "{asker_name} → {asked} {answer_name}", .least = 20, .weight = 1},
    {N_("Reason"), .says = "{answer|reason}", .weight = 1},
};

/* Reading ------------------------------------------------------------------------------------------------------- */

static bool read_visits(struct app *app, void *state)
{
    list_watch(app, state, banshi_extension_list, 0, 0);
    return true;
}

static const struct list_view views[] = {
    {.name = N_("Visits after closing time"),
     .of = &banshi_extension_shape,
     .table = {TABLE_OF(visits), .styles = {{"ended_at", STYLE_WEAK}}, .none = N_("No visit after closing time")},
     .concepts = {BANSHI_CONCEPT_EXTENSION, BANSHI_CONCEPT_TICKET},
     .read = read_visits,
     .details = N_("{number}  {queue_name}[  {item_name}]  {department}\n{reason:word}[   case {case_number}]"
                   "[   asked by {coordinator}][   taken over by {helpers}]"),
     .detail_rows = 1},
    {.name = N_("Asked to stay or to take over"),
     .of = &banshi_extension_request_shape,
     .table = {TABLE_OF(requests), .styles = {{"mine", STYLE_WARN}}, .none = N_("Nobody was asked")},
     .concepts = {BANSHI_CONCEPT_EXTENSION},
     .call = banshi_extension_request_list,
     .details = N_("{asked_at} {kind:word}  {number}[{asker_counter} ]{asker_name} → {asked}[: {reason}]\n"
                   "[{answered_at} ][{answer_counter} ]{answer_name}{state=declined? declined}"
                   "[ {!state=declined?}{answered_at?agreed}][: {answer}][   {done_at} done]"),
     .detail_rows = 1},
};

static void event(struct app *app, void *state, int concept)
{
    struct extension *x = state;
    if (concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_COUNTER)
        app_keep(app, x, &x->counters, banshi_counter_list);
    if (concept == BANSHI_CONCEPT_ALL)
        app_keep(app, x, &x->departments, banshi_department_list);
}

/* Acting -------------------------------------------------------------------------------------------------------- */

static void ask_whom(struct app *app, void *state, enum action action, const void *record)
{
    struct extension *x = state;
    struct picks picks = {0};
    (void)record;
    for (size_t i = 0; x->counters && i < x->counters->count; i++) {
        const struct banshi_counter *c = banshi_row(struct banshi_counter, x->counters, i);
        if (c->staff && c->staff != banshi_row(struct banshi_session, app->session, 0)->staff)
            pick_add(&picks, c->id, _("Counter %s %s  %s"), c->label, c->name, c->staff_name);
    }
    for (size_t i = 0; x->departments && i < x->departments->count; i++)
        pick_add(&picks, -banshi_row(struct banshi_department, x->departments, i)->id, "%s",
                 banshi_row(struct banshi_department, x->departments, i)->name);
    if (action == ACTION_EXTENSION_STAY)
        x->lists.subject = 0;
    pick_ask(app, (int)action, _("Ask which counter or department?"), &picks, 0);
}

static void ask_them(struct app *app, void *state, const struct result *r)
{
    struct extension *x = state;
    if (LIST_STEP_OF(r->tag) == 0) {
        x->whom = r->number;
        ask_text(app, LIST_STEP(r->tag, 1), _(action_table[r->tag].label), _("Why are they asked?"), "", REASON_MOST);
    } else {
        app_write(app, x, NULL, banshi_extension_ask, x->whom > 0 ? x->whom : 0, x->whom < 0 ? -x->whom : 0,
                  x->lists.subject, r->text);
    }
}

static void ask_remark(struct app *app, void *state, enum action action, const void *record)
{
    const char *label = action == ACTION_EXTENSION_ACCEPT   ? _("A remark, if any:")
                        : action == ACTION_EXTENSION_REFUSE ? _("Why not?")
                                                            : _("Why is the closing taken back?");
    (void)state, (void)record;
    ask_text(app, (int)action, _(action_table[action].label), label, "", REASON_MOST);
}

static void answer(struct app *app, void *state, const struct result *r)
{
    app_write(app, state, NULL, banshi_extension_answer, ((const struct lists *)state)->subject,
              r->tag == ACTION_EXTENSION_ACCEPT, r->text);
}

static void done(struct app *app, void *state, enum action action, const void *record)
{
    (void)action;
    app_write(app, state, NULL, banshi_extension_done, ((const struct banshi_extension_request *)record)->id);
}

static void ask_close(struct app *app, void *state, enum action action, const void *record)
{
    (void)state, (void)record;
    ask_yes(app, (int)action, _("Closing time"), "%s",
            _("Close the day: give no more numbers, and go on with every unfinished visit?"));
}

static void close_day(struct app *app, void *state, const struct result *r)
{
    app_write(app, state, NULL, banshi_extension_begin, r->text);
}

static void open_day(struct app *app, void *state, const struct result *r)
{
    app_write(app, state, NULL, banshi_extension_withdraw, r->text);
}

static const struct list_act acts[] = {
    {ACTION_EXTENSION_TAKE, .pane = VISITS + 1, .when = "!ended_at", .begin = ask_whom, .answer = ask_them},
    {ACTION_EXTENSION_STAY, .anyway = true, .begin = ask_whom, .answer = ask_them},
    {ACTION_EXTENSION_ACCEPT, .pane = REQUESTS + 1, .when = "mine", .begin = ask_remark, .answer = answer},
    {ACTION_EXTENSION_REFUSE, .pane = REQUESTS + 1, .when = "mine", .begin = ask_remark, .answer = answer},
    {ACTION_EXTENSION_DONE, .pane = REQUESTS + 1, .when = "state=agreed", .begin = done},
    {ACTION_EXTENSION_BEGIN, .anyway = true, .begin = ask_close, .answer = close_day},
    {ACTION_EXTENSION_WITHDRAW, RANK_LEAD, .anyway = true, .begin = ask_remark, .answer = open_day},
    {ACTION_EXTENSION_REGISTER, .anyway = true, .opens = "extension_register"},
};

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    event(app, state, BANSHI_CONCEPT_ALL);
}

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_rows_free(((struct extension *)state)->counters);
    banshi_rows_free(((struct extension *)state)->departments);
}

const struct screen screen_extension = {
    .name = "extension",
    .title = N_("Extended hours"),
    .contexts = {CONTEXT_EXTENSION, CONTEXT_LIST},
    .size = sizeof(struct extension),
    .list = LIST_SCREEN(views, acts, .pane = ACTION_EXTENSION_PANE),
    .open = open,
    .event = event,
    .close = close,
};
