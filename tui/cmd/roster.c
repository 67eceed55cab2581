/* SPDX-License-Identifier: MIT */
/* banshi roster: lunch duty, from the plan of a month to who is there today. */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"
#include "save.h"
#include "words.h"

static const char *kind_of(const struct cmd_run *run)
{
    return run->options.kind ? run->options.kind : "lunch";
}

static banshi_date today(const struct cmd_run *run)
{
    return day_of(banshi_row(struct banshi_session, run->session, 0)->now);
}

/* "today", "week", "mine", a day or a month as first and last day. */
static bool period(struct cmd_run *run, const char *text, banshi_date *first, banshi_date *last, bool *mine)
{
    banshi_date now = today(run);
    *first = *last = now;
    *mine = strcmp(text, "mine") == 0;
    if (strcmp(text, "today") == 0)
        return true;
    if (strcmp(text, "week") == 0 || *mine) {
        *first = *mine ? now : day_add(now, -day_weekday(now) + 1);
        *last = day_add(*first, *mine ? 62 : 6);
        return true;
    }
    return cmd_days(text, first, last);
}

static int show(struct cmd_run *run)
{
    banshi_date first, last;
    bool mine;
    if (!period(run, run->count ? run->args[0] : "today", &first, &last, &mine))
        return EXIT_USAGE;
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
    banshi_date month;
    if (!cmd_month(run->args[0], &month))
        return EXIT_USAGE;
    return cmd_print(run, banshi_roster_generate(run->b, run->options.opid, kind_of(run), month, NULL, NULL), true);
}

static int publish(struct cmd_run *run)
{
    banshi_date month;
    int64_t draft = 0;
    if (!cmd_month(run->args[0], &month) ||
        (run->count > 1 && !cmd_number("DRAFT", run->args[1], 0, INT64_MAX, &draft)))
        return EXIT_USAGE;
    return cmd_print(run, banshi_roster_publish(run->b, run->options.opid, kind_of(run), month, draft, NULL, NULL),
                     true);
}

static int changes(struct cmd_run *run)
{
    banshi_date month;
    int64_t version = 0, id = 0;
    const struct banshi_rows *rows = NULL;
    if (!cmd_month(run->args[0], &month) ||
        (run->count > 1 && !cmd_number("VERSION", run->args[1], 0, INT64_MAX, &version)))
        return EXIT_USAGE;
    int status = cmd_wait(run, banshi_roster_list(run->b, NULL, NULL), &rows);
    for (size_t i = 0; rows && i < rows->count; i++) {
        const struct banshi_roster *r = banshi_row(struct banshi_roster, rows, i);
        if (r->month == month && strcmp(r->kind, kind_of(run)) == 0)
            id = r->id;
    }
    banshi_rows_free(rows);
    return status != EXIT_FINE ? status
                               : cmd_print(run, banshi_roster_change_list(run->b, id, version, NULL, NULL), false);
}

/* The duty of a day ("today" too) and counter; EXIT_NONE after a message when there is none. */
static int find_duty(struct cmd_run *run, const char *day, const char *counter, struct banshi_roster_duty *ret)
{
    banshi_date date;
    const struct banshi_rows *rows = NULL;
    bool found = false;
    date = today(run);
    if (strcmp(day, "today") != 0 && !cmd_day(day, &date))
        return EXIT_USAGE;
    int status = cmd_wait(run, banshi_roster_duty_list(run->b, date, date, false, NULL, NULL), &rows);
    for (size_t i = 0; rows && i < rows->count && !found; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, rows, i);
        found = strcmp(d->counter_label, counter) == 0 && strcmp(d->kind, kind_of(run)) == 0;
        if (found)
            *ret = (struct banshi_roster_duty){.id = d->id, .version = d->version};
    }
    banshi_rows_free(rows);
    if (status == EXIT_FINE && !found) {
        fprintf(stderr, "banshi: %s %s: %s\n", day, counter, _("no duty of that day and counter"));
        status = EXIT_NONE;
    }
    return status;
}

static int why(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, run->args[0], run->args[1], &d);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_roster_why(run->b, d.id, NULL, NULL), false);
}

static int candidates(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, run->args[0], run->args[1], &d);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_roster_candidate_list(run->b, d.id, NULL, NULL), false);
}

static int assign(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, run->args[0], run->args[1], &d);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_roster_assign(run->b, run->options.opid, d.id, d.version,
                                                                run->args[2], run->options.override_reason, NULL, NULL),
                                           true);
}

static int unassign(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, run->args[0], run->args[1], &d);
    return status != EXIT_FINE
               ? status
               : cmd_print(run, banshi_roster_unassign(run->b, run->options.opid, d.id, d.version, NULL, NULL), true);
}

static int stand_in(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, run->args[0], run->args[1], &d);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_roster_stand_in(run->b, run->options.opid, d.id, d.version,
                                                                  run->count > 2 ? run->args[2] : NULL,
                                                                  run->options.override_reason, NULL, NULL),
                                           true);
}

static int swap(struct cmd_run *run)
{
    struct banshi_roster_duty d, other = {0};
    if (run->count == 4)
        return EXIT_USAGE;
    int status = find_duty(run, run->args[0], run->args[1], &d);
    if (status == EXIT_FINE && run->count > 4)
        status = find_duty(run, run->args[3], run->args[4], &other);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_roster_swap(run->b, run->options.opid, d.id, run->args[2], other.id,
                                                              run->options.reason, NULL, NULL),
                                           true);
}

static int swap_choices(struct cmd_run *run)
{
    struct banshi_roster_duty d;
    int status = find_duty(run, run->args[0], run->args[1], &d);
    return status != EXIT_FINE ? status
                               : cmd_print(run, banshi_roster_swap_choice_list(run->b, d.id, NULL, NULL), false);
}

/* Yes to a swap, or no. */
static int answer(struct cmd_run *run,
                  struct banshi_op *(*call)(struct banshi *, const char *, int64_t, bool, banshi_done_fn *, void *))
{
    int64_t id;
    bool no = run->count > 1 && strcmp(run->args[1], "no") == 0;
    if (!cmd_id("ID", run->args[0], &id) || (run->count > 1 && !no && strcmp(run->args[1], "yes") != 0))
        return EXIT_USAGE;
    return cmd_print(run, call(run->b, run->options.opid, id, !no, NULL, NULL), true);
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

static int export(struct cmd_run *run)
{
    banshi_date first, last;
    bool mine;
    const struct banshi_rows *rows = NULL;
    struct banshi_error error = {0};
    if (!period(run, run->args[0], &first, &last, &mine))
        return EXIT_USAGE;
    int status = cmd_wait(run, banshi_roster_duty_list(run->b, first, last, mine, NULL, NULL), &rows);
    if (status != EXIT_FINE)
        return status;
    bool xlsx = strcmp(run->args[1], "xlsx") == 0;
    if (xlsx && run->count > 2 && banshi_table_write(rows, &table_words, run->args[2], false, &error) != 0)
        status = cmd_fail(&error);
    char *text = xlsx                               ? NULL
                 : strcmp(run->args[1], "csv") == 0 ? csv_text(rows)
                                                    : banshi_roster_export(rows, run->args[1], time_now());
    banshi_rows_free(rows);
    if (xlsx)
        return run->count > 2 ? status : EXIT_USAGE;
    if (!text)
        return EXIT_USAGE;
    if (run->count <= 2) {
        status = fputs(text, stdout) < 0 ? EXIT_FILE : EXIT_FINE;
    } else if (save_new(run->args[2], text) != 0) {
        fprintf(stderr, "banshi: %s: %s\n", run->args[2], strerror(errno));
        status = EXIT_FILE;
    }
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
    if (!period(run, run->args[0], &first, &last, &mine))
        return EXIT_USAGE;
    int status = cmd_wait(run, banshi_roster_paper(run->b, first, last, mine, NULL, NULL), &rows);
    for (; rows && n < rows->count && n < PAPERS; n++)
        papers[n] = (struct banshi_paper){.content = banshi_row(struct banshi_document_preview, rows, n)->content};
    if (status == EXIT_FINE)
        status = cmd_paper(run, papers, n, run->count > 1 ? run->args[1] : "-");
    banshi_rows_free(rows);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"show", "[today|week|mine|DAY|MONTH]", N_("Who is on duty where, and who is there"), 0, 1, show},
    {"list", "", N_("All rosters"), 0, 0, list},
    {"generate", "MONTH [--kind KIND]", N_("Plan a month (supervisors)"), 1, 1, generate},
    {"why", "DAY COUNTER", N_("Explain who has a duty (leads)"), 2, 2, why},
    {"candidates", "DAY COUNTER", N_("Who could have it, best first (leads)"), 2, 2, candidates},
    {"assign", "DAY COUNTER LOGIN [--override REASON]", N_("Put somebody on a duty (leads)"), 3, 3, assign},
    {"unassign", "DAY COUNTER", N_("Take somebody off a duty (leads)"), 2, 2, unassign},
    {"changes", "MONTH [VERSION]", N_("What a publication changed, or the next one would"), 1, 2, changes},
    {"publish", "MONTH [DRAFT]",
     N_("Publish what is planned, when it is still the draft that was looked at (supervisors)"), 1, 2, publish},
    {"swap-choices", "DAY COUNTER", N_("Whom to ask to take a duty, and for what"), 2, 2, swap_choices},
    {"swap", "DAY COUNTER LOGIN [DAY COUNTER] [--reason TEXT]", N_("Ask a colleague to take a duty, for theirs"), 3, 5,
     swap},
    {"swaps", "", N_("Swaps that were asked for"), 0, 0, swaps},
    {"consent", "ID [yes|no]", N_("Consent to a swap"), 1, 2, consent},
    {"approve", "ID [yes|no]", N_("Approve a swap (leads)"), 1, 2, approve},
    {"check-in", "", N_("I am there for my duty"), 0, 0, check_in},
    {"stand-in", "DAY COUNTER [LOGIN] [--override REASON]",
     N_("Somebody is missing: give the duty to the best stand-in (leads)"), 2, 3, stand_in},
    {"export", "today|week|mine|DAY|MONTH csv|ics|text|xlsx [FILE]", N_("Write a table, a calendar or text"), 2, 3,
     export},
    {"print", "today|week|mine|DAY|MONTH [FILE.pdf|FILE|printer:NAME|ipp://…|-] [--wait SECONDS]",
     N_("Print duties: a day's or one's own as a list, more days as a table a week"), 1, 2, print},
    {0},
};
const struct cmd cmd_roster = {.name = "roster", .summary = N_("Lunch duty"), .verbs = verbs};
