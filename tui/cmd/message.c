/* SPDX-License-Identifier: MIT */
/* banshi message: short messages to counters. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int send(struct cmd_run *run)
{
    int status = EXIT_FINE;
    int64_t counter = cmd_given(run, "--counter") ? cmd_find_counter(run, cmd_text(run, "--counter"), &status) : 0;
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_message_send(run->b, run->options.opid, counter, cmd_text(run, "--zone"),
                                               cmd_text(run, "TEXT"), NULL, NULL),
                           false);
}

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_message_list(run->b, cmd_first(run, "DAY"), NULL, NULL), false);
}

static int unread(struct cmd_run *run)
{
    return cmd_print(run, banshi_message_unread(run->b, NULL, NULL), false);
}

static int acknowledge(struct cmd_run *run)
{
    return cmd_print(run, banshi_message_read(run->b, run->options.opid, cmd_number(run, "MESSAGE"), NULL, NULL), true);
}

static const struct cmd_verb verbs[] = {
    {"send", N_("To who is at a counter, at those of a zone, or at all (leads: of the department)"), .run = send,
     .params = CMD_PARAMS(
         {"TEXT", CMD_TEXT, .help = N_("the message"), .required = true},
         {"--counter", CMD_TEXT, .value = "COUNTER", .help = N_("the counter: label or id"), .or_next = true},
         {"--zone", CMD_TEXT, .value = "ZONE", .help = N_("the zone of the hall")})},
    {"list", N_("Today's or a day's messages, and when they were read"), .run = list,
     .params = CMD_PARAMS({"DAY", CMD_DATE, .exact = CMD_DAY, .help = N_("the day")})},
    {"unread", N_("Messages to oneself that were not acknowledged"), .run = unread},
    {"read", N_("Acknowledge a message to oneself"), .run = acknowledge,
     .params = CMD_PARAMS(
         {"MESSAGE", CMD_NUMBER, .least = 1, .help = N_("the message, by its id in the list"), .required = true})},
    {0},
};
const struct cmd cmd_message = {.name = "message", .summary = N_("Short messages to counters"), .verbs = verbs};
