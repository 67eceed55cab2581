/* SPDX-License-Identifier: MIT */
/* banshi deadline: what is due on cases. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    int64_t limit = 200;
    if (run->options.limit && !cmd_number(run->options.limit, &limit))
        return EXIT_USAGE;
    int status = cmd_connect(run);
    return status != EXIT_FINE
               ? status
               : cmd_print(run, banshi_deadline_list(run->b, run->options.mine, limit, NULL, NULL), false);
}

static const struct cmd_verb verbs[] = {
    {"list", "[--mine] [--limit N]",
     N_("Deadlines that are overdue, due today, near, or provisional for want of a calendar"), 0, 0, list},
    {0},
};
const struct cmd cmd_deadline = {.name = "deadline", .summary = N_("What is due on cases"), .verbs = verbs};
