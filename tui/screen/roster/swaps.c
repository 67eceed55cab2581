/* SPDX-License-Identifier: MIT */
/* Requests to swap duties: the colleague consents, a lead approves. Norm 7.3. */
#include <config.h>

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

static void approve(struct app *app, void *state, const struct result *r)
{
    app_write(app, state, list_done, banshi_roster_approve, list_subject_id(state), r->tag == ACTION_SWAP_YES);
}

static void consent(struct app *app, void *state, const struct result *r)
{
    app_write(app, state, list_done, banshi_roster_consent, list_subject_id(state), r->tag == ACTION_SWAP_YES);
}

/* The colleague has consented: what is waited for is an approval. */
#define CONSENTED "mine&state=consented"
static const struct list_act acts[] = {
    {ACTION_SWAP_YES, .when = CONSENTED, .label = N_("Approve"), .does = approve, .done = "{state:word}"},
    {ACTION_SWAP_YES, .when = "mine", .label = N_("Consent"), .does = consent, .done = "{state:word}"},
    {ACTION_SWAP_NO, .when = CONSENTED, .label = N_("Refuse"), .does = approve, .done = "{state:word}"},
    {ACTION_SWAP_NO, .when = "mine", .label = N_("Decline"), .does = consent, .done = "{state:word}"},
};

const struct screen screen_roster_swaps = {
    .name = "roster_swaps",
    .title = N_("Swaps"),
    .contexts = {CONTEXT_SWAPS},
    .opened_by = ACTION_SWAPS,
    .least = RANK_CLERK,
    .size = sizeof(struct lists),
    .list = LIST_SCREEN(views, acts),
};
