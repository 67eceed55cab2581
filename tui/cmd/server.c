/* SPDX-License-Identifier: MIT */
/* banshi server: the embedded server. */
#include <config.h>

#include <stdio.h>

#include "cmd.h"
#include "i18n.h"

static int status(struct cmd_run *run)
{
    struct banshi_error error = {0};
    struct banshi_local local;
    if (banshi_local_status(run->options.state_dir, &local, &error) != 0)
        return cmd_fail(&error);
    printf("%s\n%s %s\n%s %s\n%s %s\n",
           !local.running ? _("stopped")
           : local.keep   ? _("running, kept")
                          : _("running"),
           _("socket:"), local.socket_dir, _("data:"), local.data_dir, _("log:"), local.log);
    return local.running ? EXIT_FINE : EXIT_NONE;
}

/* Opening a handle starts the server; closing the last one stops it unless it is kept. */
static int keep(struct cmd_run *run, bool on)
{
    struct banshi_error error = {0};
    if (banshi_local_keep(run->options.state_dir, on, &error) != 0)
        return cmd_fail(&error);
    int connected = cmd_connect(run, CMD_OWNER);
    cmd_disconnect(run);
    return connected != EXIT_FINE || on ? connected : (status(run), EXIT_FINE);
}

static int start(struct cmd_run *run)
{
    return keep(run, true);
}

static int stop(struct cmd_run *run)
{
    return keep(run, false);
}

static const struct cmd_verb verbs[] = {
    {"start", N_("Start it and keep it running"), .run = start},
    {"stop", N_("Stop it when its last user leaves"), .run = stop},
    {"status", N_("Whether it runs, and where its data are"), .run = status},
    {0},
};
const struct cmd cmd_server = {
    .name = "server", .role = CMD_NOBODY, .summary = N_("The embedded server"), .verbs = verbs};
