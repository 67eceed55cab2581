/* SPDX-License-Identifier: MIT */
/* The roster's picture: today at a glance, a table of a week or a month, one's own duties. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "roster.h"
#include "say.h"
#include "kit/text.h"

enum { LABEL = 8 };

static bool changed(const struct roster *x, const struct banshi_roster_duty *d)
{
    const struct banshi_roster *r = roster_month(x);
    return x->lists.rank >= RANK_LEAD && d->staff != d->published && r && r->version > 0;
}

enum style roster_style(const void *state, const void *duty)
{
    const struct roster *x = state;
    const struct banshi_roster_duty *d = duty;
    if (!roster_name(x, d)[0] || strcmp(d->state, "not there") == 0 || strcmp(d->state, "absent") == 0)
        return STYLE_BAD;
    if (strcmp(d->state, "late") == 0 || strcmp(d->state, "expected") == 0 || changed(x, d))
        return STYLE_WARN;
    return strcmp(d->state, "checked in") == 0 ? STYLE_GOOD : STYLE_NORMAL;
}

const char *roster_remark(const void *state, const void *duty, char room[CELL_SIZE])
{
    const struct roster *x = state;
    const struct banshi_roster_duty *d = duty;
    char before[128] = "", rest[384];
    if (changed(x, d))
        snprintf(before, sizeof before, _("* published: %s  "), d->published_name[0] ? d->published_name : _("vacant"));
    say(&banshi_roster_duty_shape,
        roster_name(x, d)[0] || !d->cause[0]
            ? _("[instead of {instead_of}  ][{!instead_of?}came at {checked_in_at}  ][Override: {override}]")
            : _("Cause: {cause:word}[  Override: {override}]"),
        d, rest, sizeof rest);
    snprintf(room, CELL_SIZE, "%s%s", before, rest);
    return room;
}

/* Tables ------------------------------------------------------------------------------------------------------- */

/* As much of a name as fits, in whole characters, and a star after it when it is not published yet. */
static void draw_cell(const struct roster *x, const struct banshi_roster_duty *d, struct area area, int row, int col,
                      int width, bool selected)
{
    char text[128];
    const char *name = roster_name(x, d);
    if (!name[0]) /* a word that is cut is none */
        name = text_width(_("vacant")) < width ? _("vacant") : _("--");
    size_t bytes = text_clip(name, width - 1, NULL);
    snprintf(text, sizeof text, "%.*s%s", (int)bytes, name, changed(x, d) ? "*" : "");
    paint_cell(area, row, col, width, selected ? STYLE_SELECTED : roster_style(x, d), text);
}

static void draw_grid(const struct roster *x, struct area area)
{
    const struct roster_grid *g = &x->grid;
    int room = area.cols - LABEL - 2, width = g->columns ? room / (int)g->columns : room, rows = area.rows - 2;
    width = width < 3 ? 3 : width > 14 ? 14 : width;
    size_t fits = (size_t)(room / width), left = g->column < fits ? 0 : g->column - fits + 1;
    struct lines lines = {g->lines, g->line};
    size_t top = lines_top(&lines, rows);
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
        const char *whole = weekday_text(day_weekday(g->days[c]));
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
                draw_cell(x, banshi_row(struct banshi_roster_duty, list_rows(x, 0), cell - 1), area, r + 2, col, width,
                          selected);
            else
                paint_cell(area, r + 2, col, width, selected ? STYLE_SELECTED : STYLE_WEAK, "·");
        }
    }
    if (!list_rows(x, 0))
        paint(area, 0, 1, STYLE_WEAK, "…");
    else if (!g->lines)
        paint(area, 0, 1, STYLE_WEAK, _("There is no roster of these days"));
}

/* All ---------------------------------------------------------------------------------------------------------- */

static size_t count(const struct roster *x, const char *state)
{
    size_t n = 0;
    const struct banshi_rows *duties = list_rows(x, 0);
    for (size_t i = 0; duties && i < duties->count; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, duties, i);
        n += state ? strcmp(d->state, state) == 0 : !roster_name(x, d)[0];
    }
    return n;
}

void roster_heading(const void *state, char *ret, size_t size)
{
    const struct roster *x = state;
    const struct banshi_rows *duties = list_rows(x, 0);
    size_t all = duties ? duties->count : 0;
    const struct banshi_roster *r = roster_month(x);
    char stands[64], day[16];
    banshi_date first, last;
    roster_period(x, &first, &last);
    if (!r || r->version == 0)
        snprintf(stands, sizeof stands, "%s", r ? _("draft") : "");
    else
        snprintf(stands, sizeof stands, _("version %d"), (int)r->version);
    size_t vacancies = count(x, NULL);
    if (x->view == ROSTER_TODAY)
        snprintf(ret, size, _("%s %s · on duty %zu · there %zu · late %zu · missing %zu · vacancies %zu"),
                 day_text(x->day, day), weekday_text(day_weekday(x->day)), all,
                 count(x, "checked in") + count(x, "late"), count(x, "late"), count(x, "not there"), vacancies);
    else if (x->view == ROSTER_MINE)
        snprintf(ret, size, _("My duties · %zu"), all);
    else if (x->view == ROSTER_WEEK)
        snprintf(ret, size, _("Week of %s · duties %zu · vacancies %zu · %s"), day_text(first, day), all, vacancies,
                 stands);
    else
        snprintf(ret, size, _("%d-%02d · duties %zu · vacancies %zu · changes %d · %s"), x->day / 10000,
                 x->day / 100 % 100, all, vacancies, x->lists.rank >= RANK_LEAD && r ? (int)r->changes : 0, stands);
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
    char text[64];
    int col = 1;
    for (int view = 0; view < ROSTER_VIEWS; view++) {
        bool chosen = view == (int)x->view;
        snprintf(text, sizeof text, chosen ? "[%s]" : " %s ", _(names[view]));
        col += paint(area, 0, col, chosen ? STYLE_TITLE : STYLE_NORMAL, text) + 1;
    }
    draw_waiting(app, x, area);
    area = area_part(area, 1, 0, area.rows - 1, area.cols);
    if (!roster_is_grid(x)) {
        list_draw(app, x, area);
        return;
    }
    const struct banshi_roster_duty *d = roster_chosen(x);
    char title[256], detail[1024] = "";
    if (d)
        roster_views[0].detail(x, d, detail, sizeof detail);
    roster_heading(x, title, sizeof title);
    paint_rule(area, 0, title);
    area = area_part(area, 1, 0, area.rows - 1, area.cols);
    size_t head = strcspn(detail, "\n");
    snprintf(title, sizeof title, "%.*s", (int)head, detail);
    draw_grid(x, paint_detail(area, 1, title, detail[head] ? detail + head + 1 : ""));
}
