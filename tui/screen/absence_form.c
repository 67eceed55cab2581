/* SPDX-License-Identifier: MIT */
/* The form of an absence: who, why, from when to when. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "choice.h"
#include "dialog.h"
#include "kit/form.h"
#include "i18n.h"
#include "staff.h"

struct absence_form {
    struct form form;
    const struct banshi_rows *staff;
    char login[64];
};

/* Part-time work alone has a weekday. */
static void show_weekday(struct absence_form *s)
{
    struct field *weekday = form_find(&s->form, "weekday");
    if (weekday)
        weekday->absent = strcmp(form_value(&s->form, "kind"), "part_time") != 0;
}

static void pick_staff(struct app *app, struct absence_form *s)
{
    staff_pick(app, s->staff, 0, _("Who will not be there?"));
}

static void on_staff(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct absence_form *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->staff, rows);
    if (!s->login[0])
        pick_staff(app, s);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct absence_form *s = state;
    char day[16];
    (void)argument;
    struct field *name = form_add(&s->form, "login", _("Staff"), 50);
    if (name)
        name->read_only = true;
    form_add_choice(&s->form, "kind", _("Kind"), banshi_word_absence_kind);
    form_add_choice(&s->form, "weekday", _("Weekday"), weekdays);
    form_add(&s->form, "day", _("First day"), 10);
    form_add(&s->form, "last", _("Last day"), 10);
    form_add(&s->form, "note", _("Remark"), 100);
    day_text(day_add(day_of(banshi_row(struct banshi_session, app->session, 0)->now), 1), day);
    form_offer(&s->form, "day", day);
    form_offer(&s->form, "last", day);
    s->form.focus = 1;
    show_weekday(s);
    app_watch(app, state, on_staff, banshi_staff_list);
}

static void on_stored(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct absence_form *s = state;
    char field[64], problem[1024], first[16];
    if (error->code == 0) {
        const struct banshi_absence *a = banshi_row(struct banshi_absence, rows, 0);
        snprintf(problem, sizeof problem, _("%s is away from %s on; look for vacancies in the roster"), a->staff_name,
                 day_text(a->first, first));
        app_close(app, true, problem, 0);
        return;
    }
    snprintf(field, sizeof field, "%.*s", (int)strcspn(error->detail, " "), error->detail);
    error_words(error, problem, sizeof problem);
    if (!form_problem(&s->form, field, problem))
        app_error(app, error);
}

/* A day like 2026-11-24; 0 with a problem at the field. */
static banshi_date day_in(struct absence_form *s, const char *id)
{
    banshi_date day = day_parse(form_value(&s->form, id));
    if (!day)
        form_problem(&s->form, id, _("a day like 2026-11-24"));
    return day;
}

static void commit(struct app *app, struct absence_form *s)
{
    banshi_date first = day_in(s, "day"), last = first ? day_in(s, "last") : 0;
    const char *weekday = form_value(&s->form, "weekday");
    if (!s->login[0])
        form_problem(&s->form, "login", _("Who will not be there?"));
    if (!first || !last || !s->login[0])
        return;
    const char *kind = form_value(&s->form, "kind"), *note = form_value(&s->form, "note");
    app_write(app, s, on_stored, banshi_absence_add, s->login, kind, first, last, *weekday ? *weekday - '0' : 0, note);
}

static bool type(struct app *app, void *state, key k)
{
    struct absence_form *s = state;
    (void)app;
    bool used = form_key(&s->form, k);
    show_weekday(s);
    return used;
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct absence_form *s = state;
    (void)app;
    if (!r->chosen || !s->staff || (size_t)r->number >= s->staff->count)
        return;
    const struct banshi_staff *of = banshi_row(struct banshi_staff, s->staff, (size_t)r->number);
    snprintf(s->login, sizeof s->login, "%s", of->login);
    form_set(&s->form, "login", of->name);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct absence_form *s = state;
    if (action == ACTION_COMMIT) {
        if (!app_busy(app, s) && !form_wrong(&s->form))
            commit(app, s);
        return true;
    }
    if (action == ACTION_PICK && s->staff) {
        pick_staff(app, s);
        return true;
    }
    return form_act(&s->form, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct absence_form *s = state;
    (void)app;
    int rows = (int)s->form.count + 5;
    struct area inside = form_frame(area, rows, _("Absence"));
    form_draw(&s->form, area_part(inside, 1, 0, inside.rows - 1, inside.cols));
}

static void close(struct app *app, void *state)
{
    struct absence_form *s = state;
    (void)app;
    form_free(&s->form);
    banshi_rows_free(s->staff);
}

const struct screen screen_absence_form = {
    .name = "absence_form",
    .title = N_("Absence"),
    .contexts = {CONTEXT_PICKING, CONTEXT_FORM},
    .size = sizeof(struct absence_form),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .result = result,
    .draw = draw,
    .close = close,
};
