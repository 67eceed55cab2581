/* SPDX-License-Identifier: MIT */
/* banshi staff: who works here, taking people on, roles, leaving, passwords. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_staff_list(run->b, NULL, NULL), false);
}

/* LOGIN NAME ROLE, of a department or of the centre's own. */
static int new_staff(struct cmd_run *run)
{
    struct banshi_staff staff = {.login = run->args[0],
                                 .name = run->args[1],
                                 .role = run->args[2],
                                 .department = run->options.department,
                                 .party_member = run->options.party};
    return cmd_print(run, banshi_staff_new(run->b, run->options.opid, &staff, NULL, NULL), true);
}

/* What is not said stays as it is. */
static int edit(struct cmd_run *run)
{
    const struct cmd_options *o = &run->options;
    const struct banshi_rows *rows = NULL;
    struct banshi_staff staff = {.login = run->args[0]};
    int status = cmd_wait(run, banshi_staff_list(run->b, NULL, NULL), &rows);
    for (size_t i = 0; status == EXIT_FINE && i < rows->count; i++)
        if (strcmp(banshi_row(struct banshi_staff, rows, i)->login, staff.login) == 0)
            staff = *banshi_row(struct banshi_staff, rows, i);
    staff.name = o->name ? o->name : staff.name;
    staff.department = o->department ? o->department : staff.department;
    staff.party_member = (staff.party_member || o->party) && !o->no_party;
    if (status == EXIT_FINE)
        status = cmd_print(run, banshi_staff_edit(run->b, o->opid, &staff, NULL, NULL), true);
    banshi_rows_free(rows);
    return status;
}

static int role(struct cmd_run *run)
{
    return cmd_print(run, banshi_staff_role(run->b, run->options.opid, run->args[0], run->args[1], NULL, NULL), true);
}

static int leave(struct cmd_run *run)
{
    return cmd_print(run, banshi_staff_leave(run->b, run->options.opid, run->args[0], NULL, NULL), true);
}

static int back(struct cmd_run *run)
{
    return cmd_print(run, banshi_staff_return(run->b, run->options.opid, run->args[0], NULL, NULL), true);
}

/* The new password is a line of standard input, never an argument. */
static int password(struct cmd_run *run)
{
    char line[256];
    fprintf(stderr, "%s", _("New password (one line): "));
    if (!fgets(line, sizeof line, stdin))
        return EXIT_USAGE;
    line[strcspn(line, "\r\n")] = '\0';
    int status = cmd_print(run, banshi_staff_password(run->b, run->options.opid, run->args[0], line, NULL, NULL), true);
    explicit_bzero(line, sizeof line);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"list", "", N_("Staff and devices"), 0, 0, list},
    {"new", "LOGIN NAME clerk|lead|supervisor|admin|kiosk|board|notifier [--department NAME] [--party]",
     N_("Take somebody on (administrators); the login works once it has a password"), 3, 3, new_staff},
    {"edit", "LOGIN [--name NAME] [--department NAME] [--party|--no-party]",
     N_("Change what is known of somebody (administrators)"), 1, 1, edit},
    {"role", "LOGIN clerk|lead|supervisor|admin|kiosk|board|notifier",
     N_("Give somebody another role (administrators)"), 2, 2, role},
    {"leave", "LOGIN", N_("Somebody leaves: counter closed, login barred, sessions ended (administrators)"), 1, 1,
     leave},
    {"return", "LOGIN", N_("Somebody who left is back (administrators)"), 1, 1, back},
    {"password", "LOGIN", N_("Give somebody, or oneself, a new password, read from standard input"), 1, 1, password},
    {0},
};
const struct cmd cmd_staff = {.name = "staff", .summary = N_("Staff"), .verbs = verbs};
