/* SPDX-License-Identifier: MIT */
/* What the roster screen shows: the duties of its period, in a table of counters and days; moving in them. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "roster.h"
#include "say.h"

bool roster_is_grid(const struct roster *x)
{
    return x->view == ROSTER_WEEK || x->view == ROSTER_MONTH;
}

void roster_period(const struct roster *x, banshi_date *ret_first, banshi_date *ret_last)
{
    *ret_first = *ret_last = x->day;
    if (x->view == ROSTER_WEEK) {
        *ret_first = day_add(x->day, 1 - day_weekday(x->day));
        *ret_last = day_add(*ret_first, 6);
    } else if (x->view == ROSTER_MONTH) {
        *ret_first = x->day - x->day % 100 + 1;
        *ret_last = day_month_end(x->day);
    } else if (x->view == ROSTER_MINE) {
        *ret_last = day_add(x->day, 62);
    }
}

static const struct banshi_roster_duty *duty(const struct roster *x, size_t i)
{
    const struct banshi_rows *duties = list_rows(x, 0);
    return duties && i < duties->count ? banshi_row(struct banshi_roster_duty, duties, i) : NULL;
}

const struct banshi_roster_duty *roster_chosen(const struct roster *x)
{
    const struct roster_grid *g = &x->grid;
    if (!roster_is_grid(x))
        return list_record(x);
    size_t cell = g->lines && g->columns ? g->cells[g->line * g->columns + g->column] : 0;
    return cell ? duty(x, cell - 1) : NULL;
}

static bool is(const struct banshi_roster_duty *d, const char *state)
{
    return strcmp(d->state, state) == 0;
}

const struct banshi_roster *roster_month(const struct roster *x)
{
    for (size_t i = 0; x->rosters && i < x->rosters->count; i++) {
        const struct banshi_roster *r = banshi_row(struct banshi_roster, x->rosters, i);
        if (r->month / 100 == x->day / 100)
            return r;
    }
    return NULL;
}

const char *roster_name(const struct roster *x, const struct banshi_roster_duty *d)
{
    return x->lists.rank >= RANK_LEAD && x->view != ROSTER_MINE ? d->staff_name : d->published_name;
}

bool roster_duty_due(const struct banshi_roster_duty *d)
{
    enum { EARLY = 30 * 60 }; /* seconds, as the database allows it */
    bool coming = is(d, "planned") && time_now() >= d->starts - (banshi_time)EARLY * 1000000;
    return (coming || is(d, "expected") || is(d, "not there")) && time_now() < d->ends;
}

size_t roster_swaps_waiting(const struct banshi_rows *swaps)
{
    size_t n = 0;
    for (size_t i = 0; swaps && i < swaps->count; i++)
        n += banshi_row(struct banshi_roster_swap, swaps, i)->mine;
    return n;
}

/* The table ---------------------------------------------------------------------------------------------------- */

/* Labels as people count: shorter numbers of the same letters first. */
static int compare(const void *a, const void *b)
{
    const char *x = *(const char *const *)a, *y = *(const char *const *)b;
    size_t n = strcspn(x, "0123456789"), m = strcspn(y, "0123456789");
    int by_letters = strncmp(x, y, n > m ? n : m), by_length = (int)strlen(x) - (int)strlen(y);
    return by_letters ? by_letters : by_length ? by_length : strcmp(x, y);
}

static void grid_free(struct roster_grid *g)
{
    free(g->days);
    free(g->labels);
    free(g->cells);
    *g = (struct roster_grid){.line = g->line, .column = g->column};
}

static size_t line_of(const struct roster_grid *g, const char *label)
{
    size_t i = 0;
    while (i < g->lines && strcmp(g->labels[i], label) != 0)
        i++;
    return i;
}

static void grid_make(struct roster *x)
{
    struct roster_grid *g = &x->grid;
    size_t count = list_rows(x, 0) ? list_rows(x, 0)->count : 0;
    grid_free(g);
    g->days = calloc(count + 1, sizeof *g->days);
    g->labels = calloc(count + 1, sizeof *g->labels);
    for (size_t i = 0; g->days && g->labels && i < count; i++) {
        const struct banshi_roster_duty *d = duty(x, i);
        if (!d)
            break;
        if (!g->columns || g->days[g->columns - 1] != d->day) /* they come by days */
            g->days[g->columns++] = d->day;
        if (line_of(g, d->counter_label) == g->lines)
            g->labels[g->lines++] = d->counter_label;
    }
    if (g->labels && g->lines)
        qsort(g->labels, g->lines, sizeof *g->labels, compare);
    g->cells = calloc(g->lines * g->columns + 1, sizeof *g->cells);
    if (!g->cells)
        g->lines = g->columns = 0;
    for (size_t i = 0, column = 0; g->lines && i < count; i++) {
        const struct banshi_roster_duty *d = duty(x, i);
        if (!d)
            break;
        while (g->days[column] != d->day)
            column++;
        g->cells[line_of(g, d->counter_label) * g->columns + column] = i + 1;
    }
    g->line = g->line < g->lines ? g->line : 0;
    g->column = g->column < g->columns ? g->column : 0;
}

/* Go to the day that is meant, or the next one that has duties. */
static void grid_to(struct roster_grid *g, banshi_date day)
{
    g->column = 0;
    while (g->column + 1 < g->columns && g->days[g->column] < day)
        g->column++;
}

/* Reading ------------------------------------------------------------------------------------------------------ */

static void came(struct app *app, void *state)
{
    struct roster *x = state;
    bool fresh = x->grid.columns == 0;
    (void)app;
    grid_make(x);
    if (fresh)
        grid_to(&x->grid, x->day);
}

static void read_duties(struct app *app, void *state)
{
    struct roster *x = state;
    banshi_date first, last;
    roster_period(x, &first, &last);
    list_watch(app, x, banshi_roster_duty_list, first, last, x->view == ROSTER_MINE);
    app_keep(app, x, &x->rosters, NULL, banshi_roster_list);
    app_keep(app, x, &x->swaps, NULL, banshi_roster_swap_list);
}

static const char *day(const void *state, const void *record, char room[CELL_SIZE])
{
    if (((const struct roster *)state)->view != ROSTER_MINE)
        return "";
    say(&banshi_roster_duty_shape, "{day:short} {day:weekday}", record, room, CELL_SIZE);
    return room;
}

static const char *name(const void *state, const void *record, char room[CELL_SIZE])
{
    const char *of = roster_name(state, record);
    (void)room;
    return of[0] ? of : _("vacant");
}

static const struct column duty_columns[] = {
    {N_("Day"), .text = day},
    {N_("Counter"), .says = "{counter_label}", .least = 6},
    {"", .says = "{counter_name}", .least = 10, .weight = 1},
    {N_("Time"), .says = "{opens}–{closes}"},
    {N_("Staff"), .text = name, .least = 8, .style = roster_style},
    {N_("State"), .says = "{state:word}", .least = 8, .style = roster_style},
    {N_("Remark"), .text = roster_remark, .least = 12, .weight = 2, .style = roster_style},
};

static void detail(const void *state, const void *record, char *ret, size_t size)
{
    char when[CELL_SIZE], who[CELL_SIZE], remark[CELL_SIZE];
    say(&banshi_roster_duty_shape, "{day:short} {day:weekday}  {counter_label} {counter_name}  {opens}–{closes}",
        record, when, sizeof when);
    snprintf(ret, size, "%s  %s\n%s  %s", when, name(state, record, who),
             _(((const struct banshi_roster_duty *)record)->state), roster_remark(state, record, remark));
}

const struct list_view roster_views[1] = {
    {.name = N_("Roster"),
     .of = &banshi_roster_duty_shape,
     .table = {TABLE_OF(duty_columns), .none = N_("No duties are planned")},
     .concepts = {BANSHI_CONCEPT_ROSTER},
     .read = read_duties,
     .came = came,
     .heading = roster_heading,
     .detail = detail,
     .detail_rows = 1},
};

/* Moving ------------------------------------------------------------------------------------------------------- */

static void show(struct app *app, struct roster *x, enum roster_view view, banshi_date day)
{
    struct table *lines = &x->lists.panes[0].table;
    if (view != x->view) { /* a filter that is not seen would be in the way */
        edit_set(&lines->filter, "");
        lines->filtering = false;
    }
    x->view = view;
    x->day = day;
    list_forget(x, 0);
    grid_make(x);
    x->grid.line = x->grid.column = 0;
    list_read(app, x, 0);
}

/* The period after (by 1) or before (by -1). */
static banshi_date later(const struct roster *x, int by)
{
    banshi_date first, last;
    roster_period(x, &first, &last);
    if (x->view == ROSTER_MONTH)
        return by > 0 ? day_add(last, 1) : day_add(first, -1) - day_add(first, -1) % 100 + 1;
    return day_add(x->day, x->view == ROSTER_WEEK ? 7 * by : by);
}

static bool move_in_grid(struct roster_grid *g, enum action action)
{
    struct lines lines = {g->lines, g->line};
    if (action == ACTION_ROSTER_LEFT || action == ACTION_ROSTER_RIGHT) {
        struct lines columns = {g->columns, g->column};
        lines_act(&columns, action == ACTION_ROSTER_LEFT ? ACTION_UP : ACTION_DOWN);
        g->column = columns.selected;
        return true;
    }
    bool used = lines_act(&lines, action);
    g->line = lines.selected;
    return used;
}

bool roster_move(struct app *app, struct roster *x, enum action action)
{
    const struct banshi_roster_duty *d = roster_chosen(x);
    switch (action) {
    case ACTION_ROSTER_VIEW:
        show(app, x, (enum roster_view)((x->view + 1) % ROSTER_VIEWS),
             x->view == ROSTER_MONTH || x->view == ROSTER_MINE ? x->today : x->day);
        return true;
    case ACTION_ROSTER_BEFORE:
    case ACTION_ROSTER_AFTER:
        if (x->view != ROSTER_MINE)
            show(app, x, x->view, later(x, action == ACTION_ROSTER_AFTER ? 1 : -1));
        return true;
    case ACTION_ROSTER_NOW:
        show(app, x, ROSTER_TODAY, x->today);
        return true;
    default:
        if (!roster_is_grid(x) || !move_in_grid(&x->grid, action))
            return false;
        d = roster_chosen(x);
        if (d)
            x->day = d->day;
        return true;
    }
}

void roster_free(struct roster *x)
{
    grid_free(&x->grid);
    banshi_rows_free(x->candidates);
    banshi_rows_free(x->staff);
    banshi_rows_free(x->others);
}
