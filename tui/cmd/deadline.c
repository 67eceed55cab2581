/* SPDX-License-Identifier: MIT */
/* banshi deadline: what is due on cases. Whoever looks sweeps first: whom nobody told is accepted by law. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

/* The deadlines that the options ask for; exit status. */
static int read_list(struct cmd_run *run, const struct banshi_rows **ret_rows)
{
    int status = cmd_wait(run, banshi_case_sweep(run->b, NULL, NULL, NULL), NULL);
    return status != EXIT_FINE ? status
                               : cmd_wait(run,
                                          banshi_deadline_list(run->b, cmd_given(run, "--mine"),
                                                               cmd_number(run, "--limit"), NULL, NULL),
                                          ret_rows);
}

static int list(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int status = read_list(run, &rows);
    if (rows)
        cmd_print_rows(run, rows, false);
    banshi_rows_free(rows);
    return status;
}

static int export(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int status = read_list(run, &rows);
    if (rows)
        status = cmd_export(run, rows, _("Deadlines"), cmd_text(run, "DESTINATION"));
    banshi_rows_free(rows);
    return status;
}

#define MINE "--mine", CMD_FLAG, .help = N_("one's own alone")
#define LIMIT "--limit", CMD_NUMBER, .least = 1, .most = 10000, .otherwise = "200", .help = N_("how many at most")

static const struct cmd_verb verbs[] = {
    {"list", N_("Deadlines that are overdue, due today, near, or provisional for want of a calendar"), .run = list,
     .params = CMD_PARAMS({MINE}, {LIMIT})},
    {"export", N_("The same as a file or on paper"), .run = export,
     .params = CMD_PARAMS({CMD_DESTINATION}, {MINE}, {LIMIT}, {CMD_GB18030}, {CMD_WAIT})},
    {0},
};
const struct cmd cmd_deadline = {.name = "deadline", .summary = N_("What is due on cases"), .verbs = verbs};
