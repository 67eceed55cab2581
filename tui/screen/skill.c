/* SPDX-License-Identifier: MIT */
/* Which queues people can serve: what follows from where they work, and what leads say of them. Norm 7.3. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "write.h"

enum tag { TAG_WHO = 1 };

/* The queues of the centre, each with whether the person can serve it. */
struct skills {
    const struct banshi_rows *staff, *queues, *skills;
    struct list list;
    struct write write;
    char login[64], name[128];
};

static const struct banshi_queue *line(const struct skills *s)
{
    return s->queues && s->list.selected < s->queues->count
               ? banshi_row(struct banshi_queue, s->queues, s->list.selected)
               : NULL;
}

static const struct banshi_skill *skill(const struct skills *s, const struct banshi_queue *q)
{
    for (size_t i = 0; s->skills && i < s->skills->count; i++) {
        const struct banshi_skill *k = banshi_row(struct banshi_skill, s->skills, i);
        if (strcmp(k->queue, q->code) == 0)
            return k;
    }
    return NULL;
}

static void on_skills(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct skills *s = state;
    if (error->code == 0)
        keep_rows(&s->skills, rows);
    else
        app_error(app, error);
}

static void on_set(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    write_end(&((struct skills *)state)->write, error);
    on_skills(app, state, error, rows);
}

static void read_skills(struct app *app, struct skills *s)
{
    if (s->login[0])
        app_watch(app, s, on_skills, banshi_skill_list, s->login);
}

static void on_queues(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct skills *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->queues, rows);
    list_resize(&s->list, rows->count);
}

static void pick_staff(struct app *app, const struct skills *s)
{
    struct option *items = calloc(s->staff->count + 1, sizeof *items);
    size_t n = 0;
    for (size_t i = 0; items && i < s->staff->count; i++) {
        const struct banshi_staff *of = banshi_row(struct banshi_staff, s->staff, i);
        if (of->active && (strcmp(of->role, "clerk") == 0 || strcmp(of->role, "lead") == 0))
            items[n++] = (struct option){of->name, (int64_t)i};
    }
    if (items)
        app_open(app, "pick", TAG_WHO, &(struct options){_("Whose skills?"), items, n, -1});
    free(items);
}

static void on_staff(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct skills *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->staff, rows);
    if (!s->login[0])
        pick_staff(app, s);
}

static void event(struct app *app, void *state, int concept)
{
    if (concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_ROSTER)
        read_skills(app, state);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    app_watch(app, state, on_staff, banshi_staff_list);
    app_watch(app, state, on_queues, banshi_queue_list);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct skills *s = state;
    if (!r->chosen || !s->staff || (size_t)r->number >= s->staff->count)
        return;
    const struct banshi_staff *of = banshi_row(struct banshi_staff, s->staff, (size_t)r->number);
    snprintf(s->login, sizeof s->login, "%s", of->login);
    snprintf(s->name, sizeof s->name, "%s", of->name);
    keep_rows(&s->skills, NULL);
    read_skills(app, s);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct skills *s = state;
    const struct banshi_queue *q = line(s);
    if (list_act(&s->list, action))
        return true;
    if (action == ACTION_SKILL_WHO && s->staff) {
        pick_staff(app, s);
        return true;
    }
    if (action != ACTION_SKILL_TOGGLE && action != ACTION_SKILL_FOLLOW)
        return false;
    if (s->write.busy || !q || !s->skills) {
        app_say(app, STYLE_WARN, _("%s: not possible now"), _(action_table[action].label));
        return true;
    }
    const char *can = action == ACTION_SKILL_FOLLOW ? NULL : skill(s, q) ? "f" : "t";
    const char *opid = write_begin(&s->write, "%s %s %s", s->login, q->code, can ? can : "");
    app_ask(app, s, on_set, banshi_skill_set, opid, s->login, q->code, can);
    return true;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct skills *s = state;
    char title[256];
    (void)app;
    snprintf(title, sizeof title, s->name[0] ? _("What %s can serve") : "%s", s->name);
    paint_rule(area, 0, title);
    struct area lines = area_part(area, 1, 0, area.rows - 1, area.cols);
    size_t top = list_top(&s->list, lines.rows);
    for (int r = 0; s->skills && s->queues && r < lines.rows && top + (size_t)r < s->list.count; r++) {
        size_t i = top + (size_t)r;
        const struct banshi_queue *q = banshi_row(struct banshi_queue, s->queues, i);
        const struct banshi_skill *k = skill(s, q);
        enum style style = i == s->list.selected ? STYLE_SELECTED : k ? STYLE_NORMAL : STYLE_WEAK;
        paint_cell(lines, r, 0, lines.cols, style, "");
        paint_cell(lines, r, 1, 4, style, k ? "[x]" : "[ ]");
        paint_cell(lines, r, 6, 5, style, q->code);
        paint_cell(lines, r, 12, 26, style, q->name);
        paint_cell(lines, r, 39, lines.cols - 40, style,
                   !k         ? ""
                   : k->given ? _("said of the person")
                              : _("follows from where they work"));
    }
    if (!s->login[0])
        paint(lines, 0, 1, STYLE_WEAK, _("Nobody is chosen"));
    else if (!s->skills || !s->queues)
        paint(lines, 0, 1, STYLE_WEAK, "…");
}

static void close(struct app *app, void *state)
{
    struct skills *s = state;
    (void)app;
    banshi_rows_free(s->staff);
    banshi_rows_free(s->queues);
    banshi_rows_free(s->skills);
}

const struct screen screen_skill = {
    .name = "skill",
    .title = N_("Skills"),
    .contexts = {CONTEXT_SKILL, CONTEXT_LIST},
    .size = sizeof(struct skills),
    .open = open,
    .act = act,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
