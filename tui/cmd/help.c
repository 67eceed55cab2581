/* SPDX-License-Identifier: MIT */
/* banshi help: what commands there are and what they take. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int help(struct cmd_run *run)
{
    const char *noun = cmd_text(run, "NOUN"), *verb = cmd_text(run, "VERB");
    const struct cmd *c = noun ? cmd_find(noun) : NULL;
    const struct cmd_verb *v = c && verb ? cmd_find_verb(c, verb) : NULL;
    if (noun && (!c || (verb && !v))) {
        fprintf(stderr, "banshi: %s%s%s: %s\n", noun, verb ? " " : "", verb ? verb : "",
                _("there is no such command; banshi help lists them"));
        return EXIT_USAGE;
    }
    if (cmd_given(run, "--manual"))
        cmd_manual();
    else
        cmd_explain(c, v);
    return EXIT_FINE;
}

static const struct cmd_verb verbs[] = {
    {"", N_("Explain the commands, those of a noun, or one"), .run = help,
     .params = CMD_PARAMS({"NOUN", CMD_TEXT, .help = N_("what it is about: ticket, case …")},
                          {"VERB", CMD_TEXT, .help = N_("what is done: list, show …")},
                          {"--manual", CMD_FLAG, .help = N_("as a part of the manual page, in mdoc")})},
    {0},
};
const struct cmd cmd_help = {
    .name = "help", .role = CMD_NOBODY, .summary = N_("What commands there are"), .verbs = verbs};
