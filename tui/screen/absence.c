/* SPDX-License-Identifier: MIT */
/* Who will not be there: leave, training, part-time work. Leads note them, others see their own. Norm 7.3. */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "write.h"

enum tag { TAG_NEW = 1, TAG_REMOVE };

struct absences {
    const struct banshi_rows *rows;
    struct list list;
    bool leads;
    struct write write;
    int64_t subject;
};

static const char *kind(const struct banshi_absence *a)
{
    return strcmp(a->kind, "part_time") == 0 ? _("part-time") : _(a->kind);
}

static const struct banshi_absence *line(const struct absences *s)
{
    return s->rows && s->list.selected < s->rows->count ? banshi_row(struct banshi_absence, s->rows, s->list.selected)
                                                        : NULL;
}

static void on_list(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct absences *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->rows, rows);
    list_resize(&s->list, rows->count);
}

static void event(struct app *app, void *state, int concept)
{
    if (concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_ROSTER)
        app_watch(app, state, on_list, banshi_absence_list);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    ((struct absences *)state)->leads = app_leads(app);
    event(app, state, BANSHI_CONCEPT_ALL);
}

static void on_removed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)rows;
    if (!write_end(&((struct absences *)state)->write, error))
        app_error(app, error);
    event(app, state, BANSHI_CONCEPT_ALL);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct absences *s = state;
    if (!r->chosen)
        return;
    if (r->tag == TAG_NEW) {
        app_say(app, STYLE_GOOD, "%s", r->text);
        event(app, state, BANSHI_CONCEPT_ALL);
    } else {
        app_ask(app, s, on_removed, banshi_absence_remove, write_begin(&s->write, "remove %" PRId64, s->subject),
                s->subject);
    }
}

static const char *hint(const void *state, enum action action)
{
    const struct absences *s = state;
    if (action_table[action].context != CONTEXT_ABSENCE)
        return NULL;
    return !s->leads || (action == ACTION_ABSENCE_REMOVE && !line(s)) ? "" : NULL;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct absences *s = state;
    const struct banshi_absence *of = line(s);
    if (list_act(&s->list, action))
        return true;
    if (action_table[action].context != CONTEXT_ABSENCE)
        return false;
    if (s->write.busy || !s->leads || (action != ACTION_ABSENCE_NEW && !of)) {
        app_say(app, STYLE_WARN, _("%s: not possible now"), _(action_table[action].label));
        return true;
    }
    if (action == ACTION_ABSENCE_NEW) {
        app_open(app, "absence_form", TAG_NEW, NULL);
        return true;
    }
    char text[256], first[16];
    s->subject = of->id;
    snprintf(text, sizeof text, _("Take %s, %s from %s, off the list?"), of->staff_name, kind(of),
             day_text(of->first, first));
    app_open(app, "confirm", TAG_REMOVE, &(struct question){.title = _("Remove"), .text = text});
    return true;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    static const char *const weekdays[] = {N_("Mon"), N_("Tue"), N_("Wed"), N_("Thu"), N_("Fri"), N_("Sat"), N_("Sun")};
    const struct absences *s = state;
    char title[64], first[16], last[16];
    (void)app;
    snprintf(title, sizeof title, "%s %zu", _("Absences"), s->list.count);
    paint_rule(area, 0, title);
    if (s->list.count) {
        paint_cell(area, 1, 1, 16, STYLE_LABEL, _("Full name"));
        paint_cell(area, 1, 18, 12, STYLE_LABEL, _("Kind"));
        paint_cell(area, 1, 31, 24, STYLE_LABEL, _("From – to"));
        paint_cell(area, 1, 63, area.cols - 64, STYLE_LABEL, _("Remark"));
    }
    struct area lines = area_part(area, 2, 0, area.rows - 2, area.cols);
    size_t top = list_top(&s->list, lines.rows);
    for (int r = 0; s->rows && r < lines.rows && top + (size_t)r < s->list.count; r++) {
        size_t i = top + (size_t)r;
        const struct banshi_absence *a = banshi_row(struct banshi_absence, s->rows, i);
        enum style style = i == s->list.selected ? STYLE_SELECTED : STYLE_NORMAL;
        paint_cell(lines, r, 0, lines.cols, style, "");
        paint_cell(lines, r, 1, 16, style, a->staff_name);
        paint_cell(lines, r, 18, 12, style, kind(a));
        paintf(area_part(lines, r, 31, 1, 24), 0, 0, style, "%s – %s", day_text(a->first, first),
               day_text(a->last, last));
        paint_cell(lines, r, 56, 6, style, a->weekday ? _(weekdays[a->weekday - 1]) : "");
        paint_cell(lines, r, 63, lines.cols - 64, style, a->note);
    }
    if (s->rows && !s->rows->count)
        paint(lines, 0, 1, STYLE_WEAK, _("Nobody is away"));
}

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_rows_free(((struct absences *)state)->rows);
}

const struct screen screen_absence = {
    .name = "absence",
    .title = N_("Absences"),
    .contexts = {CONTEXT_ABSENCE, CONTEXT_LIST},
    .size = sizeof(struct absences),
    .open = open,
    .act = act,
    .hint = hint,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
