/* SPDX-License-Identifier: MIT */
/* The counter: calling numbers and everything that is done with them. Norms 2.2, 2.6, 5.1–5.3. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "counter.h"
#include "dialog.h"
#include "i18n.h"
#include "intake.h"

/* Writing ------------------------------------------------------------------------------------------------------ */

#define WRITE(answer, call, ...) app_write(app, c, answer, call, ##__VA_ARGS__)

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    if (!app_ok(app, error) || !rows || !rows->count) {
        counter_refresh(app, c); /* it may be otherwise than it was shown */
        return;
    }
    c->phrase = 0;
    c->lists.pane = PANE_WAITING;
    counter_take(c, rows); /* at once, without waiting for the event */
    if (counter_ticket_is(banshi_row(struct banshi_ticket, rows, 0), "done"))
        counter_read_lines(app, c);
}

static void open_intake(struct app *app, struct counter *c)
{
    const struct banshi_ticket *t = counter_current(c);
    if (t)
        app_open(app, "case_intake", ACTION_INTAKE, &(struct intake_start){t->id, t->item, t->number});
}

static void on_served(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    on_written(app, state, error, rows);
    const struct banshi_ticket *t = counter_current(c);
    if (error->code == 0 && t && strcmp(t->purpose, "case") == 0)
        open_intake(app, c);
}

static void on_paused(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    if (!app_ok(app, error))
        return;
    c->paused = rows->count && strcmp(banshi_row(struct banshi_counter, rows, 0)->state, "paused") == 0;
    app_say(app, c->paused ? STYLE_WARN : STYLE_GOOD, "%s",
            c->paused ? _("The counter is paused: no number is called") : _("The counter is open"));
}

static void on_reported(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state, (void)rows;
    if (app_ok(app, error))
        app_say(app, STYLE_GOOD, "%s", _("Reported to the lead and the centre; they see it now"));
}

static void on_checked_in(struct app *app, void *state, const struct banshi_error *error,
                          const struct banshi_rows *rows)
{
    struct counter *c = state;
    if (!app_ok(app, error))
        return;
    app_say(app, STYLE_GOOD, _("You are there for the duty at %s until %s"),
            banshi_row(struct banshi_roster_duty, rows, 0)->counter_label,
            banshi_row(struct banshi_roster_duty, rows, 0)->closes);
    counter_event(app, c, EVENT(BANSHI_CONCEPT_ROSTER));
}

static void on_signed_off(struct app *app, void *state, const struct banshi_error *error,
                          const struct banshi_rows *rows)
{
    (void)state, (void)rows;
    if (!app_ok(app, error))
        return;
    app_restart(app, "sign_on");
    app_say(app, STYLE_GOOD, "%s", _("Signed off; the counter is closed"));
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
        char value[512], detail[512];
        detail_words(r->value, value, sizeof value);
        detail_words(r->detail, detail, sizeof detail);
        int n = snprintf(text + used, sizeof text - used, _("%s: %s%s%s\n"), _(r->fact), value, detail[0] ? "  " : "",
                         detail);
        used += n > 0 ? (size_t)n : 0;
    }
    app_open(app, "viewer", 0, &(struct reading){_("Why this order"), text});
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct counter *c = state;
    const struct banshi_ticket *t = counter_current(c);
    if (!r->chosen)
        return;
    switch (r->tag) {
    case ACTION_INTAKE:
        c->taken_in = t ? t->id : 0;
        c->phrase = 0;
        snprintf(c->outcome, sizeof c->outcome, "%s", r->text);
        counter_read_cases(app, c); /* with the limits that the database has computed */
        break;
    case ACTION_ISSUE:
        app_say(app, STYLE_GOOD, "%s", r->text);
        break;
    case ACTION_CALL_CHOSEN:
        WRITE(on_written, banshi_ticket_call, c->lists.subject, r->text);
        break;
    case ACTION_VOID:
        WRITE(on_written, banshi_ticket_void, c->lists.subject, r->text);
        break;
    case ACTION_HOLD:
        WRITE(on_written, banshi_ticket_hold, r->text);
        break;
    case ACTION_RETURN:
        WRITE(on_written, banshi_ticket_return, r->text);
        break;
    case ACTION_PAUSE:
        WRITE(on_paused, banshi_counter_pause, r->text);
        break;
    case ACTION_INCIDENT:
        WRITE(on_reported, banshi_incident_report, r->text);
        break;
    case ACTION_LEAVE:
        WRITE(on_written, banshi_ticket_leave, c->lists.subject);
        break;
    case ACTION_SKIP:
        WRITE(on_written, banshi_ticket_skip);
        break;
    case ACTION_SIGN_OFF:
        WRITE(on_signed_off, banshi_session_sign_off);
        break;
    default:
        break;
    }
}

/* Acting ------------------------------------------------------------------------------------------------------- */

static void proceed(struct app *app, struct counter *c)
{
    const struct banshi_ticket *t = counter_current(c), *line = counter_selected(c);
    if (c->closed) { /* by somebody else: the session goes on without a counter */
        app_close(app, true, NULL, 0);
        app_open(app, "dress", 0, NULL);
    } else if (c->lists.pane == PANE_HELD && line) {
        WRITE(on_written, banshi_ticket_resume, line->id);
    } else if (c->lists.pane == PANE_SKIPPED && line) {
        WRITE(on_written, banshi_ticket_restore, line->id);
    } else if (c->paused && !t) {
        WRITE(on_paused, banshi_counter_resume);
    } else if (!t) {
        WRITE(on_written, banshi_ticket_call_next);
    } else if (counter_ticket_is(t, "called")) {
        WRITE(on_served, banshi_ticket_serve);
    } else if (counter_takes_in(c, t)) {
        open_intake(app, c);
    } else {
        WRITE(on_written, banshi_ticket_done);
    }
}

static void ask_about_text(struct app *app, enum action tag, const char *title, const char *label, const char *text)
{
    /* putting aside and undoing a call are explained as far as somebody likes to */
    bool free = tag == ACTION_HOLD || tag == ACTION_RETURN;
    (free ? ask_text : ask_needed)(app, (int)tag, title, label, text, 200);
}

/* After closing time nobody is left behind unsaid. */
static void ask_sign_off(struct app *app, const struct counter *c)
{
    const struct banshi_hours_now *h =
        c->hours && c->hours->count ? banshi_row(struct banshi_hours_now, c->hours, 0) : NULL;
    const struct banshi_rows *waiting = list_rows(c, PANE_WAITING);
    char text[192];
    if (h && !h->open && waiting && waiting->count)
        snprintf(text, sizeof text,
                 _("%zu still wait for this counter after closing time. Close it and end the shift?"), waiting->count);
    else
        snprintf(text, sizeof text, "%s", _("Close the counter and end the shift?"));
    ask_yes(app, ACTION_SIGN_OFF, _("Sign off"), "%s", text);
}

/* Why it happens to the number of a line; format has one %s, the number. */
static void ask_why(struct app *app, enum action tag, const char *format, const char *number)
{
    char title[128];
    snprintf(title, sizeof title, format, number);
    ask_about_text(app, tag, title, _("Reason (is stored with the number):"), "");
}

static void back(struct app *app, struct counter *c)
{
    if (c->lists.pane != PANE_WAITING) {
        c->lists.pane = PANE_WAITING;
    } else {
        app_say(app, STYLE_WARN, "%s", _("Sign off with o, or leave the program with ^Q"));
    }
}

static bool act_on_line(struct app *app, struct counter *c, enum action action, const struct banshi_ticket *line)
{
    c->lists.subject = line->id;
    switch (action) {
    case ACTION_CALL_CHOSEN:
        if (c->lists.pane == PANE_WAITING)
            ask_why(app, ACTION_CALL_CHOSEN, _("Call %s out of order"), line->number);
        else
            proceed(app, c);
        return true;
    case ACTION_WHY:
        app_ask(app, c, on_why, banshi_ticket_why, line->id);
        return true;
    case ACTION_LEAVE:
        ask_yes(app, ACTION_LEAVE, _("Went home"), _("%s went home and is not called any more?"), line->number);
        return true;
    case ACTION_VOID:
        ask_why(app, ACTION_VOID, _("Void %s"), line->number);
        return true;
    default:
        return false;
    }
}

static bool act_on_current(struct app *app, struct counter *c, enum action action, const struct banshi_ticket *t)
{
    switch (action) {
    case ACTION_RECALL:
        WRITE(on_written, banshi_ticket_recall);
        return true;
    case ACTION_SKIP:
        ask_yes(app, ACTION_SKIP, _("Not here"), _("%s was called and is not here: skip the number?"), t->number);
        return true;
    case ACTION_INTAKE:
        if (counter_ticket_is(t, "called"))
            WRITE(on_served, banshi_ticket_serve);
        else
            open_intake(app, c);
        return true;
    case ACTION_HOLD:
        ask_about_text(app, ACTION_HOLD, _("Hold"), _("Why is it put aside?"),
                       _("The applicant is filling in the form"));
        return true;
    case ACTION_TRANSFER:
        app_open(app, "ticket_transfer", 0, t->number);
        return true;
    case ACTION_RETURN:
        ask_about_text(app, ACTION_RETURN, _("Undo the call"), _("Reason (is stored with the number):"),
                       _("Called by mistake"));
        return true;
    case ACTION_DONE:
        WRITE(on_written, banshi_ticket_done);
        return true;
    default:
        return false;
    }
}

static bool act_anyway(struct app *app, struct counter *c, enum action action)
{
    switch (action) {
    case ACTION_BACK:
        back(app, c);
        return true;
    case ACTION_PROCEED:
        proceed(app, c);
        return true;
    case ACTION_HELD:
        c->lists.pane = c->lists.pane == PANE_HELD ? PANE_WAITING : PANE_HELD;
        return true;
    case ACTION_ITEM_INFO:
        app_open(app, "item", 0, &(struct record_start){.id = counter_current(c) ? counter_current(c)->item : 0});
        return true;
    case ACTION_PHRASE:
        c->phrase++;
        return true;
    case ACTION_CHECK_IN:
        WRITE(on_checked_in, banshi_roster_check_in);
        return true;
    case ACTION_PAUSE:
        if (c->paused)
            WRITE(on_paused, banshi_counter_resume);
        else
            ask_about_text(app, ACTION_PAUSE, _("Pause"), _("Why is the counter paused?"), "");
        return true;
    case ACTION_INCIDENT:
        ask_about_text(app, ACTION_INCIDENT, _("Incident"),
                       _("What happens? The lead and the centre are told at once:"),
                       _("The person is agitated; somebody please come"));
        return true;
    case ACTION_SIGN_OFF:
        ask_sign_off(app, c);
        return true;
    default:
        return false;
    }
}

static bool act(struct app *app, void *state, enum action action)
{
    struct counter *c = state;
    const struct banshi_ticket *t = counter_current(c), *line = counter_selected(c);
    bool filtered = c->lists.panes[c->lists.pane].table.filter.text[0];
    if (action_table[action].context == CONTEXT_LIST || action_table[action].context == CONTEXT_TABLE ||
        (action == ACTION_BACK && filtered))
        return false;
    if (app_busy(app, c))
        return action_table[action].context != CONTEXT_GLOBAL; /* the last act has not been answered yet */
    if (!counter_possible(c, action)) {
        app_impossible(app, action);
        return true;
    }
    return act_anyway(app, c, action) || (t && act_on_current(app, c, action, t)) ||
           (line && act_on_line(app, c, action, line));
}

static void close(struct app *app, void *state)
{
    (void)app;
    counter_free(state);
}

static const struct list_screen lists = {
    .views = counter_views, .view_count = PANES, .pane = ACTION_PANE, .pane_before = ACTION_PANE_BEFORE};

const struct screen screen_counter = {
    .name = "counter",
    .title = N_("Counter"),
    .contexts = {CONTEXT_COUNTER},
    .least = RANK_CLERK,
    .size = sizeof(struct counter),
    .list = &lists,
    .act = act,
    .hint = counter_hint,
    .event = counter_event,
    .result = result,
    .draw = counter_draw,
    .close = close,
};
