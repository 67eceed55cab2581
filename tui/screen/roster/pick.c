/* SPDX-License-Identifier: MIT */
/* Who has a duty, or stands in: those who could, anybody else, and a supervisor's reason to pass a rule by. Norm 7.3. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "roster.h"

void roster_pick_candidate(struct app *app, const struct banshi_rows *candidates, int tag, const char *title)
{
    struct picks picks = {0};
    for (size_t i = 0; i < candidates->count; i++) {
        const struct banshi_roster_candidate *c = banshi_row(struct banshi_roster_candidate, candidates, i);
        pick_add(&picks, (int64_t)i, _("%s  duties %d  %s%s%s"), c->staff_name, (int)c->duties,
                 c->rests ? _("on duty the day before or after") : _("rested"),
                 c->counter_label[0] ? _("  now at ") : "", c->counter_label);
    }
    pick_add(&picks, ROSTER_SOMEBODY_ELSE, "%s", _("Somebody else…"));
    pick_ask(app, tag, title, &picks, 0);
}

bool roster_ask_override(struct app *app, const struct banshi_error *error, int tag)
{
    char words[512], label[800];
    if (error->code != BANSHI_EDUTY || strstr(error->detail, "elsewhere"))
        return false;
    detail_words(error->detail, words, sizeof words);
    snprintf(label, sizeof label, _("%s. Reason to override (empty: do not):"), words);
    ask_needed(app, tag, _("Override"), label, "", 200);
    return true;
}
