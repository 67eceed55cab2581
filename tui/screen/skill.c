/* SPDX-License-Identifier: MIT */
/* Which queues people can serve: what follows from where they work, and what leads say of them. Norm 7.3. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "list.h"
#include "picks.h"

/* The queues of the centre, each with whether the person can serve it. */
struct skills {
    struct lists lists;
    const struct banshi_rows *staff, *skills;
    const struct banshi_staff *of;
};

static const struct banshi_skill *skill(const void *state, const struct banshi_queue *q)
{
    const struct banshi_rows *skills = ((const struct skills *)state)->skills;
    for (size_t i = 0; skills && i < skills->count; i++)
        if (strcmp(banshi_row(struct banshi_skill, skills, i)->queue, q->code) == 0)
            return banshi_row(struct banshi_skill, skills, i);
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
    const struct banshi_staff *of = ((const struct skills *)state)->of;
    if (of)
        snprintf(ret, size, _("What %s can serve"), of->name);
    else
        snprintf(ret, size, "%s", _("Nobody is chosen"));
}

static void read_queues(struct app *app, void *state)
{
    struct skills *s = state;
    if (!s->of)
        return;
    app_keep(app, s, &s->skills, NULL, banshi_skill_list, s->of->login);
    list_watch(app, s, banshi_queue_list);
}

static const struct list_view views[] = {
    {.name = N_("Skills"),
     .of = &banshi_queue_shape,
     .table = {TABLE_OF(columns), .none = N_("Nothing to show")},
     .concepts = {BANSHI_CONCEPT_ROSTER},
     .read = read_queues,
     .title = title},
};

enum { TAG_FIRST = ACTION_COUNT };

static void ask_who(struct app *app, void *state)
{
    staff_pick(app, ((const struct skills *)state)->staff, TAG_FIRST, _("Whose skills?"));
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    app_need(app, state, &((struct skills *)state)->staff, ask_who, banshi_staff_list);
}

static void pick_who(struct app *app, void *state, enum action action, const void *record)
{
    (void)record;
    staff_pick(app, ((const struct skills *)state)->staff, (int)action, _("Whose skills?"));
}

static void take_who(struct app *app, void *state, const struct result *r)
{
    struct skills *s = state;
    s->of = banshi_row(struct banshi_staff, s->staff, (size_t)r->number);
    keep_rows(&s->skills, NULL);
    list_read(app, s, 0);
}

/* Who chooses nobody at first gives it up. */
static void result(struct app *app, void *state, const struct result *r)
{
    if (r->tag == TAG_FIRST && r->chosen)
        take_who(app, state, r);
    else if (r->tag == TAG_FIRST)
        app_close_of(app, state, false, NULL, 0);
}

static bool known(const void *state, const void *record)
{
    (void)record;
    return ((const struct skills *)state)->staff != NULL;
}

static void change(struct app *app, void *state, const struct result *r)
{
    const struct banshi_queue *q = list_subject(state);
    const char *value = r->tag == ACTION_SKILL_FOLLOW ? NULL : skill(state, q) ? "f" : "t";
    app_write(app, state, NULL, banshi_skill_set, ((const struct skills *)state)->of->login, q->code, value);
}

static const struct list_act acts[] = {
    {ACTION_SKILL_TOGGLE, .does = change},
    {ACTION_SKILL_FOLLOW, .does = change},
    {ACTION_SKILL_WHO, .anyway = true, .possible = known, .begin = pick_who, .does = take_who},
};

const struct screen screen_skill = {
    .name = "skill",
    .title = N_("Skills"),
    .contexts = {CONTEXT_SKILL},
    .opened_by = ACTION_SKILLS,
    .least = RANK_LEAD,
    .size = sizeof(struct skills),
    .list = LIST_SCREEN(views, acts),
    .open = open,
    .result = result,
};
