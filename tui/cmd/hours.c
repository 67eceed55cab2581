/* SPDX-License-Identifier: MIT */
/* banshi hours: opening hours. */
#include <config.h>

#include <string.h>

#include "cmd.h"
#include "i18n.h"

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_hours_list(run->b, NULL, NULL), false);
}

static int now(struct cmd_run *run)
{
    return cmd_print(run, banshi_hours_now(run->b, NULL, NULL), true);
}

static int set(struct cmd_run *run)
{
    banshi_date day = 0;
    int64_t weekday = 0;
    bool one_day = strchr(run->args[0], '-') != NULL;
    if (one_day ? !cmd_day(run->args[0], &day) : !cmd_number("WEEKDAY", run->args[0], 1, 7, &weekday))
        return EXIT_USAGE;
    return cmd_print(run,
                     banshi_hours_set(run->b, run->options.opid, day, weekday, run->args[1],
                                      run->count > 2 ? run->args[2] : NULL, run->count > 3 ? run->args[3] : NULL, NULL,
                                      NULL),
                     false);
}

static const struct cmd_verb verbs[] = {
    {"show", "", N_("The week's hours, and those of single days"), 0, 0, show},
    {"now", "", N_("Is it open now, until when, and which counters are on duty"), 0, 0, now},
    {"set", "WEEKDAY|DAY morning|lunch|afternoon|extended|closed [FROM TO]",
     N_("Set a session of a weekday (1 Monday) or of a day; without times take it away (supervisors)"), 2, 4, set},
    {0},
};
const struct cmd cmd_hours = {.name = "hours", .summary = N_("Opening hours"), .verbs = verbs};
