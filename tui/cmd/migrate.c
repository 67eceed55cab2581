/* SPDX-License-Identifier: MIT */
/* banshi migrate: bring the database up to this program. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int migrate(struct cmd_run *run)
{
    return cmd_print(run,
                     cmd_given(run, "--status") ? banshi_centre_version(run->b, NULL, NULL)
                                                : banshi_centre_migrate(run->b, NULL, NULL),
                     false);
}

static const struct cmd_verb verbs[] = {
    {"",
     N_("Apply what is missing; connect as a superuser or the owner of the database; with --status: the versions of "
        "the program and of the database"),
     .run = migrate, .params = CMD_PARAMS({"--status", CMD_FLAG, .help = N_("only tell the versions")})},
    {0},
};
const struct cmd cmd_migrate = {
    .name = "migrate", .role = CMD_OWNER, .summary = N_("Bring the database up to this program"), .verbs = verbs};
