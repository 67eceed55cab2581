/* SPDX-License-Identifier: MIT */
/* Signing on: login and password. */
#include <config.h>

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "app.h"
#include "kit/form.h"
#include "habit.h"
#include "i18n.h"

struct sign_on {
    struct form form;
    bool busy;
};

static void open(struct app *app, void *state, const void *argument)
{
    struct sign_on *s = state;
    (void)argument;
    form_add(&s->form, "login", _("Login"), 63);
    struct field *password = form_add(&s->form, "password", _("Password"), 128);
    if (!password)
        return;
    password->edit.hidden = true;
    struct habit habit = habit_read();
    const char *login = app->user ? app->user : habit.login;
    if (*login) {
        form_set(&s->form, "login", login);
        s->form.focus = 1;
    }
}

static void on_session(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct sign_on *s = state;
    s->busy = false;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    form_set(&s->form, "password", "");
    keep_rows(&app->session, rows);
    const struct banshi_session *session = banshi_row(struct banshi_session, rows, 0);
    time_set(session);
    message_refresh(app);
    if (session->counter)
        app_open(app, "counter", 0, NULL); /* the shift goes on */
    else
        app_open(app, "dress", 0, NULL);
}

static bool type(struct app *app, void *state, key k)
{
    struct sign_on *s = state;
    (void)app;
    return form_key(&s->form, k);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct sign_on *s = state;
    if (action == ACTION_SIGN_ON && s->form.focus == 0 && !*form_value(&s->form, "password")) {
        s->form.focus = 1;
        return true;
    }
    if (action == ACTION_SIGN_ON && !s->busy) {
        const char *login = form_value(&s->form, "login"), *password = form_value(&s->form, "password");
        if (!*login) {
            form_problem(&s->form, "login", _("Type your login"));
            return true;
        }
        s->busy = true;
        app_ask(app, state, on_session, banshi_session_connect, login, *password ? password : NULL);
        return true;
    }
    return form_act(&s->form, action);
}

static const char *hint(const void *state, enum action action)
{
    (void)state;
    return action == ACTION_COMMIT || action == ACTION_FIELD_BEFORE ? "" : NULL; /* Enter does it */
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct sign_on *s = state;
    (void)app;
    int cols = area.cols > 60 ? 56 : area.cols;
    struct area inside = paint_dialog(area, 8, cols, _("Sign on"));
    form_draw(&s->form, area_part(inside, 1, 0, inside.rows - 3, inside.cols));
    paint(inside, inside.rows - 1, 0, STYLE_WEAK,
          s->busy ? _("Connecting…") : _("Without a password the saved one is used"));
}

static void close(struct app *app, void *state)
{
    struct sign_on *s = state;
    (void)app;
    form_free(&s->form);
}

const struct screen screen_sign_on = {
    .name = "sign_on",
    .title = N_("Sign on"),
    .contexts = {CONTEXT_SIGN_ON, CONTEXT_FORM},
    .size = sizeof(struct sign_on),
    .open = open,
    .key = type,
    .act = act,
    .hint = hint,
    .draw = draw,
    .close = close,
};
