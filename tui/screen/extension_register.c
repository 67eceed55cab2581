/* SPDX-License-Identifier: MIT */
/* The register of extended hours: the visits of a day or month, or how long everybody stayed, for time off in lieu; as a file or on
 * paper. Norm 7.1. */
#include <config.h>

#include <stdio.h>

#include "i18n.h"
#include "list.h"

enum { VISITS, HOURS };

struct extension_register {
    struct lists lists;
    bool month;      /* of a month, or a day */
    banshi_date day; /* shown, or one of the month */
};

static banshi_date first(const struct extension_register *x)
{
    return x->month ? x->day - x->day % 100 + 1 : x->day;
}

static banshi_date last(const struct extension_register *x)
{
    return x->month ? day_month_end(x->day) : x->day;
}

static const struct column visits[] = {
    {N_("Day"), .says = "{day:short}"},
    {N_("Number"), .says = "{number}"},
    {N_("Time"), .says = "{started_at}–{ended_at}"},
    {N_("Min."), .says = "{minutes}", .right = true},
    {N_("Outcome"), .says = "{outcome|state:word}"},
    {N_("Staff"), .says = "{staff_name}", .least = 8},
    {N_("Counter"), .says = "{counter_label}"},
    {N_("Item"), .says = "{item_name|queue_name}", .weight = 1},
};
static const struct column hours[] = {
    {N_("Day"), .says = "{day:short}"},
    {N_("Staff"), .says = "{staff_name}", .least = 8},
    {N_("Time"), .says = "{started_at}–{ended_at}"},
    {N_("Min."), .says = "{minutes}", .right = true},
    {N_("Visits"), .says = "{visits}", .right = true},
    {N_("Department"), .says = "{department}", .weight = 1},
};

static void title(const void *state, char *ret, size_t size)
{
    const struct extension_register *x = state;
    const char *what = _(x->lists.screen->views[x->lists.pane].name);
    char day[16];
    day_text(x->day, day);
    if (x->month)
        day[7] = '\0'; /* 2026-11 */
    snprintf(ret, size, "%s · %s", what, day);
}

/* What is shown of the person of the selected line, added up. */
static void sum(const void *state, const void *record, char *ret, size_t size)
{
    const struct banshi_extension_hours *of = record;
    const struct banshi_rows *rows = list_rows(state, HOURS);
    int minutes = 0, days = 0;
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_extension_hours *h = banshi_row(struct banshi_extension_hours, rows, i);
        minutes += h->staff == of->staff ? (int)h->minutes : 0;
        days += h->staff == of->staff;
    }
    snprintf(ret, size, _("%s: %d min on %d days"), of->staff_name, minutes, days);
}

static void read_visits(struct app *app, void *state)
{
    list_watch(app, state, banshi_extension_list, first(state), last(state));
}

static void read_hours(struct app *app, void *state)
{
    list_watch(app, state, banshi_extension_hours, first(state), last(state));
}

static banshi_date day_shown(const void *state)
{
    return ((const struct extension_register *)state)->day;
}

static const struct list_view views[] = {
    {.name = N_("Register of extended hours"),
     .of = &banshi_extension_shape,
     .file = N_("extended-hours"),
     .table = {TABLE_OF(visits), .none = N_("No visit after closing time")},
     .concepts = {BANSHI_CONCEPT_EXTENSION, BANSHI_CONCEPT_TICKET},
     .read = read_visits,
     .title = title,
     .day = day_shown},
    {.name = N_("Extended hours of the staff"),
     .of = &banshi_extension_hours_shape,
     .file = N_("extended-hours-of-staff"),
     .table = {TABLE_OF(hours), .key = "{staff}{day}", .none = N_("No visit after closing time")},
     .concepts = {BANSHI_CONCEPT_EXTENSION, BANSHI_CONCEPT_TICKET},
     .read = read_hours,
     .title = title,
     .detail = sum,
     .day = day_shown},
};

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    ((struct extension_register *)state)->day = day_of(banshi_row(struct banshi_session, app->session, 0)->now);
}

static void another_period(struct app *app, void *state, const struct result *r)
{
    struct extension_register *x = state;
    if (r->tag == ACTION_EXTENSION_MONTH)
        x->month = !x->month;
    else
        x->day = r->tag == ACTION_EXTENSION_BEFORE ? day_add(first(x), -1) : day_add(last(x), 1);
    list_forget(x, VISITS);
    list_forget(x, HOURS);
    list_refresh(app, x);
}

static bool by_month(const void *state, const void *record)
{
    (void)record;
    return ((const struct extension_register *)state)->month;
}

static const struct list_act acts[] = {
    {ACTION_EXTENSION_MONTH, .anyway = true, .possible = by_month, .label = N_("By day"), .does = another_period},
    {ACTION_EXTENSION_MONTH, .anyway = true, .does = another_period},
    {ACTION_EXTENSION_BEFORE, .anyway = true, .does = another_period},
    {ACTION_EXTENSION_AFTER, .anyway = true, .does = another_period},
};

static const char *hint(const void *state, enum action action)
{
    return action == ACTION_EXTENSION_HOURS && ((const struct lists *)state)->pane == HOURS ? N_("By visit") : NULL;
}

const struct screen screen_extension_register = {
    .name = "extension_register",
    .title = N_("Register of extended hours"),
    .contexts = {CONTEXT_EXTENSION_REGISTER},
    .opened_by = ACTION_EXTENSION_REGISTER,
    .least = RANK_CLERK,
    .size = sizeof(struct extension_register),
    .list = LIST_SCREEN(views, acts, .pane = ACTION_EXTENSION_HOURS, .one_shown = true),
    .open = open,
    .hint = hint,
};
