/* SPDX-License-Identifier: MIT */
/* Opening hours: a line a weekday, then single days; supervisors change them. Norms 4.4, 7.1. */
#include <config.h>

#include "hours.h"

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "list.h"

enum { WEEK = 7, LINES = WEEK + 366 };

static const struct banshi_field line_fields[] = {
    {"name", "Day", BANSHI_TEXT, offsetof(struct hours_line, says[0]), NULL},
    {"morning", "morning", BANSHI_TEXT, offsetof(struct hours_line, says[1]), NULL},
    {"lunch", "lunch", BANSHI_TEXT, offsetof(struct hours_line, says[2]), NULL},
    {"afternoon", "afternoon", BANSHI_TEXT, offsetof(struct hours_line, says[3]), NULL},
    {"extended", "extended", BANSHI_TEXT, offsetof(struct hours_line, says[4]), NULL},
};
static const struct banshi_shape line_shape = {"hours", sizeof(struct hours_line),
                                               sizeof line_fields / sizeof line_fields[0], line_fields};

struct hours {
    struct lists lists;
    const struct banshi_rows *now;
    struct hours_line lines[LINES];
};

static const struct column columns[] = {
    {"", .says = "{name}", .least = 10},
    {N_("morning"), .says = N_("{morning}[{!lunch?}{!afternoon?}{!extended?}{!morning?closed}]"), .least = 11,
     .weight = 1},
    {N_("lunch"), .says = "{lunch}", .least = 11, .weight = 1},
    {N_("afternoon"), .says = "{afternoon}", .least = 11, .weight = 1},
    {N_("extended"), .says = "{extended}", .least = 11, .weight = 1},
};

/* How it is now. */
static void remark(const void *state, char *ret, size_t size)
{
    const struct banshi_rows *now = ((const struct hours *)state)->now;
    if (now && now->count)
        hours_words(banshi_row(struct banshi_hours_now, now, 0), ret, size);
}

static void put_session(struct hours_line *line, const struct banshi_hours *of)
{
    for (size_t s = 0; s < HOURS_SESSIONS; s++)
        if (strcmp(of->session, banshi_word_hours_session_open[s].code) == 0)
            snprintf(line->times[s], sizeof line->times[s], "%s–%s", of->opens, of->closes);
}

/* The rows are sessions, in the order of the days: a line holds those of its day. */
static void make_lines(struct app *app, void *state)
{
    static const char *const names[WEEK] = {N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
                                            N_("Friday"), N_("Saturday"), N_("Sunday")};
    struct hours_line *lines = ((struct hours *)state)->lines;
    const struct banshi_rows *rows = list_rows(state, 0);
    size_t n = WEEK;
    (void)app;
    memset(lines, 0, LINES * sizeof *lines);
    for (size_t i = 0; i < WEEK; i++) {
        lines[i].id = lines[i].weekday = (int64_t)i + 1;
        snprintf(lines[i].name, sizeof lines[i].name, "%s", _(names[i]));
    }
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_hours *of = banshi_row(struct banshi_hours, rows, i);
        if (of->day && n < LINES && lines[n - 1].day != of->day) {
            lines[n].id = lines[n].day = of->day;
            day_text(of->day, lines[n++].name);
        }
        put_session(&lines[of->day ? n - 1 : (size_t)of->weekday - 1], of);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t s = 0; s <= HOURS_SESSIONS; s++)
            lines[i].says[s] = s ? lines[i].times[s - 1] : lines[i].name;
    list_show(state, 0, lines, n);
}

static const struct list_view views[] = {
    {.name = N_("Opening hours"),
     .of = &line_shape,
     .table = {TABLE_OF(columns), .none = N_("Nothing to show")},
     .concepts = {BANSHI_CONCEPT_HOURS},
     .call = banshi_hours_list,
     .came = make_lines,
     .remark = remark},
};

static void event(struct app *app, void *state, const struct banshi_event *event)
{
    static const int concepts[] = {BANSHI_CONCEPT_ALL, BANSHI_CONCEPT_HOURS, BANSHI_CONCEPT_ROSTER, EVENT_MINUTE};
    for (size_t i = 0; i < sizeof concepts / sizeof concepts[0]; i++)
        if ((int)event->concept == concepts[i])
            app_keep(app, state, &((struct hours *)state)->now, NULL, banshi_hours_now);
}

static const struct list_act acts[] = {
    {ACTION_HOURS_SET, .opens = "hours_form"},
    {ACTION_HOURS_DAY, .anyway = true, .opens = "hours_form"},
};

const struct screen screen_hours = {
    .name = "hours",
    .title = N_("Opening hours"),
    .contexts = {CONTEXT_HOURS},
    .opened_by = ACTION_HOURS,
    .least = RANK_CLERK,
    .size = sizeof(struct hours),
    .list = LIST_SCREEN(views, acts),
    .event = event,
};
