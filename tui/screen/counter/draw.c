/* SPDX-License-Identifier: MIT */
/* The counter's picture: the number in hand, what comes next, what to say (norm 2.2), and who waits. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "kit/banner.h"
#include "counter.h"
#include "i18n.h"
#include "screen/roster/roster.h"
#include "kit/text.h"

enum { CURRENT_ROWS = 7, PHRASE_ROWS = 3, WIDE = 120 };

/* The number in hand ------------------------------------------------------------------------------------------- */

static void draw_nobody(const struct counter *c, struct area area)
{
    const struct banshi_ticket *first = counter_first(c);
    paint(area, 2, 2, STYLE_STRONG,
          c->closed   ? _("The counter is closed")
          : c->paused ? _("The counter is paused: no number is called")
                      : _("Nobody is at the counter"));
    if (c->closed)
        return;
    if (first && !c->lists.panes[PANE_WAITING].table.filter.text[0])
        paintf(area, 3, 2, STYLE_NORMAL, _("%zu waiting, first in line %s since %d min"),
               c->lists.panes[PANE_WAITING].table.lines.count, first->number, minutes_since(first->issued_at));
}

static void draw_facts(const struct banshi_ticket *t, struct area area)
{
    char taken[16], called[16];
    paintf(area, 0, 0, STYLE_STRONG, "%s  %s  %s · %s", t->number, word_text(banshi_word_ticket_state, t->state),
           word_text(banshi_word_ticket_purpose, t->purpose), t->queue_name);
    struct area item = area_part(area, 1, 0, 2, area.cols);
    paint_wrap(item, 0, 0, STYLE_NORMAL, t->item_name[0] ? t->item_name : _("No item was chosen at the machine"));
    if (strcmp(t->priority, "ordinary") != 0)
        paintf(area, 3, 0, STYLE_WARN, _("★ %s, shown by %s"), t->priority_name, t->proof);
    else if (t->reason[0])
        paint(area, 3, 0, STYLE_WEAK, t->reason);
    clock_text(t->issued_at, taken);
    if (t->called_at)
        paintf(area, 4, 0, STYLE_NORMAL, _("Taken %s, called %d×, last %s (%d min)"), taken, (int)t->calls,
               clock_text(t->called_at, called), minutes_since(t->called_at));
}

/* Beside the heading: the duty to check in for, swaps that wait for an answer, or how long it is open. */
static void draw_hours(const struct app *app, const struct counter *c, struct area area)
{
    static const enum context contexts[] = {CONTEXT_COUNTER, CONTEXT_LIST, CONTEXT_GLOBAL, CONTEXT_NONE};
    const struct banshi_roster_duty *d = counter_duty(c);
    size_t swaps = roster_swaps_waiting(c->swaps);
    char text[256], cut[300], label[KEY_LABEL_SIZE];
    if (d)
        snprintf(text, sizeof text, _("! Duty at %s %s–%s: %s checks in"), d->counter_label, d->opens, d->closes,
                 key_label(keymap_shown(&app->keys, contexts, ACTION_CHECK_IN, false), label));
    else if (swaps)
        snprintf(text, sizeof text, _("! Swaps that wait for you: %zu (%s)"), swaps,
                 key_label(keymap_shown(&app->keys, contexts, ACTION_ROSTER, false), label));
    else if (c->hours && c->hours->count)
        hours_words(banshi_row(struct banshi_hours_now, c->hours, 0), text, sizeof text);
    else
        return;
    int room = area.cols - text_width(_("In hand")) - 10, used;
    size_t bytes = text_clip(text, room, &used);
    snprintf(cut, sizeof cut, " %.*s ", (int)bytes, text);
    paint(area, 0, area.cols - used - 4, d || swaps ? STYLE_WARN : STYLE_LABEL, cut);
}

static void draw_current(const struct app *app, const struct counter *c, struct area area)
{
    static const enum context contexts[] = {CONTEXT_COUNTER, CONTEXT_LIST, CONTEXT_GLOBAL, CONTEXT_NONE};
    const struct banshi_ticket *t = counter_current(c);
    char label[KEY_LABEL_SIZE];
    char done[512], title[640];
    if ((c->paused || c->closed) && counter_done_to(c, done, sizeof done)) {
        snprintf(title, sizeof title, "%s · %s", _("In hand"), done);
        paint_rule(area, 0, title);
    } else {
        paint_rule(area, 0, _("In hand"));
        draw_hours(app, c, area);
    }
    if (t) {
        int width = banner_width(t->number);
        banner_paint(area, 1, 2, width + 40 < area.cols ? t->number : "");
        int col = width && width + 40 < area.cols ? width + 5 : 2;
        draw_facts(t, area_part(area, 1, col, BANNER_ROWS, area.cols - col - 1));
    } else {
        draw_nobody(c, area);
    }
    key k = keymap_shown(&app->keys, contexts, ACTION_PROCEED, false);
    int col = 2;
    bool others = counter_waits_for_others(c);
    if (k != K_NONE && !others)
        col += paint(area, CURRENT_ROWS - 1, col, STYLE_KEY, key_label(k, label)) + 1;
    paintf(area, CURRENT_ROWS - 1, col, others ? STYLE_WARN : STYLE_GOOD, "→ %s", _(counter_next_step(c)));
}

/* What to say -------------------------------------------------------------------------------------------------- */

static const char *step_of(const struct counter *c)
{
    const struct banshi_ticket *t = counter_current(c);
    const struct banshi_ticket *next = counter_first(c);
    if (!t)
        return next ? "call" : "wait";
    if (strcmp(t->state, "called") == 0)
        return "welcome";
    if (strcmp(t->purpose, "case") != 0)
        return "wait";
    if (c->taken_in != t->id)
        return "intake";
    return strcmp(c->outcome, "not_required") == 0 ? "refuse" : c->outcome[0] ? c->outcome : "receipt";
}

/* Of the step; what else is said after an acceptance: when to come back; all others (the telephone, a suggestion, praise). */
static int rank(const struct banshi_phrase *p, const char *step)
{
    return strcmp(p->step, step) == 0 ? 0 : strcmp(step, "accept") == 0 && strcmp(p->step, "pickup") == 0 ? 1 : 2;
}

/* The selected phrase. */
static const struct banshi_phrase *phrase_of(const struct counter *c, const char *step)
{
    size_t at = c->phrases && c->phrases->count ? c->phrase % c->phrases->count : 0;
    for (int ranked = 0; c->phrases && ranked <= 2; ranked++)
        for (size_t i = 0; i < c->phrases->count; i++) {
            const struct banshi_phrase *p = banshi_row(struct banshi_phrase, c->phrases, i);
            if (rank(p, step) == ranked && at-- == 0)
                return p;
        }
    return NULL;
}

static void draw_phrase(const struct app *app, const struct counter *c, struct area area)
{
    const struct banshi_session *s = banshi_row(struct banshi_session, app->session, 0);
    const struct banshi_ticket *t = counter_current(c);
    const struct banshi_phrase *p = phrase_of(c, step_of(c));
    char title[128], date[32];
    banshi_date ready_on = t && c->cases_of == t->id ? c->ready_on : 0;
    if (!t)
        t = counter_first(c);
    snprintf(title, sizeof title, "%s%s%s", _("What to say"), p ? " · " : "",
             p ? word_text(banshi_word_phrase_step, p->step) : "");
    paint_rule(area, 0, title);
    if (!p)
        return;
    char *text = banshi_phrase_fill(p->text, "centre", s->centre_name, "counter", s->counter_name, "number",
                                    t ? t->number : "", "item", t ? t->item_name : "", "form", _("application form"),
                                    "date", day_said(ready_on, date), (char *)NULL);
    paint_wrap(area_part(area, 1, 2, area.rows - 1, area.cols - 4), 0, 0, STYLE_STRONG, text ? text : p->text);
    free(text);
}

/* All ---------------------------------------------------------------------------------------------------------- */

void counter_draw(const struct app *app, const void *state, struct area area)
{
    const struct counter *c = state;
    draw_current(app, c, area_part(area, 0, 0, CURRENT_ROWS, area.cols));
    draw_phrase(app, c, area_part(area, CURRENT_ROWS, 0, PHRASE_ROWS, area.cols));
    area = area_part(area, CURRENT_ROWS + PHRASE_ROWS, 0, area.rows - CURRENT_ROWS - PHRASE_ROWS, area.cols);
    if (area.cols < WIDE) {
        list_draw_tabs(c, PANE_WAITING, PANE_SKIPPED, c->lists.pane, area);
        return;
    }
    int wide = area.cols / 2, narrow = (area.cols - wide) / 2;
    list_draw_pane(c, PANE_WAITING, area_part(area, 0, 0, area.rows, wide - 1));
    for (int pane = PANE_HELD; pane < PANES; pane++)
        list_draw_pane(c, (size_t)pane, area_part(area, 0, wide + (pane - 1) * narrow, area.rows, narrow - 1));
}
