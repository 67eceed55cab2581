/* SPDX-License-Identifier: MIT */
/* banshi floor: what leads and supervisors watch over, what is wrong, and what they do to counters. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "cmd.h"
#include "i18n.h"

/* Say in words who the floor is for. */
static int for_lead(struct cmd_run *run)
{
    if (rank_of(banshi_row(struct banshi_session, run->session, 0)->role) >= RANK_LEAD)
        return EXIT_FINE;
    fprintf(stderr, "banshi: %s\n", _("The floor is for leads and supervisors"));
    return EXIT_REFUSED;
}

/* Reading ------------------------------------------------------------------------------------------------------ */

enum part { PART_FLOOR, PART_COUNTERS, PART_QUEUES, PART_DUTIES, PARTS };

/* All that is watched; the rows belong to the caller, also after an error. */
static int read_floor(struct cmd_run *run, const struct banshi_rows *ret[PARTS])
{
    int status = for_lead(run);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_floor_show(run->b, NULL, NULL), &ret[PART_FLOOR]);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_floor_counter_list(run->b, NULL, NULL), &ret[PART_COUNTERS]);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_floor_queue_list(run->b, NULL, NULL), &ret[PART_QUEUES]);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_floor_duty_list(run->b, NULL, NULL), &ret[PART_DUTIES]);
    return status;
}

static void free_floor(const struct banshi_rows *rows[PARTS])
{
    for (size_t i = 0; i < PARTS; i++)
        banshi_rows_free(rows[i]);
}

static struct banshi_rows *alerts_of(const struct banshi_rows *const rows[PARTS])
{
    return banshi_floor_alerts(rows[PART_COUNTERS], rows[PART_QUEUES], rows[PART_DUTIES], rows[PART_FLOOR], time_now());
}

static void print_json(const struct banshi_rows *const rows[PARTS], const struct banshi_rows *alerts)
{
    char *floor = banshi_rows_json(rows[PART_FLOOR], true), *wrong = banshi_rows_json(alerts, false),
         *counters = banshi_rows_json(rows[PART_COUNTERS], false), *queues = banshi_rows_json(rows[PART_QUEUES], false),
         *duties = banshi_rows_json(rows[PART_DUTIES], false);
    if (floor && wrong && counters && queues && duties)
        printf("{\"floor\":%s,\"alerts\":%s,\"counters\":%s,\"queues\":%s,\"duties\":%s}\n", floor, wrong, counters,
               queues, duties);
    free(floor);
    free(wrong);
    free(counters);
    free(queues);
    free(duties);
}

static int show(struct cmd_run *run)
{
    static const char *const headings[] = {NULL, N_("Counters"), N_("Queues"), N_("Lunch duty")};
    const struct banshi_rows *rows[PARTS] = {0};
    int status = read_floor(run, rows);
    struct banshi_rows *alerts = status == EXIT_FINE ? alerts_of(rows) : NULL;
    if (alerts && run->options.json) {
        print_json(rows, alerts);
    } else if (alerts) {
        cmd_print_rows(run, rows[PART_FLOOR], true);
        printf("\n%s\n", alerts->count ? _("Alerts") : _("Nothing is wrong"));
        if (alerts->count)
            cmd_print_rows(run, alerts, false);
        for (size_t i = PART_COUNTERS; i < PARTS; i++) {
            printf("\n%s\n", _(headings[i]));
            cmd_print_rows(run, rows[i], false);
        }
    }
    banshi_rows_free(alerts);
    free_floor(rows);
    return status;
}

static int alerts(struct cmd_run *run)
{
    const struct banshi_rows *rows[PARTS] = {0};
    int status = read_floor(run, rows);
    struct banshi_rows *found = status == EXIT_FINE ? alerts_of(rows) : NULL;
    if (found && !found->count && !run->options.json && !run->options.csv)
        puts(_("Nothing is wrong"));
    else if (found)
        cmd_print_rows(run, found, false);
    banshi_rows_free(found);
    free_floor(rows);
    return status;
}

/* Acting ------------------------------------------------------------------------------------------------------- */

/* Connected, and the counter that the first argument names; 0 with the exit status. */
static int64_t find_counter(struct cmd_run *run, int *ret_status)
{
    *ret_status = for_lead(run);
    return *ret_status == EXIT_FINE ? cmd_find_counter(run, cmd_text(run, "COUNTER"), ret_status) : 0;
}

static int pause_counter(struct cmd_run *run)
{
    int status;
    int64_t id = find_counter(run, &status);
    return !id ? status
               : cmd_print(run, banshi_floor_pause(run->b, run->options.opid, id, cmd_text(run, "REASON"), NULL, NULL),
                           true);
}

static int resume(struct cmd_run *run)
{
    int status;
    int64_t id = find_counter(run, &status);
    return !id ? status
               : cmd_print(run, banshi_floor_resume(run->b, run->options.opid, id, cmd_text(run, "REASON"), NULL, NULL),
                           true);
}

static int close_counter(struct cmd_run *run)
{
    int status;
    int64_t id = find_counter(run, &status);
    return !id ? status
               : cmd_print(run, banshi_floor_close(run->b, run->options.opid, id, cmd_text(run, "REASON"), NULL, NULL),
                           true);
}

static int open_counter(struct cmd_run *run)
{
    int status;
    int64_t id = find_counter(run, &status);
    return !id ? status
               : cmd_print(run,
                           banshi_floor_open(run->b, run->options.opid, id, cmd_text(run, "LOGIN"),
                                             cmd_text(run, "REASON"), NULL, NULL),
                           true);
}

static int services(struct cmd_run *run)
{
    int status;
    int64_t id = find_counter(run, &status);
    return !id ? status : cmd_print(run, banshi_floor_service_list(run->b, id, NULL, NULL), false);
}

static int queue(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    const char *code = cmd_text(run, "CODE"), *lag = cmd_text(run, "MINUTES");
    int64_t queue = 0;
    int status;
    int64_t id = find_counter(run, &status);
    if (id)
        status = cmd_wait(run, banshi_floor_service_list(run->b, id, NULL, NULL), &rows);
    for (size_t i = 0; rows && i < rows->count; i++)
        if (strcmp(banshi_row(struct banshi_floor_service, rows, i)->code, code) == 0)
            queue = banshi_row(struct banshi_floor_service, rows, i)->id;
    banshi_rows_free(rows);
    if (status == EXIT_FINE && !queue) {
        fprintf(stderr, "banshi: %s: %s\n", code, _("no such queue"));
        status = EXIT_NONE;
    }
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_floor_queue(run->b, run->options.opid, id, queue,
                                                              strcmp(lag, "none") == 0 ? NULL : lag,
                                                              cmd_text(run, "REASON"), NULL, NULL),
                                           true);
}

#define COUNTER "COUNTER", CMD_TEXT, .help = N_("the counter: label or id"), .required = true
#define REASON "REASON", CMD_TEXT, .help = N_("why; it is shown at the counter"), .required = true
#define MAYBE_REASON "REASON", CMD_TEXT, .otherwise = "", .help = N_("why; it is shown at the counter")

static const struct banshi_word no_longer[] = {{.code = "none", .message = N_("no longer")}, {.code = NULL}};

static const struct cmd_verb verbs[] = {
    {"show", N_("What is wrong, counters, queues, lunch duty (leads: the own department; supervisors: all)"),
     .run = show},
    {"alerts", N_("Only what is wrong, the worst first"), .run = alerts},
    {"pause", N_("Pause a counter; the reason is shown there"), .run = pause_counter,
     .params = CMD_PARAMS({COUNTER}, {REASON})},
    {"resume", N_("Let a paused counter call again"), .run = resume, .params = CMD_PARAMS({COUNTER}, {MAYBE_REASON})},
    {"close", N_("Close a counter and end the shift there"), .run = close_counter,
     .params = CMD_PARAMS({COUNTER}, {REASON})},
    {"open", N_("Open a closed counter for somebody who is at no other"), .run = open_counter,
     .params = CMD_PARAMS({COUNTER}, {"LOGIN", CMD_TEXT, .help = N_("login"), .required = true}, {MAYBE_REASON})},
    {"queues", N_("How a counter serves each queue"), .run = services, .params = CMD_PARAMS({COUNTER})},
    {"queue", N_("Let a counter serve a queue as its own (0), after so many minutes of waiting, or no longer"),
     .run = queue,
     .params = CMD_PARAMS({COUNTER}, {"CODE", CMD_TEXT, .help = N_("the queue's letters"), .required = true},
                          {"MINUTES", CMD_NUMBER, .most = 1440, .codes = no_longer,
                           .help = N_("of waiting, after which it serves them"), .required = true},
                          {MAYBE_REASON})},
    {0},
};
const struct cmd cmd_floor = {.name = "floor", .summary = N_("What leads and supervisors watch over"), .verbs = verbs};
