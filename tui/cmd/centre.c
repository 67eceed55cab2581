/* SPDX-License-Identifier: MIT */
/* banshi centre: the centre's settings. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int show(struct cmd_run *run)
{
    int status = cmd_connect(run, CMD_STAFF);
    return status == EXIT_FINE ? cmd_print(run, banshi_centre_show(run->b, NULL, NULL), true) : status;
}

static int set(struct cmd_run *run)
{
    int status = cmd_connect(run, CMD_OWNER);
    return status != EXIT_FINE
               ? status
               : cmd_print(run, banshi_centre_set(run->b, run->options.opid, cmd_text(run, "JSON"), NULL, NULL), true);
}

static const struct cmd_verb verbs[] = {
    {"show", N_("The settings"), .run = show},
    {"set", N_("Change settings; the owner's first ones make the centre"), .run = set,
     .params =
         CMD_PARAMS({"JSON", CMD_TEXT, .help = N_("an object of settings: {\"name\": \"…\"}"), .required = true})},
    {0},
};
const struct cmd cmd_centre = {
    .name = "centre", .role = CMD_NOBODY, .summary = N_("The centre's settings"), .verbs = verbs};
