/* SPDX-License-Identifier: MIT */
/* banshi session: who is signed on, signing on to a counter and off again. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_session_show(run->b, NULL, NULL), true);
}

static int sign_on(struct cmd_run *run)
{
    char in_order[CMD_DRESS];
    int status;
    int64_t counter = cmd_find_counter(run, cmd_text(run, "COUNTER"), &status);
    if (status != EXIT_FINE)
        return status;
    const char *dress = cmd_text_or(run, "DRESS", cmd_dress(in_order));
    return cmd_print(run, banshi_session_sign_on(run->b, run->options.opid, counter, dress, NULL, NULL), true);
}

static int sign_off(struct cmd_run *run)
{
    return cmd_print(run, banshi_session_sign_off(run->b, run->options.opid, NULL, NULL), true);
}

static const struct cmd_verb verbs[] = {
    {"show", N_("Who is signed on, and where"), .run = show},
    {"sign-on", N_("Open a counter, by label or id, after the appearance self-check"), .run = sign_on,
     .params = CMD_PARAMS({"COUNTER", CMD_TEXT, .help = N_("the counter: label or id"), .required = true},
                          {"DRESS", CMD_TEXT, .help = N_("the self-check, in JSON; without it: all in order")})},
    {"sign-off", N_("Close one's counter"), .run = sign_off},
    {0},
};
const struct cmd cmd_session = {.name = "session", .summary = N_("Signing on and off"), .verbs = verbs};
