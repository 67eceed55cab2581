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
    int64_t counter = run->options.counter ? cmd_find_counter(run, run->options.counter, &status) : 0;
    if (status != EXIT_FINE)
        return status;
    return cmd_print(run,
                     banshi_printer_rule_set(run->b, run->options.opid, counter,
                                             run->options.kind ? run->options.kind : "", run->count ? run->args[0] : "",
                                             NULL, NULL),
                     false);
}

static const struct cmd_verb verbs[] = {
    {"list", "", N_("The printing system's printers"), 0, 0, list},
    {"rules", "", N_("Which printer is used for what"), 0, 0, rules},
    {"set", "[printer:NAME|ipp://…|escpos:…] [--counter LABEL] [--kind KIND]",
     N_("Use a printer for a counter and a kind of document, or for all; without a printer the rule is taken away"), 0,
     1, set},
    {0},
};
const struct cmd cmd_printer = {.name = "printer", .summary = N_("Printers"), .verbs = verbs};
