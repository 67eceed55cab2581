/* SPDX-License-Identifier: MIT */
/* Opening hours: a line a weekday, then single days; supervisors change them. Norms 4.4, 7.1. */
#include <config.h>

#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "list.h"

enum { WEEK = 7, LINES = WEEK + 366, SESSIONS = 4 };
enum step { STEP_SESSION, STEP_TIMES, STEP_DAY };

/* A weekday or a single day, and its sessions: "09:00–12:00". */
struct line {
    int64_t id, weekday;
    banshi_date day;
    char times[SESSIONS][16];
    const char *said[SESSIONS];
};
#define LINE(name, label, type, member) \
    { \
        name, label, type, offsetof(struct line, member), NULL \
    }
static const struct banshi_field line_fields[] = {
    LINE("weekday", "Weekday", BANSHI_INT, weekday),      LINE("day", "Day", BANSHI_DATE, day),
    LINE("morning", "morning", BANSHI_TEXT, said[0]),     LINE("lunch", "lunch", BANSHI_TEXT, said[1]),
    LINE("afternoon", "afternoon", BANSHI_TEXT, said[2]), LINE("extended", "extended", BANSHI_TEXT, said[3]),
};
static const struct banshi_shape line_shape = {"hours", sizeof(struct line), sizeof line_fields / sizeof line_fields[0],
                                               line_fields};

struct hours {
    struct lists lists;
    const struct banshi_rows *now;
    struct line lines[LINES];
    struct line subject; /* what a question is about */
    size_t session;
};

static const char *name(const void *state, const void *record, char room[CELL_SIZE])
{
    static const char *const names[WEEK] = {N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
                                            N_("Friday"), N_("Saturday"), N_("Sunday")};
    const struct line *line = record;
    (void)state;
    return line->weekday ? _(names[line->weekday - 1]) : day_text(line->day, room);
}

static const struct column columns[] = {
    {"", .text = name, .least = 10},
    {N_("morning"), .says = N_("{morning}[{!lunch?}{!afternoon?}{!extended?}{!morning?closed}]"), .least = 11,
     .weight = 1},
    {N_("lunch"), .says = "{lunch}", .least = 11, .weight = 1},
    {N_("afternoon"), .says = "{afternoon}", .least = 11, .weight = 1},
    {N_("extended"), .says = "{extended}", .least = 11, .weight = 1},
};

static void title(const void *state, char *ret, size_t size)
{
    const struct banshi_rows *now = ((const struct hours *)state)->now;
    char stands[128] = "";
    if (now && now->count)
        hours_words(banshi_row(struct banshi_hours_now, now, 0), stands, sizeof stands);
    snprintf(ret, size, "%s%s%s", _("Opening hours"), stands[0] ? " · " : "", stands);
}

/* The rows are sessions, in the order of the days: a line holds those of its day. */
static void make_lines(struct app *app, void *state)
{
    struct hours *h = state;
    const struct banshi_rows *rows = list_rows(h, 0);
    size_t n = WEEK;
    (void)app;
    memset(h->lines, 0, sizeof h->lines);
    for (size_t i = 0; i < WEEK; i++)
        h->lines[i].id = h->lines[i].weekday = (int64_t)i + 1;
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_hours *of = banshi_row(struct banshi_hours, rows, i);
        if (of->day && n < LINES && (n == WEEK || h->lines[n - 1].day != of->day))
            h->lines[n++] = (struct line){.id = of->day, .day = of->day};
        struct line *line = &h->lines[of->day ? n - 1 : (size_t)of->weekday - 1];
        for (size_t s = 0; s < SESSIONS; s++)
            if (strcmp(of->session, banshi_word_hours_session[s].code) == 0)
                snprintf(line->times[s], sizeof line->times[s], "%s–%s", of->opens, of->closes);
    }
    for (size_t i = 0; i < n; i++)
        for (size_t s = 0; s < SESSIONS; s++)
            h->lines[i].said[s] = h->lines[i].times[s];
    list_show(h, 0, h->lines, n);
}

static const struct list_view views[] = {
    {.name = N_("Opening hours"),
     .of = &line_shape,
     .table = {TABLE_OF(columns), .none = N_("Nothing to show")},
     .concepts = {BANSHI_CONCEPT_HOURS},
     .call = banshi_hours_list,
     .came = make_lines,
     .title = title},
};

static void event(struct app *app, void *state, int concept)
{
    static const int concepts[] = {BANSHI_CONCEPT_ALL, BANSHI_CONCEPT_HOURS, BANSHI_CONCEPT_ROSTER, EVENT_MINUTE};
    for (size_t i = 0; i < sizeof concepts / sizeof concepts[0]; i++)
        if (concept == concepts[i])
            app_keep(app, state, &((struct hours *)state)->now, banshi_hours_now);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    event(app, state, BANSHI_CONCEPT_ALL);
}

/* Changing ------------------------------------------------------------------------------------------------------ */

static void ask_session(struct app *app, void *state, enum action action, const void *record)
{
    struct hours *h = state;
    struct picks picks = {0};
    (void)action;
    h->subject = *(const struct line *)record;
    /* a weekday without sessions is closed */
    for (size_t s = 0; s < SESSIONS + (h->subject.day != 0); s++)
        pick_add(&picks, (int64_t)s, "%s  %s", _(banshi_word_hours_session[s].message),
                 s < SESSIONS ? h->subject.times[s] : "");
    pick_ask(app, LIST_STEP(ACTION_HOURS_SET, STEP_SESSION), _("Which session?"), &picks, 0);
}

static void ask_day(struct app *app, void *state, enum action action, const void *record)
{
    char day[16];
    (void)state, (void)record;
    ask_text(app, LIST_STEP(action, STEP_DAY), _("Hours of one day"), _("Day; its hours replace its weekday's:"),
             day_text(day_of(time_now()), day), 10);
}

static void set(struct app *app, struct hours *h, const char *opens, const char *closes)
{
    app_write(app, h, NULL, banshi_hours_set, h->subject.day, h->subject.weekday,
              banshi_word_hours_session[h->session].code, opens, closes);
}

static void take_times(struct app *app, struct hours *h, const char *text)
{
    char opens[6], closes[6], more;
    if (!*text)
        set(app, h, NULL, NULL);
    else if (sscanf(text, "%5[0-9:]-%5[0-9:]%c", opens, closes, &more) == 2)
        set(app, h, opens, closes);
    else
        app_say(app, STYLE_BAD, _("%s: not times like 09:00-12:00"), text);
}

static void take(struct app *app, void *state, const struct result *r)
{
    struct hours *h = state;
    char text[32] = "", opens[8] = "", closes[8] = "";
    banshi_date day;
    switch (LIST_STEP_OF(r->tag)) {
    case STEP_DAY:
        day = day_parse(r->text);
        if (day)
            ask_session(app, h, ACTION_HOURS_SET, &(struct line){.day = day});
        else
            app_say(app, STYLE_BAD, "%s: %s", r->text, _("a day like 2026-11-24"));
        break;
    case STEP_SESSION:
        h->session = (size_t)r->number;
        if (h->session == SESSIONS) {
            set(app, h, NULL, NULL);
            break;
        }
        if (sscanf(h->subject.times[h->session], "%5[0-9:]–%5[0-9:]", opens, closes) == 2)
            snprintf(text, sizeof text, "%s-%s", opens, closes);
        ask_text(app, LIST_STEP(ACTION_HOURS_SET, STEP_TIMES), _(banshi_word_hours_session[h->session].message),
                 _("From–to, such as 09:00-12:00; empty: none"), text, 11);
        break;
    default:
        take_times(app, h, r->text);
        break;
    }
}

static const struct list_act acts[] = {
    {ACTION_HOURS_SET, RANK_SUPERVISOR, .begin = ask_session, .answer = take},
    {ACTION_HOURS_DAY, RANK_SUPERVISOR, .anyway = true, .begin = ask_day, .answer = take},
};

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_rows_free(((struct hours *)state)->now);
}

const struct screen screen_hours = {
    .name = "hours",
    .title = N_("Opening hours"),
    .contexts = {CONTEXT_HOURS, CONTEXT_LIST},
    .size = sizeof(struct hours),
    .list = LIST_SCREEN(views, acts),
    .open = open,
    .event = event,
    .close = close,
};
