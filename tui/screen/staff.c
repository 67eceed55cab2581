/* SPDX-License-Identifier: MIT */
/* The staff and devices: an administrator takes on, changes, gives roles and passwords; leads and supervisors read. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "staff.h"
#include "write.h"

enum tag { TAG_FORM, TAG_ROLE, TAG_LEAVE };

struct staff {
    const struct banshi_rows *rows;
    struct list list;
    int64_t subject; /* whom a question is about */
    bool admin;
    struct write write;
};

static const char *const roles[] = {N_("clerk"), N_("lead"),  N_("supervisor"), N_("admin"),
                                    N_("kiosk"), N_("board"), N_("notifier")};
enum { ROLES = sizeof roles / sizeof roles[0] };

static const struct banshi_staff *line(const struct staff *s)
{
    return s->rows && s->list.selected < s->rows->count ? banshi_row(struct banshi_staff, s->rows, s->list.selected)
                                                        : NULL;
}

static const struct banshi_staff *subject(const struct staff *s)
{
    for (size_t i = 0; s->rows && i < s->rows->count; i++)
        if (banshi_row(struct banshi_staff, s->rows, i)->id == s->subject)
            return banshi_row(struct banshi_staff, s->rows, i);
    return NULL;
}

/* The selected line is a person, not a place. */
static void on_staff(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct staff *s = state;
    const struct banshi_staff *before = line(s);
    int64_t id = before ? before->id : 0;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->rows, rows);
    list_resize(&s->list, rows->count);
    for (size_t i = 0; i < rows->count; i++)
        if (banshi_row(struct banshi_staff, rows, i)->id == id)
            s->list.selected = i;
}

static void event(struct app *app, void *state, int concept)
{
    if (concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_STAFF)
        app_watch(app, state, on_staff, banshi_staff_list);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct staff *s = state;
    (void)argument;
    s->admin = strcmp(banshi_row(struct banshi_session, app->session, 0)->role, "admin") == 0;
    event(app, state, BANSHI_CONCEPT_ALL);
}

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct staff *s = state;
    if (!write_end(&s->write, error)) {
        app_error(app, error);
        return;
    }
    const struct banshi_staff *changed = banshi_row(struct banshi_staff, rows, 0);
    app_say(app, STYLE_GOOD, "%s  %s  %s", changed->name, _(changed->role),
            changed->active ? "" : _("has left; the sessions are ended"));
    event(app, state, BANSHI_CONCEPT_ALL);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct staff *s = state;
    const struct banshi_staff *of = subject(s);
    if (!r->chosen)
        return;
    if (r->tag == TAG_FORM) {
        app_say(app, STYLE_GOOD, "%s", r->text);
        event(app, state, BANSHI_CONCEPT_ALL);
    } else if (of && r->tag == TAG_ROLE) {
        app_ask(app, s, on_written, banshi_staff_role,
                write_begin(&s->write, "role %s %s", of->login, roles[r->number]), of->login, roles[r->number]);
    } else if (of && of->active) {
        app_ask(app, s, on_written, banshi_staff_leave, write_begin(&s->write, "leave %s", of->login), of->login);
    } else if (of) {
        app_ask(app, s, on_written, banshi_staff_return, write_begin(&s->write, "return %s", of->login), of->login);
    }
}

static void ask_role(struct app *app, const struct banshi_staff *of)
{
    struct option items[ROLES];
    int64_t now = 0;
    for (int64_t i = 0; i < ROLES; i++) {
        items[i] = (struct option){_(roles[i]), i};
        now = strcmp(roles[i], of->role) == 0 ? i : now;
    }
    app_open(app, "pick", TAG_ROLE, &(struct options){of->name, items, ROLES, now});
}

static void ask_leave(struct app *app, const struct banshi_staff *of)
{
    char text[512];
    snprintf(text, sizeof text,
             of->active ? _("%s (%s) leaves: close the counter, bar the login and end all sessions?")
                        : _("%s (%s) is back: let the login work again?"),
             of->name, of->login);
    app_open(app, "confirm", TAG_LEAVE, &(struct question){.title = _("Leaves"), .text = text});
}

static bool act(struct app *app, void *state, enum action action)
{
    struct staff *s = state;
    const struct banshi_staff *of = line(s);
    if (list_act(&s->list, action))
        return true;
    if (action_table[action].context != CONTEXT_STAFF)
        return false;
    if (!s->admin || s->write.busy || (!of && action != ACTION_STAFF_NEW)) {
        if (!s->admin)
            app_say(app, STYLE_WARN, "%s", _("Only an administrator changes the staff"));
        return true;
    }
    s->subject = of ? of->id : 0;
    switch (action) {
    case ACTION_STAFF_NEW:
        app_open(app, "staff_form", TAG_FORM, &(struct staff_start){STAFF_TAKE_ON, NULL});
        break;
    case ACTION_STAFF_EDIT:
        app_open(app, "staff_form", TAG_FORM, &(struct staff_start){STAFF_CHANGE, of});
        break;
    case ACTION_STAFF_PASSWORD:
        app_open(app, "staff_form", TAG_FORM, &(struct staff_start){STAFF_PASSWORD, of});
        break;
    case ACTION_STAFF_ROLE:
        ask_role(app, of);
        break;
    default:
        ask_leave(app, of);
        break;
    }
    return true;
}

static const char *hint(const void *state, enum action action)
{
    const struct staff *s = state;
    const struct banshi_staff *of = line(s);
    if (action_table[action].context == CONTEXT_STAFF && !s->admin)
        return "";
    return action == ACTION_STAFF_LEAVE && of && !of->active ? N_("Is back") : NULL;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct staff *s = state;
    char title[64];
    (void)app;
    snprintf(title, sizeof title, "%s %zu", _("Staff"), s->list.count);
    paint_rule(area, 0, title);
    paint_cell(area, 1, 1, 16, STYLE_LABEL, _("Login"));
    paint_cell(area, 1, 18, 16, STYLE_LABEL, _("Full name"));
    paint_cell(area, 1, 35, 12, STYLE_LABEL, _("Role"));
    paint_cell(area, 1, 48, area.cols - 62, STYLE_LABEL, _("Department"));
    struct area lines = area_part(area, 2, 0, area.rows - 2, area.cols);
    size_t top = list_top(&s->list, lines.rows);
    for (int r = 0; r < lines.rows && top + (size_t)r < s->list.count; r++) {
        size_t i = top + (size_t)r;
        const struct banshi_staff *of = banshi_row(struct banshi_staff, s->rows, i);
        enum style style = i == s->list.selected ? STYLE_SELECTED : of->active ? STYLE_NORMAL : STYLE_WEAK;
        paint_cell(lines, r, 0, lines.cols, style, "");
        paint_cell(lines, r, 1, 16, style, of->login);
        paint_cell(lines, r, 18, 16, style, of->name);
        paint_cell(lines, r, 35, 12, style, _(of->role));
        paint_cell(lines, r, 48, lines.cols - 62, style, of->department);
        paint_cell(lines, r, lines.cols - 13, 6, style, of->party_member ? _("party") : "");
        paint_cell(lines, r, lines.cols - 6, 6, style, of->active ? "" : _("left"));
    }
    if (!s->rows)
        paint(lines, 0, 1, STYLE_WEAK, "…");
}

static void close(struct app *app, void *state)
{
    struct staff *s = state;
    (void)app;
    banshi_rows_free(s->rows);
}

const struct screen screen_staff = {
    .name = "staff",
    .title = N_("Staff"),
    .contexts = {CONTEXT_STAFF, CONTEXT_LIST},
    .size = sizeof(struct staff),
    .open = open,
    .act = act,
    .hint = hint,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
