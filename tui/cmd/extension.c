/* SPDX-License-Identifier: MIT */
/* banshi extension: closing the day, the visits that go on, who is asked to stay, the register. */
#include <config.h>

#include <string.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

static int begin(struct cmd_run *run)
{
    return cmd_print(run, banshi_extension_begin(run->b, run->options.opid, cmd_text(run, "REASON"), NULL, NULL),
                     false);
}

static int sweep(struct cmd_run *run)
{
    return cmd_print(run, banshi_extension_sweep(run->b, run->options.opid, NULL, NULL), false);
}

static int withdraw(struct cmd_run *run)
{
    return cmd_print(run, banshi_extension_withdraw(run->b, run->options.opid, cmd_text(run, "REASON"), NULL, NULL),
                     false);
}

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_extension_list(run->b, 0, 0, NULL, NULL), false);
}

static int requests(struct cmd_run *run)
{
    return cmd_print(run, banshi_extension_request_list(run->b, NULL, NULL), false);
}

/* A department by name; 0 with the exit status in *ret_status. */
static int64_t find_department(struct cmd_run *run, const char *name, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    int64_t id = 0;
    *ret_status = cmd_wait(run, banshi_department_list(run->b, NULL, NULL), &rows);
    for (size_t i = 0; rows && i < rows->count && !id; i++) {
        const struct banshi_department *d = banshi_row(struct banshi_department, rows, i);
        if (strcmp(d->name, name) == 0)
            id = d->id;
    }
    banshi_rows_free(rows);
    if (*ret_status == EXIT_FINE && !id) {
        fprintf(stderr, "banshi: %s: %s\n", name, _("no such department"));
        *ret_status = EXIT_NONE;
    }
    return id;
}

static int ask(struct cmd_run *run)
{
    int64_t counter = 0, department = 0, ticket = 0;
    int status = EXIT_FINE;
    if (cmd_given(run, "--counter"))
        counter = cmd_find_counter(run, cmd_text(run, "--counter"), &status);
    else
        department = find_department(run, cmd_text(run, "--department"), &status);
    if (status == EXIT_FINE && cmd_given(run, "NUMBER"))
        ticket = cmd_find_ticket(run, cmd_text(run, "NUMBER"), &status);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_extension_ask(run->b, run->options.opid, counter, department, ticket,
                                                                cmd_text(run, "REASON"), NULL, NULL),
                                           true);
}

static int answer(struct cmd_run *run, bool yes, const char *words)
{
    return cmd_print(
        run, banshi_extension_answer(run->b, run->options.opid, cmd_number(run, "REQUEST"), yes, words, NULL, NULL),
        true);
}

static int accept(struct cmd_run *run)
{
    return answer(run, true, cmd_text(run, "REMARK"));
}

static int refuse(struct cmd_run *run)
{
    return answer(run, false, cmd_text(run, "REASON"));
}

static int done(struct cmd_run *run)
{
    return cmd_print(run, banshi_extension_done(run->b, run->options.opid, cmd_number(run, "REQUEST"), NULL, NULL),
                     true);
}

/* The register of a day or month, or the hours of the staff; exit status. */
static int read_register(struct cmd_run *run, const struct banshi_rows **ret_rows)
{
    banshi_date from = cmd_first(run, "DAY|MONTH"), until = cmd_last(run, "DAY|MONTH");
    return cmd_wait(run,
                    cmd_given(run, "--hours") ? banshi_extension_hours(run->b, from, until, NULL, NULL)
                                              : banshi_extension_list(run->b, from, until, NULL, NULL),
                    ret_rows);
}

static int write_register(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int status = read_register(run, &rows);
    if (rows)
        cmd_print_rows(run, rows, false);
    banshi_rows_free(rows);
    return status;
}

static int export(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    char title[128];
    int status = read_register(run, &rows);
    snprintf(title, sizeof title, "%s · %s",
             cmd_given(run, "--hours") ? _("Extended hours of the staff") : _("Register of extended hours"),
             cmd_text(run, "DAY|MONTH"));
    if (rows)
        status = cmd_export(run, rows, title, cmd_text(run, "DESTINATION"));
    banshi_rows_free(rows);
    return status;
}

#define REQUEST "REQUEST", CMD_NUMBER, .least = 1, .help = N_("the request, by its id in the list"), .required = true
#define REASON "REASON", CMD_TEXT, .help = N_("why"), .required = true
#define WHEN "DAY|MONTH", CMD_DATE, .exact = CMD_DAY | CMD_MONTH, .help = N_("of which days"), .required = true
#define HOURS "--hours", CMD_FLAG, .help = N_("how long everybody stayed")

static const struct cmd_verb verbs[] = {
    {"begin", N_("Closing time: no new numbers, unfinished visits go on (lead: the own department)"), .run = begin,
     .params = CMD_PARAMS({"REASON", CMD_TEXT, .otherwise = "", .help = N_("why")})},
    {"sweep", N_("Close the day when the opening hours say so (terminals ask it by themselves)"), .run = sweep},
    {"withdraw", N_("It was closed by mistake: open again (leads, supervisors)"), .run = withdraw,
     .params = CMD_PARAMS({REASON})},
    {"list", N_("Today's visits after closing time"), .run = list},
    {"requests", N_("Who was asked to stay or to take a visit over, and the answers"), .run = requests},
    {"ask", N_("Ask a counter or a department to stay or, with a number, to take that visit over"), .run = ask,
     .params = CMD_PARAMS({REASON}, {"NUMBER", CMD_TEXT, .help = N_("today's number")},
                          {"--counter", CMD_TEXT, .value = "COUNTER", .help = N_("the counter: label or id"),
                           .required = true, .or_next = true},
                          {"--department", CMD_TEXT, .value = "NAME", .help = N_("the department")})},
    {"accept", N_("Accept; the visit comes to one's counter"), .run = accept,
     .params = CMD_PARAMS({REQUEST}, {"REMARK", CMD_TEXT, .otherwise = "", .help = N_("a remark")})},
    {"refuse", N_("Refuse, with the reason"), .run = refuse, .params = CMD_PARAMS({REQUEST}, {REASON})},
    {"done", N_("What was asked is done"), .run = done, .params = CMD_PARAMS({REQUEST})},
    {"register", N_("The register of a day or month; with --hours how long everybody stayed, for time off in lieu"),
     .run = write_register, .params = CMD_PARAMS({WHEN}, {HOURS})},
    {"export", N_("The same as a file or on paper"), .run = export,
     .params = CMD_PARAMS({WHEN}, {CMD_DESTINATION}, {HOURS}, {CMD_GB18030}, {CMD_WAIT})},
    {0},
};
const struct cmd cmd_extension = {.name = "extension", .summary = N_("Extended hours"), .verbs = verbs};
