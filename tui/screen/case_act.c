/* SPDX-License-Identifier: MIT */
/* A step on the clock of a case: what it needs is asked, what it will do is said before it is done, and its notice opens for
 * printing. Licensing Law art. 42, 44, 45. */
#include <config.h>

#include "case_act.h"

#include <stdio.h>
#include <string.h>

#include "form_screen.h"
#include "i18n.h"

struct case_act {
    struct form_state form;
    enum action act;
    int64_t id;
    banshi_date promised_due, statutory_due; /* as they are now */
    const struct banshi_rows *forecast;
    char refused[512]; /* why the step would not be done as the form is */
};

/* What is not granted is said why. */
static const char *check_note(const struct form *form, struct field *field, char room[256])
{
    (void)room;
    return field->edit.text[0] || strcmp(form_value(form, "result"), "granted") == 0 ? NULL : _("This is needed");
}

/* The fields of each step. */
static const struct form_field suspend[] = {
    {"kind", N_("Special procedure"), FIELD_CHOICE, .choices = banshi_word_suspension_kind},
    {"days", N_("Working days"), FIELD_NUMBER, .limit = 3, .least = 1, .must = true},
    {"note", N_("What is done"), .limit = 300, .must = true},
};
static const struct form_field extend[] = {
    {"days", N_("Working days"), FIELD_NUMBER, .limit = 2, .least = 1, .must = true},
    {"unified", N_("Several organs"), .kind = FIELD_FLAG},
    {"reason", N_("Grounds"), .limit = 300, .must = true},
};
static const struct form_field finish[] = {
    {"result", N_("Result"), FIELD_CHOICE, .choices = banshi_word_case_result},
    {"note", N_("Note"), .limit = 500, .check = check_note},
};
static const struct form_field deliver[] = {
    {"delivery", N_("Delivery"), FIELD_CHOICE, .choices = banshi_word_case_delivery},
    {"note", N_("Note"), .limit = 200},
};

/* What is possible ---------------------------------------------------------------------------------------------- */

bool case_act_is(enum action act)
{
    return act == ACTION_CASE_SUSPEND || act == ACTION_CASE_RESUME || act == ACTION_CASE_EXTEND ||
           act == ACTION_CASE_FINISH || act == ACTION_CASE_DELIVER;
}

enum rank case_act_least(enum action act)
{
    return act == ACTION_CASE_EXTEND ? RANK_LEAD : RANK_CLERK; /* by an approver */
}

bool case_act_possible(const struct banshi_case *c, enum action act)
{
    bool accepted = c && strcmp(c->state, "accepted") == 0;
    bool running = accepted || (c && strcmp(c->state, "prolonged") == 0);
    bool suspended = c && strcmp(c->state, "suspended") == 0;
    switch (act) {
    case ACTION_CASE_SUSPEND:
        return running;
    case ACTION_CASE_RESUME:
        return suspended;
    case ACTION_CASE_EXTEND: /* once only, before the limit has run out */
        return accepted && (c->statutory_due ? c->statutory_due : c->promised_due) >= day_of(time_now());
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
    if (!app_may(app, case_act_least(act), act))
        return;
    if (case_act_possible(c, act))
        app_open(app, "case_act", tag, &(struct case_act_start){act, c});
    else
        app_impossible(app, act);
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
    case ACTION_CASE_FINISH:
        return strcmp(form_value(&s->form.form, "result"), "ended") == 0 ? NULL : "finish";
    default:
        return NULL;
    }
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

/* Of what the form says now; of days that are none, none. */
static void forecast(struct app *app, struct case_act *s)
{
    const char *step = step_name(s);
    int64_t days = form_number(&s->form.form, "days");
    if (step && (days > 0 || !form_find(&s->form.form, "days"))) {
        app_watch(app, s, on_forecast, banshi_case_forecast, s->id, step, days);
        return;
    }
    keep_rows(&s->forecast, NULL);
    s->refused[0] = '\0';
}

static void changed(struct app *app, void *state, const char *id)
{
    if (strcmp(id, "days") == 0 || strcmp(id, "result") == 0)
        forecast(app, state);
}

static void open(struct app *app, void *state, const void *argument)
{
    const struct case_act_start *start = argument;
    const struct banshi_case *c = start->subject;
    struct case_act *s = state;
#define STEP(step, fields) [ACTION_CASE_##step - ACTION_CASE_SUSPEND] = { fields, sizeof fields / sizeof fields[0] }
    static const struct {
        const struct form_field *fields;
        size_t count;
    } steps[] = {STEP(SUSPEND, suspend), STEP(EXTEND, extend), STEP(FINISH, finish), STEP(DELIVER, deliver)};
    s->act = start->act;
    s->id = c->id;
    s->promised_due = c->promised_due;
    s->statutory_due = c->statutory_due;
    form_title(s, "%s  %s", _(action_table[s->act].label), c->applicant_name);
    form_declare(state, steps[s->act - ACTION_CASE_SUSPEND].fields, steps[s->act - ACTION_CASE_SUSPEND].count);
    if (s->act == ACTION_CASE_EXTEND)
        form_offer(state, "days", "10");
    if (strcmp(c->state, "suspended") == 0) /* nothing is decided meanwhile */
        form_set(state, "result", "ended");
    form_set(state, "delivery", c->delivery);
    forecast(app, s);
}

/* Doing it ------------------------------------------------------------------------------------------------------ */

static void close_with_notice(struct app *app, void *state, const struct banshi_document *notice)
{
    char text[256];
    snprintf(text, sizeof text, _("%s %s is issued"), notice->title, notice->number);
    app_close_of(app, state, true, text, notice->id);
}

/* The decision that a denial has issued. */
static void on_denied(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (!app_ok(app, error))
        return;
    size_t i = rows->count;
    while (i > 0 && strcmp(banshi_row(struct banshi_document, rows, i - 1)->kind, "denial") != 0)
        i--;
    if (i > 0)
        close_with_notice(app, state, banshi_row(struct banshi_document, rows, i - 1));
    else
        app_close_of(app, state, true, _("denied"), 0);
}

/* The answer is the notice that was issued, or the case. */
static void done(struct app *app, void *state, const struct banshi_rows *rows)
{
    char text[256];
    if (rows->shape == &banshi_document_shape) {
        close_with_notice(app, state, banshi_row(struct banshi_document, rows, 0));
        return;
    }
    const struct banshi_case *c = banshi_row(struct banshi_case, rows, 0);
    if (strcmp(c->state, "decided") == 0 && strcmp(c->result, "denied") == 0) {
        app_ask(app, state, on_denied, banshi_document_list, c->id);
        return;
    }
    snprintf(text, sizeof text, "%s  %s", c->number, word_text(banshi_word_case_state, c->state));
    app_close_of(app, state, true, text, 0);
}

static void send(struct app *app, void *state)
{
    const struct case_act *s = state;
    const char *note = form_value(state, "note");
    int64_t days = form_number(state, "days");
    switch (s->act) {
    case ACTION_CASE_SUSPEND:
        app_write(app, state, form_answer, banshi_case_suspend, s->id, form_value(state, "kind"), note, days);
        break;
    case ACTION_CASE_RESUME:
        app_write(app, state, form_answer, banshi_case_resume, s->id);
        break;
    case ACTION_CASE_EXTEND:
        app_write(app, state, form_answer, banshi_case_extend, s->id, days, form_yes(state, "unified"),
                  form_value(state, "reason"));
        break;
    case ACTION_CASE_FINISH:
        app_write(app, state, form_answer, banshi_case_finish, s->id, form_value(state, "result"), note);
        break;
    default:
        app_write(app, state, form_answer, banshi_case_deliver, s->id, form_value(state, "delivery"), note);
        break;
    }
}

/* The picture --------------------------------------------------------------------------------------------------- */

enum { LABELS = 16, VALUES = LABELS + 2 };

static int move_line(struct area area, int row, const char *label, banshi_date from, banshi_date to)
{
    char day[16], other[16];
    if (!to)
        return row;
    paint_right(area, row, 0, LABELS, STYLE_LABEL, label);
    if (from && from != to)
        paintf(area, row, VALUES, STYLE_STRONG, "%s → %s", day_text(from, day), day_text(to, other));
    else
        paint(area, row, VALUES, from ? STYLE_NORMAL : STYLE_STRONG, day_text(to, day));
    return row + 1;
}

/* What happens then. */
static void below(const void *state, struct area area)
{
    const struct case_act *s = state;
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
            paint(area, row++, VALUES, STYLE_WARN, _("! calendar not published yet, provisional"));
    }
    const char *result = form_value(state, "result");
    size_t i = strcmp(result, "ended") == 0    ? 4
               : strcmp(result, "denied") == 0 ? 5
                                               : (size_t)s->act - ACTION_CASE_SUSPEND;
    paint_wrap(area_part(area, row, 0, area.rows - row, area.cols), 0, 0, STYLE_WEAK, _(after[i]));
}

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_rows_free(((struct case_act *)state)->forecast);
}

static const struct form_screen form = {
    .changed = changed, .send = send, .done = done, .below_rows = 7, .below = below};

const struct screen screen_case_act = {
    .name = "case_act",
    .title = N_("The clock of the case"),
    .least = RANK_CLERK,
    .size = sizeof(struct case_act),
    .dialog = true,
    .form = &form,
    .open = open,
    .close = close,
};
