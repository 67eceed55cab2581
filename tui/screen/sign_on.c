/* SPDX-License-Identifier: MIT */
/* Signing on: login and password. */
#include <config.h>

#include <time.h>

#include "form_screen.h"
#include "habit.h"
#include "i18n.h"

struct sign_on {
    struct form_state form;
    bool connecting;
};

static const struct form_field fields[] = {
    {"login", N_("Login"), .limit = 63, .must = true},
    {"password", N_("Password"), FIELD_PASSWORD, .limit = 128},
};

static void open(struct app *app, void *state, const void *argument)
{
    struct habit habit = habit_read();
    const char *login = app->user ? app->user : habit.login;
    (void)argument;
    app_signed_off(app);
    form_set(state, "login", login);
    if (*login)
        form_leave(state, "login");
}

static void on_session(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    ((struct sign_on *)state)->connecting = false;
    if (!app_ok(app, error))
        return;
    form_set(state, "password", "");
    keep_rows(&app->session, rows);
    const struct banshi_session *session = banshi_row(struct banshi_session, rows, 0);
    time_set(session);
    message_refresh(app);
    if (session->counter)
        app_open(app, "counter", 0, NULL); /* the shift goes on */
    else
        app_open(app, "dress", 0, NULL);
}

/* Who comes back here has left, whatever the database knows of the connection. */
static void result(struct app *app, void *state, const struct result *result)
{
    (void)state;
    if (!result->chosen)
        app_signed_off(app);
}

static void send(struct app *app, void *state)
{
    const char *password = form_value(state, "password");
    ((struct sign_on *)state)->connecting = true;
    app_ask(app, state, on_session, banshi_session_connect, form_value(state, "login"), *password ? password : NULL);
}

static bool act(struct app *app, void *state, enum action action)
{
    bool typed = *form_value(state, "password");
    if (action != ACTION_SIGN_ON)
        return false;
    return form_do(app, state, form_past(state, "password") || typed ? ACTION_COMMIT : ACTION_FIELD_NEXT);
}

static const char *hint(const void *state, enum action action)
{
    (void)state;
    return action == ACTION_COMMIT || action == ACTION_FIELD_BEFORE ? "" : NULL; /* Enter does it */
}

static void below(const void *state, struct area area)
{
    paint(area, 1, 0, STYLE_WEAK,
          ((const struct sign_on *)state)->connecting ? _("Connecting…")
                                                      : _("Without a password the saved one is used"));
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), .send = send, .below_rows = 2, .below = below,
                                        .cols = 56};

const struct screen screen_sign_on = {
    .name = "sign_on",
    .title = N_("Sign on"),
    .contexts = {CONTEXT_SIGN_ON},
    .size = sizeof(struct sign_on),
    .dialog = true,
    .form = &form,
    .open = open,
    .act = act,
    .hint = hint,
    .result = result,
};
