/* SPDX-License-Identifier: MIT */
/* The counter: the number in hand, who waits, and what comes next. Norms 2.2, 2.6, 5.1–5.3. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"
#include "text.h"

enum pane { PANE_WAITING, PANE_HELD, PANE_SKIPPED, PANES };
enum tag { TAG_NONE, TAG_CALL, TAG_VOID, TAG_HOLD, TAG_TRANSFER_TO, TAG_TRANSFER_WHY, TAG_PAUSE, TAG_LEAVE, TAG_SIGN_OFF,
           TAG_SKIP, TAG_INTAKE, TAG_ISSUE, TAG_RETURN };

struct counter {
    const struct banshi_rows *current, *panes[PANES], *phrases;
    struct list lists[PANES];
    enum pane pane;
    bool reading[PANES + 1], again[PANES + 1]; /* a list is being read; and is to be read once more */
    bool busy;                                 /* a write is under way */
    bool paused;
    int64_t taken_in; /* ticket whose application has been taken in */
    size_t phrase;    /* which one of the step's */
    int64_t subject;  /* what a question is about */
    bool keep_place;
};

static const enum banshi_ticket_scope scopes[PANES] = {BANSHI_TICKET_WAITING, BANSHI_TICKET_HELD, BANSHI_TICKET_SKIPPED};

static const struct banshi_ticket *in_hand(const struct counter *c)
{
    return c->current && c->current->count ? banshi_row(struct banshi_ticket, c->current, 0) : NULL;
}

static const struct banshi_ticket *selected(const struct counter *c)
{
    const struct banshi_rows *rows = c->panes[c->pane];
    size_t i = c->lists[c->pane].selected;
    return rows && i < rows->count ? banshi_row(struct banshi_ticket, rows, i) : NULL;
}

/* Reading ------------------------------------------------------------------------------------------------------ */

static void refresh(struct app *app, struct counter *c);

static void read_pane(struct app *app, struct counter *c, int pane);

static void on_pane(struct app *app, struct counter *c, int pane, const struct banshi_error *error,
                    const struct banshi_rows *rows)
{
    c->reading[pane] = false;
    if (error->code != 0) {
        app_error(app, error);
    } else if (pane == PANES) {
        keep_rows(&c->current, rows);
    } else {
        const struct banshi_ticket *before = pane == (int)c->pane ? selected(c) : NULL;
        int64_t id = before ? before->id : 0;
        size_t was = c->lists[pane].selected;
        keep_rows(&c->panes[pane], rows);
        list_resize(&c->lists[pane], rows->count);
        for (size_t i = 0; was > 0 && i < rows->count; i++) /* the line in hand is a person, not a place */
            if (banshi_row(struct banshi_ticket, rows, i)->id == id)
                c->lists[pane].selected = i;
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
    static answer_fn *const answers[] = {on_waiting, on_held, on_skipped, on_current};
    if (c->reading[pane]) {
        c->again[pane] = true;
        return;
    }
    c->reading[pane] = true;
    app_ask(app, c, answers[pane], banshi_ticket_list, pane == PANES ? BANSHI_TICKET_CURRENT : scopes[pane]);
}

static void refresh(struct app *app, struct counter *c)
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
}

static void open(struct app *app, void *state, const void *argument)
{
    struct counter *c = state;
    (void)argument;
    c->keep_place = true;
    c->paused = strcmp(banshi_row(struct banshi_session, app->session, 0)->counter_state, "paused") == 0;
    refresh(app, c);
    app_ask(app, state, on_phrases, banshi_phrase_list);
}

static void event(struct app *app, void *state, const char *concept)
{
    struct counter *c = state;
    bool all = strcmp(concept, "*") == 0;
    if (all || strcmp(concept, "ticket") == 0)
        refresh(app, c);
    if (all || strcmp(concept, "counter") == 0)
        app_ask(app, state, on_session, banshi_session_show);
    if (all || strcmp(concept, "phrase") == 0)
        app_ask(app, state, on_phrases, banshi_phrase_list);
}

/* Writing ------------------------------------------------------------------------------------------------------ */

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    c->busy = false;
    c->phrase = 0;
    if (error->code != 0) {
        app_error(app, error);
    } else if (rows && rows->count) { /* at once, without waiting for the notification */
        const struct banshi_ticket *t = banshi_row(struct banshi_ticket, rows, 0);
        bool mine = strcmp(t->state, "called") == 0 || strcmp(t->state, "serving") == 0;
        keep_rows(&c->current, mine ? rows : NULL);
    }
    refresh(app, c);
}

static void open_intake(struct app *app, struct counter *c)
{
    const struct banshi_ticket *t = in_hand(c);
    if (t)
        app_open(app, "case_intake", TAG_INTAKE, &(struct intake_start){t->id, t->item, t->number});
}

static void on_served(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    on_written(app, state, error, rows);
    const struct banshi_ticket *t = in_hand(c);
    if (error->code == 0 && t && strcmp(t->purpose, "case") == 0)
        open_intake(app, c);
}

static void on_issued(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    c->busy = false;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    const struct banshi_ticket *t = banshi_row(struct banshi_ticket, rows, 0);
    if (t->estimate >= 0)
        app_say(app, STYLE_GOOD, _("%s %s: %d ahead, about %d min, counters %s"), t->number, t->queue_name, (int)t->ahead,
                (int)((t->estimate + 59) / 60), t->counters);
    else
        app_say(app, STYLE_GOOD, _("%s %s: %d ahead, no counter open now, counters %s"), t->number, t->queue_name,
                (int)t->ahead, t->counters);
}

static void on_paused(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    c->busy = false;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    c->paused = rows->count && strcmp(banshi_row(struct banshi_counter, rows, 0)->state, "paused") == 0;
    app_say(app, c->paused ? STYLE_WARN : STYLE_GOOD, "%s",
            c->paused ? _("The counter is paused: no number is called") : _("The counter is open"));
}

static void on_signed_off(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    (void)rows;
    c->busy = false;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&app->session, NULL);
    app_restart(app, "sign_on");
    app_say(app, STYLE_GOOD, "%s", _("Signed off; the counter is closed"));
}

#define WRITE(answer, call, ...)                                 \
    do {                                                         \
        c->busy = true;                                          \
        app_ask(app, c, answer, call, NULL, ##__VA_ARGS__);      \
    } while (0)

/* Questions before writing ------------------------------------------------------------------------------------- */

static void ask_text(struct app *app, enum tag tag, const char *title, const char *label, const char *text)
{
    app_open(app, "prompt", (int)tag, &(struct question){title, label, text, 200});
}

static void ask_about(struct app *app, enum tag tag, const char *title, const char *format, const char *number)
{
    char text[256];
    snprintf(text, sizeof text, format, number); /* format: a translated message with one %s */
    app_open(app, "confirm", (int)tag, &(struct question){.title = title, .text = text});
}

static void on_why(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    char text[4096] = "";
    size_t used = 0;
    for (size_t i = 0; i < rows->count && used + 2 < sizeof text; i++) {
        const struct banshi_ticket_reason *r = banshi_row(struct banshi_ticket_reason, rows, i);
        int n = snprintf(text + used, sizeof text - used, "%s: %s%s%s\n", _(r->fact), r->value[0] ? _(r->value) : "",
                         r->detail[0] ? "  " : "", r->detail[0] ? _(r->detail) : "");
        used += n > 0 ? (size_t)n : 0;
    }
    app_open(app, "viewer", TAG_NONE, &(struct reading){_("Why this order"), text});
}

/* Queues and counters to pass the number on to: a counter's number is negative. */
static void on_queues(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    struct option *items = calloc(rows->count + 1, sizeof *items);
    char(*texts)[256] = calloc(rows->count + 1, sizeof *texts);
    if (items && texts) {
        for (size_t i = 0; i < rows->count; i++) {
            const struct banshi_queue *q = banshi_row(struct banshi_queue, rows, i);
            snprintf(texts[i], sizeof texts[i], _("%s %s  (%d waiting, %d open)"), q->code, q->name, (int)q->waiting,
                     (int)q->open);
            items[i] = (struct option){texts[i], q->id};
        }
        c->subject = 0;
        app_open(app, "pick", TAG_TRANSFER_TO, &(struct options){_("Pass on to which queue?"), items, rows->count, 0});
    }
    free(items);
    free(texts);
}

static void on_items(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    struct option *items = calloc(rows->count + 1, sizeof *items);
    char(*texts)[512] = calloc(rows->count + 1, sizeof *texts);
    if (items && texts) {
        for (size_t i = 0; i < rows->count; i++) {
            const struct banshi_item *item = banshi_row(struct banshi_item, rows, i);
            snprintf(texts[i], sizeof texts[i], "%s  %s", item->name, item->department);
            items[i] = (struct option){texts[i], item->id};
        }
        app_open(app, "pick", TAG_ISSUE, &(struct options){_("A number for which item?"), items, rows->count, 0});
    }
    free(items);
    free(texts);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct counter *c = state;
    if (r->tag == TAG_INTAKE) {
        if (r->chosen && in_hand(c))
            c->taken_in = in_hand(c)->id;
        refresh(app, c);
        return;
    }
    if (!r->chosen)
        return;
    switch ((enum tag)r->tag) {
    case TAG_CALL:
        WRITE(on_written, banshi_ticket_call, c->subject, r->text);
        break;
    case TAG_VOID:
        WRITE(on_written, banshi_ticket_void, c->subject, r->text);
        break;
    case TAG_HOLD:
        WRITE(on_written, banshi_ticket_hold, r->text);
        break;
    case TAG_RETURN:
        WRITE(on_written, banshi_ticket_return, r->text);
        break;
    case TAG_TRANSFER_TO:
        c->subject = r->number;
        ask_text(app, TAG_TRANSFER_WHY, _("Transfer"), _("Why? The person keeps the place in time."), "");
        break;
    case TAG_TRANSFER_WHY:
        WRITE(on_written, banshi_ticket_transfer, c->subject, 0, c->keep_place, r->text);
        break;
    case TAG_PAUSE:
        WRITE(on_paused, banshi_counter_pause, r->text);
        break;
    case TAG_LEAVE:
        WRITE(on_written, banshi_ticket_leave, c->subject);
        break;
    case TAG_SKIP:
        WRITE(on_written, banshi_ticket_skip);
        break;
    case TAG_SIGN_OFF:
        WRITE(on_signed_off, banshi_session_sign_off);
        break;
    case TAG_ISSUE: {
        struct banshi_ticket_order order = {.item = r->number};
        WRITE(on_issued, banshi_ticket_issue, &order);
        break;
    }
    default:
        break;
    }
}

/* Acting ------------------------------------------------------------------------------------------------------- */

/* What comes next, as the action's name for the key bar and as the deed. */
static const char *next_step(const struct counter *c)
{
    const struct banshi_ticket *t = in_hand(c);
    if (c->paused)
        return N_("Open the counter again");
    if (!t)
        return N_("Call the next number");
    if (strcmp(t->state, "called") == 0)
        return strcmp(t->purpose, "case") == 0 ? N_("The person is here: take in the application") : N_("The person is here");
    return strcmp(t->purpose, "case") == 0 && c->taken_in != t->id ? N_("Take in the application") : N_("Finish the visit");
}

static void proceed(struct app *app, struct counter *c)
{
    const struct banshi_ticket *t = in_hand(c);
    if (c->paused)
        WRITE(on_paused, banshi_counter_resume);
    else if (!t)
        WRITE(on_written, banshi_ticket_call_next);
    else if (strcmp(t->state, "called") == 0)
        WRITE(on_served, banshi_ticket_serve);
    else if (strcmp(t->purpose, "case") == 0 && c->taken_in != t->id)
        open_intake(app, c);
    else
        WRITE(on_written, banshi_ticket_done);
}

/* Acts on the line in hand of the lists. */
static bool act_on_line(struct app *app, struct counter *c, enum action action)
{
    const struct banshi_ticket *line = selected(c);
    char title[128];
    if (!line) {
        app_say(app, STYLE_WARN, "%s", _("No line is in hand"));
        return true;
    }
    c->subject = line->id;
    switch (action) {
    case ACTION_CALL_CHOSEN:
        if (c->pane == PANE_HELD) {
            WRITE(on_written, banshi_ticket_resume, line->id);
        } else if (c->pane == PANE_SKIPPED) {
            WRITE(on_written, banshi_ticket_restore, line->id);
        } else {
            snprintf(title, sizeof title, _("Call %s out of order"), line->number);
            ask_text(app, TAG_CALL, title, _("Reason (is stored with the number):"), "");
        }
        return true;
    case ACTION_WHY:
        app_ask(app, c, on_why, banshi_ticket_why, line->id);
        return true;
    case ACTION_LEAVE:
        ask_about(app, TAG_LEAVE, _("Went home"), _("%s went home and is not called any more?"), line->number);
        return true;
    case ACTION_VOID:
        snprintf(title, sizeof title, _("Void %s"), line->number);
        ask_text(app, TAG_VOID, title, _("Reason (is stored with the number):"), "");
        return true;
    default:
        return false;
    }
}

static bool act(struct app *app, void *state, enum action action)
{
    struct counter *c = state;
    const struct banshi_ticket *t = in_hand(c);
    if (action == ACTION_BACK && !c->busy) {
        app_say(app, STYLE_WARN, "%s", _("Sign off with o, or leave the program with ^Q"));
        return true;
    }
    if (list_act(&c->lists[c->pane], action))
        return true;
    if (c->busy && action_table[action].context == CONTEXT_COUNTER)
        return true; /* the last act has not been answered yet */
    switch (action) {
    case ACTION_PROCEED:
        proceed(app, c);
        return true;
    case ACTION_RECALL:
        WRITE(on_written, banshi_ticket_recall);
        return true;
    case ACTION_SKIP:
        if (t)
            ask_about(app, TAG_SKIP, _("Not here"), _("%s was called and is not here: skip the number?"), t->number);
        return true;
    case ACTION_INTAKE:
        if (t && strcmp(t->state, "called") == 0)
            WRITE(on_served, banshi_ticket_serve);
        else if (t)
            open_intake(app, c);
        else
            app_say(app, STYLE_WARN, "%s", _("Call a number first"));
        return true;
    case ACTION_HOLD:
        ask_text(app, TAG_HOLD, _("Hold"), _("Why is it put aside?"), _("The applicant is filling in the form"));
        return true;
    case ACTION_HELD:
        c->pane = PANE_HELD;
        return true;
    case ACTION_TRANSFER:
        app_ask(app, state, on_queues, banshi_queue_list);
        return true;
    case ACTION_DONE:
        WRITE(on_written, banshi_ticket_done);
        return true;
    case ACTION_CASE_SEARCH:
        app_open(app, "case_search", TAG_NONE, NULL);
        return true;
    case ACTION_ISSUE:
        app_ask(app, state, on_items, banshi_item_list);
        return true;
    case ACTION_PANE:
    case ACTION_PANE_BEFORE:
        c->pane = (enum pane)((c->pane + (action == ACTION_PANE ? 1 : PANES - 1)) % PANES);
        return true;
    case ACTION_RETURN:
        ask_text(app, TAG_RETURN, _("Undo the call"), _("Reason (is stored with the number):"), _("Called by mistake"));
        return true;
    case ACTION_PHRASE:
        c->phrase++;
        return true;
    case ACTION_PAUSE:
        if (c->paused)
            WRITE(on_paused, banshi_counter_resume);
        else
            ask_text(app, TAG_PAUSE, _("Pause"), _("Why is the counter paused?"), "");
        return true;
    case ACTION_SIGN_OFF:
        app_open(app, "confirm", TAG_SIGN_OFF,
                 &(struct question){.title = _("Sign off"), .text = _("Close the counter and end the shift?")});
        return true;
    default:
        return action_table[action].context == CONTEXT_COUNTER && act_on_line(app, c, action);
    }
}

/* Drawing ------------------------------------------------------------------------------------------------------ */

static const char *step_of(const struct counter *c)
{
    const struct banshi_ticket *t = in_hand(c);
    if (!t)
        return "call";
    if (strcmp(t->state, "called") == 0)
        return "welcome";
    return c->taken_in == t->id ? "done" : "intake";
}

static void draw_phrase(const struct app *app, const struct counter *c, struct area area)
{
    const struct banshi_session *s = banshi_row(struct banshi_session, app->session, 0);
    const struct banshi_ticket *t = in_hand(c);
    if (!t && c->panes[PANE_WAITING] && c->panes[PANE_WAITING]->count)
        t = banshi_row(struct banshi_ticket, c->panes[PANE_WAITING], 0); /* who will be called */
    size_t found = 0, count = 0;
    const char *step = step_of(c);
    for (size_t i = 0; c->phrases && i < c->phrases->count; i++)
        count += strcmp(banshi_row(struct banshi_phrase, c->phrases, i)->step, step) == 0;
    paint_rule(area, 0, _("What to say"));
    for (size_t i = 0; count && i < c->phrases->count; i++) {
        const struct banshi_phrase *p = banshi_row(struct banshi_phrase, c->phrases, i);
        if (strcmp(p->step, step) != 0 || found++ != c->phrase % count)
            continue;
        char *text = banshi_phrase_fill(p->text, "centre", s->centre_name, "counter", s->counter_name, "number",
                                        t ? t->number : "", "item", t ? t->item_name : "", NULL);
        paint_wrap(area_part(area, 1, 1, area.rows - 1, area.cols - 2), 0, 0, STYLE_STRONG, text ? text : p->text);
        free(text);
    }
}

static void draw_current(const struct counter *c, struct area area)
{
    const struct banshi_ticket *t = in_hand(c);
    char time[16];
    paint_rule(area, 0, _("In hand"));
    if (!t) {
        paint(area, 2, 2, STYLE_WEAK, c->paused ? _("The counter is paused") : _("Nobody is at the counter"));
    } else {
        int col = 2 + paintf(area, 1, 2, STYLE_BIG, " %s ", t->number) + 2;
        col += paintf(area, 1, col, STYLE_STRONG, "%s", _(t->state)) + 2;
        col += paintf(area, 1, col, STYLE_NORMAL, "%s · %s", _(t->purpose), t->queue_name) + 2;
        if (strcmp(t->priority, "ordinary") != 0)
            paintf(area, 1, col, STYLE_WARN, "★ %s %s", t->priority_name, t->proof);
        paint(area, 2, 2, STYLE_STRONG, t->item_name[0] ? t->item_name : _("No item was chosen at the machine"));
        col = 2 + paintf(area, 3, 2, STYLE_NORMAL, _("Number taken %s   called %d times"), clock_text(t->issued_at, time),
                         (int)t->calls) + 3;
        if (t->called_at)
            col += paintf(area, 3, col, STYLE_NORMAL, _("last called %s"), clock_text(t->called_at, time)) + 3;
        paint(area, 3, col, STYLE_WEAK, t->reason);
    }
    paintf(area, 4, 2, STYLE_GOOD, "→ %s", _(next_step(c)));
}

static void draw_line(const struct banshi_ticket *t, enum pane pane, struct area area, int row, enum style style)
{
    char time[16], waited[48];
    paint_cell(area, row, 0, area.cols, style, "");
    paint_cell(area, row, 1, 7, style, t->number);
    paint_cell(area, row, 9, 8, style, strcmp(t->priority, "ordinary") == 0 ? "" : t->priority_name);
    int64_t minutes = (time_now() - t->issued_at) / 60000000;
    snprintf(waited, sizeof waited, _("%d min"), (int)(minutes < 0 ? 0 : minutes));
    if (pane == PANE_WAITING)
        paint_right(area, row, 18, 7, style, waited);
    else
        paint_cell(area, row, 18, 7, style, clock_text(t->issued_at, time));
    paint_cell(area, row, 27, area.cols - 28, style, pane == PANE_HELD ? t->reason : t->item_name[0] ? t->item_name : t->queue_name);
}

static const char *pane_title(const struct counter *c, enum pane pane, char ret[64])
{
    static const char *const names[] = {N_("Waiting"), N_("Held"), N_("Skipped")};
    snprintf(ret, 64, "%s %zu", _(names[pane]), c->lists[pane].count);
    return ret;
}

static void draw_list(const struct counter *c, enum pane pane, struct area area)
{
    const struct list *list = &c->lists[pane];
    size_t top = list_top(list, area.rows);
    for (int r = 0; r < area.rows && top + (size_t)r < list->count; r++) {
        size_t i = top + (size_t)r;
        enum style style = i != list->selected ? STYLE_NORMAL : pane == c->pane ? STYLE_SELECTED : STYLE_CHOSEN;
        draw_line(banshi_row(struct banshi_ticket, c->panes[pane], i), pane, area, r, style);
    }
    if (!list->count)
        paint(area, 0, 1, STYLE_WEAK, pane == PANE_WAITING ? _("Nobody is waiting") : _("None"));
}

static void draw_lists(const struct counter *c, struct area area)
{
    char title[64];
    if (area.cols < 120) { /* one list, the others in the heading */
        int col = 1;
        paint_rule(area, 0, "");
        for (int pane = 0; pane < PANES; pane++)
            col += paintf(area, 0, col, pane == (int)c->pane ? STYLE_TITLE : STYLE_WEAK,
                          pane == (int)c->pane ? "[%s] " : " %s  ", pane_title(c, (enum pane)pane, title)) + 1;
        draw_list(c, c->pane, area_part(area, 1, 0, area.rows - 1, area.cols));
        return;
    }
    int wide = area.cols / 2, narrow = area.cols / 4;
    for (int pane = 0; pane < PANES; pane++) {
        struct area part = area_part(area, 0, pane == 0 ? 0 : wide + (pane - 1) * narrow, area.rows,
                                     (pane == 0 ? wide : narrow) - 1);
        paint_rule(part, 0, pane_title(c, (enum pane)pane, title));
        draw_list(c, (enum pane)pane, area_part(part, 1, 0, part.rows - 1, part.cols));
    }
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct counter *c = state;
    draw_current(c, area_part(area, 0, 0, 5, area.cols));
    draw_phrase(app, c, area_part(area, 5, 0, 3, area.cols));
    draw_lists(c, area_part(area, 8, 0, area.rows - 8, area.cols));
}

static void close(struct app *app, void *state)
{
    struct counter *c = state;
    (void)app;
    banshi_rows_free(c->current);
    banshi_rows_free(c->phrases);
    for (int pane = 0; pane < PANES; pane++)
        banshi_rows_free(c->panes[pane]);
}

const struct screen screen_counter = {
    .name = "counter",
    .title = N_("Counter"),
    .contexts = {CONTEXT_COUNTER, CONTEXT_LIST},
    .size = sizeof(struct counter),
    .open = open,
    .act = act,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
