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
    banshi_date first, last = 0;
    int64_t weekday = 0;
    if (!cmd_day(run->args[2], &first) || (run->count > 3 && !cmd_day(run->args[3], &last)) ||
        (run->count > 4 && !cmd_number("WEEKDAY", run->args[4], 1, 7, &weekday)))
        return EXIT_USAGE;
    return cmd_print(run,
                     banshi_absence_add(run->b, run->options.opid, run->args[0], run->args[1], first, last, weekday,
                                        run->options.note, NULL, NULL),
                     true);
}

static int remove_absence(struct cmd_run *run)
{
    int64_t id;
    if (!cmd_id("ID", run->args[0], &id))
        return EXIT_USAGE;
    return cmd_wait(run, banshi_absence_remove(run->b, run->options.opid, id, NULL, NULL), NULL);
}

static const struct cmd_verb verbs[] = {
    {"list", "", N_("Absences that are not over; one's own, or all for leads"), 0, 0, list},
    {"add", "LOGIN leave|training|part_time FIRST [LAST [WEEKDAY]] [--note TEXT]",
     N_("Somebody will not be there; part-time: on a weekday (1 Monday) within these days (leads)"), 3, 5, add},
    {"remove", "ID", N_("Take an absence off the list (leads)"), 1, 1, remove_absence},
    {0},
};
const struct cmd cmd_absence = {.name = "absence", .summary = N_("Leave, training, part-time work"), .verbs = verbs};
