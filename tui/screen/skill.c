/* SPDX-License-Identifier: MIT */
/* Which queues people can serve: what follows from where they work, and what leads say of them. Norm 7.3. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "staff.h"

/* The queues of the centre, each with whether the person can serve it. */
struct skills {
    struct lists lists;
    const struct banshi_rows *staff, *skills;
    char login[64], name[128];
};

static const struct banshi_skill *skill(const struct skills *s, const struct banshi_queue *q)
{
    for (size_t i = 0; s->skills && i < s->skills->count; i++) {
        const struct banshi_skill *k = banshi_row(struct banshi_skill, s->skills, i);
        if (strcmp(k->queue, q->code) == 0)
            return k;
    }
    return NULL;
}

static const char *can(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)room;
    return skill(state, record) ? "[x]" : "[ ]";
}

static const char *source(const void *state, const void *record, char room[CELL_SIZE])
{
    const struct banshi_skill *k = skill(state, record);
    (void)room;
    return !k ? "" : k->given ? _("said of the person") : _("follows from where they work");
}

static const struct column columns[] = {
    {"", .text = can},
    {N_("Code"), .says = "{code}"},
    {N_("Queue"), .says = "{name}", .weight = 1},
    {N_("Why"), .text = source, .least = 20, .weight = 1},
};

static void title(const void *state, char *ret, size_t size)
{
    const struct skills *s = state;
    if (s->name[0])
        snprintf(ret, size, _("What %s can serve"), s->name);
    else
        snprintf(ret, size, "%s", _("Nobody is chosen"));
}

static bool read_queues(struct app *app, void *state)
{
    struct skills *s = state;
    if (!s->login[0])
        return false;
    app_keep(app, s, &s->skills, banshi_skill_list, s->login);
    list_watch(app, s, banshi_queue_list);
    return true;
}

static const struct list_view views[] = {
    {.name = N_("Skills"),
     .of = &banshi_queue_shape,
     .table = {TABLE_OF(columns), .none = N_("Nothing to show")},
     .concepts = {BANSHI_CONCEPT_ROSTER},
     .read = read_queues,
     .title = title},
};

static void ask_who(struct app *app, void *state, enum action action, const void *record)
{
    (void)action, (void)record;
    staff_pick(app, ((const struct skills *)state)->staff, ACTION_SKILL_WHO, _("Whose skills?"));
}

static void on_staff(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (!app_ok(app, error))
        return;
    keep_rows(&((struct skills *)state)->staff, rows);
    ask_who(app, state, ACTION_SKILL_WHO, NULL);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    app_watch(app, state, on_staff, banshi_staff_list);
}

static bool known(const void *state, const void *record)
{
    (void)record;
    return ((const struct skills *)state)->staff != NULL;
}

static void take_who(struct app *app, void *state, const struct result *r)
{
    struct skills *s = state;
    const struct banshi_staff *of = banshi_row(struct banshi_staff, s->staff, (size_t)r->number);
    snprintf(s->login, sizeof s->login, "%s", of->login);
    snprintf(s->name, sizeof s->name, "%s", of->name);
    keep_rows(&s->skills, NULL);
    list_read(app, s, 0);
}

static void change(struct app *app, void *state, enum action action, const void *record)
{
    const struct skills *s = state;
    const struct banshi_queue *q = record;
    const char *value = action == ACTION_SKILL_FOLLOW ? NULL : skill(s, q) ? "f" : "t";
    app_write(app, state, NULL, banshi_skill_set, s->login, q->code, value);
}

static const struct list_act acts[] = {
    {ACTION_SKILL_TOGGLE, .begin = change},
    {ACTION_SKILL_FOLLOW, .begin = change},
    {ACTION_SKILL_WHO, .anyway = true, .possible = known, .begin = ask_who, .answer = take_who},
};

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_rows_free(((struct skills *)state)->staff);
    banshi_rows_free(((struct skills *)state)->skills);
}

const struct screen screen_skill = {
    .name = "skill",
    .title = N_("Skills"),
    .contexts = {CONTEXT_SKILL, CONTEXT_LIST},
    .size = sizeof(struct skills),
    .list = LIST_SCREEN(views, acts),
    .open = open,
    .close = close,
};
