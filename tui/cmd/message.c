/* SPDX-License-Identifier: MIT */
/* banshi message: short messages to counters. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int send(struct cmd_run *run)
{
    const struct cmd_options *o = &run->options;
    int64_t counter = 0;
    if (o->counter && o->zone)
        return EXIT_USAGE;
    int status = EXIT_FINE;
    if (o->counter)
        counter = cmd_find_counter(run, o->counter, &status);
    return status != EXIT_FINE
               ? status
               : cmd_print(run, banshi_message_send(run->b, o->opid, counter, o->zone, run->args[0], NULL, NULL),
                           false);
}

static int list(struct cmd_run *run)
{
    banshi_date day = 0;
    if (run->count && !cmd_day(run->args[0], &day))
        return EXIT_USAGE;
    return cmd_print(run, banshi_message_list(run->b, day, NULL, NULL), false);
}

static int unread(struct cmd_run *run)
{
    return cmd_print(run, banshi_message_unread(run->b, NULL, NULL), false);
}

static int acknowledge(struct cmd_run *run)
{
    int64_t id;
    if (!cmd_id("MESSAGE", run->args[0], &id))
        return EXIT_USAGE;
    return cmd_print(run, banshi_message_read(run->b, run->options.opid, id, NULL, NULL), true);
}

static const struct cmd_verb verbs[] = {
    {"send", "TEXT [--counter COUNTER|--zone ZONE]",
     N_("To who is at a counter, at those of a zone, or at all (leads: of the department)"), 1, 1, send},
    {"list", "[YYYY-MM-DD]", N_("Today's or a day's messages, and when they were read"), 0, 1, list},
    {"unread", "", N_("Messages to oneself that were not acknowledged"), 0, 0, unread},
    {"read", "MESSAGE", N_("Acknowledge a message to oneself"), 1, 1, acknowledge},
    {0},
};
const struct cmd cmd_message = {.name = "message", .summary = N_("Short messages to counters"), .verbs = verbs};
