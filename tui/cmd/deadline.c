/* SPDX-License-Identifier: MIT */
/* banshi deadline: what is due on cases. Whoever looks sweeps first: whom nobody told is accepted by law. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

/* The deadlines that the options ask for; exit status. */
static int read_list(struct cmd_run *run, const struct banshi_rows **ret_rows)
{
    int64_t limit = 200;
    if (run->options.limit && !cmd_number("--limit", run->options.limit, 1, 10000, &limit))
        return EXIT_USAGE;
    int status = cmd_wait(run, banshi_case_sweep(run->b, NULL, NULL, NULL), NULL);
    return status != EXIT_FINE
               ? status
               : cmd_wait(run, banshi_deadline_list(run->b, run->options.mine, limit, NULL, NULL), ret_rows);
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
        status = cmd_export(run, rows, _("Deadlines"), run->args[0]);
    banshi_rows_free(rows);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"list", "[--mine] [--limit N]",
     N_("Deadlines that are overdue, due today, near, or provisional for want of a calendar"), 0, 0, list},
    {"export", "FILE.pdf|FILE.csv|FILE.xlsx|printer:NAME|ipp://… [--mine] [--limit N] [--gb18030] [--wait SECONDS]",
     N_("The same as a file or on paper"), 1, 1, export},
    {0},
};
const struct cmd cmd_deadline = {.name = "deadline", .summary = N_("What is due on cases"), .verbs = verbs};
