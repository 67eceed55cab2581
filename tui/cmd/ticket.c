/* SPDX-License-Identifier: MIT */
/* banshi ticket: numbers, from taking one to the end of the visit. */
#include <config.h>

#include <string.h>

#include "cmd.h"
#include "i18n.h"

static int issue(struct cmd_run *run)
{
    struct banshi_ticket_order order = {.purpose = cmd_text(run, "--purpose"),
                                        .priority = cmd_text(run, "--priority"),
                                        .proof = cmd_text(run, "--proof"),
                                        .phone = cmd_text(run, "--phone")};
    int status = EXIT_FINE;
    if (cmd_given(run, "ITEM"))
        order.item = cmd_find_item(run, cmd_text(run, "ITEM"), &status);
    if (status == EXIT_FINE && cmd_given(run, "--queue"))
        order.queue = cmd_find_queue(run, cmd_text(run, "--queue"), &status);
    return status != EXIT_FINE
               ? status
               : cmd_print(run, banshi_ticket_issue(run->b, run->options.opid, &order, NULL, NULL), true);
}

static const struct banshi_word scopes[] = {
    [BANSHI_TICKET_WAITING] = {.code = "waiting", .message = N_("waiting")},
    [BANSHI_TICKET_CURRENT] = {.code = "current", .message = N_("the one in hand")},
    [BANSHI_TICKET_HELD] = {.code = "held", .message = N_("held")},
    [BANSHI_TICKET_SKIPPED] = {.code = "skipped", .message = N_("skipped")},
    [BANSHI_TICKET_ALL] = {.code = "all", .message = N_("all")},
    {.code = NULL},
};

static int list(struct cmd_run *run)
{
    enum banshi_ticket_scope scope = 0;
    while (strcmp(scopes[scope].code, cmd_text(run, "SCOPE")) != 0)
        scope++;
    return cmd_print(run, banshi_ticket_list(run->b, scope, NULL, NULL), false);
}

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_ticket_show(run->b, 0, cmd_text(run, "NUMBER"), NULL, NULL), true);
}

static int why(struct cmd_run *run)
{
    int status;
    int64_t id = cmd_find_ticket(run, cmd_text(run, "NUMBER"), &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_ticket_why(run->b, id, NULL, NULL), false);
}

/* Verbs on the number in hand: without an argument, or with a reason. */
#define PLAIN(verb) \
    static int verb##_number(struct cmd_run *run) \
    { \
        return cmd_print(run, banshi_ticket_##verb(run->b, run->options.opid, NULL, NULL), true); \
    }
#define REASONED(verb) \
    static int verb##_number(struct cmd_run *run) \
    { \
        return cmd_print(run, banshi_ticket_##verb(run->b, run->options.opid, cmd_text(run, "REASON"), NULL, NULL), \
                         true); \
    }
/* Verbs on a number that is named, without a reason or with one. */
#define NAMED(verb) \
    static int verb##_number(struct cmd_run *run) \
    { \
        int status; \
        int64_t id = cmd_find_ticket(run, cmd_text(run, "NUMBER"), &status); \
        return status != EXIT_FINE \
                   ? status \
                   : cmd_print(run, banshi_ticket_##verb(run->b, run->options.opid, id, NULL, NULL), true); \
    }
#define NAMED_REASONED(verb) \
    static int verb##_number(struct cmd_run *run) \
    { \
        int status; \
        int64_t id = cmd_find_ticket(run, cmd_text(run, "NUMBER"), &status); \
        return status != EXIT_FINE ? status \
                                   : cmd_print(run, \
                                               banshi_ticket_##verb(run->b, run->options.opid, id, \
                                                                    cmd_text(run, "REASON"), NULL, NULL), \
                                               true); \
    }
PLAIN(call_next)
PLAIN(recall)
PLAIN(serve)
PLAIN(skip)
PLAIN(done)
REASONED(hold)
REASONED(return )
NAMED(restore)
NAMED(resume)
NAMED(leave)
NAMED_REASONED(call)
NAMED_REASONED(void)

static int transfer(struct cmd_run *run)
{
    int status = EXIT_FINE;
    int64_t queue = cmd_given(run, "--queue") ? cmd_find_queue(run, cmd_text(run, "--queue"), &status) : 0;
    int64_t counter = cmd_given(run, "--counter") ? cmd_find_counter(run, cmd_text(run, "--counter"), &status) : 0;
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_ticket_transfer(run->b, run->options.opid, queue, counter, !cmd_given(run, "--end"),
                                                  cmd_text(run, "REASON"), NULL, NULL),
                           true);
}

#define NUMBER "NUMBER", CMD_TEXT, .help = N_("today's number"), .required = true
#define REASON "REASON", CMD_TEXT, .help = N_("why"), .required = true

static const struct cmd_verb verbs[] = {
    {"issue", N_("Take a number for an item or a queue"), .run = issue,
     .params = CMD_PARAMS(
         {"ITEM", CMD_TEXT, .help = N_("the item: code, name, pinyin initials or id")},
         {"--queue", CMD_TEXT, .value = "QUEUE", .help = N_("the queue: letters, name or id")},
         {"--purpose", CMD_CODE, .codes = banshi_word_ticket_purpose, .otherwise = "case", .help = N_("what for")},
         {"--priority", CMD_TEXT, .value = "CLASS", .help = N_("priority class: elderly, military, disabled …")},
         {"--proof", CMD_TEXT, .help = N_("what shows that priority")},
         {"--phone", CMD_TEXT, .value = "NUMBER", .help = N_("telephone")})},
    {"list", N_("Today's numbers"), .run = list,
     .params = CMD_PARAMS({"SCOPE", CMD_CODE, .codes = scopes, .otherwise = "waiting", .help = N_("which of them")})},
    {"show", N_("One number, with people ahead and the estimated wait"), .run = show, .params = CMD_PARAMS({NUMBER})},
    {"why", N_("Explain its place in the order"), .run = why, .params = CMD_PARAMS({NUMBER})},
    {"call-next", N_("Call the next number of my counter"), .run = call_next_number},
    {"call", N_("Call a chosen number out of order"), .run = call_number, .params = CMD_PARAMS({NUMBER}, {REASON})},
    {"recall", N_("Call the number in hand again"), .run = recall_number},
    {"serve", N_("The person is at the counter"), .run = serve_number},
    {"skip", N_("The person called is not here"), .run = skip_number},
    {"restore", N_("Bring a skipped number back"), .run = restore_number, .params = CMD_PARAMS({NUMBER})},
    {"void", N_("Void a number"), .run = void_number, .params = CMD_PARAMS({NUMBER}, {REASON})},
    {"hold", N_("Put the number in hand aside"), .run = hold_number, .params = CMD_PARAMS({REASON})},
    {"resume", N_("Take a held number up again"), .run = resume_number, .params = CMD_PARAMS({NUMBER})},
    {"transfer", N_("Pass the number in hand on, keeping its place or to the end"), .run = transfer,
     .params = CMD_PARAMS({REASON},
                          {"--queue", CMD_TEXT, .value = "QUEUE", .help = N_("the queue: letters, name or id"),
                           .required = true, .or_next = true},
                          {"--counter", CMD_TEXT, .value = "COUNTER", .help = N_("the counter: label or id")},
                          {"--end", CMD_FLAG, .help = N_("to the end of the line")})},
    {"return", N_("Undo the call"), .run = return_number, .params = CMD_PARAMS({REASON})},
    {"leave", N_("The waiting person went home"), .run = leave_number, .params = CMD_PARAMS({NUMBER})},
    {"done", N_("The visit is finished"), .run = done_number},
    {0},
};
const struct cmd cmd_ticket = {.name = "ticket", .summary = N_("Numbers: taking, calling, finishing"), .verbs = verbs};
