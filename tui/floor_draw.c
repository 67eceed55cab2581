/* SPDX-License-Identifier: MIT */
/* The floor's picture: one line of everything, what is wrong, then counters, queues, duty and extended hours, one at a time or
 * side by side, and what there is to say about the line in hand. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "floor.h"
#include "i18n.h"
#include "kit/text.h"

enum { WIDE = 120, COUNTERS_WIDE = 80, DETAIL_ROWS = 3 };

static enum style light_style(const char *light)
{
    return strcmp(light, "red") == 0 ? STYLE_BAD : strcmp(light, "yellow") == 0 ? STYLE_WARN : STYLE_GOOD;
}

static enum style line_style(const struct floor *f, enum floor_pane pane, size_t i, enum style otherwise)
{
    if (i != f->panes[pane].list.selected)
        return otherwise;
    return pane == f->pane ? STYLE_SELECTED : otherwise;
}

static const char *minutes_text(banshi_time since, char ret[32])
{
    ret[0] = '\0';
    if (since)
        snprintf(ret, 32, _("%d min"), minutes_since(since));
    return ret;
}

/* One line of everything ----------------------------------------------------------------------------------------- */

static void draw_summary(const struct floor *f, struct area area)
{
    const struct banshi_rows *counters = f->panes[FLOOR_COUNTERS].rows, *queues = f->panes[FLOOR_QUEUES].rows;
    const struct banshi_floor *l = f->floor && f->floor->count ? banshi_row(struct banshi_floor, f->floor, 0) : NULL;
    int open = 0, paused = 0, waiting = 0;
    char until[16];
    for (size_t i = 0; counters && i < counters->count; i++) {
        const char *state = banshi_row(struct banshi_floor_counter, counters, i)->state;
        open += strcmp(state, "open") == 0;
        paused += strcmp(state, "paused") == 0;
    }
    for (size_t i = 0; queues && i < queues->count; i++)
        waiting += (int)banshi_row(struct banshi_floor_queue, queues, i)->waiting;
    int col = 1 + paintf(area, 0, 1, STYLE_NORMAL, _("Counters %zu: %d open, %d paused   Waiting %d"),
                         counters ? counters->count : 0, open, paused, waiting);
    if (!l)
        return;
    if (l->overdue)
        col += paintf(area, 0, col, STYLE_BAD, _("   Overdue %d"), (int)l->overdue);
    if (l->due_today)
        col += paintf(area, 0, col, STYLE_WARN, _("   Due today %d"), (int)l->due_today);
    if (l->until && day_of(l->until) == day_of(time_now()))
        paintf(area, 0, col, STYLE_NORMAL, _("   %s until %s"), _(l->session), clock_text(l->until, until));
    else
        paintf(area, 0, col, STYLE_NORMAL, "   %s", _(l->session));
}

/* What is wrong -------------------------------------------------------------------------------------------------- */

/* When a duty is: today's by its hours, another by its day as well. */
static const char *duty_time(const struct banshi_floor_duty *d, char ret[32])
{
    if (d->today)
        snprintf(ret, 32, "%s–%s", d->opens, d->closes);
    else
        snprintf(ret, 32, "%02d-%02d %s", d->day / 100 % 100, d->day % 100, d->opens);
    return ret;
}

static void duty_words(const struct floor *f, const struct banshi_floor_alert *a, char *ret, size_t size)
{
    const struct banshi_rows *duties = f->panes[FLOOR_DUTIES].rows;
    char time[32];
    for (size_t i = 0; duties && i < duties->count; i++) {
        const struct banshi_floor_duty *d = banshi_row(struct banshi_floor_duty, duties, i);
        if (d->id == a->duty)
            snprintf(ret, size, _("%s %s, %s: %s"), a->subject, d->kind_name, duty_time(d, time),
                     a->detail[0] ? _(a->detail) : "—");
    }
}

static void alert_words(const struct floor *f, const struct banshi_floor_alert *a, char *ret, size_t size)
{
    int minutes = (int)a->minutes, count = (int)a->count;
    if (a->queue && strcmp(a->kind, "no counter open") == 0)
        snprintf(ret, size, _("%s %s: %d wait and no counter is open, the first since %d min"), a->subject, a->detail,
                 count, minutes);
    else if (a->queue)
        snprintf(ret, size, _("%s %s: %d wait, the first since %d min"), a->subject, a->detail, count, minutes);
    else if (a->duty)
        duty_words(f, a, ret, size);
    else if (strcmp(a->kind, "incident") == 0)
        snprintf(ret, size, _("%s: %s (%d min)"), a->subject, a->detail, minutes);
    else if (a->counter)
        snprintf(ret, size, _("%s %s: has called nobody for %d min, %d wait"), a->subject, a->detail, minutes, count);
    else
        snprintf(ret, size, _("%d cases"), count);
}

static void draw_alert(const struct floor *f, size_t i, struct area area, int r)
{
    const struct banshi_floor_alert *a = floor_line(f, FLOOR_ALERTS, i);
    enum style style = line_style(f, FLOOR_ALERTS, i, STYLE_NORMAL);
    char text[512] = "";
    alert_words(f, a, text, sizeof text);
    paint_cell(area, r, 0, area.cols, style, "");
    paint_cell(area, r, 1, 6, style == STYLE_NORMAL ? light_style(a->light) : style, _(a->light));
    paint_cell(area, r, 8, 16, style == STYLE_NORMAL ? STYLE_STRONG : style, _(a->kind));
    paint_cell(area, r, 25, area.cols - 26, style, text);
}

/* Counters ------------------------------------------------------------------------------------------------------- */

static void head_counters(struct area area, int r)
{
    paint_cell(area, r, 1, 10, STYLE_LABEL, _("Counter"));
    paint_cell(area, r, 12, 8, STYLE_LABEL, _("Staff"));
    paint_cell(area, r, 21, 6, STYLE_LABEL, _("State"));
    paint_cell(area, r, 28, 8, STYLE_LABEL, _("Since"));
    paint_cell(area, r, 37, 20, STYLE_LABEL, _("In hand"));
    paint_right(area, r, 57, 7, STYLE_LABEL, _("Waiting"));
    paint_cell(area, r, 66, area.cols - 67, STYLE_LABEL, _("Note"));
}

static void draw_counter(const struct floor *f, size_t i, struct area area, int r)
{
    const struct banshi_floor_counter *c = floor_line(f, FLOOR_COUNTERS, i);
    bool closed = strcmp(c->state, "closed") == 0, paused = strcmp(c->state, "paused") == 0;
    int idle = (int)banshi_floor_idle(c, time_now());
    enum style style = line_style(f, FLOOR_COUNTERS, i, closed ? STYLE_WEAK : STYLE_NORMAL);
    enum style note = style == STYLE_NORMAL ? idle || c->incident ? STYLE_BAD : STYLE_WARN : style;
    char since[16], text[320], minutes[32];
    paint_cell(area, r, 0, area.cols, style, "");
    paint_cell(area, r, 1, 10, style, c->label);
    paint_cell(area, r, 12, 8, style, c->staff_name);
    paint_cell(area, r, 21, 6, paused ? note : style, _(c->state));
    paint_cell(area, r, 28, 8, style, closed ? "" : clock_text(c->since, since));
    if (c->ticket[0])
        snprintf(text, sizeof text, "%s %s %s", c->ticket, _(c->ticket_state), minutes_text(c->ticket_at, minutes));
    paint_cell(area, r, 37, 20, style, c->ticket[0] ? text : "");
    snprintf(text, sizeof text, "%d", (int)c->waiting);
    paint_right(area, r, 57, 7, style, c->waiting ? text : "");
    bool held = paused || (closed && c->by_name[0]); /* a closed counter that is still paused from the floor */
    if (c->incident)
        snprintf(text, sizeof text, "! %s", _("incident"));
    else if (idle)
        snprintf(text, sizeof text, _("! %d min"), idle);
    else if (c->unread)
        snprintf(text, sizeof text, _("%d unread"), (int)c->unread);
    else
        snprintf(text, sizeof text, "%s", held ? c->reason : "");
    paint_cell(area, r, 66, area.cols - 67, note, text);
}

static void detail_counter(const void *line, struct area area)
{
    const struct banshi_floor_counter *c = line;
    char since[16];
    paintf(area, 0, 1, STYLE_STRONG, "%s %s · %s%s%s  %s", c->label, c->name, c->department, c->zone[0] ? " · " : "",
           c->zone, c->staff_name);
    if (c->unread)
        paintf(area_part(area, 0, area.cols - 20, 1, 20), 0, 0, STYLE_WARN, _("%d unread"), (int)c->unread);
    int col = 1 + paintf(area, 1, 1, STYLE_NORMAL, _("%s since %s"), _(c->state), clock_text(c->since, since));
    if (c->by_name[0])
        col += paintf(area, 1, col, STYLE_NORMAL,
                      strcmp(c->state, "closed") == 0 ? _(", still paused by %s") : _(" by %s"), c->by_name);
    if (c->reason[0])
        col += paintf(area, 1, col, STYLE_NORMAL, "%s%s", _(": "), c->reason);
    paintf(area, 1, col, STYLE_NORMAL, _("   Queues %s"), c->queues);
}

/* Queues --------------------------------------------------------------------------------------------------------- */

static void head_queues(struct area area, int r)
{
    paint_cell(area, r, 1, 6, STYLE_LABEL, _("Light"));
    paint_cell(area, r, 8, area.cols - 32, STYLE_LABEL, _("Queue"));
    paint_right(area, r, area.cols - 23, 7, STYLE_LABEL, _("Waiting"));
    paint_right(area, r, area.cols - 15, 8, STYLE_LABEL, _("Longest"));
    paint_right(area, r, area.cols - 6, 5, STYLE_LABEL, _("Open"));
}

static void draw_queue(const struct floor *f, size_t i, struct area area, int r)
{
    const struct banshi_floor_queue *q = floor_line(f, FLOOR_QUEUES, i);
    const char *light = banshi_floor_light(q, time_now());
    enum style style = line_style(f, FLOOR_QUEUES, i, STYLE_NORMAL);
    char text[128], minutes[32];
    paint_cell(area, r, 0, area.cols, style, "");
    paint_cell(area, r, 1, 6, style == STYLE_NORMAL ? light_style(light) : style, _(light));
    snprintf(text, sizeof text, "%-3s %s", q->code, q->name);
    paint_cell(area, r, 8, area.cols - 32, style, text);
    snprintf(text, sizeof text, "%d", (int)q->waiting);
    paint_right(area, r, area.cols - 23, 7, style, text);
    paint_right(area, r, area.cols - 15, 8, style, q->waiting ? minutes_text(q->oldest_at, minutes) : "");
    snprintf(text, sizeof text, q->paused ? "%d+%d" : "%d", (int)q->open, (int)q->paused);
    paint_right(area, r, area.cols - 6, 5, style, text);
}

static void detail_queue(const void *line, struct area area)
{
    const struct banshi_floor_queue *q = line;
    paintf(area, 0, 1, STYLE_STRONG, _("%s %s · %d open, %d paused · yellow from %d min, red from %d min"), q->code,
           q->name, (int)q->open, (int)q->paused, (int)q->wait_warn, (int)q->wait_limit);
    paintf(area, 1, 1, STYLE_NORMAL, _("Counters %s"), q->counters);
}

/* Duty, extended hours ------------------------------------------------------------------------------------------- */

static enum style duty_style(const char *state)
{
    return strcmp(state, "hole") == 0 || strcmp(state, "not there") == 0  ? STYLE_BAD
           : strcmp(state, "expected") == 0 || strcmp(state, "late") == 0 ? STYLE_WARN
           : strcmp(state, "checked in") == 0                             ? STYLE_GOOD
                                                                          : STYLE_NORMAL;
}

static void head_duties(struct area area, int r)
{
    paint_cell(area, r, 1, 11, STYLE_LABEL, _("Time"));
    paint_cell(area, r, 13, 10, STYLE_LABEL, _("State"));
    paint_cell(area, r, 24, 10, STYLE_LABEL, _("Counter"));
    paint_cell(area, r, 35, area.cols - 36, STYLE_LABEL, _("Staff"));
}

static void draw_duty(const struct floor *f, size_t i, struct area area, int r)
{
    const struct banshi_floor_duty *d = floor_line(f, FLOOR_DUTIES, i);
    enum style style = line_style(f, FLOOR_DUTIES, i, STYLE_NORMAL);
    char time[32];
    paint_cell(area, r, 0, area.cols, style, "");
    paint_cell(area, r, 1, 11, style, duty_time(d, time));
    paint_cell(area, r, 13, 10, style == STYLE_NORMAL ? duty_style(d->state) : style, _(d->state));
    paint_cell(area, r, 24, 10, style, d->counter_label);
    paint_cell(area, r, 35, area.cols - 36, style,
               d->staff_name[0] ? d->staff_name : _(d->cause[0] ? d->cause : "hole"));
}

static void detail_duty(const void *line, struct area area)
{
    const struct banshi_floor_duty *d = line;
    char time[32];
    paintf(area, 0, 1, STYLE_STRONG, "%s · %s · %s  %s  %s", d->kind_name, d->counter_label, duty_time(d, time),
           d->staff_name, _(d->state));
    if (d->instead_of[0])
        paintf(area, 1, 1, STYLE_NORMAL, _("Instead of %s"), d->instead_of);
    else if (d->cause[0])
        paint(area, 1, 1, STYLE_NORMAL, _(d->cause));
}

static void head_visits(struct area area, int r)
{
    paint_cell(area, r, 1, 6, STYLE_LABEL, _("Number"));
    paint_cell(area, r, 8, 10, STYLE_LABEL, _("Counter"));
    paint_cell(area, r, 19, 8, STYLE_LABEL, _("Staff"));
    paint_cell(area, r, 28, 14, STYLE_LABEL, _("Since"));
    paint_cell(area, r, 43, area.cols - 44, STYLE_LABEL, _("Item"));
}

static void draw_visit(const struct floor *f, size_t i, struct area area, int r)
{
    const struct banshi_extension *x = floor_line(f, FLOOR_VISITS, i);
    enum style style = line_style(f, FLOOR_VISITS, i, STYLE_NORMAL);
    char since[16], time[48];
    snprintf(time, sizeof time, _("%s, %d min"), clock_text(x->started_at, since), minutes_since(x->started_at));
    paint_cell(area, r, 0, area.cols, style, "");
    paint_cell(area, r, 1, 6, style, x->number);
    paint_cell(area, r, 8, 10, style, x->counter_label);
    paint_cell(area, r, 19, 8, style, x->staff_name);
    paint_cell(area, r, 28, 14, style, time);
    paint_cell(area, r, 43, area.cols - 44, style, x->item_name[0] ? x->item_name : x->queue_name);
}

static void detail_visit(const void *line, struct area area)
{
    const struct banshi_extension *x = line;
    paintf(area, 0, 1, STYLE_STRONG, "%s · %s · %s  %s  %s", x->number, x->queue_name, x->department, x->counter_label,
           x->staff_name);
    paint(area, 1, 1, STYLE_NORMAL, _(x->reason));
}

/* Putting it together -------------------------------------------------------------------------------------------- */

static const struct {
    const char *name, *none;
    void (*head)(struct area area, int r);
    void (*line)(const struct floor *f, size_t i, struct area area, int r);
    void (*detail)(const void *line, struct area area);
} parts[FLOOR_PANES] = {
    [FLOOR_ALERTS] = {N_("Alerts"), N_("Nothing is wrong"), NULL, draw_alert, NULL},
    [FLOOR_COUNTERS] = {N_("Counters"), N_("Nothing to show"), head_counters, draw_counter, detail_counter},
    [FLOOR_QUEUES] = {N_("Queues"), N_("Nothing to show"), head_queues, draw_queue, detail_queue},
    [FLOOR_DUTIES] = {N_("Lunch duty"), N_("No duty is planned"), head_duties, draw_duty, detail_duty},
    [FLOOR_VISITS] = {N_("Extended hours"), N_("No visit after closing time"), head_visits, draw_visit, detail_visit},
};

static void draw_lines(const struct floor *f, enum floor_pane pane, struct area area)
{
    const struct floor_list *p = &f->panes[pane];
    int head = parts[pane].head && p->list.count;
    if (head)
        parts[pane].head(area, 0);
    area = area_part(area, head, 0, area.rows - head, area.cols);
    /* the worst is seen while something else is in hand */
    size_t top = pane == FLOOR_ALERTS && pane != f->pane ? 0 : list_top(&p->list, area.rows);
    for (int r = 0; r < area.rows && top + (size_t)r < p->list.count; r++)
        parts[pane].line(f, top + (size_t)r, area, r);
    if (!p->rows)
        paint(area, 0, 1, STYLE_WEAK, "…");
    else if (!p->list.count)
        paint(area, 0, 1, pane == FLOOR_ALERTS ? STYLE_GOOD : STYLE_WEAK, _(parts[pane].none));
}

static void part_title(const struct floor *f, enum floor_pane pane, char ret[128])
{
    const struct floor_list *p = &f->panes[pane];
    bool some = (pane == FLOOR_COUNTERS || pane == FLOOR_QUEUES) && p->rows && p->rows->count != p->list.count;
    char count[64];
    snprintf(count, sizeof count, some ? "%zu/%zu" : "%zu", p->list.count, p->rows ? p->rows->count : 0);
    snprintf(ret, 128, pane == f->pane ? "[%s %s]" : "%s %s", _(parts[pane].name), count);
}

static void draw_part(const struct floor *f, enum floor_pane pane, struct area area)
{
    char title[128];
    part_title(f, pane, title);
    paint_rule(area, 0, title);
    draw_lines(f, pane, area_part(area, 1, 0, area.rows - 1, area.cols));
}

/* One list, the others in its heading. */
static void draw_one(const struct floor *f, struct area area)
{
    char title[128];
    int col = 1;
    paint_rule(area, 0, "");
    for (int pane = FLOOR_COUNTERS; pane < FLOOR_PANES; pane++) {
        part_title(f, (enum floor_pane)pane, title);
        paint(area, 0, col++, STYLE_NORMAL, " ");
        col += paint(area, 0, col, pane == (int)f->below ? STYLE_TITLE : STYLE_NORMAL, title);
        paint(area, 0, col++, STYLE_NORMAL, " ");
    }
    draw_lines(f, f->below, area_part(area, 1, 0, area.rows - 1, area.cols));
}

/* The counters, and beside them the rest. */
static void draw_all(const struct floor *f, struct area area)
{
    int right = area.cols - COUNTERS_WIDE - 1, visits = (int)f->panes[FLOOR_VISITS].list.count + 2;
    if (visits > area.rows / 3)
        visits = area.rows / 3;
    int half = (area.rows - visits) / 2;
    int tops[] = {0, half, area.rows - visits, area.rows};
    draw_part(f, FLOOR_COUNTERS, area_part(area, 0, 0, area.rows, COUNTERS_WIDE));
    for (int i = 0; i < 3; i++)
        draw_part(f, (enum floor_pane)(FLOOR_QUEUES + i),
                  area_part(area, tops[i], COUNTERS_WIDE + 1, tops[i + 1] - tops[i], right));
}

/* The line in hand; of an alert, what it is about. */
static void draw_detail(const struct floor *f, struct area area)
{
    const struct banshi_floor_alert *a = f->pane == FLOOR_ALERTS ? floor_selected(f, FLOOR_ALERTS) : NULL;
    enum floor_pane pane = !a           ? f->pane
                           : a->duty    ? FLOOR_DUTIES
                           : a->queue   ? FLOOR_QUEUES
                           : a->counter ? FLOOR_COUNTERS
                                        : FLOOR_ALERTS;
    const void *line = a ? floor_find(f, pane,
                                      a->duty    ? a->duty
                                      : a->queue ? a->queue
                                                 : a->counter)
                         : floor_selected(f, pane);
    paint_rule(area, 0, "");
    if (line && parts[pane].detail)
        parts[pane].detail(line, area_part(area, 1, 0, area.rows - 1, area.cols));
}

void floor_draw(const struct app *app, const void *state, struct area area)
{
    const struct floor *f = state;
    (void)app;
    int count = (int)f->panes[FLOOR_ALERTS].list.count, most = f->pane == FLOOR_ALERTS ? area.rows / 2 : area.rows / 5;
    int alerts = 1 + (count < 1 ? 1 : count < most ? count : most);
    draw_summary(f, area_part(area, 0, 0, 1, area.cols));
    draw_part(f, FLOOR_ALERTS, area_part(area, 1, 0, alerts, area.cols));
    struct area rest = area_part(area, 1 + alerts, 0, area.rows - 1 - alerts - DETAIL_ROWS, area.cols);
    if (area.cols < WIDE)
        draw_one(f, rest);
    else
        draw_all(f, rest);
    draw_detail(f, area_part(area, area.rows - DETAIL_ROWS, 0, DETAIL_ROWS, area.cols));
}
