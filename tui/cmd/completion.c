/* SPDX-License-Identifier: MIT */
/* banshi completion: what may stand in place of the last word of a command line, for the shells (data/completion). */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int completion(struct cmd_run *run)
{
    cmd_complete(run->many, run->many_count);
    return EXIT_FINE;
}

static const struct cmd_verb verbs[] = {
    {"", N_("What may stand in place of the last word, a line each, with a tab and what it is"), .run = completion,
     .params = CMD_PARAMS({"WORD", CMD_TEXT, .many = true, .help = N_("words of the line, after --")})},
    {0},
};
const struct cmd cmd_completion = {
    .name = "completion", .role = CMD_NOBODY, .hidden = true, .summary = N_("Completion, for shells"), .verbs = verbs};
