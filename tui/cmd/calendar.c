/* SPDX-License-Identifier: MIT */
/* banshi calendar: working days and deadlines. */
#include <config.h>

#include <string.h>

#include "cmd.h"
#include "i18n.h"
#include "import_file.h"

static int due(struct cmd_run *run)
{
    return cmd_print(
        run,
        banshi_calendar_due(run->b, cmd_first(run, "DAY"), cmd_number(run, "N"), cmd_text(run, "UNIT"), NULL, NULL),
        true);
}

static int add(struct cmd_run *run)
{
    bool working = strcmp(cmd_text(run, "KIND"), "working") == 0;
    return cmd_print(run,
                     banshi_calendar_add(run->b, run->options.opid, cmd_first(run, "DAY"), working,
                                         cmd_text(run, "NAME"), NULL, NULL),
                     true);
}

static int import(struct cmd_run *run)
{
    const struct banshi_rows *report = NULL;
    int status = import_file(run, "calendar", cmd_text(run, "FILE"), &report);
    if (status == EXIT_FINE)
        cmd_print_rows(run, report, false);
    banshi_rows_free(report);
    return status;
}

static int show(struct cmd_run *run)
{
    banshi_date first = cmd_first(run, "YEAR|MONTH"), last = cmd_last(run, "YEAR|MONTH");
    bool year = first / 100 != last / 100;
    return cmd_print(run, banshi_calendar_show(run->b, year ? first / 10000 * 100 : first / 100, NULL, NULL), false);
}

static const struct banshi_word day_kinds[] = {
    {.code = "off", .message = N_("off")}, {.code = "working", .message = N_("working")}, {.code = NULL}};

static const struct cmd_verb verbs[] = {
    {"due", N_("The last day of a period, its first day not counted"), .run = due,
     .params =
         CMD_PARAMS({"DAY", CMD_DATE, .exact = CMD_DAY, .help = N_("the day that is not counted"), .required = true},
                    {"N", CMD_NUMBER, .most = 3660, .help = N_("how long it is"), .required = true},
                    {"UNIT", CMD_CODE, .codes = banshi_word_limit_unit, .otherwise = "working_day",
                     .help = N_("in what it is counted")})},
    {"add", N_("Name one day as a day off or a working day, as an administrator"), .run = add,
     .params = CMD_PARAMS({"DAY", CMD_DATE, .exact = CMD_DAY, .help = N_("the day"), .required = true},
                          {"KIND", CMD_CODE, .codes = day_kinds, .help = N_("what it is to be"), .required = true},
                          {"NAME", CMD_TEXT, .help = N_("what it is called"), .required = true})},
    {"import", N_("Import the calendar of a year; deadlines of open cases are computed again"), .run = import,
     .params = CMD_PARAMS({"FILE", CMD_FILE, .help = N_("JSON in the holiday-cn format"), .required = true})},
    {"show", N_("The days of a month, or what is special in a year"), .run = show,
     .params = CMD_PARAMS({"YEAR|MONTH", CMD_DATE, .exact = CMD_YEAR | CMD_MONTH, .help = N_("like 2026, or 2026-10"),
                           .required = true})},
    {0},
};
const struct cmd cmd_calendar = {.name = "calendar", .summary = N_("Working days and deadlines"), .verbs = verbs};
