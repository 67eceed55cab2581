/* SPDX-License-Identifier: MIT */
/* banshi roster: lunch duty, from the plan of a month to who is there today. */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"
#include "kit/form.h" /* no_yes */
#include "save.h"
#include "words.h"

static banshi_date today(const struct cmd_run *run)
{
    return day_of(banshi_row(struct banshi_session, run->session, 0)->now);
}

/* First and last day of what was said for "DAY|MONTH"; *mine: one's own duties of the next weeks. */
static void period(const struct cmd_run *run, banshi_date *first, banshi_date *last, bool *mine)
{
    const char *when = cmd_text(run, "DAY|MONTH");
    *first = cmd_first(run, "DAY|MONTH");
    *last = cmd_last(run, "DAY|MONTH");
    *mine = strcmp(when, "mine") == 0;
    if (*first)
        return;
    *first = *last = today(run);
    if (strcmp(when, "week") == 0)
        *first = day_add(*first, -day_weekday(*first) + 1);
    if (strcmp(when, "today") != 0)
        *last = day_add(*first, *mine ? 62 : 6);
}

static int show(struct cmd_run *run)
{
    banshi_date first, last;
    bool mine;
    period(run, &first, &last, &mine);
    return cmd_print(run, banshi_roster_duty_list(run->b, first, last, mine, NULL, NULL), false);
}

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_roster_list(run->b, NULL, NULL), false);
}

static int swaps(struct cmd_run *run)
{
    return cmd_print(run, banshi_roster_swap_list(run->b, NULL, NULL), false);
}

static int generate(struct cmd_run *run)
{
    return cmd_print(
        run,
        banshi_roster_generate(run->b, run->options.opid, cmd_text(run, "--kind"), cmd_first(run, "MONTH"), NULL, NULL),
        true);
}

static int publish(struct cmd_run *run)
{
    return cmd_print(run,
                     banshi_roster_publish(run->b, run->options.opid, cmd_text(run, "--kind"), cmd_first(run, "MONTH"),
                                           cmd_number(run, "DRAFT"), NULL, NULL),
                     true);
}

static int changes(struct cmd_run *run)
{
    int64_t id = 0;
    const struct banshi_rows *rows = NULL;
    int status = cmd_wait(run, banshi_roster_list(run->b, NULL, NULL), &rows);
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct banshi_roster *r = banshi_row(struct banshi_roster, rows, i);
        if (r->month == cmd_first(run, "MONTH") && strcmp(r->kind, cmd_text(run, "--kind")) == 0)
            id = r->id;
    }
    banshi_rows_free(rows);
    return status != EXIT_FINE
               ? status
               : cmd_print(run, banshi_roster_change_list(run->b, id, cmd_number(run, "VERSION"), NULL, NULL), false);
}

/* The duty of a day and counter, by the names of these two arguments; EXIT_NONE after a message when there is none. */
static int find_duty(struct cmd_run *run, const char *day, const char *counter, struct banshi_roster_duty *ret)
{
    banshi_date date = cmd_first(run, day);
    const struct banshi_rows *rows = NULL;
    bool found = false;
    if (!date)
        date = today(run);
    int status = cmd_wait(run, banshi_roster_duty_list(run->b, date, date, false, NULL, NULL), &rows);
    for (size_t i = 0; rows && i < rows->count && !found; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, rows, i);
        found = strcmp(d->counter_label, cmd_text(run, counter)) == 0 && strcmp(d->kind, cmd_text(run, "--kind")) == 0;
        if (found)
            *ret = (struct banshi_roster_duty){.id = d->id, .version = d->version};
    }
    banshi_rows_free(rows);
    if (status == EXIT_FINE && !found) {
        fprintf(stderr, "banshi: %s %s: %s\n", cmd_text(run, day), cmd_text(run, counter),
                _("no duty of that day and counter"));
        status = EXIT_NONE;
    }
    return status;
}

static int why(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, "DAY", "COUNTER", &d);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_roster_why(run->b, d.id, NULL, NULL), false);
}

static int candidates(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, "DAY", "COUNTER", &d);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_roster_candidate_list(run->b, d.id, NULL, NULL), false);
}

static int assign(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, "DAY", "COUNTER", &d);
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_roster_assign(run->b, run->options.opid, d.id, d.version, cmd_text(run, "LOGIN"),
                                                cmd_text(run, "--override"), NULL, NULL),
                           true);
}

static int unassign(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, "DAY", "COUNTER", &d);
    return status != EXIT_FINE
               ? status
               : cmd_print(run, banshi_roster_unassign(run->b, run->options.opid, d.id, d.version, NULL, NULL), true);
}

static int stand_in(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, "DAY", "COUNTER", &d);
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_roster_stand_in(run->b, run->options.opid, d.id, d.version, cmd_text(run, "LOGIN"),
                                                  cmd_text(run, "--override"), NULL, NULL),
                           true);
}

static int swap(struct cmd_run *run)
{
    struct banshi_roster_duty d, other = {0};
    int status = find_duty(run, "DAY", "COUNTER", &d);
    if (status == EXIT_FINE && cmd_given(run, "THEIR-DAY"))
        status = find_duty(run, "THEIR-DAY", "THEIR-COUNTER", &other);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_roster_swap(run->b, run->options.opid, d.id, cmd_text(run, "LOGIN"),
                                                              other.id, cmd_text(run, "--reason"), NULL, NULL),
                                           true);
}

static int swap_choices(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, "DAY", "COUNTER", &d);
    return status != EXIT_FINE ? status
                               : cmd_print(run, banshi_roster_swap_choice_list(run->b, d.id, NULL, NULL), false);
}

/* Yes to a swap, or no. */
static int answer(struct cmd_run *run,
                  struct banshi_op *(*call)(struct banshi *, const char *, int64_t, bool, banshi_done_fn *, void *))
{
    bool yes = strcmp(cmd_text(run, "ANSWER"), "yes") == 0;
    return cmd_print(run, call(run->b, run->options.opid, cmd_number(run, "ID"), yes, NULL, NULL), true);
}

static int consent(struct cmd_run *run)
{
    return answer(run, banshi_roster_consent);
}

static int approve(struct cmd_run *run)
{
    return answer(run, banshi_roster_approve);
}

static int check_in(struct cmd_run *run)
{
    return cmd_print(run, banshi_roster_check_in(run->b, run->options.opid, NULL, NULL), true);
}

/* With a byte-order mark, as spreadsheets expect it; malloced. */
static char *csv_text(const struct banshi_rows *rows)
{
    char *table = banshi_table_csv(rows, &table_words), *text = NULL;
    if (!table || asprintf(&text, "\xef\xbb\xbf%s", table) < 0)
        text = NULL;
    free(table);
    return text;
}

/* Text to a new file, or to standard output. */
static int write_text(const char *text, const char *path)
{
    if (!path)
        return fputs(text, stdout) < 0 ? EXIT_FILE : EXIT_FINE;
    if (save_new(path, text) == 0)
        return EXIT_FINE;
    fprintf(stderr, "banshi: %s: %s\n", path, strerror(errno));
    return EXIT_FILE;
}

static int export(struct cmd_run *run)
{
    banshi_date first, last;
    bool mine;
    const struct banshi_rows *rows = NULL;
    struct banshi_error error = {0};
    const char *format = cmd_text(run, "FORMAT"), *path = cmd_text(run, "FILE");
    bool xlsx = strcmp(format, "xlsx") == 0;
    if (xlsx && !path) {
        fprintf(stderr, "banshi: %s\n", _("roster export: a spreadsheet needs a file: add its name"));
        return EXIT_USAGE;
    }
    period(run, &first, &last, &mine);
    int status = cmd_wait(run, banshi_roster_duty_list(run->b, first, last, mine, NULL, NULL), &rows);
    if (status != EXIT_FINE)
        return status;
    char *text = NULL;
    if (xlsx)
        status = banshi_table_write(rows, &table_words, path, false, &error) == 0 ? EXIT_FINE : cmd_fail(&error);
    else if (!(text = strcmp(format, "csv") == 0 ? csv_text(rows) : banshi_roster_export(rows, format, time_now())))
        status = cmd_fail(&(struct banshi_error){.code = BANSHI_ENOMEM});
    else
        status = write_text(text, path);
    banshi_rows_free(rows);
    free(text);
    return status;
}

static int print(struct cmd_run *run)
{
    enum { PAPERS = 64 };
    banshi_date first, last;
    bool mine;
    struct banshi_paper papers[PAPERS];
    const struct banshi_rows *rows = NULL;
    size_t n = 0;
    period(run, &first, &last, &mine);
    int status = cmd_wait(run, banshi_roster_paper(run->b, first, last, mine, NULL, NULL), &rows);
    for (; rows && n < rows->count && n < PAPERS; n++)
        papers[n] = (struct banshi_paper){.content = banshi_row(struct banshi_document_preview, rows, n)->content};
    if (status == EXIT_FINE)
        status = cmd_paper(run, papers, n, cmd_text(run, "DESTINATION"));
    banshi_rows_free(rows);
    return status;
}

static const struct banshi_word words_of_day[] = {{.code = "today", .message = N_("today's")}, {.code = NULL}};
static const struct banshi_word words_of_period[] = {{.code = "today", .message = N_("today's")},
                                                     {.code = "week", .message = N_("this week's")},
                                                     {.code = "mine", .message = N_("one's own of the next weeks")},
                                                     {.code = NULL}};
static const struct banshi_word formats[] = {{.code = "csv", .message = N_("table for spreadsheets")},
                                             {.code = "ics", .message = N_("calendar")},
                                             {.code = "text", .message = N_("text for a message")},
                                             {.code = "xlsx", .message = N_("spreadsheet, with FILE")},
                                             {.code = NULL}};

#define KIND "--kind", CMD_TEXT, .value = "KIND", .otherwise = "lunch", .help = N_("kind of duty")
#define DAY \
    "DAY", CMD_DATE, .exact = CMD_DAY, .codes = words_of_day, .help = N_("the day of the duty"), .required = true
#define COUNTER "COUNTER", CMD_TEXT, .help = N_("label of the counter"), .required = true
#define WHEN \
    "DAY|MONTH", CMD_DATE, .exact = CMD_DAY | CMD_MONTH, .codes = words_of_period, \
                           .help = N_("which duties, also a day or a month")
#define MONTH "MONTH", CMD_DATE, .exact = CMD_MONTH, .help = N_("the month"), .required = true
#define ID "ID", CMD_NUMBER, .least = 1, .help = N_("the swap, by its id in the list"), .required = true
#define ANSWER "ANSWER", CMD_CODE, .codes = no_yes, .otherwise = "yes", .help = N_("yes or no")
#define OVERRIDE "--override", CMD_TEXT, .value = "REASON", .help = N_("why somebody who is absent or not able to")

static const struct cmd_verb verbs[] = {
    {"show", N_("Who is on duty where, and who is there"), .run = show,
     .params = CMD_PARAMS({WHEN, .otherwise = "today"})},
    {"list", N_("All rosters"), .run = list},
    {"generate", N_("Plan a month (supervisors)"), .run = generate, .params = CMD_PARAMS({MONTH}, {KIND})},
    {"why", N_("Explain who has a duty (leads)"), .run = why, .params = CMD_PARAMS({DAY}, {COUNTER}, {KIND})},
    {"candidates", N_("Who could have it, best first (leads)"), .run = candidates,
     .params = CMD_PARAMS({DAY}, {COUNTER}, {KIND})},
    {"assign", N_("Put somebody on a duty (leads)"), .run = assign,
     .params =
         CMD_PARAMS({DAY}, {COUNTER}, {"LOGIN", CMD_TEXT, .help = N_("login"), .required = true}, {OVERRIDE}, {KIND})},
    {"unassign", N_("Take somebody off a duty (leads)"), .run = unassign,
     .params = CMD_PARAMS({DAY}, {COUNTER}, {KIND})},
    {"changes", N_("What a publication changed, or the next one would"), .run = changes,
     .params = CMD_PARAMS(
         {MONTH}, {"VERSION", CMD_NUMBER, .help = N_("number of the publication; without it: the next one")}, {KIND})},
    {"publish", N_("Publish what is planned, when it is still the draft that was looked at (supervisors)"),
     .run = publish,
     .params = CMD_PARAMS(
         {MONTH}, {"DRAFT", CMD_NUMBER, .help = N_("number of the draft that was looked at; without it: whichever")},
         {KIND})},
    {"swap-choices", N_("Whom to ask to take a duty, and for what"), .run = swap_choices,
     .params = CMD_PARAMS({DAY}, {COUNTER}, {KIND})},
    {"swap", N_("Ask a colleague to take a duty, for theirs"), .run = swap,
     .params = CMD_PARAMS({DAY}, {COUNTER}, {"LOGIN", CMD_TEXT, .help = N_("the colleague's login"), .required = true},
                          {"THEIR-DAY", CMD_DATE, .exact = CMD_DAY, .codes = words_of_day,
                           .help = N_("the day of the duty to take for it"), .with_next = true},
                          {"THEIR-COUNTER", CMD_TEXT, .help = N_("and its counter")},
                          {"--reason", CMD_TEXT, .help = N_("why")}, {KIND})},
    {"swaps", N_("Swaps that were asked for"), .run = swaps},
    {"consent", N_("Consent to a swap"), .run = consent, .params = CMD_PARAMS({ID}, {ANSWER})},
    {"approve", N_("Approve a swap (leads)"), .run = approve, .params = CMD_PARAMS({ID}, {ANSWER})},
    {"check-in", N_("I am there for my duty"), .run = check_in},
    {"stand-in", N_("Somebody is missing: give the duty to the best stand-in (leads)"), .run = stand_in,
     .params = CMD_PARAMS({DAY}, {COUNTER}, {"LOGIN", CMD_TEXT, .help = N_("login; without it: the best")}, {OVERRIDE},
                          {KIND})},
    {"export", N_("Write a table, a calendar or text"), .run = export,
     .params = CMD_PARAMS({WHEN, .required = true},
                          {"FORMAT", CMD_CODE, .codes = formats, .help = N_("how it is written"), .required = true},
                          {"FILE", CMD_FILE, .help = N_("a new file; without it: standard output")})},
    {"print", N_("Print duties: a day's or one's own as a list, more days as a table a week"), .run = print,
     .params = CMD_PARAMS(
         {WHEN, .required = true},
         {"DESTINATION", CMD_FILE, .otherwise = "-", .help = N_("FILE.pdf, FILE, printer:NAME, ipp://… or -")},
         {CMD_WAIT})},
    {0},
};
const struct cmd cmd_roster = {.name = "roster", .summary = N_("Lunch duty"), .verbs = verbs};
