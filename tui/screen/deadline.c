/* SPDX-License-Identifier: MIT */
/* What is due on cases, what is wrong first: overdue, due today, at risk, provisional. Licensing Law art. 32 (4), 42, 44, 45. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "export.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"

enum { MOST = 1000, URGENCIES = 4, TAG_FILTER = 1 };

struct deadlines {
    const struct banshi_rows *rows;
    size_t *matches; /* indices of the rows that are shown */
    size_t counts[URGENCIES];
    struct list list;
    bool mine;
    int only; /* 0: all, else the urgency's number + 1 */
    char filter[128];
};

static const struct {
    const char *name, *letter;
    enum style style;
} urgencies[URGENCIES] = {
    /* one letter each, all different: colours alone say nothing */
    {"overdue", N_("urgency|O"), STYLE_BAD},
    {"today", N_("urgency|T"), STYLE_WARN},
    {"risk", N_("urgency|R"), STYLE_STRONG},
    {"provisional", N_("urgency|P"), STYLE_WEAK},
};

static const struct banshi_deadline *row(const struct deadlines *s, size_t i)
{
    return banshi_row(struct banshi_deadline, s->rows, i);
}

static int urgency_of(const struct banshi_deadline *d)
{
    for (int i = 0; i < URGENCIES; i++)
        if (strcmp(d->urgency, urgencies[i].name) == 0)
            return i;
    return URGENCIES - 1;
}

static const char *letter_of(int urgency)
{
    const char *word = _(urgencies[urgency].letter), *bar = strchr(word, '|');
    return bar ? bar + 1 : word;
}

/* What is shown ------------------------------------------------------------------------------------------------- */

static bool matches(const struct deadlines *s, const struct banshi_deadline *d)
{
    const char *const texts[] = {d->applicant_name, d->item_name, d->number, d->staff_name, d->department};
    if (s->only && urgency_of(d) != s->only - 1)
        return false;
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++)
        if (!s->filter[0] || banshi_pinyin_find(texts[i], s->filter) >= 0)
            return true;
    return false;
}

static void apply(struct deadlines *s)
{
    size_t n = 0;
    memset(s->counts, 0, sizeof s->counts);
    for (size_t i = 0; s->rows && i < s->rows->count && s->matches; i++) {
        s->counts[urgency_of(row(s, i))]++;
        if (matches(s, row(s, i)))
            s->matches[n++] = i;
    }
    list_resize(&s->list, n);
}

static void on_list(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct deadlines *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    size_t *room = realloc(s->matches, (rows->count + 1) * sizeof *room);
    if (!room)
        return;
    s->matches = room;
    keep_rows(&s->rows, rows);
    apply(s);
}

static void read_again(struct app *app, struct deadlines *s)
{
    app_watch(app, s, on_list, banshi_deadline_list, s->mine, MOST);
}

/* Whom nobody told is accepted by law from now on, also when the day began without anybody signing on. */
static void on_swept(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (error->code == 0 && rows->count && banshi_row(struct banshi_swept, rows, 0)->cases > 0)
        app_say(app, STYLE_WARN, _("%d cases count as accepted: nobody was told within five working days"),
                (int)banshi_row(struct banshi_swept, rows, 0)->cases);
    read_again(app, state);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    app_watch(app, state, on_swept, banshi_case_sweep, NULL);
}

static void event(struct app *app, void *state, int concept)
{
    if (concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_CASE || concept == BANSHI_CONCEPT_CALENDAR)
        read_again(app, state);
}

/* Acting -------------------------------------------------------------------------------------------------------- */

static void result(struct app *app, void *state, const struct result *r)
{
    struct deadlines *s = state;
    if (r->tag == TAG_FILTER && r->chosen) {
        snprintf(s->filter, sizeof s->filter, "%s", r->text);
        apply(s);
    }
    if (r->tag != TAG_FILTER)
        read_again(app, s);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct deadlines *s = state;
    switch (action) {
    case ACTION_OPEN_DEADLINE:
        if (s->list.count)
            app_open(app, "case_show", 0, &(struct record_start){.id = row(s, s->matches[s->list.selected])->case_id});
        return true;
    case ACTION_DEADLINE_FILTER:
        app_open(app, "prompt", TAG_FILTER,
                 &(struct question){_("Filter"), _("Applicant, item, number, clerk or pinyin initials; empty: all"),
                                    s->filter, 40});
        return true;
    case ACTION_DEADLINE_URGENCY:
        s->only = (s->only + 1) % (URGENCIES + 1);
        apply(s);
        return true;
    case ACTION_DEADLINE_MINE:
        s->mine = !s->mine;
        read_again(app, s);
        return true;
    case ACTION_DEADLINE_PRINT:
    case ACTION_DEADLINE_EXPORT:
        if (s->rows)
            app_open(app, "export", 0,
                     &(struct export_start){.title = _("Deadlines"),
                                            .name = _("deadlines"),
                                            .rows = s->rows,
                                            .print = action == ACTION_DEADLINE_PRINT});
        return true;
    default:
        return list_act(&s->list, action);
    }
}

/* The picture --------------------------------------------------------------------------------------------------- */

/* Working days: "3 d over", "today", "2 d left". */
static void left_words(const struct banshi_deadline *d, char *ret, size_t size)
{
    int n = (int)(d->remaining < 0 ? -d->remaining : d->remaining);
    if (strcmp(d->urgency, "overdue") == 0)
        snprintf(ret, size, _("%d d over"), n);
    else if (strcmp(d->urgency, "today") == 0)
        snprintf(ret, size, "%s", _("today"));
    else
        snprintf(ret, size, _("%d d left"), n);
}

static void draw_head(const struct deadlines *s, struct area area)
{
    char title[160];
    int col = 1;
    snprintf(title, sizeof title, "%s  %s%s%s", _("Deadlines"), s->mine ? _("mine") : _("all"),
             s->filter[0] ? "  /" : "", s->filter);
    paint_rule(area, 0, title);
    for (int i = 0; i < URGENCIES; i++) {
        bool shown = s->only == 0 || s->only == i + 1;
        enum style style = !shown || !s->counts[i] ? STYLE_WEAK : urgencies[i].style;
        col += paintf(area, 1, col, style, shown && s->only ? "[%s %s %zu]" : "%s %s %zu", letter_of(i),
                      _(urgencies[i].name), s->counts[i]);
        col += 3;
    }
    if (s->rows && s->rows->count == MOST)
        paintf(area, 1, col, STYLE_WARN, _("the nearest %d only"), MOST);
}

static void draw_line(const struct banshi_deadline *d, bool selected, struct area area, int r)
{
    char left[64], day[16];
    int urgency = urgency_of(d);
    enum style style = selected ? STYLE_SELECTED : STYLE_NORMAL;
    bool wide = area.cols >= 120;
    left_words(d, left, sizeof left);
    paint_cell(area, r, 0, area.cols, style, "");
    paint_cell(area, r, 1, 2, selected ? style : urgencies[urgency].style, letter_of(urgency));
    paint_cell(area, r, 4, 10, style, day_text(d->due, day));
    paint_cell(area, r, 15, 16, selected ? style : urgencies[urgency].style, left);
    paint_cell(area, r, 32, 10, style, _(d->duty));
    paint_cell(area, r, 43, wide ? 24 : area.cols - 43 - 10, style, d->applicant_name);
    if (wide) {
        paint_cell(area, r, 68, area.cols - 68 - 40, style, d->item_name);
        paint_cell(area, r, area.cols - 39, 16, style, d->department);
        paint_cell(area, r, area.cols - 22, 12, style, d->published ? "" : _("! calendar"));
    }
    paint_cell(area, r, area.cols - 9, 8, style, d->staff_name);
}

/* The selected line in full. */
static void detail_of(const struct banshi_deadline *d, char *ret, size_t size)
{
    snprintf(ret, size, "%s  %s%s\n%s\n%s\n%s", d->number, _(d->state),
             d->published ? "" : _("  ! calendar not published"), d->applicant_name, d->item_name, d->department);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct deadlines *s = state;
    char detail[1200];
    (void)app;
    draw_head(s, area);
    struct area lines = area_part(area, 2, 0, area.rows - 2, area.cols);
    if (s->rows && !s->list.count)
        paint(lines, 0, 1, STYLE_WEAK,
              s->rows->count ? _("Nothing matches") : _("Nothing is due within two working days"));
    if (!s->list.count)
        return;
    const struct banshi_deadline *chosen = row(s, s->matches[s->list.selected]);
    detail_of(chosen, detail, sizeof detail);
    lines = paint_detail(lines, 4, _(chosen->duty), detail);
    size_t top = list_top(&s->list, lines.rows);
    for (int r = 0; r < lines.rows && top + (size_t)r < s->list.count; r++)
        draw_line(row(s, s->matches[top + (size_t)r]), top + (size_t)r == s->list.selected, lines, r);
}

static void close(struct app *app, void *state)
{
    struct deadlines *s = state;
    (void)app;
    free(s->matches);
    banshi_rows_free(s->rows);
}

const struct screen screen_deadline = {
    .name = "deadline",
    .title = N_("Deadlines"),
    .contexts = {CONTEXT_DEADLINE, CONTEXT_LIST},
    .size = sizeof(struct deadlines),
    .open = open,
    .act = act,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
