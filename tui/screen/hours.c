/* SPDX-License-Identifier: MIT */
/* Opening hours: a line a weekday, then single days; supervisors change them. Norms 4.4, 7.1. */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "write.h"

enum tag { TAG_SESSION = 1, TAG_TIMES, TAG_DAY };
enum { WEEK = 7, SESSIONS = 5 };

static const char *const sessions[SESSIONS] = {"morning", "lunch", "afternoon", "extended", "closed"};

struct hours {
    const struct banshi_rows *rows, *now;
    banshi_date days[366]; /* single days that have hours, after the week's lines */
    size_t day_count;
    struct list list;
    bool supervises;
    struct write write;
    int64_t weekday; /* what a question is about: a weekday, or a day */
    banshi_date day;
    const char *session;
};

static void on_rows(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct hours *h = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&h->rows, rows);
    h->day_count = 0;
    for (size_t i = 0; i < rows->count && h->day_count < sizeof h->days / sizeof h->days[0]; i++) {
        banshi_date day = banshi_row(struct banshi_hours, rows, i)->day;
        if (day && (!h->day_count || h->days[h->day_count - 1] != day))
            h->days[h->day_count++] = day;
    }
    list_resize(&h->list, WEEK + h->day_count);
}

static void on_now(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (error->code == 0)
        keep_rows(&((struct hours *)state)->now, rows);
    else
        app_error(app, error);
}

static void event(struct app *app, void *state, int concept)
{
    bool all = concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_HOURS;
    if (all)
        app_watch(app, state, on_rows, banshi_hours_list);
    if (all || concept == BANSHI_CONCEPT_ROSTER || concept == EVENT_MINUTE)
        app_watch(app, state, on_now, banshi_hours_now);
}

static void open(struct app *app, void *state, const void *argument)
{
    const char *role = banshi_row(struct banshi_session, app->session, 0)->role;
    (void)argument;
    ((struct hours *)state)->supervises = strcmp(role, "supervisor") == 0 || strcmp(role, "admin") == 0;
    event(app, state, BANSHI_CONCEPT_ALL);
}

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct hours *h = state;
    (void)rows;
    if (!write_end(&h->write, error))
        app_error(app, error);
    event(app, state, BANSHI_CONCEPT_ALL);
}

/* Changing ------------------------------------------------------------------------------------------------------- */

/* The hours of a line in a session; NULL: none. */
static const struct banshi_hours *find(const struct hours *h, int64_t weekday, banshi_date day, const char *session)
{
    for (size_t i = 0; h->rows && i < h->rows->count; i++) {
        const struct banshi_hours *of = banshi_row(struct banshi_hours, h->rows, i);
        if (of->weekday == weekday && of->day == day && strcmp(of->session, session) == 0)
            return of;
    }
    return NULL;
}

static void ask_session(struct app *app, const struct hours *h)
{
    struct option items[SESSIONS];
    char texts[SESSIONS][96];
    size_t n = 0;
    for (size_t i = 0; i < SESSIONS; i++) {
        const struct banshi_hours *of = find(h, h->weekday, h->day, sessions[i]);
        if (h->weekday && strcmp(sessions[i], "closed") == 0)
            continue; /* a weekday without sessions is closed */
        snprintf(texts[n], sizeof texts[n], "%s  %s%s%s", _(sessions[i]), of ? of->opens : "",
                 of && of->opens[0] ? "–" : "", of ? of->closes : "");
        items[n] = (struct option){texts[n], (int64_t)i};
        n++;
    }
    app_open(app, "pick", TAG_SESSION, &(struct options){_("Which session?"), items, n, 0});
}

static void set(struct app *app, struct hours *h, const char *opens, const char *closes)
{
    const char *opid = write_begin(&h->write, "%d %" PRId64 " %s %s %s", (int)h->day, h->weekday, h->session,
                                   opens ? opens : "", closes ? closes : "");
    app_ask(app, h, on_written, banshi_hours_set, opid, h->day, h->weekday, h->session, opens, closes);
}

static void ask_times(struct app *app, struct hours *h)
{
    const struct banshi_hours *of = find(h, h->weekday, h->day, h->session);
    char text[32] = "";
    if (strcmp(h->session, "closed") == 0) {
        set(app, h, NULL, NULL);
        return;
    }
    if (of)
        snprintf(text, sizeof text, "%s-%s", of->opens, of->closes);
    app_open(app, "prompt", TAG_TIMES,
             &(struct question){_(h->session), _("From–to, such as 09:00-12:00; empty: none"), text, 11});
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

static void take_day(struct app *app, struct hours *h, const char *text)
{
    int y, m, d;
    char more;
    if (sscanf(text, "%4d-%2d-%2d%c", &y, &m, &d, &more) != 3 || m < 1 || m > 12 || d < 1 || d > 31) {
        app_say(app, STYLE_BAD, "%s: %s", text, _("a day like 2026-11-24"));
        return;
    }
    h->weekday = 0;
    h->day = y * 10000 + m * 100 + d;
    ask_session(app, h);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct hours *h = state;
    if (!r->chosen)
        return;
    if (r->tag == TAG_SESSION) {
        h->session = sessions[r->number];
        ask_times(app, h);
    } else if (r->tag == TAG_TIMES) {
        take_times(app, h, r->text);
    } else {
        take_day(app, h, r->text);
    }
}

static const char *hint(const void *state, enum action action)
{
    return action_table[action].context == CONTEXT_HOURS && !((const struct hours *)state)->supervises ? "" : NULL;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct hours *h = state;
    if (list_act(&h->list, action))
        return true;
    if (action_table[action].context != CONTEXT_HOURS)
        return false;
    if (!h->supervises || h->write.busy || !h->rows) {
        app_say(app, STYLE_WARN, "%s", _("Only a supervisor changes opening hours"));
        return true;
    }
    if (action == ACTION_HOURS_DAY) {
        char day[16];
        day_text(day_of(banshi_row(struct banshi_session, app->session, 0)->now), day);
        app_open(app, "prompt", TAG_DAY,
                 &(struct question){_("Hours of one day"), _("Day; its hours replace its weekday's:"), day, 10});
        return true;
    }
    bool week = h->list.selected < WEEK;
    h->weekday = week ? (int64_t)h->list.selected + 1 : 0;
    h->day = week ? 0 : h->days[h->list.selected - WEEK];
    ask_session(app, h);
    return true;
}

/* The picture ---------------------------------------------------------------------------------------------------- */

static void draw_line(const struct hours *h, size_t i, struct area area, int row)
{
    static const char *const names[WEEK] = {N_("Monday"), N_("Tuesday"),  N_("Wednesday"), N_("Thursday"),
                                            N_("Friday"), N_("Saturday"), N_("Sunday")};
    enum style style = i == h->list.selected ? STYLE_SELECTED : STYLE_NORMAL;
    int64_t weekday = i < WEEK ? (int64_t)i + 1 : 0;
    banshi_date day = i < WEEK ? 0 : h->days[i - WEEK];
    char text[16];
    bool any = false;
    paint_cell(area, row, 0, area.cols, style, "");
    paint_cell(area, row, 1, 12, style, weekday ? _(names[i]) : day_text(day, text));
    int width = (area.cols - 14) / (SESSIONS - 1);
    for (int s = 0; s < SESSIONS - 1; s++) {
        const struct banshi_hours *of = find(h, weekday, day, sessions[s]);
        any = any || of;
        if (of)
            paintf(area_part(area, row, 14 + s * width, 1, width - 1), 0, 0, style, "%s–%s", of->opens, of->closes);
    }
    if (!any)
        paint_cell(area, row, 14, width, style, _("closed"));
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct hours *h = state;
    char now[256] = "";
    (void)app;
    if (h->now && h->now->count)
        hours_words(banshi_row(struct banshi_hours_now, h->now, 0), now, sizeof now);
    paint_rule(area, 0, now);
    for (int s = 0; s < SESSIONS - 1; s++)
        paint(area, 1, 14 + s * ((area.cols - 14) / (SESSIONS - 1)), STYLE_LABEL, _(sessions[s]));
    struct area lines = area_part(area, 2, 0, area.rows - 2, area.cols);
    size_t top = list_top(&h->list, lines.rows);
    for (int r = 0; h->rows && r < lines.rows && top + (size_t)r < h->list.count; r++)
        draw_line(h, top + (size_t)r, lines, r);
}

static void close(struct app *app, void *state)
{
    struct hours *h = state;
    (void)app;
    banshi_rows_free(h->rows);
    banshi_rows_free(h->now);
}

const struct screen screen_hours = {
    .name = "hours",
    .title = N_("Opening hours"),
    .contexts = {CONTEXT_HOURS, CONTEXT_LIST},
    .size = sizeof(struct hours),
    .open = open,
    .act = act,
    .hint = hint,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
