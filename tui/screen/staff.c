/* SPDX-License-Identifier: MIT */
/* The staff and devices: an administrator takes on, changes, gives roles and passwords; leads and supervisors read. */
#include <config.h>

#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "list.h"

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

static void ask_role(struct app *app, void *state, enum action action, const void *record)
{
    const struct banshi_staff *of = record;
    struct picks picks = {0};
    int64_t now = 0;
    (void)state;
    for (int64_t i = 0; banshi_word_staff_role[i].code; i++) {
        pick_add(&picks, i, "%s", _(banshi_word_staff_role[i].message));
        now = strcmp(banshi_word_staff_role[i].code, of->role) == 0 ? i : now;
    }
    pick_ask(app, (int)action, of->name, &picks, now);
}

static void change(struct app *app, void *state, const struct result *r)
{
    const struct banshi_staff *of = list_subject(state);
    if (of && r->tag == ACTION_STAFF_ROLE)
        app_write(app, state, list_done, banshi_staff_role, of->login, banshi_word_staff_role[r->number].code);
    else if (of && of->active)
        app_write(app, state, list_done, banshi_staff_leave, of->login);
    else if (of)
        app_write(app, state, list_done, banshi_staff_return, of->login);
}

#define DONE N_("{name}  {role:word}[  {!active?has left; the sessions are ended}]")
static const struct list_act acts[] = {
    {ACTION_STAFF_NEW, .anyway = true, .opens = "staff_form"},
    {ACTION_STAFF_EDIT, .opens = "staff_form"},
    {ACTION_STAFF_PASSWORD, .opens = "staff_form"},
    {ACTION_STAFF_ROLE, RANK_ADMIN, .begin = ask_role, .does = change, .done = DONE},
    {ACTION_STAFF_LEAVE, RANK_ADMIN, .when = "active", .does = change, .done = DONE,
     .confirm = N_("{name} ({login}) leaves: close the counter, bar the login and end all sessions?")},
    {ACTION_STAFF_LEAVE, RANK_ADMIN, .label = N_("Is back"), .does = change, .done = DONE,
     .confirm = N_("{name} ({login}) is back: let the login work again?")},
};

const struct screen screen_staff = {
    .name = "staff",
    .title = N_("Staff"),
    .contexts = {CONTEXT_STAFF},
    .opened_by = ACTION_STAFF,
    .least = RANK_LEAD,
    .size = sizeof(struct lists),
    .list = LIST_SCREEN(views, acts),
};
