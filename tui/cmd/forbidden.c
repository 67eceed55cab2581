/* SPDX-License-Identifier: MIT */
/* banshi forbidden: wordings that must not reach a citizen. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_forbidden_list(run->b, NULL, NULL), false);
}

static int add(struct cmd_run *run)
{
    return cmd_print(run,
                     banshi_forbidden_add(run->b, run->options.opid, cmd_text(run, "TEXT"), cmd_text(run, "WHY"),
                                          cmd_text(run, "INSTEAD"), NULL, NULL),
                     true);
}

static int remove_wording(struct cmd_run *run)
{
    return cmd_wait(run, banshi_forbidden_remove(run->b, run->options.opid, cmd_number(run, "ID"), NULL, NULL), NULL);
}

static const struct cmd_verb verbs[] = {
    {"list", N_("All forbidden wordings"), .run = list},
    {"add", N_("Add one (supervisors)"), .run = add,
     .params = CMD_PARAMS({"TEXT", CMD_TEXT, .help = N_("the wording"), .required = true},
                          {"WHY", CMD_TEXT, .otherwise = "", .help = N_("why it is forbidden")},
                          {"INSTEAD", CMD_TEXT, .otherwise = "", .help = N_("what to say instead")})},
    {"remove", N_("Take one off the list (supervisors)"), .run = remove_wording,
     .params = CMD_PARAMS(
         {"ID", CMD_NUMBER, .least = 1, .help = N_("the wording, by its id in the list"), .required = true})},
    {0},
};
const struct cmd cmd_forbidden = {.name = "forbidden", .summary = N_("Forbidden wordings"), .verbs = verbs};
