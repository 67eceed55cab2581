/* SPDX-License-Identifier: MIT */
/* banshi calendar: working days and deadlines. */
#include <config.h>

#include <stdio.h>

#include "cmd.h"
#include "i18n.h"

static int add(struct cmd_run *run)
{
    banshi_date start;
    int64_t n;
    if (!cmd_day(run->args[0], &start) || !cmd_number(run->args[1], &n))
        return EXIT_USAGE;
    int status = cmd_connect(run);
    const char *unit = run->count > 2 ? run->args[2] : "working_day";
    return status != EXIT_FINE ? status : cmd_print(run, banshi_calendar_add(run->b, start, n, unit, NULL, NULL), true);
}

static int show(struct cmd_run *run)
{
    int year, month = 0;
    char more;
    if (sscanf(run->args[0], "%4d-%2d%c", &year, &month, &more) != 2 &&
        sscanf(run->args[0], "%4d%c", &year, &more) != 1) {
        fprintf(stderr, "banshi: %s: %s\n", run->args[0], _("not a year or a month like 2026-10"));
        return EXIT_USAGE;
    }
    int status = cmd_connect(run);
    return status != EXIT_FINE ? status
                               : cmd_print(run, banshi_calendar_show(run->b, year * 100 + month, NULL, NULL), false);
}

static const struct cmd_verb verbs[] = {
    {"add", "DAY N [day|working_day|month|year]", N_("The last day of a period, its first day not counted"), 2, 3, add},
    {"show", "YEAR[-MONTH]", N_("The days of a month, or what is special in a year"), 1, 1, show},
    {0},
};
const struct cmd cmd_calendar = {.name = "calendar", .summary = N_("Working days and deadlines"), .verbs = verbs};
