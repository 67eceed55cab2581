/* SPDX-License-Identifier: MIT */
/* banshi staff: who works here, and passwords. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    int status = cmd_connect(run);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_staff_list(run->b, NULL, NULL), false);
}

/* The new password is a line of standard input, never an argument. */
static int password(struct cmd_run *run)
{
    char line[256];
    int status = cmd_connect(run);
    if (status != EXIT_FINE)
        return status;
    fprintf(stderr, "%s", _("New password (one line): "));
    if (!fgets(line, sizeof line, stdin))
        return EXIT_USAGE;
    line[strcspn(line, "\r\n")] = '\0';
    status = cmd_print(run, banshi_staff_password(run->b, run->options.opid, run->args[0], line, NULL, NULL), true);
    explicit_bzero(line, sizeof line);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"list", "", N_("Staff and devices"), 0, 0, list},
    {"password", "LOGIN", N_("Give somebody, or oneself, a new password, read from standard input"), 1, 1, password},
    {0},
};
const struct cmd cmd_staff = {.name = "staff", .summary = N_("Staff"), .verbs = verbs};
