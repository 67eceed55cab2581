/* SPDX-License-Identifier: MIT */
/* banshi printer: the printers there are, and which is used for what. */
#include <config.h>

#include <stdlib.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_printer_list(run->b, NULL, NULL), false);
}

static int rules(struct cmd_run *run)
{
    return cmd_print(run, banshi_printer_rule_list(run->b, NULL, NULL), false);
}

static int set(struct cmd_run *run)
{
    int status = EXIT_FINE;
    int64_t counter = cmd_given(run, "--counter") ? cmd_find_counter(run, cmd_text(run, "--counter"), &status) : 0;
    if (status != EXIT_FINE)
        return status;
    return cmd_print(run,
                     banshi_printer_rule_set(run->b, run->options.opid, counter, cmd_text_or(run, "--kind", ""),
                                             cmd_text(run, "DESTINATION"), NULL, NULL),
                     false);
}

static const struct cmd_verb verbs[] = {
    {"list", N_("The printing system's printers"), .run = list},
    {"rules", N_("Which printer is used for what"), .run = rules},
    {"set",
     N_("Use a printer for a counter and a kind of document, or for all; without a printer the rule is taken away"),
     .run = set,
     .params = CMD_PARAMS({"DESTINATION", CMD_TEXT, .otherwise = "", .help = N_("printer:NAME, ipp://… or escpos:…")},
                          {"--counter", CMD_TEXT, .value = "COUNTER", .help = N_("the counter: label or id")},
                          {"--kind", CMD_TEXT, .value = "KIND", .help = N_("kind of document")})},
    {0},
};
const struct cmd cmd_printer = {.name = "printer", .summary = N_("Printers"), .verbs = verbs};
