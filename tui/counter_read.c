/* SPDX-License-Identifier: MIT */
/* What the counter screen knows: the number in hand, the lists, the phrases; read again when something changed. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "counter.h"
#include "i18n.h"

const struct banshi_ticket *counter_current(const struct counter *c)
{
    return c->current && c->current->count ? banshi_row(struct banshi_ticket, c->current, 0) : NULL;
}

const struct banshi_ticket *counter_line(const struct counter *c, enum pane pane, size_t line)
{
    const struct pane_list *p = &c->panes[pane];
    return p->rows && line < p->list.count ? banshi_row(struct banshi_ticket, p->rows, p->shown[line]) : NULL;
}

const struct banshi_ticket *counter_selected(const struct counter *c)
{
    return counter_line(c, c->pane, c->panes[c->pane].list.selected);
}

static bool matches(const struct banshi_ticket *t, const char *words)
{
    return !*words || banshi_pinyin_find(t->number, words) >= 0 || banshi_pinyin_find(t->item_name, words) >= 0 ||
           banshi_pinyin_find(t->priority_name, words) >= 0 || banshi_pinyin_find(t->reason, words) >= 0;
}

static void filter_pane(struct pane_list *p, const char *words)
{
    size_t n = 0;
    for (size_t i = 0; p->rows && i < p->rows->count; i++)
        if (matches(banshi_row(struct banshi_ticket, p->rows, i), words))
            p->shown[n++] = i;
    list_resize(&p->list, n);
}

void counter_filter(struct counter *c)
{
    for (int pane = 0; pane < PANES; pane++)
        filter_pane(&c->panes[pane], c->filter.text);
}

/* Other rows of a list: the selected line is a person, not a place. */
static void replace_rows(struct counter *c, enum pane pane, const struct banshi_rows *rows)
{
    struct pane_list *p = &c->panes[pane];
    const struct banshi_ticket *before = p->list.selected ? counter_line(c, pane, p->list.selected) : NULL;
    int64_t id = before ? before->id : 0;
    size_t *shown = realloc(p->shown, (rows->count + 1) * sizeof *shown);
    if (!shown)
        return;
    p->shown = shown;
    keep_rows(&p->rows, rows);
    filter_pane(p, c->filter.text);
    for (size_t i = 0; id && i < p->list.count; i++)
        if (counter_line(c, pane, i)->id == id)
            p->list.selected = i;
}

static void read_pane(struct app *app, struct counter *c, int pane);

/* The visit's application may have been taken in before: at another counter, or by a program that was killed since. */
static void on_cases(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    static const struct {
        const char *state, *outcome;
    } outcomes[] = {
        {"accepted", "accept"}, {"supplement", "supplement"}, {"refused", "refuse"}, {"not_required", "not_required"}};
    struct counter *c = state;
    const struct banshi_ticket *t = counter_current(c);
    (void)app;
    if (error->code != 0 || !rows->count || !t || t->id != c->cases_of)
        return;
    const struct banshi_case *newest = banshi_row(struct banshi_case, rows, 0);
    const char *now = newest->state;
    c->ready_on = !newest->accepted_on ? 0 : newest->promised_due ? newest->promised_due : newest->statutory_due;
    c->taken_in = t->id;
    c->outcome[0] = '\0';
    for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++)
        if (strcmp(outcomes[i].state, now) == 0)
            snprintf(c->outcome, sizeof c->outcome, "%s", outcomes[i].outcome);
}

void counter_read_cases(struct app *app, struct counter *c)
{
    const struct banshi_ticket *t = counter_current(c);
    c->ready_on = 0;
    c->cases_of = t ? t->id : 0;
    if (t)
        app_watch(app, c, on_cases, banshi_case_of_ticket, t->id);
}

static void on_pane(struct app *app, struct counter *c, int pane, const struct banshi_error *error,
                    const struct banshi_rows *rows)
{
    c->reading[pane] = false;
    if (error->code != 0) {
        app_error(app, error);
    } else if (pane == PANES) {
        keep_rows(&c->current, rows);
        if (!c->write.busy)
            c->write.open = false; /* what became of it can be seen */
        const struct banshi_ticket *t = counter_current(c);
        if (t && t->id != c->cases_of)
            counter_read_cases(app, c);
    } else {
        replace_rows(c, (enum pane)pane, rows);
    }
    if (c->again[pane]) {
        c->again[pane] = false;
        read_pane(app, c, pane);
    }
}

static void on_waiting(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    on_pane(app, state, PANE_WAITING, error, rows);
}
static void on_held(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    on_pane(app, state, PANE_HELD, error, rows);
}
static void on_skipped(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    on_pane(app, state, PANE_SKIPPED, error, rows);
}
static void on_current(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    on_pane(app, state, PANES, error, rows);
}

static void read_pane(struct app *app, struct counter *c, int pane)
{
    static const struct {
        answer_fn *answer;
        enum banshi_ticket_scope scope;
    } reads[PANES + 1] = {
        [PANE_WAITING] = {on_waiting, BANSHI_TICKET_WAITING},
        [PANE_HELD] = {on_held, BANSHI_TICKET_HELD},
        [PANE_SKIPPED] = {on_skipped, BANSHI_TICKET_SKIPPED},
        [PANES] = {on_current, BANSHI_TICKET_CURRENT},
    };
    if (c->reading[pane]) {
        c->again[pane] = true;
        return;
    }
    c->reading[pane] = true;
    app_watch(app, c, reads[pane].answer, banshi_ticket_list, reads[pane].scope);
}

void counter_refresh(struct app *app, struct counter *c)
{
    for (int pane = PANES; pane >= 0; pane--)
        read_pane(app, c, pane);
}

static void on_phrases(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    (void)app;
    if (error->code == 0)
        keep_rows(&c->phrases, rows);
}

static void on_session(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    if (error->code != 0 || !rows->count)
        return;
    keep_rows(&app->session, rows);
    c->paused = strcmp(banshi_row(struct banshi_session, rows, 0)->counter_state, "paused") == 0;
    c->closed = banshi_row(struct banshi_session, rows, 0)->counter == 0;
}

bool counter_done_to(const struct counter *c, char *ret, size_t size)
{
    if (!c->mine || !c->mine->count)
        return false;
    const struct banshi_floor_mine *m = banshi_row(struct banshi_floor_mine, c->mine, 0);
    const char *format = strcmp(m->state, "paused") == 0 ? _("Paused by %s%s%s")
                         : strcmp(m->state, "open") == 0 ? _("Opened by %s%s%s")
                                                         : _("Closed by %s%s%s");
    snprintf(ret, size, format, m->by_name, m->reason[0] ? _(": ") : "", m->reason);
    return true;
}

bool counter_paused_by_others(const struct counter *c)
{
    return c->paused && c->mine && c->mine->count && banshi_row(struct banshi_floor_mine, c->mine, 0)->held;
}

bool counter_waits_for_others(const struct counter *c)
{
    bool other_list = c->pane != PANE_WAITING && counter_selected(c);
    return counter_paused_by_others(c) && !c->closed && !counter_current(c) && !other_list;
}

/* What a lead or supervisor did is said at once, when it is new. */
static void on_mine(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    char text[512];
    if (error->code != 0)
        return;
    banshi_time before = c->mine && c->mine->count ? banshi_row(struct banshi_floor_mine, c->mine, 0)->at : 0;
    keep_rows(&c->mine, rows);
    if (counter_done_to(c, text, sizeof text) && banshi_row(struct banshi_floor_mine, rows, 0)->at != before)
        app_say(app, STYLE_WARN, "%s", text);
}

static void on_hours(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)app;
    if (error->code == 0)
        keep_rows(&((struct counter *)state)->hours, rows);
}

static void on_duties(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)app;
    if (error->code == 0)
        keep_rows(&((struct counter *)state)->duties, rows);
}

static void on_swaps(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)app;
    if (error->code == 0)
        keep_rows(&((struct counter *)state)->swaps, rows);
}

const struct banshi_roster_duty *counter_duty(const struct counter *c)
{
    enum { EARLY = 30 * 60 }; /* seconds, as the database allows it */
    for (size_t i = 0; c->duties && i < c->duties->count; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, c->duties, i);
        bool coming = strcmp(d->state, "planned") == 0 && time_now() >= d->starts - (banshi_time)EARLY * 1000000;
        bool due = coming || strcmp(d->state, "expected") == 0 || strcmp(d->state, "not there") == 0;
        if (due && time_now() < d->ends)
            return d;
    }
    return NULL;
}

/* Has a session of the opening hours ended since they were read? */
static bool session_over(const struct counter *c)
{
    const struct banshi_hours_now *h =
        c->hours && c->hours->count ? banshi_row(struct banshi_hours_now, c->hours, 0) : NULL;
    return !h || (h->until && time_now() >= h->until);
}

void counter_event(struct app *app, void *state, int concept)
{
    struct counter *c = state;
    bool all = concept == BANSHI_CONCEPT_ALL;
    if (all || concept == BANSHI_CONCEPT_TICKET)
        counter_refresh(app, c);
    if (all || concept == BANSHI_CONCEPT_COUNTER) {
        app_watch(app, state, on_session, banshi_session_show);
        app_watch(app, state, on_mine, banshi_floor_mine);
    }
    if (all || concept == BANSHI_CONCEPT_PHRASE)
        app_watch(app, state, on_phrases, banshi_phrase_list);
    bool roster = all || concept == BANSHI_CONCEPT_ROSTER, over = concept == EVENT_MINUTE && session_over(c);
    if (roster || over || concept == BANSHI_CONCEPT_HOURS)
        app_watch(app, state, on_hours, banshi_hours_now);
    if (over || all) /* nobody may have been there at closing time */
        app_session_over(app, state);
    if (roster || over)
        app_watch(app, state, on_duties, banshi_roster_duty_list, 0, 0, true);
    if (roster)
        app_watch(app, state, on_swaps, banshi_roster_swap_list);
    if (over || concept == BANSHI_CONCEPT_ROSTER ||
        (concept == BANSHI_CONCEPT_COUNTER && c->duties && c->duties->count))
        counter_refresh(app, c); /* on duty, what others leave is served */
}

void counter_free(struct counter *c)
{
    banshi_rows_free(c->current);
    banshi_rows_free(c->phrases);
    banshi_rows_free(c->mine);
    banshi_rows_free(c->hours);
    banshi_rows_free(c->duties);
    banshi_rows_free(c->swaps);
    for (int pane = 0; pane < PANES; pane++) {
        banshi_rows_free(c->panes[pane].rows);
        free(c->panes[pane].shown);
    }
}
