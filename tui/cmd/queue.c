/* SPDX-License-Identifier: MIT */
/* banshi queue: the queues and how long they are. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_queue_list(run->b, NULL, NULL), false);
}

static const struct cmd_verb verbs[] = {
    {"list", N_("All queues: people waiting, the longest wait, the estimate"), .run = list},
    {0},
};
const struct cmd cmd_queue = {.name = "queue", .summary = N_("Queues"), .verbs = verbs};
