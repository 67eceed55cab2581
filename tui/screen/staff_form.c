/* SPDX-License-Identifier: MIT */
/* The form of a member of staff: taking on, changing, a new password. Its argument is a struct staff_start. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "choice.h"
#include "dialog.h"
#include "kit/form.h"
#include "i18n.h"
#include "staff.h"

struct staff_form {
    enum staff_act act;
    char title[128];
    struct form form;
    const struct banshi_rows *departments;
    bool taken_on; /* what is left is the password */
};

/* FIELD_CHOICES at most */

static void hide(struct field *field)
{
    if (field)
        field->edit.hidden = true;
}

static void open(struct app *app, void *state, const void *argument)
{
    const struct staff_start *start = argument;
    struct staff_form *s = state;
    static const char *const titles[] = {N_("Take on"), N_("Change"), N_("New password")};
    s->act = start->act;
    snprintf(s->title, sizeof s->title, "%s%s%s", _(titles[s->act]), start->staff ? "  " : "",
             start->staff ? start->staff->name : "");
    struct field *login = form_add(&s->form, "login", _("Login"), 63);
    if (start->staff) {
        form_set(&s->form, "login", start->staff->login);
        if (login)
            login->read_only = true;
        s->form.focus = 1;
    }
    if (s->act != STAFF_PASSWORD) {
        form_add(&s->form, "name", _("Full name"), 50);
        form_add(&s->form, "department", _("Department"), 50);
        if (s->act == STAFF_TAKE_ON)
            form_add_choice(&s->form, "role", _("Role"), banshi_word_staff_role);
        form_add_choice(&s->form, "party_member", _("Party member"), no_yes);
        app_keep(app, s, &s->departments, banshi_department_list);
    }
    if (s->act == STAFF_CHANGE) {
        form_offer(&s->form, "name", start->staff->name);
        form_offer(&s->form, "department", start->staff->department);
        form_set(&s->form, "party_member", start->staff->party_member ? "yes" : "no");
    } else {
        hide(form_add(&s->form, "password", _("Password"), 128));
        hide(form_add(&s->form, "again", _("Once more"), 128));
    }
}

static void done(struct app *app, struct staff_form *s)
{
    char text[256];
    snprintf(text, sizeof text, s->act == STAFF_PASSWORD ? _("%s has a new password") : _("%s is stored"),
             form_value(&s->form, "login"));
    app_close(app, true, text, 0);
}

/* What is wrong stands beside its field: the first segment of the detail names it. */
static void tell(struct app *app, struct staff_form *s, const struct banshi_error *error)
{
    char field[64], problem[1024];
    snprintf(field, sizeof field, "%.*s", (int)strcspn(error->detail, " "), error->detail);
    error_words(error, problem, sizeof problem);
    if (!form_problem(&s->form, field, problem))
        app_error(app, error);
}

static void on_password(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct staff_form *s = state;
    (void)rows;
    if (error->code == 0)
        done(app, s);
    else
        tell(app, s, error);
}

static void set_password(struct app *app, struct staff_form *s)
{
    const char *login = form_value(&s->form, "login"), *password = form_value(&s->form, "password");
    app_write(app, s, on_password, banshi_staff_password, login, password);
}

static void on_stored(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct staff_form *s = state;
    (void)rows;
    if (error->code != 0) {
        tell(app, s, error);
        return;
    }
    s->taken_on = true;
    if (*form_value(&s->form, "password"))
        set_password(app, s);
    else
        done(app, s);
}

static void commit(struct app *app, struct staff_form *s)
{
    struct banshi_staff staff = {.login = form_value(&s->form, "login"),
                                 .name = form_value(&s->form, "name"),
                                 .department = form_value(&s->form, "department"),
                                 .role = form_value(&s->form, "role"),
                                 .party_member = strcmp(form_value(&s->form, "party_member"), "yes") == 0};
    if (strcmp(form_value(&s->form, "password"), form_value(&s->form, "again")) != 0) {
        form_problem(&s->form, "again", _("The two passwords are not the same"));
        return;
    }
    if (s->act == STAFF_PASSWORD || s->taken_on) {
        set_password(app, s);
        return;
    }
    if (s->act == STAFF_CHANGE)
        app_write_as(app, s, on_stored,
                     WRITE_WORDS(staff.login, staff.name, staff.department, staff.role, staff.party_member),
                     banshi_staff_edit, &staff);
    else
        app_write_as(app, s, on_stored,
                     WRITE_WORDS(staff.login, staff.name, staff.department, staff.role, staff.party_member),
                     banshi_staff_new, &staff);
}

static bool type(struct app *app, void *state, key k)
{
    struct staff_form *s = state;
    (void)app;
    return form_key(&s->form, k);
}

static void pick_department(struct app *app, struct staff_form *s)
{
    struct picks picks = {0};
    for (size_t i = 0; i < s->departments->count; i++)
        pick_add(&picks, (int64_t)i, "%s", banshi_row(struct banshi_department, s->departments, i)->name);
    pick_ask(app, 0, _("Department"), &picks, -1);
}

static void result(struct app *app, void *state, const struct result *r)
{
    (void)app;
    if (r->chosen)
        form_set(&((struct staff_form *)state)->form, "department", r->text);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct staff_form *s = state;
    if (action == ACTION_COMMIT) {
        if (!app_busy(app, s) && !form_wrong(&s->form))
            commit(app, s);
        return true;
    }
    if (action == ACTION_PICK && s->departments) {
        pick_department(app, s);
        return true;
    }
    return form_act(&s->form, action);
}

static const char *hint(const void *state, enum action action)
{
    return action == ACTION_PICK && !((const struct staff_form *)state)->departments ? "" : NULL;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct staff_form *s = state;
    (void)app;
    int rows = (int)s->form.count + 6;
    struct area inside = form_frame(area, rows, s->title);
    form_draw(&s->form, area_part(inside, 1, 0, inside.rows - 2, inside.cols));
    if (s->act != STAFF_CHANGE)
        paint(inside, inside.rows - 1, 0, STYLE_WEAK, _("8 to 128 characters of two kinds: letters, digits, signs"));
}

static void close(struct app *app, void *state)
{
    struct staff_form *s = state;
    (void)app;
    form_free(&s->form);
    banshi_rows_free(s->departments);
}

const struct screen screen_staff_form = {
    .name = "staff_form",
    .title = N_("Staff"),
    .contexts = {CONTEXT_PICKING, CONTEXT_FORM},
    .size = sizeof(struct staff_form),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .hint = hint,
    .result = result,
    .draw = draw,
    .close = close,
};
