/* SPDX-License-Identifier: MIT */
/* banshi phrase: what to say, and whether a text may be said. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_phrase_list(run->b, NULL, NULL), false);
}

static int check(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int status = cmd_wait(run, banshi_phrase_check(run->b, cmd_text(run, "TEXT"), NULL, NULL), &rows);
    if (status != EXIT_FINE)
        return status;
    cmd_print_rows(run, rows, false);
    status = rows->count ? EXIT_REFUSED : EXIT_FINE;
    banshi_rows_free(rows);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"list", N_("What to say at each step"), .run = list},
    {"check", N_("Which forbidden wordings a text has"), .run = check,
     .params = CMD_PARAMS({"TEXT", CMD_TEXT, .help = N_("the text"), .required = true})},
    {0},
};
const struct cmd cmd_phrase = {.name = "phrase", .summary = N_("Phrases"), .verbs = verbs};
