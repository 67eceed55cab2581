/* SPDX-License-Identifier: MIT */
/* banshi incident: abuse and disputes at counters. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    banshi_date day = 0;
    if (run->count && !cmd_day(run->args[0], &day))
        return EXIT_USAGE;
    return cmd_print(run, banshi_incident_list(run->b, day, NULL, NULL), false);
}

static int report(struct cmd_run *run)
{
    return cmd_print(run, banshi_incident_report(run->b, run->options.opid, run->args[0], NULL, NULL), true);
}

static int put_down(struct cmd_run *run, bool close)
{
    int64_t id;
    if (!cmd_id("INCIDENT", run->args[0], &id))
        return EXIT_USAGE;
    return cmd_print(run, banshi_incident_follow(run->b, run->options.opid, id, run->args[1], close, NULL, NULL), true);
}

static int follow(struct cmd_run *run)
{
    return put_down(run, false);
}

static int close_incident(struct cmd_run *run)
{
    return put_down(run, true);
}

static const struct cmd_verb verbs[] = {
    {"list", "[YYYY-MM-DD]", N_("Incidents that are not closed, or all of a day"), 0, 1, list},
    {"report", "TEXT", N_("Report abuse or a dispute at one's own counter"), 1, 1, report},
    {"follow", "INCIDENT NOTE", N_("Put down what was done about it (leads and above)"), 2, 2, follow},
    {"close", "INCIDENT NOTE", N_("Put down what was done, and close it"), 2, 2, close_incident},
    {0},
};
const struct cmd cmd_incident = {.name = "incident", .summary = N_("Abuse and disputes at counters"), .verbs = verbs};
