/* SPDX-License-Identifier: MIT */
/* The register of extended hours: the visits of a day or month, or how long everybody stayed, for time off in lieu; as a file or on
 * paper. Norm 7.1. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "export.h"
#include "i18n.h"
#include "list.h"

struct extension_register {
    const struct banshi_rows *rows;
    struct list list;
    bool hours, month; /* hours of people, or visits; of a month, or a day */
    banshi_date day;   /* shown, or one of the month */
};

static banshi_date first(const struct extension_register *x)
{
    return x->month ? x->day - x->day % 100 + 1 : x->day;
}

static banshi_date last(const struct extension_register *x)
{
    return x->month ? day_month_end(x->day) : x->day;
}

static void on_rows(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct extension_register *x = state;
    bool hours = rows && rows->shape == &banshi_extension_hours_shape;
    if (error->code != 0) {
        app_error(app, error);
    } else if (hours == x->hours) { /* else: what was shown before */
        keep_rows(&x->rows, rows);
        list_resize(&x->list, rows->count);
    }
}

static void read_again(struct app *app, struct extension_register *x)
{
    if (x->hours)
        app_watch(app, x, on_rows, banshi_extension_hours, first(x), last(x));
    else
        app_watch(app, x, on_rows, banshi_extension_list, first(x), last(x));
}

static void event(struct app *app, void *state, int concept)
{
    if (concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_EXTENSION || concept == BANSHI_CONCEPT_TICKET)
        read_again(app, state);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    ((struct extension_register *)state)->day = day_of(banshi_row(struct banshi_session, app->session, 0)->now);
    read_again(app, state);
}

static void name_period(const struct extension_register *x, const char *what, char *ret, size_t size)
{
    char day[16];
    if (x->month)
        snprintf(ret, size, "%s · %04d-%02d", what, x->day / 10000, x->day / 100 % 100);
    else
        snprintf(ret, size, "%s · %s", what, day_text(x->day, day));
}

static void output(struct app *app, const struct extension_register *x, bool print)
{
    char title[128];
    name_period(x, x->hours ? _("Extended hours of the staff") : _("Register of extended hours"), title, sizeof title);
    app_open(app, "export", 0,
             &(struct export_start){.title = title,
                                    .name = x->hours ? _("extended-hours-of-staff") : _("extended-hours"),
                                    .rows = x->rows,
                                    .day = x->day,
                                    .print = print});
}

static bool act(struct app *app, void *state, enum action action)
{
    struct extension_register *x = state;
    if (list_act(&x->list, action))
        return true;
    switch (action) {
    case ACTION_EXTENSION_EXPORT:
    case ACTION_EXTENSION_PRINT:
        if (x->rows)
            output(app, x, action == ACTION_EXTENSION_PRINT);
        return true;
    case ACTION_EXTENSION_HOURS:
        x->hours = !x->hours;
        break;
    case ACTION_EXTENSION_MONTH:
        x->month = !x->month;
        break;
    case ACTION_EXTENSION_BEFORE:
        x->day = day_add(first(x), -1);
        break;
    case ACTION_EXTENSION_AFTER:
        x->day = day_add(last(x), 1);
        break;
    default:
        return false;
    }
    keep_rows(&x->rows, NULL);
    x->list = (struct list){0};
    read_again(app, x);
    return true;
}

static const char *hint(const void *state, enum action action)
{
    const struct extension_register *x = state;
    switch (action) {
    case ACTION_EXTENSION_HOURS:
        return x->hours ? N_("By visit") : NULL;
    case ACTION_EXTENSION_MONTH:
        return x->month ? N_("By day") : NULL;
    case ACTION_EXTENSION_EXPORT:
    case ACTION_EXTENSION_PRINT:
        return x->rows && x->rows->count ? NULL : "";
    default:
        return NULL;
    }
}

/* The picture -------------------------------------------------------------------------------------------------- */

static void span(banshi_time from, banshi_time until, char ret[48])
{
    char start[16], end[16];
    snprintf(ret, 48, "%s–%s", clock_text(from, start), until ? clock_text(until, end) : "");
}

static void draw_visit(const struct extension_register *x, size_t i, struct area area, int r, enum style style)
{
    const struct banshi_extension *v = banshi_row(struct banshi_extension, x->rows, i);
    char text[48];
    paintf(area, r, 1, style, "%02d-%02d", v->day / 100 % 100, v->day % 100);
    paint_cell(area, r, 7, 6, style, v->number);
    span(v->started_at, v->ended_at, text);
    paint_cell(area, r, 14, 12, style, text);
    snprintf(text, sizeof text, "%d", (int)v->minutes);
    paint_right(area, r, 26, 5, style, text);
    paint_cell(area, r, 33, 8, style, _(v->outcome[0] ? v->outcome : v->state));
    paint_cell(area, r, 42, 10, style, v->staff_name);
    paint_cell(area, r, 53, 7, style, v->counter_label);
    paint_cell(area, r, 61, area.cols - 62, style, v->item_name[0] ? v->item_name : v->queue_name);
}

static void draw_hours(const struct extension_register *x, size_t i, struct area area, int r, enum style style)
{
    const struct banshi_extension_hours *h = banshi_row(struct banshi_extension_hours, x->rows, i);
    char text[48];
    paintf(area, r, 1, style, "%02d-%02d", h->day / 100 % 100, h->day % 100);
    paint_cell(area, r, 7, 16, style, h->staff_name);
    span(h->started_at, h->ended_at, text);
    paint_cell(area, r, 24, 12, style, text);
    snprintf(text, sizeof text, "%d", (int)h->minutes);
    paint_right(area, r, 36, 5, style, text);
    snprintf(text, sizeof text, "%d", (int)h->visits);
    paint_right(area, r, 42, 6, style, text);
    paint_cell(area, r, 50, area.cols - 51, style, h->department);
}

static void head(const struct extension_register *x, struct area area)
{
    paint_cell(area, 0, 1, 5, STYLE_LABEL, _("Day"));
    if (x->hours) {
        paint_cell(area, 0, 7, 16, STYLE_LABEL, _("Staff"));
        paint_cell(area, 0, 24, 11, STYLE_LABEL, _("Time"));
        paint_right(area, 0, 36, 5, STYLE_LABEL, _("Min."));
        paint_right(area, 0, 42, 6, STYLE_LABEL, _("Visits"));
        paint_cell(area, 0, 50, area.cols - 51, STYLE_LABEL, _("Department"));
        return;
    }
    paint_cell(area, 0, 7, 6, STYLE_LABEL, _("Number"));
    paint_cell(area, 0, 14, 11, STYLE_LABEL, _("Time"));
    paint_right(area, 0, 26, 5, STYLE_LABEL, _("Min."));
    paint_cell(area, 0, 33, 8, STYLE_LABEL, _("Outcome"));
    paint_cell(area, 0, 42, 10, STYLE_LABEL, _("Staff"));
    paint_cell(area, 0, 53, 7, STYLE_LABEL, _("Counter"));
    paint_cell(area, 0, 61, area.cols - 62, STYLE_LABEL, _("Item"));
}

/* What is shown of the person of the selected line, added up. */
static void draw_sum(const struct extension_register *x, struct area area)
{
    const struct banshi_extension_hours *of = banshi_row(struct banshi_extension_hours, x->rows, x->list.selected);
    int minutes = 0, days = 0;
    for (size_t i = 0; i < x->rows->count; i++) {
        const struct banshi_extension_hours *h = banshi_row(struct banshi_extension_hours, x->rows, i);
        if (h->staff == of->staff) {
            minutes += (int)h->minutes;
            days++;
        }
    }
    paint_rule(area, 0, "");
    paintf(area, 1, 1, STYLE_STRONG, _("%s: %d min on %d days"), of->staff_name, minutes, days);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct extension_register *x = state;
    char title[160];
    (void)app;
    name_period(x, x->hours ? _("Extended hours of the staff") : _("Register of extended hours"), title, sizeof title);
    paint_rule(area, 0, title);
    bool sum = x->hours && x->list.selected < x->list.count;
    struct area lines = area_part(area, 2, 0, area.rows - (sum ? 4 : 2), area.cols);
    size_t top = list_top(&x->list, lines.rows);
    for (int r = 0; x->rows && r < lines.rows && top + (size_t)r < x->list.count; r++) {
        size_t i = top + (size_t)r;
        enum style style = i == x->list.selected ? STYLE_SELECTED : STYLE_NORMAL;
        paint_cell(lines, r, 0, lines.cols, style, "");
        (x->hours ? draw_hours : draw_visit)(x, i, lines, r, style);
    }
    if (x->rows && x->rows->count)
        head(x, area_part(area, 1, 0, 1, area.cols));
    if (x->rows && sum)
        draw_sum(x, area_part(area, area.rows - 2, 0, 2, area.cols));
    if (!x->rows)
        paint(lines, 0, 1, STYLE_WEAK, "…");
    else if (!x->rows->count)
        paint(lines, 0, 1, STYLE_WEAK, _("No visit after closing time"));
}

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_rows_free(((struct extension_register *)state)->rows);
}

const struct screen screen_extension_register = {
    .name = "extension_register",
    .title = N_("Register of extended hours"),
    .contexts = {CONTEXT_EXTENSION_REGISTER, CONTEXT_LIST},
    .size = sizeof(struct extension_register),
    .open = open,
    .act = act,
    .hint = hint,
    .event = event,
    .draw = draw,
    .close = close,
};
