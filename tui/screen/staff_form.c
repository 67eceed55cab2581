/* SPDX-License-Identifier: MIT */
/* The form of a member of staff: taking on, changing, a new password; what the act of the list says that opens it. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include <banshi/staff.h>

#include "form_screen.h"
#include "i18n.h"

struct staff_form {
    struct form_state form;
    enum action act;
    const struct banshi_rows *departments;
    bool taken_on; /* what is left is the password */
};

static const char *check_again(const struct form *form, struct field *field, char room[256])
{
    (void)room;
    return strcmp(form_value(form, "password"), field->edit.text) == 0 ? NULL : _("The two passwords are not the same");
}

static const struct form_field fields[] = {
    {"login", N_("Login"), .limit = 63, .must = true},
    {"name", N_("Full name"), .limit = 50, .must = true},
    {"department", N_("Department"), .limit = 50},
    {"role", N_("Role"), FIELD_CHOICE, .choices = banshi_word_staff_role},
    {"party_member", N_("Party member"), .kind = FIELD_FLAG},
    {"password", N_("Password"), FIELD_PASSWORD, .limit = 128,
     .beside = N_("8 to 128 characters of two kinds: letters, digits, signs")},
    {"again", N_("Once more"), FIELD_PASSWORD, .limit = 128, .check = check_again},
};

static void departments(const struct app *app, const void *state, struct picks *picks)
{
    const struct banshi_rows *rows = ((const struct staff_form *)state)->departments;
    (void)app;
    for (size_t i = 0; rows && i < rows->count; i++)
        pick_add(picks, (int64_t)i, "%s", banshi_row(struct banshi_department, rows, i)->name);
}
static const struct form_pick picks[] = {{"department", N_("Department"), departments}};

static void open(struct app *app, void *state, const void *argument)
{
    static const char *const of_change[] = {"role", "password", "again"}, *const of_password[] = {"name", "department",
                                                                                                  "role",
                                                                                                  "party_member"};
    const struct record_start *start = argument;
    const struct banshi_staff *staff = start->action == ACTION_STAFF_NEW ? NULL : start->record;
    struct staff_form *s = state;
    s->act = start->action;
    app_keep(app, s, &s->departments, NULL, banshi_department_list);
    for (size_t i = 0; i < 3 && s->act == ACTION_STAFF_EDIT; i++)
        form_omit(state, of_change[i]);
    for (size_t i = 0; i < 4 && s->act == ACTION_STAFF_PASSWORD; i++)
        form_omit(state, of_password[i]);
    form_title(s, "%s", _(action_table[s->act].label));
    if (!staff)
        return;
    form_title(s, "%s  %s", _(action_table[s->act].label), staff->name);
    form_fix(state, "login", staff->login);
    form_offer(state, "name", staff->name);
    form_offer(state, "department", staff->department);
    form_set(state, "party_member", staff->party_member ? "yes" : "no");
}

static void set_password(struct app *app, void *state)
{
    app_write(app, state, form_answer, banshi_staff_password, form_value(state, "login"),
              form_value(state, "password"));
}

static void on_stored(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct staff_form *s = state;
    s->taken_on = error->code == 0;
    if (s->taken_on && *form_value(state, "password"))
        set_password(app, state);
    else
        form_answer(app, state, error, rows);
}

#define WORDS_OF(staff) WRITE_WORDS(staff.login, staff.name, staff.department, staff.role, staff.party_member)

static void send(struct app *app, void *state)
{
    const struct staff_form *s = state;
    const struct banshi_staff staff = {.login = form_value(state, "login"),
                                       .name = form_value(state, "name"),
                                       .department = form_value(state, "department"),
                                       .role = form_value(state, "role"),
                                       .party_member = form_yes(state, "party_member")};
    if (s->act == ACTION_STAFF_PASSWORD || s->taken_on)
        set_password(app, state);
    else if (s->act == ACTION_STAFF_EDIT)
        app_write_as(app, state, form_answer, WORDS_OF(staff), banshi_staff_edit, &staff);
    else
        app_write_as(app, state, on_stored, WORDS_OF(staff), banshi_staff_new, &staff);
}

static void done(struct app *app, void *state, const struct banshi_rows *rows)
{
    char text[256];
    (void)rows;
    snprintf(text, sizeof text,
             ((const struct staff_form *)state)->act == ACTION_STAFF_PASSWORD ? _("%s has a new password")
                                                                              : _("%s is stored"),
             form_value(state, "login"));
    app_close_of(app, state, true, text, 0);
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), FORM_PICKS_OF(picks), .send = send, .done = done};

const struct screen screen_staff_form = {
    .name = "staff_form",
    .title = N_("Staff"),
    .size = sizeof(struct staff_form),
    .dialog = true,
    .least = RANK_ADMIN,
    .form = &form,
    .open = open,
};
