/* SPDX-License-Identifier: MIT */
/* The roster: today at a glance, weeks, months, one's own duties; and everything that is done with them. Norm 7.3. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "roster.h"
#include "picks.h"
#include "save.h"

enum tag {
    TAG_NONE,
    TAG_WHO,
    TAG_ANYBODY,
    TAG_OVERRIDE,
    TAG_EMPTY,
    TAG_GENERATE,
    TAG_PUBLISH,
    TAG_SWAP,
    TAG_SWAP_WHY,
    TAG_OUTPUT
};
enum { CHANGES_SHOWN = 9 };

static void open(struct app *app, void *state, const void *argument)
{
    struct roster *x = state;
    const struct banshi_session *s = banshi_row(struct banshi_session, app->session, 0);
    (void)argument;
    x->me = s->staff;
    x->today = x->day = day_of(s->now);
}

static void event(struct app *app, void *state, const struct banshi_event *event)
{
    if ((int)event->concept == EVENT_MINUTE && ((const struct roster *)state)->view == ROSTER_TODAY)
        list_read(app, state, 0);
}

/* Answers ------------------------------------------------------------------------------------------------------ */

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    const struct roster *x = state;
    if (error->code == BANSHI_ECHANGED) {
        roster_tell_changed(app, _("Not stored"), error);
    } else if (x->lists.rank >= RANK_SUPERVISOR && x->login[0] && roster_ask_override(app, error, TAG_OVERRIDE)) {
        return;
    } else if (error->code != 0) {
        app_error(app, error);
    } else if (rows && rows->count) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, rows, 0);
        app_say(app, STYLE_GOOD, "%02d-%02d %s  %s", d->day / 100 % 100, d->day % 100, d->counter_label,
                d->staff_name[0] ? d->staff_name : _("vacant"));
    }
}

static void on_checked_in(struct app *app, void *state, const struct banshi_error *error,
                          const struct banshi_rows *rows)
{
    (void)state;
    if (app_ok(app, error))
        app_say(app, STYLE_GOOD, _("You are there for the duty at %s until %s"),
                banshi_row(struct banshi_roster_duty, rows, 0)->counter_label,
                banshi_row(struct banshi_roster_duty, rows, 0)->closes);
}

static void on_swap_asked(struct app *app, void *state, const struct banshi_error *error,
                          const struct banshi_rows *rows)
{
    (void)state;
    if (app_ok(app, error))
        app_say(app, STYLE_GOOD, _("%s is asked; then a lead approves"),
                banshi_row(struct banshi_roster_swap, rows, 0)->colleague_name);
}

static void on_published(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code == BANSHI_ECHANGED)
        roster_tell_changed(app, _("Not published"), error);
    else if (app_ok(app, error))
        app_say(app, STYLE_GOOD, _("Version %d is published"), (int)banshi_row(struct banshi_roster, rows, 0)->version);
}

static void on_generated(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (error->code == BANSHI_ECHANGED) {
        roster_tell_changed(app, _("Not stored"), error);
    } else if (app_ok(app, error)) {
        const struct banshi_roster *r = banshi_row(struct banshi_roster, rows, 0);
        app_say(app, r->vacancies ? STYLE_WARN : STYLE_GOOD,
                _("Planned: duties %d, vacancies %d; nobody is told before it is published"), (int)r->duties,
                (int)r->vacancies);
        if (r->vacancies)
            app_watch(app, state, roster_tell_vacancies, banshi_roster_duty_list, r->month, day_month_end(r->month),
                      false);
    }
}

/* Choosing people ---------------------------------------------------------------------------------------------- */

static void give(struct app *app, struct roster *x, const char *override)
{
    if (x->stand_in)
        app_write(app, x, on_written, banshi_roster_stand_in, x->duty, x->version, x->login, override);
    else
        app_write(app, x, on_written, banshi_roster_assign, x->duty, x->version, x->login, override);
}

static void on_candidates(struct app *app, void *state, const struct banshi_error *error,
                          const struct banshi_rows *rows)
{
    struct roster *x = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&x->candidates, rows);
    roster_pick_candidate(app, rows, TAG_WHO,
                          x->stand_in ? _("Who stands in? The best first") : _("Who has it? The best first"));
}

static void on_staff(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct roster *x = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&x->staff, rows);
    staff_pick(app, rows, TAG_ANYBODY, x->stand_in ? _("Who stands in?") : _("Who has it?"));
}

/* A colleague's duties that mine could be swapped for, and those who could take it for nothing in return. */
static void on_others(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct roster *x = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&x->others, rows);
    struct picks picks = {0};
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_roster_swap_choice *c = banshi_row(struct banshi_roster_swap_choice, rows, i);
        char day[16];
        if (c->other)
            pick_add(&picks, (int64_t)i, _("%s  for %s %s"), c->staff_name, day_short(c->other_day, day),
                     c->other_label);
        else
            pick_add(&picks, (int64_t)i, _("%s  for nothing in return"), c->staff_name);
    }
    if (!pick_ask(app, TAG_SWAP, _("Swap with whom?"), &picks, 0))
        app_say(app, STYLE_WARN, "%s", _("No colleague could take this duty"));
}

static void on_changes(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    char text[512];
    size_t used = 0;
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    for (size_t i = 0; i < rows->count && i < CHANGES_SHOWN && used + 48 < sizeof text - 64; i++) {
        const struct banshi_roster_change *c = banshi_row(struct banshi_roster_change, rows, i);
        used += (size_t)snprintf(text + used, sizeof text - used, "%02d-%02d %s  %.24s → %.24s\n", c->day / 100 % 100,
                                 c->day % 100, c->counter_label, c->before[0] ? c->before : _("vacant"),
                                 c->after[0] ? c->after : _("vacant"));
        used = used < sizeof text - 65 ? used : sizeof text - 65;
    }
    snprintf(text + used, sizeof text - used, _("Changes: %d. Publish?"), (int)rows->count);
    ask_yes(app, TAG_PUBLISH, _("Publish"), "%s", text);
}

static void swap_chosen(struct app *app, struct roster *x, int64_t number)
{
    if (!x->others || (size_t)number >= x->others->count)
        return;
    const struct banshi_roster_swap_choice *c = banshi_row(struct banshi_roster_swap_choice, x->others, (size_t)number);
    snprintf(x->login, sizeof x->login, "%s", c->login);
    x->version = c->other; /* the duty that is taken for it */
    ask_text(app, TAG_SWAP_WHY, _("Swap"), _("Why? The colleague and the lead read it:"), "", 200);
}

static void person_chosen(struct app *app, struct roster *x, const struct result *r)
{
    const struct banshi_rows *from = r->tag == TAG_WHO ? x->candidates : x->staff;
    if (r->number == ROSTER_SOMEBODY_ELSE) {
        app_ask(app, x, on_staff, banshi_staff_list);
        return;
    }
    if (!from || (size_t)r->number >= from->count)
        return;
    snprintf(x->login, sizeof x->login, "%s",
             r->tag == TAG_WHO ? banshi_row(struct banshi_roster_candidate, from, (size_t)r->number)->login
                               : banshi_row(struct banshi_staff, from, (size_t)r->number)->login);
    give(app, x, NULL);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct roster *x = state;
    const struct banshi_roster *month = roster_month(x);
    const char *kind = month ? month->kind : "lunch";
    if (!r->chosen)
        return;
    switch ((enum tag)r->tag) {
    case TAG_WHO:
    case TAG_ANYBODY:
        person_chosen(app, x, r);
        break;
    case TAG_OVERRIDE:
        if (r->text[0])
            give(app, x, r->text);
        break;
    case TAG_EMPTY:
        app_write(app, x, on_written, banshi_roster_unassign, x->duty, x->version);
        break;
    case TAG_GENERATE:
        app_write(app, x, on_generated, banshi_roster_generate, kind, x->day);
        break;
    case TAG_PUBLISH:
        app_write(app, x, on_published, banshi_roster_publish, kind, x->day, x->draft);
        break;
    case TAG_SWAP:
        swap_chosen(app, x, r->number);
        break;
    case TAG_SWAP_WHY:
        app_write(app, x, on_swap_asked, banshi_roster_swap, x->duty, x->login, x->version, r->text);
        break;
    case TAG_OUTPUT:
        if (r->text[0])
            roster_output(app, x, r->text);
        break;
    case TAG_NONE:
        break;
    }
}

/* Acting ------------------------------------------------------------------------------------------------------- */

static bool is(const struct banshi_roster_duty *d, const char *state)
{
    return strcmp(d->state, state) == 0;
}

/* Who may. */
static enum rank least(enum action action)
{
    switch (action) {
    case ACTION_ROSTER_ASSIGN:
    case ACTION_ROSTER_EMPTY:
    case ACTION_ROSTER_STAND_IN:
    case ACTION_ROSTER_WHY:
        return RANK_LEAD;
    case ACTION_ROSTER_GENERATE:
    case ACTION_ROSTER_PUBLISH:
        return RANK_SUPERVISOR;
    default:
        return RANK_CLERK;
    }
}

/* Is there a duty of mine to check in for now? When today is not shown, there may be. */
static bool can_check_in(const struct roster *x)
{
    const struct banshi_rows *duties = list_rows(x, 0);
    banshi_date first, last;
    roster_period(x, &first, &last);
    if (!duties || x->today < first || x->today > last)
        return true;
    for (size_t i = 0; i < duties->count; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, duties, i);
        if (d->published == x->me && roster_duty_due(d))
            return true;
    }
    return false;
}

static bool possible(const struct roster *x, enum action action)
{
    const struct banshi_roster_duty *d = roster_chosen(x);
    const struct banshi_roster *month = roster_month(x);
    switch (action) {
    case ACTION_ROSTER_ASSIGN:
        return d && d->day >= x->today;
    case ACTION_ROSTER_EMPTY:
        return d && d->staff && d->day >= x->today;
    case ACTION_ROSTER_STAND_IN:
        return d && d->day == x->today && d->ends > time_now() && !is(d, "checked in") && !is(d, "late") && month &&
               month->version > 0;
    case ACTION_ROSTER_WHY:
        return d;
    case ACTION_ROSTER_SWAP:
        return d && d->published == x->me && d->day >= x->today;
    case ACTION_ROSTER_PUBLISH:
        return month && month->changes > 0;
    case ACTION_ROSTER_CHECK_IN:
        return can_check_in(x);
    default:
        return true;
    }
}

/* A table of days has no lines to filter, sort or mark. */
static bool of_lines(enum action action)
{
    return action == ACTION_FILTER || action == ACTION_SORT || action == ACTION_SORT_BACKWARDS || action == ACTION_MARK;
}

static const char *hint(const void *state, enum action action)
{
    const struct roster *x = state;
    if (of_lines(action) && roster_is_grid(x))
        return "";
    if ((action == ACTION_ROSTER_LEFT || action == ACTION_ROSTER_RIGHT) && !roster_is_grid(x))
        return "";
    return x->lists.rank >= least(action) && possible(x, action) ? NULL : "";
}

static void keep_duty(struct roster *x, bool stand_in)
{
    const struct banshi_roster_duty *d = roster_chosen(x);
    x->duty = d->id;
    x->version = d->version;
    x->stand_in = stand_in;
    x->login[0] = '\0';
}

static void ask_where(struct app *app, const struct roster *x)
{
    static const char *const names[] = {"day", "week", "month", "mine"};
    char path[SAVE_SIZE], day[16];
    save_place(path, "roster-%s-%s.pdf", names[x->view], day_text(x->day, day));
    ask_text(app, TAG_OUTPUT, _("Print or export"),
             _("A file .pdf, .txt, .xlsx, .csv, .ics (calendar), or printer:NAME"), path, 400);
}

static void ask_generate(struct app *app, const struct roster *x)
{
    ask_yes(app, TAG_GENERATE, _("Plan the month"),
            _("Plan %d-%02d anew, from today on? What was changed by hand and not published is lost."), x->day / 10000,
            x->day / 100 % 100);
}

static void ask_empty(struct app *app, const struct banshi_roster_duty *d)
{
    ask_yes(app, TAG_EMPTY, _("Take off"), _("Take %s off %02d-%02d %s?"), d->staff_name, d->day / 100 % 100,
            d->day % 100, d->counter_label);
}

static bool act_on_duty(struct app *app, struct roster *x, enum action action)
{
    switch (action) {
    case ACTION_ROSTER_ASSIGN:
    case ACTION_ROSTER_STAND_IN:
        keep_duty(x, action == ACTION_ROSTER_STAND_IN);
        app_ask(app, x, on_candidates, banshi_roster_candidate_list, x->duty);
        return true;
    case ACTION_ROSTER_EMPTY:
        keep_duty(x, false);
        ask_empty(app, roster_chosen(x));
        return true;
    case ACTION_ROSTER_WHY:
        app_ask(app, x, roster_tell_why, banshi_roster_why, roster_chosen(x)->id);
        return true;
    case ACTION_ROSTER_SWAP:
        keep_duty(x, false);
        app_ask(app, x, on_others, banshi_roster_swap_choice_list, x->duty);
        return true;
    default:
        return false;
    }
}

static bool act(struct app *app, void *state, enum action action)
{
    struct roster *x = state;
    if (roster_move(app, x, action))
        return true;
    if (of_lines(action) && roster_is_grid(x)) {
        app_impossible(app, action);
        return true;
    }
    if (action_table[action].context != CONTEXT_ROSTER)
        return false;
    if (!app_may(app, least(action), action))
        return true;
    if (app_busy(app, x) || !possible(x, action)) {
        app_impossible(app, action);
        return true;
    }
    switch (action) {
    case ACTION_ROSTER_GENERATE:
        ask_generate(app, x);
        return true;
    case ACTION_ROSTER_PUBLISH:
        x->draft = roster_month(x)->draft; /* read before the changes are: never one that they do not show */
        app_ask(app, x, on_changes, banshi_roster_change_list, roster_month(x)->id, 0);
        return true;
    case ACTION_ROSTER_CHECK_IN:
        app_write(app, x, on_checked_in, banshi_roster_check_in);
        return true;
    case ACTION_ROSTER_OUTPUT:
        ask_where(app, x);
        return true;
    default:
        return act_on_duty(app, x, action);
    }
}

static void close(struct app *app, void *state)
{
    (void)app;
    roster_free(state);
}

static const struct list_screen lists = {.views = roster_views, .view_count = 1};

const struct screen screen_roster = {
    .name = "roster",
    .title = N_("Roster"),
    .contexts = {CONTEXT_ROSTER},
    .opened_by = ACTION_ROSTER,
    .least = RANK_CLERK,
    .size = sizeof(struct roster),
    .list = &lists,
    .open = open,
    .act = act,
    .hint = hint,
    .event = event,
    .result = result,
    .draw = roster_draw,
    .close = close,
};
