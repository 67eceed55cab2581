/* SPDX-License-Identifier: MIT */
/* banshi incident: abuse and disputes at counters. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_incident_list(run->b, cmd_first(run, "DAY"), NULL, NULL), false);
}

static int report(struct cmd_run *run)
{
    return cmd_print(run, banshi_incident_report(run->b, run->options.opid, cmd_text(run, "TEXT"), NULL, NULL), true);
}

static int put_down(struct cmd_run *run, bool close)
{
    return cmd_print(run,
                     banshi_incident_follow(run->b, run->options.opid, cmd_number(run, "INCIDENT"),
                                            cmd_text(run, "NOTE"), close, NULL, NULL),
                     true);
}

static int follow(struct cmd_run *run)
{
    return put_down(run, false);
}

static int close_incident(struct cmd_run *run)
{
    return put_down(run, true);
}

#define INCIDENT "INCIDENT", CMD_NUMBER, .least = 1, .help = N_("the incident, by its id in the list"), .required = true
#define NOTE "NOTE", CMD_TEXT, .help = N_("what was done"), .required = true

static const struct cmd_verb verbs[] = {
    {"list", N_("Incidents that are not closed, or all of a day"), .run = list,
     .params = CMD_PARAMS({"DAY", CMD_DATE, .exact = CMD_DAY, .help = N_("the day")})},
    {"report", N_("Report abuse or a dispute at one's own counter"), .run = report,
     .params = CMD_PARAMS({"TEXT", CMD_TEXT, .help = N_("what happens"), .required = true})},
    {"follow", N_("Put down what was done about it (leads and above)"), .run = follow,
     .params = CMD_PARAMS({INCIDENT}, {NOTE})},
    {"close", N_("Put down what was done, and close it"), .run = close_incident,
     .params = CMD_PARAMS({INCIDENT}, {NOTE})},
    {0},
};
const struct cmd cmd_incident = {.name = "incident", .summary = N_("Abuse and disputes at counters"), .verbs = verbs};
