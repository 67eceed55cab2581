/* SPDX-License-Identifier: MIT */
/* What the roster screen shows: the duties of its period, in a table of counters and days; moving in them. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "roster.h"

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
    return x->duties && i < x->duties->count ? banshi_row(struct banshi_roster_duty, x->duties, i) : NULL;
}

const struct banshi_roster_duty *roster_chosen(const struct roster *x)
{
    const struct roster_grid *g = &x->grid;
    if (!roster_is_grid(x))
        return duty(x, x->list.selected);
    size_t cell = g->lines && g->columns ? g->cells[g->line * g->columns + g->column] : 0;
    return cell ? duty(x, cell - 1) : NULL;
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
    return x->leads && x->view != ROSTER_MINE ? d->staff_name : d->published_name;
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
    size_t count = x->duties ? x->duties->count : 0;
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

static void on_duties(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct roster *x = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&x->duties, rows);
    list_resize(&x->list, rows->count);
    bool fresh = x->grid.columns == 0;
    grid_make(x);
    if (fresh)
        grid_to(&x->grid, x->day);
}

static void on_rosters(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (error->code == 0)
        keep_rows(&((struct roster *)state)->rosters, rows);
    else
        app_error(app, error);
}

static void on_swaps(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)app;
    if (error->code == 0)
        keep_rows(&((struct roster *)state)->swaps, rows);
}

void roster_read(struct app *app, struct roster *x)
{
    banshi_date first, last;
    roster_period(x, &first, &last);
    app_watch(app, x, on_duties, banshi_roster_duty_list, first, last, x->view == ROSTER_MINE);
    app_watch(app, x, on_rosters, banshi_roster_list);
    app_watch(app, x, on_swaps, banshi_roster_swap_list);
}

/* Moving ------------------------------------------------------------------------------------------------------- */

static void show(struct app *app, struct roster *x, enum roster_view view, banshi_date day)
{
    x->view = view;
    x->day = day;
    x->list = (struct list){0};
    keep_rows(&x->duties, NULL);
    grid_make(x);
    x->grid.line = x->grid.column = 0;
    roster_read(app, x);
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
    struct list lines = {g->lines, g->line};
    if (action == ACTION_ROSTER_LEFT || action == ACTION_ROSTER_RIGHT) {
        struct list columns = {g->columns, g->column};
        list_act(&columns, action == ACTION_ROSTER_LEFT ? ACTION_UP : ACTION_DOWN);
        g->column = columns.selected;
        return true;
    }
    bool used = list_act(&lines, action);
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
        if (!roster_is_grid(x))
            return list_act(&x->list, action);
        if (!move_in_grid(&x->grid, action))
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
    banshi_rows_free(x->duties);
    banshi_rows_free(x->rosters);
    banshi_rows_free(x->swaps);
    banshi_rows_free(x->candidates);
    banshi_rows_free(x->staff);
    banshi_rows_free(x->others);
}
