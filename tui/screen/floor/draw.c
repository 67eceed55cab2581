/* SPDX-License-Identifier: MIT */
/* The floor's picture: one line of everything, what is wrong, then counters, queues, duty and extended hours, one at a time or
 * side by side, and what there is to say about the selected line. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "floor.h"
#include "i18n.h"
#include "kit/text.h"
#include "say.h"

enum { WIDE = 120, COUNTERS_WIDE = 80, DETAIL_ROWS = 3 };

/* One line of everything ----------------------------------------------------------------------------------------- */

static void draw_summary(const struct floor *f, struct area area)
{
    const struct banshi_rows *counters = list_rows(f, FLOOR_COUNTERS), *queues = list_rows(f, FLOOR_QUEUES);
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
        paintf(area, 0, col, STYLE_NORMAL, _("   %s until %s"), word_text(banshi_word_hours_session, l->session),
               clock_text(l->until, until));
    else
        paintf(area, 0, col, STYLE_NORMAL, "   %s", word_text(banshi_word_hours_session, l->session));
}

/* The selected line ----------------------------------------------------------------------------------------------- */

static const struct {
    const struct banshi_shape *shape;
    const char *says;
} details[FLOOR_PANES] = {
    [FLOOR_COUNTERS] = {&banshi_floor_counter_shape,
                        N_("{label} {name} · {department}[ · {zone}]  {staff_name}[  {unread} unread]\n"
                           "{state:word} since {since}[{!state=closed?} by {by_name}]"
                           "[{state=closed?}, still paused by {by_name}][: {reason}]   Queues {queues:names}")},
    [FLOOR_QUEUES] = {&banshi_floor_queue_shape,
                      N_("{code} {name} · {open:number} open, {paused:number} paused · yellow from {wait_warn} min, "
                         "red from {wait_limit} min\nCounters {counters:names}")},
    [FLOOR_DUTIES] = {&banshi_floor_duty_shape,
                      N_("{kind_name} · {counter_label} · [{today?}{opens}–{closes}][{!today?}{day:short} {opens}]  "
                         "{staff_name}  {state:word}\n[Instead of {instead_of}][{!instead_of?}{cause:word}]")},
    [FLOOR_VISITS] = {&banshi_extension_shape,
                      N_("{number} · {queue_name} · {department}  {counter_label}  {staff_name}\n{reason:word}")},
};

/* What an alert says, when that is cut in its line; false: it is not. */
static bool whole_alert(const struct floor *f, const void *alert, int cols, char room[CELL_SIZE])
{
    const struct table *t = &f->lists.panes[FLOOR_ALERTS].table;
    size_t last = t->shape->count - 1;
    int widths[TABLE_COLUMNS];
    table_layout(t, cols, widths);
    const char *text = table_text(t, last, alert, room);
    if (text != room)
        snprintf(room, CELL_SIZE, "%s", text);
    return text_width(room) > widths[last];
}

/* Of an alert, all that it says, or what it is about. */
static void draw_detail(const struct floor *f, struct area area)
{
    const struct banshi_floor_alert *a = f->lists.pane == FLOOR_ALERTS ? list_record(f) : NULL;
    size_t pane = !a           ? f->lists.pane
                  : a->duty    ? FLOOR_DUTIES
                  : a->queue   ? FLOOR_QUEUES
                  : a->counter ? FLOOR_COUNTERS
                               : FLOOR_ALERTS;
    int64_t about = !a ? 0 : a->duty ? a->duty : a->queue ? a->queue : a->counter;
    const void *line = a ? floor_find(f, (enum floor_pane)pane, about) : list_record(f);
    char text[1024] = "", alert[CELL_SIZE];
    if (a && whole_alert(f, a, area.cols, alert)) {
        paint_rule(area, 0, "");
        paint_wrap(area_part(area, 1, 1, area.rows - 1, area.cols - 2), 0, 0, STYLE_STRONG, alert);
        return;
    }
    if (line && details[pane].says)
        say(details[pane].shape, _(details[pane].says), line, text, sizeof text);
    size_t head = strcspn(text, "\n");
    paint_rule(area, 0, "");
    paintf(area, 1, 1, STYLE_STRONG, "%.*s", (int)head, text);
    paint(area, 2, 1, STYLE_NORMAL, text[head] ? text + head + 1 : "");
}

/* Putting it together -------------------------------------------------------------------------------------------- */

/* The counters, and beside them the rest. */
static void draw_all(const struct floor *f, struct area area)
{
    int right = area.cols - COUNTERS_WIDE - 1, visits = (int)f->lists.panes[FLOOR_VISITS].table.lines.count + 3;
    if (visits > area.rows / 3)
        visits = area.rows / 3;
    int half = (area.rows - visits) / 2;
    int tops[] = {0, half, area.rows - visits, area.rows};
    list_draw_pane(f, FLOOR_COUNTERS, area_part(area, 0, 0, area.rows, COUNTERS_WIDE));
    for (int i = 0; i < 3; i++)
        list_draw_pane(f, (size_t)(FLOOR_QUEUES + i),
                       area_part(area, tops[i], COUNTERS_WIDE + 1, tops[i + 1] - tops[i], right));
}

void floor_draw(const struct app *app, const void *state, struct area area)
{
    const struct floor *f = state;
    (void)app;
    int count = (int)f->lists.panes[FLOOR_ALERTS].table.lines.count,
        most = f->lists.pane == FLOOR_ALERTS ? area.rows / 2 : area.rows / 5;
    int alerts = 1 + (count < 1 ? 1 : count < most ? count : most);
    draw_summary(f, area_part(area, 0, 0, 1, area.cols));
    list_draw_pane(f, FLOOR_ALERTS, area_part(area, 1, 0, alerts, area.cols));
    struct area rest = area_part(area, 1 + alerts, 0, area.rows - 1 - alerts - DETAIL_ROWS, area.cols);
    if (area.cols < WIDE)
        list_draw_tabs(f, FLOOR_COUNTERS, FLOOR_VISITS, f->below, rest);
    else
        draw_all(f, rest);
    draw_detail(f, area_part(area, area.rows - DETAIL_ROWS, 0, DETAIL_ROWS, area.cols));
}
