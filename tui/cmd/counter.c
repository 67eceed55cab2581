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
    return cmd_print(run, banshi_counter_pause(run->b, run->options.opid, cmd_text(run, "REASON"), NULL, NULL), true);
}

static int resume(struct cmd_run *run)
{
    return cmd_print(run, banshi_counter_resume(run->b, run->options.opid, NULL, NULL), true);
}

static const struct cmd_verb verbs[] = {
    {"list", N_("All counters: who is there, in which state"), .run = list},
    {"pause", N_("Pause one's own counter"), .run = pause_counter,
     .params = CMD_PARAMS({"REASON", CMD_TEXT, .help = N_("why"), .required = true})},
    {"resume", N_("Open it again"), .run = resume},
    {0},
};
const struct cmd cmd_counter = {.name = "counter", .summary = N_("Counters"), .verbs = verbs};
