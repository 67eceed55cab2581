/* SPDX-License-Identifier: MIT */
/* banshi skill: who can serve which queues. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_skill_list(run->b, cmd_text(run, "LOGIN"), NULL, NULL), false);
}

static int set(struct cmd_run *run, const char *able)
{
    return cmd_print(
        run,
        banshi_skill_set(run->b, run->options.opid, cmd_text(run, "LOGIN"), cmd_text(run, "QUEUE"), able, NULL, NULL),
        false);
}

static int add(struct cmd_run *run)
{
    return set(run, "t");
}

static int remove_skill(struct cmd_run *run)
{
    return set(run, "f");
}

static int reset(struct cmd_run *run)
{
    return set(run, NULL);
}

#define LOGIN "LOGIN", CMD_TEXT, .help = N_("login"), .required = true
#define QUEUE "QUEUE", CMD_TEXT, .help = N_("the queue's letters"), .required = true

static const struct cmd_verb verbs[] = {
    {"list", N_("Queues that somebody can serve"), .run = list,
     .params = CMD_PARAMS({"LOGIN", CMD_TEXT, .help = N_("login; without it: oneself, or all for leads")})},
    {"add", N_("Somebody can serve the queue of this code (leads)"), .run = add,
     .params = CMD_PARAMS({LOGIN}, {QUEUE})},
    {"remove", N_("Somebody cannot serve it (leads)"), .run = remove_skill, .params = CMD_PARAMS({LOGIN}, {QUEUE})},
    {"reset", N_("As follows from where they work (leads)"), .run = reset, .params = CMD_PARAMS({LOGIN}, {QUEUE})},
    {0},
};
const struct cmd cmd_skill = {.name = "skill", .summary = N_("Who can serve which queues"), .verbs = verbs};
