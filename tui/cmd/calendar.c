/* SPDX-License-Identifier: MIT */
/* banshi calendar: working days and deadlines. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"
#include "import_file.h"

static int due(struct cmd_run *run)
{
    banshi_date start;
    int64_t n;
    if (!cmd_day(run->args[0], &start) || !cmd_number("N", run->args[1], 0, 3660, &n))
        return EXIT_USAGE;
    const char *unit = run->count > 2 ? run->args[2] : "working_day";
    return cmd_print(run, banshi_calendar_due(run->b, start, n, unit, NULL, NULL), true);
}

static int add(struct cmd_run *run)
{
    banshi_date date;
    bool working = strcmp(run->args[1], "working") == 0;
    if (!cmd_day(run->args[0], &date))
        return EXIT_USAGE;
    if (!working && strcmp(run->args[1], "off") != 0) {
        fprintf(stderr, "banshi: %s: %s\n", run->args[1], _("neither \"off\" nor \"working\""));
        return EXIT_USAGE;
    }
    return cmd_print(run, banshi_calendar_add(run->b, run->options.opid, date, working, run->args[2], NULL, NULL),
                     true);
}

static int import(struct cmd_run *run)
{
    const struct banshi_rows *report = NULL;
    int status = import_file(run, "calendar", run->args[0], &report);
    if (status == EXIT_FINE)
        cmd_print_rows(run, report, false);
    banshi_rows_free(report);
    return status;
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
    return cmd_print(run, banshi_calendar_show(run->b, year * 100 + month, NULL, NULL), false);
}

static const struct cmd_verb verbs[] = {
    {"due", "DAY N [day|working_day|month|year]", N_("The last day of a period, its first day not counted"), 2, 3, due},
    {"add", "DAY off|working NAME", N_("Name one day as a day off or a working day, as an administrator"), 3, 3, add},
    {"import", "FILE", N_("Import the calendar of a year; deadlines of open cases are computed again"), 1, 1, import},
    {"show", "YEAR[-MONTH]", N_("The days of a month, or what is special in a year"), 1, 1, show},
    {0},
};
const struct cmd cmd_calendar = {.name = "calendar", .summary = N_("Working days and deadlines"), .verbs = verbs};
