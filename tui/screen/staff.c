/* SPDX-License-Identifier: MIT */
/* The staff and devices: an administrator takes on, changes, gives roles and passwords; leads and supervisors read. */
#include <config.h>

#include <stdint.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "staff.h"

static const struct column columns[] = {
    {N_("Login"), .says = "{login}", .least = 12},
    {N_("Full name"), .says = "{name}", .least = 12},
    {N_("Role"), .says = "{role:word}", .least = 10},
    {N_("Department"), .says = "{department}", .least = 12, .weight = 1},
    {"", .says = N_("{party_member?party}")},
    {"", .says = N_("{!active?left}")},
};
static const struct list_view views[] = {
    {.name = N_("Staff"),
     .of = &banshi_staff_shape,
     .table = {TABLE_OF(columns), .styles = {{"!active", STYLE_WEAK}}, .none = N_("Nothing to show")},
     .concepts = {BANSHI_CONCEPT_STAFF},
     .call = banshi_staff_list},
};

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (!app_ok(app, error))
        return;
    const struct banshi_staff *changed = banshi_row(struct banshi_staff, rows, 0);
    app_say(app, STYLE_GOOD, "%s  %s  %s", changed->name, word_text(banshi_word_staff_role, changed->role),
            changed->active ? "" : _("has left; the sessions are ended"));
}

static void open_form(struct app *app, void *state, enum action action, const void *record)
{
    (void)state;
    enum staff_act act = action == ACTION_STAFF_NEW    ? STAFF_TAKE_ON
                         : action == ACTION_STAFF_EDIT ? STAFF_CHANGE
                                                       : STAFF_PASSWORD;
    app_open(app, "staff_form", (int)action, &(struct staff_start){act, act == STAFF_TAKE_ON ? NULL : record});
}

static void ask_role(struct app *app, void *state, enum action action, const void *record)
{
    const struct banshi_staff *of = record;
    struct picks picks = {0};
    int64_t now = 0;
    (void)state;
    for (const struct banshi_word *role = banshi_word_staff_role; role->code; role++) {
        pick_add(&picks, (int64_t)(uintptr_t)role, "%s", _(role->message));
        now = strcmp(role->code, of->role) == 0 ? (int64_t)(uintptr_t)role : now;
    }
    pick_ask(app, (int)action, of->name, &picks, now);
}

static void give_role(struct app *app, void *state, const struct result *r)
{
    const struct banshi_staff *of = list_subject(state);
    const struct banshi_word *role = (const struct banshi_word *)(uintptr_t)r->number;
    if (of)
        app_write(app, state, on_written, banshi_staff_role, of->login, role->code);
}

static void ask_leave(struct app *app, void *state, enum action action, const void *record)
{
    const struct banshi_staff *of = record;
    (void)state;
    if (of->active)
        ask_yes(app, (int)action, _("Leaves"),
                _("%s (%s) leaves: close the counter, bar the login and end all sessions?"), of->name, of->login);
    else
        ask_yes(app, (int)action, _("Is back"), _("%s (%s) is back: let the login work again?"), of->name, of->login);
}

static void leave(struct app *app, void *state, const struct result *r)
{
    const struct banshi_staff *of = list_subject(state);
    (void)r;
    if (of && of->active)
        app_write(app, state, on_written, banshi_staff_leave, of->login);
    else if (of)
        app_write(app, state, on_written, banshi_staff_return, of->login);
}

static const char *leave_label(const void *state, const void *record)
{
    (void)state;
    return ((const struct banshi_staff *)record)->active ? NULL : N_("Is back");
}

static const struct list_act acts[] = {
    {ACTION_STAFF_NEW, RANK_ADMIN, .anyway = true, .begin = open_form},
    {ACTION_STAFF_EDIT, RANK_ADMIN, .begin = open_form},
    {ACTION_STAFF_PASSWORD, RANK_ADMIN, .begin = open_form},
    {ACTION_STAFF_ROLE, RANK_ADMIN, .begin = ask_role, .answer = give_role},
    {ACTION_STAFF_LEAVE, RANK_ADMIN, .label = leave_label, .begin = ask_leave, .answer = leave},
};

const struct screen screen_staff = {
    .name = "staff",
    .title = N_("Staff"),
    .contexts = {CONTEXT_STAFF, CONTEXT_LIST},
    .size = sizeof(struct lists),
    .list = LIST_SCREEN(views, acts),
};
