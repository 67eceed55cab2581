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
    struct banshi_staff staff = {.login = cmd_text(run, "LOGIN"),
                                 .name = cmd_text(run, "NAME"),
                                 .role = cmd_text(run, "ROLE"),
                                 .department = cmd_text(run, "--department"),
                                 .party_member = cmd_given(run, "--party")};
    return cmd_print(run, banshi_staff_new(run->b, run->options.opid, &staff, NULL, NULL), true);
}

/* What is not said stays as it is. */
static int edit(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    struct banshi_staff staff = {.login = cmd_text(run, "LOGIN")};
    int status = cmd_wait(run, banshi_staff_list(run->b, NULL, NULL), &rows);
    for (size_t i = 0; status == EXIT_FINE && i < rows->count; i++)
        if (strcmp(banshi_row(struct banshi_staff, rows, i)->login, staff.login) == 0)
            staff = *banshi_row(struct banshi_staff, rows, i);
    staff.name = cmd_text_or(run, "--name", staff.name);
    staff.department = cmd_text_or(run, "--department", staff.department);
    staff.party_member = (staff.party_member || cmd_given(run, "--party")) && !cmd_given(run, "--no-party");
    if (status == EXIT_FINE)
        status = cmd_print(run, banshi_staff_edit(run->b, run->options.opid, &staff, NULL, NULL), true);
    banshi_rows_free(rows);
    return status;
}

static int role(struct cmd_run *run)
{
    return cmd_print(
        run, banshi_staff_role(run->b, run->options.opid, cmd_text(run, "LOGIN"), cmd_text(run, "ROLE"), NULL, NULL),
        true);
}

static int leave(struct cmd_run *run)
{
    return cmd_print(run, banshi_staff_leave(run->b, run->options.opid, cmd_text(run, "LOGIN"), NULL, NULL), true);
}

static int back(struct cmd_run *run)
{
    return cmd_print(run, banshi_staff_return(run->b, run->options.opid, cmd_text(run, "LOGIN"), NULL, NULL), true);
}

/* The new password is a line of standard input, never an argument. */
static int password(struct cmd_run *run)
{
    char line[256];
    fprintf(stderr, "%s", _("New password (one line): "));
    if (!fgets(line, sizeof line, stdin)) {
        fprintf(stderr, "banshi: %s\n",
                _("staff password: no line came from standard input: type it, or let a program write it"));
        return EXIT_USAGE;
    }
    line[strcspn(line, "\r\n")] = '\0';
    int status = cmd_print(
        run, banshi_staff_password(run->b, run->options.opid, cmd_text(run, "LOGIN"), line, NULL, NULL), true);
    explicit_bzero(line, sizeof line);
    return status;
}

#define LOGIN "LOGIN", CMD_TEXT, .help = N_("login"), .required = true
#define ROLE "ROLE", CMD_CODE, .codes = banshi_word_staff_role, .help = N_("what somebody may do"), .required = true

static const struct cmd_verb verbs[] = {
    {"list", N_("Staff and devices"), .run = list},
    {"new", N_("Take somebody on (administrators); the login works once it has a password"), .run = new_staff,
     .params = CMD_PARAMS(
         {LOGIN}, {"NAME", CMD_TEXT, .help = N_("name"), .required = true}, {ROLE},
         {"--department", CMD_TEXT, .value = "NAME", .help = N_("the department; without it: the centre's own")},
         {"--party", CMD_FLAG, .help = N_("a member of the party, who wears its badge")})},
    {"edit", N_("Change what is known of somebody (administrators)"), .run = edit,
     .params =
         CMD_PARAMS({LOGIN}, {"--name", CMD_TEXT, .value = "NAME", .help = N_("name")},
                    {"--department", CMD_TEXT, .value = "NAME", .help = N_("the department")},
                    {"--party", CMD_FLAG, .help = N_("a member of the party, who wears its badge"), .or_next = true},
                    {"--no-party", CMD_FLAG, .help = N_("no member of the party")})},
    {"role", N_("Give somebody another role (administrators)"), .run = role, .params = CMD_PARAMS({LOGIN}, {ROLE})},
    {"leave", N_("Somebody leaves: counter closed, login barred, sessions ended (administrators)"), .run = leave,
     .params = CMD_PARAMS({LOGIN})},
    {"return", N_("Somebody who left is back (administrators)"), .run = back, .params = CMD_PARAMS({LOGIN})},
    {"password", N_("Give somebody, or oneself, a new password, read from standard input"), .run = password,
     .params = CMD_PARAMS({LOGIN})},
    {0},
};
const struct cmd cmd_staff = {.name = "staff", .summary = N_("Staff"), .verbs = verbs};
