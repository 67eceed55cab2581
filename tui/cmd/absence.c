/* SPDX-License-Identifier: MIT */
/* banshi absence: who is not there when. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_absence_list(run->b, NULL, NULL), false);
}

static int add(struct cmd_run *run)
{
    return cmd_print(run,
                     banshi_absence_add(run->b, run->options.opid, cmd_text(run, "LOGIN"), cmd_text(run, "KIND"),
                                        cmd_first(run, "FIRST"), cmd_first(run, "LAST"), cmd_number(run, "WEEKDAY"),
                                        cmd_text(run, "--note"), NULL, NULL),
                     true);
}

static int remove_absence(struct cmd_run *run)
{
    return cmd_wait(run, banshi_absence_remove(run->b, run->options.opid, cmd_number(run, "ID"), NULL, NULL), NULL);
}

static const struct cmd_verb verbs[] = {
    {"list", N_("Absences that are not over; one's own, or all for leads"), .run = list},
    {"add", N_("Somebody will not be there; part-time: on a weekday (1 Monday) within these days (leads)"), .run = add,
     .params = CMD_PARAMS(
         {"LOGIN", CMD_TEXT, .help = N_("login"), .required = true},
         {"KIND", CMD_CODE, .codes = banshi_word_absence_kind, .help = N_("why somebody is not there"),
          .required = true},
         {"FIRST", CMD_DATE, .exact = CMD_DAY, .help = N_("the first day"), .required = true},
         {"LAST", CMD_DATE, .exact = CMD_DAY, .help = N_("the last day; without it: that one day")},
         {"WEEKDAY", CMD_NUMBER, .least = 1, .most = 7, .help = N_("of part-time work: 1 Monday … 7 Sunday")},
         {"--note", CMD_TEXT, .help = N_("a remark")})},
    {"remove", N_("Take an absence off the list (leads)"), .run = remove_absence,
     .params = CMD_PARAMS(
         {"ID", CMD_NUMBER, .least = 1, .help = N_("the absence, by its id in the list"), .required = true})},
    {0},
};
const struct cmd cmd_absence = {.name = "absence", .summary = N_("Leave, training, part-time work"), .verbs = verbs};
