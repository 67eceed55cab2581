/* SPDX-License-Identifier: MIT */
/* banshi counter: the counters, pausing one's own. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_counter_list(run->b, NULL, NULL), false);
}

static int pause_counter(struct cmd_run *run)
{
    return cmd_print(run, banshi_counter_pause(run->b, run->options.opid, run->args[0], NULL, NULL), true);
}

static int resume(struct cmd_run *run)
{
    return cmd_print(run, banshi_counter_resume(run->b, run->options.opid, NULL, NULL), true);
}

static const struct cmd_verb verbs[] = {
    {"list", "", N_("All counters: who is there, in which state"), 0, 0, list},
    {"pause", "REASON", N_("Pause one's own counter"), 1, 1, pause_counter},
    {"resume", "", N_("Open it again"), 0, 0, resume},
    {0},
};
const struct cmd cmd_counter = {.name = "counter", .summary = N_("Counters"), .verbs = verbs};
