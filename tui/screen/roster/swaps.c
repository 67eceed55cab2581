/* SPDX-License-Identifier: MIT */
/* Requests to swap duties: the colleague consents, a lead approves. Norm 7.3. */
#include <config.h>

#include <string.h>

#include "i18n.h"
#include "list.h"

static const struct column columns[] = {
    {"", .says = "{mine?!}"},
    {N_("State"), .says = "{state:word}", .least = 10},
    {N_("Duty"), .says = "{day:short} {counter_label}", .least = 8},
    {N_("Who → to whom"), .says = "{staff_name} → {colleague_name}", .least = 15},
    {N_("In return"), .says = N_("[for {other_day:short} {other_label}]{!other?nothing in return}"), .least = 10},
    {N_("Reason"), .says = "{reason}", .weight = 1},
};
static const struct list_view views[] = {
    {.name = N_("Swaps"),
     .of = &banshi_roster_swap_shape,
     .table = {TABLE_OF(columns), .styles = {{"mine", STYLE_WARN}}, .none = N_("No swap was asked for")},
     .concepts = {BANSHI_CONCEPT_ROSTER},
     .call = banshi_roster_swap_list},
};

/* What is waited for is an approval, no consent. */
static bool approves(const void *record)
{
    return strcmp(((const struct banshi_roster_swap *)record)->state, "consented") == 0;
}

static const char *yes(const void *state, const void *record)
{
    (void)state;
    return approves(record) ? N_("Approve") : N_("Consent");
}

static const char *no(const void *state, const void *record)
{
    (void)state;
    return approves(record) ? N_("Refuse") : N_("Decline");
}

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (app_ok(app, error))
        app_say(app, STYLE_GOOD, "%s", _(banshi_row(struct banshi_roster_swap, rows, 0)->state));
}

static void answer(struct app *app, void *state, enum action action, const void *record)
{
    const struct banshi_roster_swap *w = record;
    if (approves(w))
        app_write(app, state, on_written, banshi_roster_approve, w->id, action == ACTION_SWAP_YES);
    else
        app_write(app, state, on_written, banshi_roster_consent, w->id, action == ACTION_SWAP_YES);
}

static const struct list_act acts[] = {
    {ACTION_SWAP_YES, .when = "mine", .label = yes, .begin = answer},
    {ACTION_SWAP_NO, .when = "mine", .label = no, .begin = answer},
};

const struct screen screen_roster_swaps = {
    .name = "roster_swaps",
    .title = N_("Swaps"),
    .contexts = {CONTEXT_SWAPS, CONTEXT_LIST},
    .size = sizeof(struct lists),
    .list = LIST_SCREEN(views, acts),
};
