/* SPDX-License-Identifier: MIT */
/* Extended hours: closing the day, the visits that go on, and who is asked to stay or to take one over. Norms 7.1, 7.2. */
#include <config.h>

#include "i18n.h"
#include "list.h"

enum { VISITS, REQUESTS };

static const struct column visits[] = {
    {N_("Number"), .says = "{number}"},
    {N_("State"), .says = "{outcome|state:word}", .least = 8},
    {N_("Counter"), .says = "{counter_label}", .least = 8},
    {N_("Staff"), .says = "{staff_name}", .least = 8},
    {N_("Time"),
     .says = N_("[{started_at}–{ended_at} {minutes} min][{!ended_at?}{started_at}, {started_at:begun} min]"),
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

static void read_visits(struct app *app, void *state)
{
    list_watch(app, state, banshi_extension_list, 0, 0);
}

static const struct list_view views[] = {
    {.name = N_("Visits after closing time"),
     .of = &banshi_extension_shape,
     .table = {TABLE_OF(visits), .styles = {{"ended_at", STYLE_WEAK}}, .none = N_("No visit after closing time")},
     .concepts = {BANSHI_CONCEPT_EXTENSION, BANSHI_CONCEPT_TICKET},
     .read = read_visits,
     .details = N_("{number}  {queue_name}[  {item_name}]  {department}\n{reason:word}[   case {case_number}]"
                   "[   asked by {coordinator:names}][   taken over by {helpers:names}]"),
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

/* Acting -------------------------------------------------------------------------------------------------------- */

static void answer(struct app *app, void *state, const struct result *r)
{
    bool yes = r->tag == ACTION_EXTENSION_ACCEPT;
    app_write(app, state, NULL, banshi_extension_answer, list_subject_id(state), yes, r->text);
}

static void done(struct app *app, void *state, const struct result *r)
{
    (void)r;
    app_write(app, state, NULL, banshi_extension_done, list_subject_id(state));
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
    {ACTION_EXTENSION_TAKE, .pane = VISITS + 1, .when = "!ended_at", .opens = "extension_ask"},
    {ACTION_EXTENSION_STAY, .anyway = true, .opens = "extension_ask"},
    {ACTION_EXTENSION_ACCEPT, .pane = REQUESTS + 1, .when = "mine", .ask = N_("A remark, if any:"), .does = answer},
    {ACTION_EXTENSION_REFUSE, .pane = REQUESTS + 1, .when = "mine", .ask = N_("Why not?"), .needed = true,
     .does = answer},
    {ACTION_EXTENSION_DONE, .pane = REQUESTS + 1, .when = "state=agreed", .does = done},
    {ACTION_EXTENSION_BEGIN, .anyway = true, .does = close_day,
     .confirm = N_("Close the day: give no more numbers, and go on with every unfinished visit?")},
    {ACTION_EXTENSION_WITHDRAW, RANK_LEAD, .anyway = true, .ask = N_("Why is the closing taken back?"), .needed = true,
     .does = open_day},
};

const struct screen screen_extension = {
    .name = "extension",
    .title = N_("Extended hours"),
    .contexts = {CONTEXT_EXTENSION},
    .opened_by = ACTION_EXTENSION,
    .least = RANK_CLERK,
    .size = sizeof(struct lists),
    .list = LIST_SCREEN(views, acts, .pane = ACTION_EXTENSION_PANE),
};
