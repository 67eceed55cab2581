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
                     banshi_forbidden_add(run->b, run->options.opid, run->args[0], run->count > 1 ? run->args[1] : "",
                                          run->count > 2 ? run->args[2] : "", NULL, NULL),
                     true);
}

static int remove_wording(struct cmd_run *run)
{
    int64_t id;
    if (!cmd_id("ID", run->args[0], &id))
        return EXIT_USAGE;
    return cmd_wait(run, banshi_forbidden_remove(run->b, run->options.opid, id, NULL, NULL), NULL);
}

static const struct cmd_verb verbs[] = {
    {"list", "", N_("All forbidden wordings"), 0, 0, list},
    {"add", "TEXT [WHY [INSTEAD]]", N_("Add one (supervisors)"), 1, 3, add},
    {"remove", "ID", N_("Take one off the list (supervisors)"), 1, 1, remove_wording},
    {0},
};
const struct cmd cmd_forbidden = {.name = "forbidden", .summary = N_("Forbidden wordings"), .verbs = verbs};
