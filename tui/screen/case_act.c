/* SPDX-License-Identifier: MIT */
/* A step on the clock of a case: what it needs is asked, what it will do is said before it is done, and its notice opens for
 * printing. Licensing Law art. 42, 44, 45. */
#include <config.h>

#include "case_act.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "case_form.h"
#include "choice.h"
#include "kit/form.h"
#include "i18n.h"

struct case_act {
    enum action act;
    int64_t id;
    banshi_date promised_due, statutory_due; /* as they are now */
    char title[128];
    struct form form;
    const struct banshi_rows *forecast;
    char refused[512]; /* why the step would not be done as the form is */
    int64_t days;      /* that the forecast is for */
};

/* What is possible ---------------------------------------------------------------------------------------------- */

bool case_act_is(enum action act)
{
    return act == ACTION_CASE_SUSPEND || act == ACTION_CASE_RESUME || act == ACTION_CASE_EXTEND ||
           act == ACTION_CASE_FINISH || act == ACTION_CASE_DELIVER;
}

bool case_act_possible(const struct banshi_case *c, bool leads, enum action act)
{
    bool accepted = c && strcmp(c->state, "accepted") == 0;
    bool running = accepted || (c && strcmp(c->state, "prolonged") == 0);
    bool suspended = c && strcmp(c->state, "suspended") == 0;
    switch (act) {
    case ACTION_CASE_SUSPEND:
        return running;
    case ACTION_CASE_RESUME:
        return suspended;
    case ACTION_CASE_EXTEND: /* once only, before the limit has run out, by an approver */
        return accepted && leads && (c->statutory_due ? c->statutory_due : c->promised_due) >= day_of(time_now());
    case ACTION_CASE_FINISH:
        return running || suspended;
    case ACTION_CASE_DELIVER:
        return c && strcmp(c->state, "decided") == 0;
    default:
        return false;
    }
}

void case_act_open(struct app *app, int tag, const struct banshi_case *c, enum action act)
{
    if (case_act_possible(c, app_leads(app), act))
        app_open(app, "case_act", tag, &(struct case_act_start){act, c});
    else
        app_say(app, STYLE_WARN, _("%s: not possible now"), _(action_table[act].label));
}

/* The forecast -------------------------------------------------------------------------------------------------- */

static const char *step_name(const struct case_act *s)
{
    switch (s->act) {
    case ACTION_CASE_SUSPEND:
        return "suspend";
    case ACTION_CASE_RESUME:
        return "resume";
    case ACTION_CASE_EXTEND:
        return "extend";
    default:
        return strcmp(form_value(&s->form, "result"), "ended") == 0 ? NULL : "finish";
    }
}

static bool has_days(const struct case_act *s)
{
    return s->act == ACTION_CASE_SUSPEND || s->act == ACTION_CASE_EXTEND;
}

static void on_forecast(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct case_act *s = state;
    (void)app;
    keep_rows(&s->forecast, error->code == 0 ? rows : NULL);
    s->refused[0] = '\0';
    if (error->code != 0)
        error_words(error, s->refused, sizeof s->refused);
}

static void forecast(struct app *app, struct case_act *s)
{
    const char *step = s->act == ACTION_CASE_DELIVER ? NULL : step_name(s);
    s->days = has_days(s) ? strtoll(form_value(&s->form, "days"), NULL, 10) : 0;
    if (!step || (has_days(s) && s->days <= 0)) {
        keep_rows(&s->forecast, NULL);
        s->refused[0] = '\0';
        return;
    }
    app_watch(app, s, on_forecast, banshi_case_forecast, s->id, step, s->days);
}

/* The form ------------------------------------------------------------------------------------------------------ */

static void fields(struct case_act *s, const struct banshi_case *c)
{
    switch (s->act) {
    case ACTION_CASE_SUSPEND:
        form_add_choice(&s->form, "kind", _("Special procedure"), banshi_word_suspension_kind);
        form_add(&s->form, "days", _("Working days"), 3);
        form_add(&s->form, "note", _("What is done"), 300);
        break;
    case ACTION_CASE_EXTEND:
        form_add(&s->form, "days", _("Working days"), 2);
        form_add_choice(&s->form, "unified", _("Several organs"), no_yes);
        form_add(&s->form, "reason", _("Grounds"), 300);
        form_offer(&s->form, "days", "10");
        break;
    case ACTION_CASE_FINISH:
        form_add_choice(&s->form, "result", _("Result"), banshi_word_case_result);
        form_add(&s->form, "note", _("Note"), 500);
        if (strcmp(c->state, "suspended") == 0) /* nothing is decided meanwhile */
            form_set(&s->form, "result", "ended");
        break;
    case ACTION_CASE_DELIVER:
        form_add_choice(&s->form, "delivery", _("Delivery"), banshi_word_case_delivery);
        form_add(&s->form, "note", _("Note"), 200);
        form_set(&s->form, "delivery", c->delivery);
        break;
    default:
        break;
    }
}

static void open(struct app *app, void *state, const void *argument)
{
    const struct case_act_start *start = argument;
    struct case_act *s = state;
    s->act = start->act;
    s->id = start->subject->id;
    s->promised_due = start->subject->promised_due;
    s->statutory_due = start->subject->statutory_due;
    snprintf(s->title, sizeof s->title, "%s  %s", _(action_table[s->act].label), start->subject->applicant_name);
    fields(s, start->subject);
    forecast(app, s);
}

static bool type(struct app *app, void *state, key k)
{
    struct case_act *s = state;
    char result[16];
    snprintf(result, sizeof result, "%s", form_value(&s->form, "result"));
    if (!form_key(&s->form, k))
        return false;
    if ((has_days(s) && strtoll(form_value(&s->form, "days"), NULL, 10) != s->days) ||
        strcmp(result, form_value(&s->form, "result")) != 0)
        forecast(app, s);
    return true;
}

/* Doing it ------------------------------------------------------------------------------------------------------ */

static bool failed(struct app *app, struct case_act *s, const struct banshi_error *error)
{
    if (error->code != 0 && error->code != BANSHI_ECANCELLED)
        case_form_error(app, &s->form, error);
    return error->code != 0;
}

static void close_with_notice(struct app *app, const struct banshi_document *notice)
{
    char text[256];
    snprintf(text, sizeof text, _("%s %s is issued"), notice->title, notice->number);
    app_close(app, true, text, notice->id);
}

static void on_notice(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (!failed(app, state, error))
        close_with_notice(app, banshi_row(struct banshi_document, rows, 0));
}

/* The decision that a denial has issued. */
static void on_denied(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (failed(app, state, error))
        return;
    size_t i = rows->count;
    while (i > 0 && strcmp(banshi_row(struct banshi_document, rows, i - 1)->kind, "denial") != 0)
        i--;
    if (i > 0)
        close_with_notice(app, banshi_row(struct banshi_document, rows, i - 1));
    else
        app_close(app, true, _("denied"), 0);
}

static void on_done(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    char text[256];
    if (failed(app, state, error))
        return;
    const struct banshi_case *c = banshi_row(struct banshi_case, rows, 0);
    if (strcmp(c->state, "decided") == 0 && strcmp(c->result, "denied") == 0) {
        app_ask(app, state, on_denied, banshi_document_list, c->id);
        return;
    }
    snprintf(text, sizeof text, "%s  %s", c->number, word_text(banshi_word_case_state, c->state));
    app_close(app, true, text, 0);
}

static void commit(struct app *app, struct case_act *s)
{
    const struct form *f = &s->form;
    int64_t days = strtoll(form_value(f, "days"), NULL, 10);
    switch (s->act) {
    case ACTION_CASE_SUSPEND:
        app_write(app, s, on_notice, banshi_case_suspend, s->id, form_value(f, "kind"), form_value(f, "note"), days);
        break;
    case ACTION_CASE_RESUME:
        app_write(app, s, on_done, banshi_case_resume, s->id);
        break;
    case ACTION_CASE_EXTEND:
        app_write(app, s, on_notice, banshi_case_extend, s->id, days, strcmp(form_value(f, "unified"), "yes") == 0,
                  form_value(f, "reason"));
        break;
    case ACTION_CASE_FINISH:
        app_write(app, s, on_done, banshi_case_finish, s->id, form_value(f, "result"), form_value(f, "note"));
        break;
    default:
        app_write(app, s, on_done, banshi_case_deliver, s->id, form_value(f, "delivery"), form_value(f, "note"));
        break;
    }
}

static bool act(struct app *app, void *state, enum action action)
{
    struct case_act *s = state;
    if (action != ACTION_COMMIT)
        return s->form.count && form_act(&s->form, action);
    if (!app_busy(app, s) && !form_wrong(&s->form))
        commit(app, s);
    return true;
}

/* The picture --------------------------------------------------------------------------------------------------- */

static int move_line(struct area area, int row, const char *label, banshi_date from, banshi_date to)
{
    char day[16], other[16];
    if (!to)
        return row;
    paint_right(area, row, 0, 14, STYLE_LABEL, label);
    if (from && from != to)
        paintf(area, row, 16, STYLE_STRONG, "%s → %s", day_text(from, day), day_text(to, other));
    else
        paint(area, row, 16, from ? STYLE_NORMAL : STYLE_STRONG, day_text(to, day));
    return row + 1;
}

static void draw_forecast(const struct case_act *s, struct area area)
{
    static const char *const after[] = {
        N_("The clock stands still from tomorrow on; the written notice opens for printing."),
        N_("The clock goes on; days of the special procedure do not count."),
        N_("Once only; the written notice opens for printing."),
        N_("The result is to be delivered within ten working days."),
        N_("The case is closed."),
        N_("The decision opens for printing, with the grounds and remedies; it is to be delivered within ten working "
           "days."),
    };
    int row = 1;
    paint_rule(area, 0, _("What happens"));
    if (s->refused[0]) {
        paint_wrap(area_part(area, 1, 0, area.rows - 1, area.cols), 0, 0, STYLE_BAD, s->refused);
        return;
    }
    if (s->forecast && s->forecast->count) {
        const struct banshi_forecast *f = banshi_row(struct banshi_forecast, s->forecast, 0);
        bool decided = s->act == ACTION_CASE_FINISH, stands = s->act == ACTION_CASE_SUSPEND;
        row = move_line(area, row, _("Promised by"), s->promised_due, decided || stands ? 0 : f->promised_due);
        row = move_line(area, row, _("Statutory limit"), s->statutory_due, decided || stands ? 0 : f->statutory_due);
        row = move_line(area, row, _("Resumed by"), 0, stands ? f->resume_by : 0);
        row = move_line(area, row, _("Delivered by"), 0, decided ? f->deliver_by : 0);
        if (!f->published)
            paint(area, row++, 16, STYLE_WARN, _("! calendar not published yet, provisional"));
    }
    const char *result = form_value(&s->form, "result");
    size_t i = strcmp(result, "ended") == 0    ? 4
               : strcmp(result, "denied") == 0 ? 5
                                               : (size_t)s->act - ACTION_CASE_SUSPEND;
    paint_wrap(area_part(area, row, 0, area.rows - row, area.cols), 0, 0, STYLE_WEAK, _(after[i]));
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct case_act *s = state;
    (void)app;
    int fields = s->form.count ? (int)s->form.count + 2 : 0, rows = fields + 9;
    struct area inside = form_frame(area, rows, s->title);
    if (s->form.count)
        form_draw(&s->form, area_part(inside, 1, 0, fields, inside.cols));
    draw_forecast(s, area_part(inside, fields + 1, 0, inside.rows - fields - 1, inside.cols));
}

static void close(struct app *app, void *state)
{
    struct case_act *s = state;
    (void)app;
    form_free(&s->form);
    banshi_rows_free(s->forecast);
}

const struct screen screen_case_act = {
    .name = "case_act",
    .title = N_("The clock of the case"),
    .contexts = {CONTEXT_FORM},
    .size = sizeof(struct case_act),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .draw = draw,
    .close = close,
};
