/* SPDX-License-Identifier: MIT */
/* Who has a duty, or stands in: those who could, anybody else, and a supervisor's reason to pass a rule by. Norm 7.3. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "roster.h"

void roster_pick_candidate(struct app *app, const struct banshi_rows *candidates, int tag, const char *title)
{
    size_t n = candidates->count;
    struct option *items = calloc(n + 1, sizeof *items);
    char(*texts)[256] = calloc(n + 1, sizeof *texts);
    for (size_t i = 0; items && texts && i < n; i++) {
        const struct banshi_roster_candidate *c = banshi_row(struct banshi_roster_candidate, candidates, i);
        snprintf(texts[i], sizeof texts[i], _("%s  duties %d  %s%s%s"), c->staff_name, (int)c->duties,
                 c->rests ? _("on duty the day before or after") : _("rested"),
                 c->counter_label[0] ? _("  now at ") : "", c->counter_label);
        items[i] = (struct option){texts[i], (int64_t)i};
    }
    if (items && texts) {
        items[n] = (struct option){_("Somebody else…"), ROSTER_SOMEBODY_ELSE};
        app_open(app, "pick", tag, &(struct options){title, items, n + 1, 0});
    }
    free(items);
    free(texts);
}

void roster_pick_staff(struct app *app, const struct banshi_rows *staff, int tag, const char *title)
{
    struct option *items = calloc(staff->count + 1, sizeof *items);
    char(*texts)[320] = calloc(staff->count + 1, sizeof *texts);
    size_t n = 0;
    for (size_t i = 0; items && texts && i < staff->count; i++) {
        const struct banshi_staff *s = banshi_row(struct banshi_staff, staff, i);
        if (!s->active || (strcmp(s->role, "clerk") != 0 && strcmp(s->role, "lead") != 0))
            continue;
        snprintf(texts[n], sizeof texts[n], "%s  %s", s->name, s->department);
        items[n] = (struct option){texts[n], (int64_t)i};
        n++;
    }
    if (items && texts)
        app_open(app, "pick", tag, &(struct options){title, items, n, 0});
    free(items);
    free(texts);
}

bool roster_ask_override(struct app *app, const struct banshi_error *error, int tag)
{
    char words[512], label[800];
    if (error->code != BANSHI_EDUTY || strstr(error->detail, "elsewhere"))
        return false;
    detail_words(error->detail, words, sizeof words);
    snprintf(label, sizeof label, _("%s. Reason to override (empty: do not):"), words);
    app_open(app, "prompt", tag, &(struct question){_("Override"), label, "", 200});
    return true;
}
