/* SPDX-License-Identifier: MIT */
/* banshi hours: opening hours. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_hours_list(run->b, NULL, NULL), false);
}

static int now(struct cmd_run *run)
{
    return cmd_print(run, banshi_hours_now(run->b, NULL, NULL), true);
}

static int set(struct cmd_run *run)
{
    banshi_date day = cmd_first(run, "WEEKDAY|DAY");
    int64_t weekday = day ? 0 : cmd_text(run, "WEEKDAY|DAY")[0] - '0';
    return cmd_print(run,
                     banshi_hours_set(run->b, run->options.opid, day, weekday, cmd_text(run, "SESSION"),
                                      cmd_text(run, "FROM"), cmd_text(run, "TO"), NULL, NULL),
                     false);
}

static const struct cmd_verb verbs[] = {
    {"show", N_("The week's hours, and those of single days"), .run = show},
    {"now", N_("Is it open now, until when, and which counters are on duty"), .run = now},
    {"set", N_("Set a session of a weekday (1 Monday) or of a day; without times take it away (supervisors)"),
     .run = set,
     .params = CMD_PARAMS(
         {"WEEKDAY|DAY", CMD_DATE, .value = "WEEKDAY|DAY", .exact = CMD_DAY, .codes = weekdays,
          .help = N_("of every week, or that day"), .required = true},
         {"SESSION", CMD_CODE, .codes = banshi_word_hours_session, .help = N_("the session"), .required = true},
         {"FROM", CMD_TEXT, .help = N_("when it begins: 09:00"), .with_next = true},
         {"TO", CMD_TEXT, .help = N_("when it ends: 12:00")})},
    {0},
};
const struct cmd cmd_hours = {.name = "hours", .summary = N_("Opening hours"), .verbs = verbs};
