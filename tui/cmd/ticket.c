/* SPDX-License-Identifier: MIT */
/* banshi ticket: numbers, from taking one to the end of the visit. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int issue(struct cmd_run *run)
{
    const struct cmd_options *o = &run->options;
    struct banshi_ticket_order order = {
        .purpose = o->purpose, .priority = o->priority, .proof = o->proof, .phone = o->phone};
    int status = EXIT_FINE;
    size_t purpose;
    if (!cmd_choice("--purpose", o->purpose, banshi_word_ticket_purpose, &purpose))
        return EXIT_USAGE;
    if (run->count)
        order.item = cmd_find_item(run, run->args[0], &status);
    if (status == EXIT_FINE && o->queue)
        order.queue = cmd_find_queue(run, o->queue, &status);
    return status != EXIT_FINE ? status
                               : cmd_print(run, banshi_ticket_issue(run->b, o->opid, &order, NULL, NULL), true);
}

static int list(struct cmd_run *run)
{
    static const struct banshi_word scopes[] = {
        [BANSHI_TICKET_WAITING] = {.code = "waiting"}, [BANSHI_TICKET_CURRENT] = {.code = "current"},
        [BANSHI_TICKET_HELD] = {.code = "held"},       [BANSHI_TICKET_SKIPPED] = {.code = "skipped"},
        [BANSHI_TICKET_ALL] = {.code = "all"},         {.code = NULL},
    };
    size_t scope;
    if (!cmd_choice("ticket list", run->count ? run->args[0] : NULL, scopes, &scope))
        return EXIT_USAGE;
    return cmd_print(run, banshi_ticket_list(run->b, (enum banshi_ticket_scope)scope, NULL, NULL), false);
}

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_ticket_show(run->b, 0, run->args[0], NULL, NULL), true);
}

static int why(struct cmd_run *run)
{
    int status;
    int64_t id = cmd_find_ticket(run, run->args[0], &status);
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
        return cmd_print(run, banshi_ticket_##verb(run->b, run->options.opid, run->args[0], NULL, NULL), true); \
    }
/* Verbs on a number that is named, without a reason or with one. */
#define NAMED(verb) \
    static int verb##_number(struct cmd_run *run) \
    { \
        int status; \
        int64_t id = cmd_find_ticket(run, run->args[0], &status); \
        return status != EXIT_FINE \
                   ? status \
                   : cmd_print(run, banshi_ticket_##verb(run->b, run->options.opid, id, NULL, NULL), true); \
    }
#define NAMED_REASONED(verb) \
    static int verb##_number(struct cmd_run *run) \
    { \
        int status; \
        int64_t id = cmd_find_ticket(run, run->args[0], &status); \
        return status != EXIT_FINE \
                   ? status \
                   : cmd_print(run, banshi_ticket_##verb(run->b, run->options.opid, id, run->args[1], NULL, NULL), \
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
    const struct cmd_options *o = &run->options;
    if (!o->queue && !o->counter)
        return EXIT_USAGE;
    int status = EXIT_FINE;
    int64_t queue = o->queue ? cmd_find_queue(run, o->queue, &status) : 0;
    int64_t counter = status == EXIT_FINE && o->counter ? cmd_find_counter(run, o->counter, &status) : 0;
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_ticket_transfer(run->b, run->options.opid, queue, counter,
                                                                  !run->options.end, run->args[0], NULL, NULL),
                                           true);
}

static const struct cmd_verb verbs[] = {
    {"issue", "[ITEM] [--queue QUEUE] [--purpose case|enquiry|pickup] [--priority CLASS --proof TEXT] [--phone NUMBER]",
     N_("Take a number for an item or a queue"), 0, 1, issue},
    {"list", "[waiting|current|held|skipped|all]", N_("Today's numbers"), 0, 1, list},
    {"show", "NUMBER", N_("One number, with people ahead and the estimated wait"), 1, 1, show},
    {"why", "NUMBER", N_("Explain its place in the order"), 1, 1, why},
    {"call-next", "", N_("Call the next number of my counter"), 0, 0, call_next_number},
    {"call", "NUMBER REASON", N_("Call a chosen number out of order"), 2, 2, call_number},
    {"recall", "", N_("Call the number in hand again"), 0, 0, recall_number},
    {"serve", "", N_("The person is at the counter"), 0, 0, serve_number},
    {"skip", "", N_("The person called is not here"), 0, 0, skip_number},
    {"restore", "NUMBER", N_("Bring a skipped number back"), 1, 1, restore_number},
    {"void", "NUMBER REASON", N_("Void a number"), 2, 2, void_number},
    {"hold", "REASON", N_("Put the number in hand aside"), 1, 1, hold_number},
    {"resume", "NUMBER", N_("Take a held number up again"), 1, 1, resume_number},
    {"transfer", "REASON --queue QUEUE|--counter COUNTER [--end]",
     N_("Pass the number in hand on, keeping its place or to the end"), 1, 1, transfer},
    {"return", "REASON", N_("Undo the call"), 1, 1, return_number},
    {"leave", "NUMBER", N_("The waiting person went home"), 1, 1, leave_number},
    {"done", "", N_("The visit is finished"), 0, 0, done_number},
    {0},
};
const struct cmd cmd_ticket = {.name = "ticket", .summary = N_("Numbers: taking, calling, finishing"), .verbs = verbs};
