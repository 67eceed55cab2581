/* SPDX-License-Identifier: MIT */
/* Who will not be there: leave, training, part-time work. Leads note them, others see their own. Norm 7.3. */
#include <config.h>

#include "i18n.h"
#include "list.h"

static const struct column columns[] = {
    {N_("Full name"), .says = "{staff_name}", .least = 8},
    {N_("Kind"), .says = "{kind:word}"},
    {N_("From – to"), .says = "{first} – {last}", .least = 23},
    {N_("Weekday"), .says = "{weekday:weekday}"},
    {N_("Remark"), .says = "{note}", .weight = 1},
};
static const struct list_view views[] = {
    {.name = N_("Absences"),
     .of = &banshi_absence_shape,
     .table = {TABLE_OF(columns), .none = N_("Nobody is away")},
     .concepts = {BANSHI_CONCEPT_ROSTER},
     .call = banshi_absence_list},
};

static void take_off(struct app *app, void *state, const struct result *r)
{
    (void)r;
    app_write(app, state, NULL, banshi_absence_remove, list_subject_id(state));
}

static const struct list_act acts[] = {
    {ACTION_ABSENCE_REMOVE, RANK_LEAD, .confirm = N_("Take {staff_name}, {kind:word} from {first}, off the list?"),
     .does = take_off},
};

const struct screen screen_absence = {
    .name = "absence",
    .title = N_("Absences"),
    .contexts = {CONTEXT_ABSENCE},
    .opened_by = ACTION_ABSENCES,
    .least = RANK_CLERK,
    .size = sizeof(struct lists),
    .list = LIST_SCREEN(views, acts),
};
