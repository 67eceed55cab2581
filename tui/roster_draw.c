/* SPDX-License-Identifier: MIT */
/* The roster's picture: today at a glance, a table of a week or a month, one's own duties. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "roster.h"
#include "kit/text.h"

enum { LABEL = 8, DETAIL = 3 };

static const char *weekday_text(banshi_date day)
{
    static const char *const names[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun")};
    return _(names[day_weekday(day) - 1]);
}

static bool changed(const struct roster *x, const struct banshi_roster_duty *d)
{
    const struct banshi_roster *r = roster_month(x);
    return x->leads && d->staff != d->published && r && r->version > 0;
}

static enum style duty_style(const struct roster *x, const struct banshi_roster_duty *d)
{
    if (!roster_name(x, d)[0] || strcmp(d->state, "not there") == 0 || strcmp(d->state, "absent") == 0)
        return STYLE_BAD;
    if (strcmp(d->state, "late") == 0 || strcmp(d->state, "expected") == 0 || changed(x, d))
        return STYLE_WARN;
    return strcmp(d->state, "checked in") == 0 ? STYLE_GOOD : STYLE_NORMAL;
}

/* What else is to be said of a duty. */
static void remark(const struct roster *x, const struct banshi_roster_duty *d, char *ret, size_t size)
{
    char time[16];
    size_t used = 0;
    ret[0] = '\0';
    if (changed(x, d))
        used += (size_t)snprintf(ret, size, _("* published: %s"), d->published_name[0] ? d->published_name : _("hole"));
    used = used < size ? used : size - 1;
    if (used && (d->cause[0] || d->instead_of[0] || d->checked_in_at))
        used += (size_t)snprintf(ret + used, size - used, "  ");
    if (!roster_name(x, d)[0] && d->cause[0])
        snprintf(ret + used, size - used, _("Cause: %s"), _(d->cause));
    else if (d->instead_of[0])
        snprintf(ret + used, size - used, _("instead of %s"), d->instead_of);
    else if (d->checked_in_at)
        snprintf(ret + used, size - used, _("came at %s"), clock_text(d->checked_in_at, time));
    if (d->override[0]) {
        used = strlen(ret);
        snprintf(ret + used, size - used, _("%sOverride: %s"), used ? "  " : "", d->override);
    }
}

/* Lists -------------------------------------------------------------------------------------------------------- */

static void draw_line(const struct roster *x, const struct banshi_roster_duty *d, struct area area, int row,
                      bool selected)
{
    char day[32], more[256];
    int col = 1, wide = area.cols > 110 ? 10 : 0;
    enum style style = selected ? STYLE_SELECTED : STYLE_NORMAL, own = selected ? style : duty_style(x, d);
    const char *name = roster_name(x, d);
    paint_cell(area, row, 0, area.cols, style, "");
    if (x->view == ROSTER_MINE) {
        snprintf(day, sizeof day, "%02d-%02d %s", d->day / 100 % 100, d->day % 100, weekday_text(d->day));
        paint_cell(area, row, col, 11, style, day);
        col += 12;
    }
    paint_cell(area, row, col, LABEL, style, d->counter_label);
    paint_cell(area, row, col + 9, 14 + wide, style, d->counter_name);
    col += 24 + wide;
    paintf(area_part(area, row, col, 1, 11), 0, 0, style, "%s–%s", d->opens, d->closes);
    paint_cell(area, row, col + 12, 12, own, name[0] ? name : _("hole"));
    paint_cell(area, row, col + 25, 9, own, _(d->state));
    remark(x, d, more, sizeof more);
    paint_cell(area, row, col + 35, area.cols - col - 36, own, more);
}

static void draw_list(const struct roster *x, struct area area)
{
    size_t top = list_top(&x->list, area.rows);
    for (int r = 0; x->duties && r < area.rows && top + (size_t)r < x->list.count; r++)
        draw_line(x, banshi_row(struct banshi_roster_duty, x->duties, top + (size_t)r), area, r,
                  top + (size_t)r == x->list.selected);
    if (!x->duties)
        paint(area, 0, 1, STYLE_WEAK, "…");
    else if (!x->list.count)
        paint(area, 0, 1, STYLE_WEAK, x->view == ROSTER_MINE ? _("You have no duties") : _("No duties on this day"));
}

/* Tables ------------------------------------------------------------------------------------------------------- */

/* As much of a name as fits, in whole characters, and a star after it when it is not published yet. */
static void draw_cell(const struct roster *x, const struct banshi_roster_duty *d, struct area area, int row, int col,
                      int width, bool selected)
{
    char text[128];
    const char *name = roster_name(x, d);
    if (!name[0])
        name = _("hole");
    size_t bytes = text_clip(name, width - 1, NULL);
    snprintf(text, sizeof text, "%.*s%s", (int)bytes, name, changed(x, d) ? "*" : "");
    paint_cell(area, row, col, width, selected ? STYLE_SELECTED : duty_style(x, d), text);
}

static void draw_grid(const struct roster *x, struct area area)
{
    const struct roster_grid *g = &x->grid;
    int room = area.cols - LABEL - 2, width = g->columns ? room / (int)g->columns : room, rows = area.rows - 2;
    width = width < 3 ? 3 : width > 14 ? 14 : width;
    size_t fits = (size_t)(room / width), left = g->column < fits ? 0 : g->column - fits + 1;
    struct list lines = {g->lines, g->line};
    size_t top = list_top(&lines, rows);
    for (size_t c = left; c < g->columns && c < left + fits; c++) {
        int col = LABEL + 1 + (int)(c - left) * width;
        enum style style = g->days[c] == x->today ? STYLE_STRONG : STYLE_LABEL;
        char day[16];
        if (width > 6)
            snprintf(day, sizeof day, "%02d-%02d", g->days[c] / 100 % 100, g->days[c] % 100);
        else
            snprintf(day, sizeof day, "%02d", g->days[c] % 100);
        paint_cell(area, 0, col, width, style, day);
        char name[16];
        const char *whole = weekday_text(g->days[c]);
        if (width < 5 && (unsigned char)whole[0] >= 0x80)
            whole += 3; /* 周二 without 周 */
        snprintf(name, sizeof name, "%.*s", (int)text_clip(whole, width - 1, NULL), whole);
        paint_cell(area, 1, col, width, style, name);
    }
    for (int r = 0; r < rows && top + (size_t)r < g->lines; r++) {
        size_t line = top + (size_t)r;
        paint_cell(area, r + 2, 1, LABEL - 1, line == g->line ? STYLE_STRONG : STYLE_LABEL, g->labels[line]);
        for (size_t c = left; c < g->columns && c < left + fits; c++) {
            size_t cell = g->cells[line * g->columns + c];
            int col = LABEL + 1 + (int)(c - left) * width;
            bool selected = line == g->line && c == g->column;
            if (cell)
                draw_cell(x, banshi_row(struct banshi_roster_duty, x->duties, cell - 1), area, r + 2, col, width,
                          selected);
            else
                paint_cell(area, r + 2, col, width, selected ? STYLE_SELECTED : STYLE_WEAK, "·");
        }
    }
    if (!x->duties)
        paint(area, 0, 1, STYLE_WEAK, "…");
    else if (!g->lines)
        paint(area, 0, 1, STYLE_WEAK, _("There is no roster of these days"));
}

static void draw_detail(const struct roster *x, struct area area)
{
    const struct banshi_roster_duty *d = roster_chosen(x);
    char more[256];
    paint_rule(area, 0, "");
    if (!d)
        return;
    const char *name = roster_name(x, d);
    paintf(area, 1, 1, STYLE_STRONG, "%02d-%02d %s  %s %s  %s–%s  %s", d->day / 100 % 100, d->day % 100,
           weekday_text(d->day), d->counter_label, d->counter_name, d->opens, d->closes, name[0] ? name : _("hole"));
    remark(x, d, more, sizeof more);
    paintf(area, 2, 1, duty_style(x, d), "%s  %s", _(d->state), more);
}

/* All ---------------------------------------------------------------------------------------------------------- */

static size_t count(const struct roster *x, const char *state)
{
    size_t n = 0;
    for (size_t i = 0; x->duties && i < x->duties->count; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, x->duties, i);
        n += state ? strcmp(d->state, state) == 0 : !roster_name(x, d)[0];
    }
    return n;
}

/* What is shown, and how it stands. */
static void heading(const struct roster *x, char *ret, size_t size)
{
    const struct banshi_roster *r = roster_month(x);
    char state[64], day[16];
    banshi_date first, last;
    roster_period(x, &first, &last);
    if (!r || r->version == 0)
        snprintf(state, sizeof state, "%s", r ? _("draft") : "");
    else
        snprintf(state, sizeof state, _("version %d"), (int)r->version);
    size_t holes = count(x, NULL);
    if (x->view == ROSTER_TODAY)
        snprintf(ret, size, _("%s %s · on duty %zu · there %zu · late %zu · missing %zu · holes %zu"),
                 day_text(x->day, day), weekday_text(x->day), x->duties ? x->duties->count : 0,
                 count(x, "checked in") + count(x, "late"), count(x, "late"), count(x, "not there"), holes);
    else if (x->view == ROSTER_MINE)
        snprintf(ret, size, _("My duties · %zu"), x->list.count);
    else if (x->view == ROSTER_WEEK)
        snprintf(ret, size, _("Week of %s · duties %zu · holes %zu · %s"), day_text(first, day),
                 x->duties ? x->duties->count : 0, holes, state);
    else
        snprintf(ret, size, _("%d-%02d · duties %zu · holes %zu · changes %d · %s"), x->day / 10000, x->day / 100 % 100,
                 x->duties ? x->duties->count : 0, holes, x->leads && r ? (int)r->changes : 0, state);
}

/* At the right of the views: what waits for the person signed on. */
static void draw_waiting(const struct app *app, const struct roster *x, struct area area)
{
    static const enum context contexts[] = {CONTEXT_ROSTER, CONTEXT_LIST, CONTEXT_GLOBAL, CONTEXT_NONE};
    char text[128], label[KEY_LABEL_SIZE];
    size_t n = roster_swaps_waiting(x->swaps);
    if (!n)
        return;
    snprintf(text, sizeof text, _("! Swaps that wait for you: %zu (%s)"), n,
             key_label(keymap_shown(&app->keys, contexts, ACTION_SWAPS, false), label));
    paint(area, 0, area.cols - text_width(text) - 1, STYLE_WARN, text);
}

void roster_draw(const struct app *app, const void *state, struct area area)
{
    static const char *const names[] = {N_("Today"), N_("Week"), N_("Month table"), N_("Mine")};
    const struct roster *x = state;
    char title[256], text[64];
    int col = 1;
    for (int view = 0; view < ROSTER_VIEWS; view++) {
        bool chosen = view == (int)x->view;
        snprintf(text, sizeof text, chosen ? "[%s]" : " %s ", _(names[view]));
        col += paint(area, 0, col, chosen ? STYLE_TITLE : STYLE_NORMAL, text) + 1;
    }
    draw_waiting(app, x, area);
    heading(x, title, sizeof title);
    paint_rule(area, 1, title);
    struct area part = area_part(area, 2, 0, area.rows - 2, area.cols);
    struct area above = area_part(part, 0, 0, part.rows - DETAIL, part.cols);
    if (roster_is_grid(x))
        draw_grid(x, above);
    else
        draw_list(x, above);
    draw_detail(x, area_part(part, part.rows - DETAIL, 0, DETAIL, part.cols));
}
