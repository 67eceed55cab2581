/* SPDX-License-Identifier: MIT */
/* banshi skill: who can serve which queues. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_skill_list(run->b, run->count ? run->args[0] : NULL, NULL, NULL), false);
}

static int set(struct cmd_run *run, const char *able)
{
    return cmd_print(run, banshi_skill_set(run->b, run->options.opid, run->args[0], run->args[1], able, NULL, NULL),
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

static const struct cmd_verb verbs[] = {
    {"list", "[LOGIN]", N_("Queues that somebody can serve"), 0, 1, list},
    {"add", "LOGIN QUEUE", N_("Somebody can serve the queue of this code (leads)"), 2, 2, add},
    {"remove", "LOGIN QUEUE", N_("Somebody cannot serve it (leads)"), 2, 2, remove_skill},
    {"reset", "LOGIN QUEUE", N_("As follows from where they work (leads)"), 2, 2, reset},
    {0},
};
const struct cmd cmd_skill = {.name = "skill", .summary = N_("Who can serve which queues"), .verbs = verbs};
