/* SPDX-License-Identifier: MIT */
/* Requests to swap duties: the colleague consents, a lead approves. Norm 7.3. */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "roster.h"

struct swaps {
    const struct banshi_rows *rows;
    struct list list;
    struct write write;
};

static const struct banshi_roster_swap *line(const struct swaps *s)
{
    return s->rows && s->list.selected < s->rows->count
               ? banshi_row(struct banshi_roster_swap, s->rows, s->list.selected)
               : NULL;
}

/* What is waited for is an approval, no consent. */
static bool approves(const struct banshi_roster_swap *w)
{
    return strcmp(w->state, "consented") == 0;
}

static void on_swaps(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct swaps *s = state;
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
        app_watch(app, state, on_swaps, banshi_roster_swap_list);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    event(app, state, BANSHI_CONCEPT_ALL);
}

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct swaps *s = state;
    if (!write_end(&s->write, error))
        app_error(app, error);
    else
        app_say(app, STYLE_GOOD, "%s", _(banshi_row(struct banshi_roster_swap, rows, 0)->state));
    event(app, state, BANSHI_CONCEPT_ALL);
}

static const char *hint(const void *state, enum action action)
{
    const struct swaps *s = state;
    const struct banshi_roster_swap *w = line(s);
    if (action_table[action].context != CONTEXT_SWAPS)
        return NULL;
    if (!w || !w->mine)
        return "";
    if (approves(w))
        return action == ACTION_SWAP_YES ? N_("Approve") : N_("Refuse");
    return action == ACTION_SWAP_YES ? N_("Consent") : N_("Decline");
}

static bool act(struct app *app, void *state, enum action action)
{
    struct swaps *s = state;
    const struct banshi_roster_swap *w = line(s);
    bool yes = action == ACTION_SWAP_YES;
    if (list_act(&s->list, action))
        return true;
    if (action_table[action].context != CONTEXT_SWAPS)
        return false;
    if (s->write.busy || !w || !w->mine) {
        app_say(app, STYLE_WARN, _("%s: not possible now"), _(action_table[action].label));
        return true;
    }
    const char *opid = write_begin(&s->write, "%d %" PRId64, yes, w->id);
    if (approves(w))
        app_ask(app, s, on_written, banshi_roster_approve, opid, w->id, yes);
    else
        app_ask(app, s, on_written, banshi_roster_consent, opid, w->id, yes);
    return true;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct swaps *s = state;
    char title[64];
    (void)app;
    snprintf(title, sizeof title, "%s %zu", _("Swaps"), s->list.count);
    paint_rule(area, 0, title);
    if (s->list.count) {
        paint_cell(area, 1, 2, 12, STYLE_LABEL, _("State"));
        paint_cell(area, 1, 15, 13, STYLE_LABEL, _("Duty"));
        paint_cell(area, 1, 29, 19, STYLE_LABEL, _("Who → to whom"));
        paint_cell(area, 1, 49, 15, STYLE_LABEL, _("In return"));
        paint_cell(area, 1, 65, area.cols - 66, STYLE_LABEL, _("Reason"));
    }
    struct area lines = area_part(area, 2, 0, area.rows - 2, area.cols);
    size_t top = list_top(&s->list, lines.rows);
    for (int r = 0; s->rows && r < lines.rows && top + (size_t)r < s->list.count; r++) {
        size_t i = top + (size_t)r;
        const struct banshi_roster_swap *w = banshi_row(struct banshi_roster_swap, s->rows, i);
        enum style style = i == s->list.selected ? STYLE_SELECTED : w->mine ? STYLE_WARN : STYLE_NORMAL;
        char other[96];
        if (w->other)
            snprintf(other, sizeof other, _("for %02d-%02d %s"), w->other_day / 100 % 100, w->other_day % 100,
                     w->other_label);
        else
            snprintf(other, sizeof other, "%s", _("nothing in return"));
        paint_cell(lines, r, 0, lines.cols, style, w->mine ? "!" : "");
        paint_cell(lines, r, 2, 12, style, _(w->state));
        paintf(area_part(lines, r, 15, 1, 13), 0, 0, style, "%02d-%02d %s", w->day / 100 % 100, w->day % 100,
               w->counter_label);
        paintf(area_part(lines, r, 29, 1, 19), 0, 0, style, "%s → %s", w->staff_name, w->colleague_name);
        paint_cell(lines, r, 49, 15, style, other);
        paint_cell(lines, r, 65, lines.cols - 66, style, w->reason);
    }
    if (s->rows && !s->rows->count)
        paint(lines, 0, 1, STYLE_WEAK, _("No swap was asked for"));
}

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_rows_free(((struct swaps *)state)->rows);
}

const struct screen screen_roster_swaps = {
    .name = "roster_swaps",
    .title = N_("Swaps"),
    .contexts = {CONTEXT_SWAPS, CONTEXT_LIST},
    .size = sizeof(struct swaps),
    .open = open,
    .act = act,
    .hint = hint,
    .event = event,
    .draw = draw,
    .close = close,
};
