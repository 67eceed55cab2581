/* SPDX-License-Identifier: MIT */
/* banshi extension: closing the day, the visits that go on, who is asked to stay, the register. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

static int begin(struct cmd_run *run)
{
    return cmd_print(run, banshi_extension_begin(run->b, run->options.opid, run->count ? run->args[0] : "", NULL, NULL),
                     false);
}

static int sweep(struct cmd_run *run)
{
    return cmd_print(run, banshi_extension_sweep(run->b, run->options.opid, NULL, NULL), false);
}

static int withdraw(struct cmd_run *run)
{
    return cmd_print(run, banshi_extension_withdraw(run->b, run->options.opid, run->args[0], NULL, NULL), false);
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
    const struct cmd_options *o = &run->options;
    int64_t counter = 0, department = 0, ticket = 0;
    if (!o->counter == !o->department)
        return EXIT_USAGE;
    int status = EXIT_FINE;
    if (o->counter)
        counter = cmd_find_counter(run, o->counter, &status);
    else
        department = find_department(run, o->department, &status);
    if (status == EXIT_FINE && run->count > 1)
        ticket = cmd_find_ticket(run, run->args[1], &status);
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_extension_ask(run->b, o->opid, counter, department, ticket, run->args[0], NULL, NULL),
                           true);
}

static int answer(struct cmd_run *run, bool yes)
{
    int64_t id;
    if (!cmd_id("REQUEST", run->args[0], &id))
        return EXIT_USAGE;
    return cmd_print(
        run,
        banshi_extension_answer(run->b, run->options.opid, id, yes, run->count > 1 ? run->args[1] : "", NULL, NULL),
        true);
}

static int accept(struct cmd_run *run)
{
    return answer(run, true);
}

static int refuse(struct cmd_run *run)
{
    return answer(run, false);
}

static int done(struct cmd_run *run)
{
    int64_t id;
    if (!cmd_id("REQUEST", run->args[0], &id))
        return EXIT_USAGE;
    return cmd_print(run, banshi_extension_done(run->b, run->options.opid, id, NULL, NULL), true);
}

/* The register of a day or month, or the hours of the staff; exit status. */
static int read_register(struct cmd_run *run, const char *when, const struct banshi_rows **ret_rows)
{
    banshi_date from, until;
    if (!cmd_days(when, &from, &until))
        return EXIT_USAGE;
    return cmd_wait(run,
                    run->options.hours ? banshi_extension_hours(run->b, from, until, NULL, NULL)
                                       : banshi_extension_list(run->b, from, until, NULL, NULL),
                    ret_rows);
}

static int write_register(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int status = read_register(run, run->args[0], &rows);
    if (rows)
        cmd_print_rows(run, rows, false);
    banshi_rows_free(rows);
    return status;
}

static int export(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    char title[128];
    int status = read_register(run, run->args[0], &rows);
    snprintf(title, sizeof title, "%s · %s",
             run->options.hours ? _("Extended hours of the staff") : _("Register of extended hours"), run->args[0]);
    if (rows)
        status = cmd_export(run, rows, title, run->args[1]);
    banshi_rows_free(rows);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"begin", "[REASON]", N_("Closing time: no new numbers, unfinished visits go on (lead: the own department)"), 0, 1,
     begin},
    {"sweep", "", N_("Close the day when the opening hours say so (terminals ask it by themselves)"), 0, 0, sweep},
    {"withdraw", "REASON", N_("It was closed by mistake: open again (leads, supervisors)"), 1, 1, withdraw},
    {"list", "", N_("Today's visits after closing time"), 0, 0, list},
    {"requests", "", N_("Who was asked to stay or to take a visit over, and the answers"), 0, 0, requests},
    {"ask", "REASON [NUMBER] --counter COUNTER|--department NAME",
     N_("Ask a counter or a department to stay or, with a number, to take that visit over"), 1, 2, ask},
    {"accept", "REQUEST [REMARK]", N_("Accept; the visit comes to one's counter"), 1, 2, accept},
    {"refuse", "REQUEST REASON", N_("Refuse, with the reason"), 2, 2, refuse},
    {"done", "REQUEST", N_("What was asked is done"), 1, 1, done},
    {"register", "YYYY-MM[-DD] [--hours] [--csv]",
     N_("The register of a day or month; with --hours how long everybody stayed, for time off in lieu"), 1, 1,
     write_register},
    {"export", "YYYY-MM[-DD] FILE.pdf|FILE.csv|FILE.xlsx|printer:NAME|ipp://… [--hours] [--gb18030] [--wait SECONDS]",
     N_("The same as a file or on paper"), 2, 2, export},
    {0},
};
const struct cmd cmd_extension = {.name = "extension", .summary = N_("Extended hours"), .verbs = verbs};
