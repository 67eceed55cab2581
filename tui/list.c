/* SPDX-License-Identifier: MIT */
/* Screens of lists: reading, what can be done, export. */
#include <config.h>

#include "list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dialog.h"
#include "export.h"
#include "i18n.h"
#include "kit/clock.h"
#include "say.h"

static struct list *pane_of(void *state)
{
    struct lists *s = state;
    return &s->panes[s->pane];
}

static const struct list *focused(const void *state)
{
    const struct lists *s = state;
    return &s->panes[s->pane];
}

const void *list_record(const void *state)
{
    return table_selected(&focused(state)->table);
}

const struct banshi_rows *list_rows(const void *state, size_t pane)
{
    return ((const struct lists *)state)->panes[pane].rows;
}

const void *list_subject(const void *state)
{
    return table_find(&focused(state)->table, (uint64_t)list_subject_id(state));
}

int64_t list_subject_id(const void *state)
{
    return ((const struct lists *)state)->subject;
}

/* Reading ------------------------------------------------------------------------------------------------------ */

void list_show(void *state, size_t pane, const void *records, size_t count)
{
    struct list *l = &((struct lists *)state)->panes[pane];
    table_set(&l->table, l->view->of, records, count);
}

/* What changed ------------------------------------------------------------------------------------------------- */

static bool is_one_of(int64_t id, const int64_t *ids, size_t count)
{
    while (count && ids[count - 1] != id)
        count--;
    return count > 0;
}

bool changes_add(struct changes *changes, int64_t id)
{
    if (is_one_of(id, changes->ids, changes->count))
        return true;
    if (changes->count == LIST_IDS)
        return false;
    changes->ids[changes->count++] = id;
    return true;
}

bool changes_have(const struct changes *changes, int64_t id)
{
    return is_one_of(id, changes->asked, changes->asked_count);
}

bool changes_ask(struct changes *changes)
{
    if (changes->asked_count || !changes->count)
        return false;
    memcpy(changes->asked, changes->ids, sizeof changes->ids);
    changes->asked_count = changes->count;
    changes->count = 0;
    return true;
}

void list_renew(void *state, size_t pane, const int64_t *ids, size_t count, const struct banshi_rows *read,
                banshi_belongs_fn *belongs)
{
    struct list *l = &((struct lists *)state)->panes[pane];
    struct banshi_rows *rows = l->rows ? banshi_rows_renew(l->rows, ids, count, read, belongs, l->view->order) : NULL;
    if (rows) {
        keep_rows(&l->rows, rows);
        list_show(state, pane, rows->items, rows->count);
    }
    banshi_rows_free(rows);
}

/* Read at once, or when it is calm. */
static void read_calmly(struct app *app, void *state, size_t pane, int64_t after)
{
    if (pace_ask(&((struct lists *)state)->panes[pane].pace, now_ms(), after))
        list_read(app, state, pane);
}

static answer_fn on_changed_0, on_changed_1, on_changed_2, on_changed_3, on_changed_4;

static void read_changes(struct app *app, void *state, size_t pane)
{
    static answer_fn *const answers[LISTS_MOST] = {on_changed_0, on_changed_1, on_changed_2, on_changed_3,
                                                   on_changed_4};
    struct list *l = &((struct lists *)state)->panes[pane];
    if (!l->reading && l->view->changed && changes_ask(&l->changes))
        app_watch(app, state, answers[pane], l->view->changed, l->changes.asked, l->changes.asked_count);
}

static void on_changed(struct app *app, void *state, size_t pane, const struct banshi_error *error,
                       const struct banshi_rows *rows)
{
    struct list *l = &((struct lists *)state)->panes[pane];
    if (app_ok(app, error)) {
        list_renew(state, pane, l->changes.asked, l->changes.asked_count, rows, NULL);
        if (l->view->came)
            l->view->came(app, state);
    } else {
        read_calmly(app, state, pane, PACE_MS);
    }
    l->changes.asked_count = 0;
    read_changes(app, state, pane);
}

static void change(struct app *app, void *state, size_t pane, const struct banshi_event *event)
{
    struct list *l = &((struct lists *)state)->panes[pane];
    int64_t id = l->view->about ? l->view->about(state, event) : event->id;
    if (!l->view->changed || !event->id || id == LIST_WHOLE || (id && !changes_add(&l->changes, id)))
        read_calmly(app, state, pane, 0);
    else
        read_changes(app, state, pane);
}

/* Reading a whole list ----------------------------------------------------------------------------------------- */

static void on_rows(struct app *app, void *state, size_t pane, const struct banshi_error *error,
                    const struct banshi_rows *rows)
{
    struct list *l = &((struct lists *)state)->panes[pane];
    bool stale = l->stale;
    l->reading = l->stale = false;
    if (app_ok(app, error) && !stale) {
        keep_rows(&l->rows, rows);
        if (rows->shape == l->view->of) /* else lines are made of them */
            list_show(state, pane, rows->items, rows->count);
        if (l->view->came)
            l->view->came(app, state);
    }
    if (l->again) { /* what has come is older than what is meant */
        l->again = false;
        list_read(app, state, pane);
    } else {
        read_changes(app, state, pane);
    }
}

#define ANSWER(n) \
    static void on_rows_##n(struct app *app, void *state, const struct banshi_error *error, \
                            const struct banshi_rows *rows) \
    { \
        on_rows(app, state, n, error, rows); \
    } \
    static void on_changed_##n(struct app *app, void *state, const struct banshi_error *error, \
                               const struct banshi_rows *rows) \
    { \
        on_changed(app, state, n, error, rows); \
    }
ANSWER(0)
ANSWER(1)
ANSWER(2)
ANSWER(3)
ANSWER(4)

answer_fn *list_answer(void *state)
{
    static answer_fn *const answers[LISTS_MOST] = {on_rows_0, on_rows_1, on_rows_2, on_rows_3, on_rows_4};
    struct lists *s = state;
    s->panes[s->asking].reading = true;
    return answers[s->asking];
}

void list_read(struct app *app, void *state, size_t pane)
{
    struct lists *s = state;
    struct list *l = &s->panes[pane];
    if (l->reading) { /* what it answers may be older than what has changed */
        l->again = true;
        return;
    }
    s->asking = pane;
    l->pace.due = 0;
    l->changes.count = 0;
    if (l->view->call)
        list_watch(app, state, l->view->call);
    else if (l->view->read)
        l->view->read(app, state);
}

void list_refresh(struct app *app, void *state)
{
    for (size_t pane = 0; pane < ((const struct lists *)state)->screen->view_count; pane++)
        list_read(app, state, pane);
}

void list_written(struct app *app, void *state)
{
    const struct lists *s = state;
    for (size_t pane = 0; pane < s->screen->view_count; pane++)
        if (!s->panes[pane].reading && !s->panes[pane].view->changed && !s->panes[pane].view->kept)
            list_read(app, state, pane); /* of others an event tells */
}

void list_forget(void *state, size_t pane)
{
    struct list *l = &((struct lists *)state)->panes[pane];
    table_set(&l->table, l->view->of, NULL, 0);
    l->table.known = false;
    l->stale = l->reading;
    keep_rows(&l->rows, NULL);
}

bool list_awaited(const void *state)
{
    return focused(state)->reading && !focused(state)->table.known;
}

void list_update(void *state)
{
    struct lists *s = state;
    for (size_t pane = 0; pane < s->screen->view_count; pane++)
        if (s->panes[pane].table.known)
            table_update(&s->panes[pane].table);
}

static bool has_concept(const int concepts[LIST_CONCEPTS], int concept)
{
    size_t i = 0;
    while (i < LIST_CONCEPTS && concepts[i] && concepts[i] != concept)
        i++;
    return i < LIST_CONCEPTS && concepts[i];
}

void list_event(struct app *app, void *state, const struct banshi_event *event)
{
    struct lists *s = state;
    int concept = (int)event->concept;
    if (concept == EVENT_MINUTE)
        list_update(state);
    if (concept == BANSHI_CONCEPT_ALL)
        list_refresh(app, state);
    for (size_t pane = 0; pane < s->screen->view_count; pane++) {
        if (has_concept(s->screen->views[pane].concepts, concept))
            change(app, state, pane, event);
        if (has_concept(s->screen->views[pane].whole, concept))
            read_calmly(app, state, pane, PACE_MS);
    }
}

int64_t list_due(const void *state)
{
    const struct lists *s = state;
    int64_t due = 0;
    for (size_t pane = 0; pane < s->screen->view_count; pane++)
        if (s->panes[pane].pace.due && (!due || s->panes[pane].pace.due < due))
            due = s->panes[pane].pace.due;
    return due;
}

void list_do_due(struct app *app, void *state, int64_t now)
{
    struct lists *s = state;
    for (size_t pane = 0; pane < s->screen->view_count; pane++)
        if (pace_due(&s->panes[pane].pace, now))
            list_read(app, state, pane);
}

void list_begin(struct app *app, const struct list_screen *screen, void *state)
{
    struct lists *s = state;
    s->screen = screen;
    s->rank = app_rank(app);
    for (size_t pane = 0; pane < screen->view_count; pane++) {
        s->panes[pane].view = &screen->views[pane];
        s->panes[pane].table.shape = &screen->views[pane].table;
        s->panes[pane].table.words = &say_words;
        s->panes[pane].table.state = state;
    }
}

void list_free(void *state)
{
    struct lists *s = state;
    for (size_t pane = 0; pane < s->screen->view_count; pane++) {
        table_free(&s->panes[pane].table);
        banshi_rows_free(s->panes[pane].rows);
    }
}

/* Export ------------------------------------------------------------------------------------------------------- */

static void output(struct app *app, const void *state, bool print)
{
    const struct list *l = focused(state);
    const struct list_view *view = l->view;
    char title[160];
    size_t count = 0, *chosen = l->table.known ? table_chosen(&l->table, &count) : NULL;
    struct banshi_rows *rows = chosen ? banshi_rows_copy(view->of, l->table.records, chosen, count) : NULL;
    snprintf(title, sizeof title, "%s", _(view->name));
    if (view->title || view->heading)
        (view->title ? view->title : view->heading)(state, title, sizeof title);
    if (!count)
        app_impossible(app, print ? ACTION_PRINT_LIST : ACTION_EXPORT);
    else if (rows)
        app_open(app, "export", 0,
                 &(struct export_start){.title = title,
                                        .name = _(view->file ? view->file : view->name),
                                        .rows = rows,
                                        .documents = view->papers && count == l->table.all,
                                        .day = view->day ? view->day(state) : 0,
                                        .print = print});
    banshi_rows_free(rows);
    free(chosen);
}

/* Acting ------------------------------------------------------------------------------------------------------- */

bool list_typing(const void *state)
{
    return focused(state)->table.filtering;
}

bool list_key(struct app *app, void *state, key k)
{
    (void)app;
    return table_key(&pane_of(state)->table, k);
}

static const void *record_of(const struct lists *s, const struct list_act *act)
{
    return act->pane && act->pane != (int)s->pane + 1 ? NULL : list_record(s);
}

/* Who may: as the act says, or the screen that it opens. */
static enum rank least(const struct list_act *act)
{
    const struct screen *screen = act->opens ? app_screen(act->opens) : NULL;
    return screen && screen->least > act->least ? screen->least : act->least;
}

static bool possible(const struct lists *s, const struct list_act *act)
{
    const void *record = record_of(s, act);
    return s->rank >= least(act) && (record || act->anyway) &&
           (!act->when || say_is(focused(s)->view->of, act->when, record)) &&
           (!act->possible || act->possible(s, record));
}

/* The declaration that says what the action does now; else one that says that it is not possible; NULL: there is none. */
static const struct list_act *find(const struct lists *s, enum action action)
{
    const struct list_act *found = NULL;
    for (size_t i = 0; i < s->screen->act_count; i++)
        if (s->screen->acts[i].action == action) {
            found = &s->screen->acts[i];
            if (possible(s, found))
                return found;
        }
    return found;
}

static const char *own_hint(const void *state, enum action action)
{
    const struct table *t = &focused(state)->table;
    switch (action) {
    case ACTION_FILTER:
        return t->all ? action_table[action].label : "";
    case ACTION_FILTER_KEEP: /* app_hint says when */
        return "";
    case ACTION_EXPORT:
    case ACTION_PRINT_LIST:
        return t->lines.count ? action_table[action].label : "";
    default:
        return NULL;
    }
}

const char *list_hint(const void *state, enum action action)
{
    const struct lists *s = state;
    const struct list_act *act = find(s, action);
    if (!act)
        return own_hint(state, action);
    if (!possible(s, act))
        return "";
    return act->label;
}

/* What the text of an act says of the record that it is about. */
static void say_of(const struct lists *s, const char *says, const void *record, char *ret, size_t size)
{
    if (record)
        say(focused(s)->view->of, _(says), record, ret, size);
    else
        snprintf(ret, size, "%s", _(says));
}

/* The id of what a screen is about. */
static int64_t about(const struct lists *s, const struct list_act *act, const void *record)
{
    char says[64], id[32];
    if (!act->about || !record)
        return s->subject;
    snprintf(says, sizeof says, "{%s}", act->about);
    say(focused(s)->view->of, says, record, id, sizeof id);
    return strtoll(id, NULL, 10);
}

static void begin(struct app *app, struct lists *s, const struct list_act *act)
{
    enum { TEXT_MOST = 100 };
    const void *record = record_of(s, act);
    const char *label = _(act->label ? act->label : action_table[act->action].label);
    const struct result at_once = {.tag = (int)act->action, .chosen = true, .text = ""};
    char text[1024];
    s->subject = record ? (int64_t)table_id(&focused(s)->table, record) : 0;
    s->act = act;
    if (act->confirm || act->ask)
        say_of(s, act->confirm ? act->confirm : act->ask, record, text, sizeof text);
    if (act->confirm)
        ask_yes(app, (int)act->action, label, "%s", text);
    else if (act->ask)
        (act->needed ? ask_needed : ask_text)(app, (int)act->action, label, text, "", TEXT_MOST);
    else if (act->opens)
        app_open(app, act->opens, (int)act->action,
                 &(struct record_start){.id = about(s, act, record), .action = act->action, .record = record});
    else if (act->begin)
        act->begin(app, s, act->action, record);
    else
        act->does(app, s, &at_once);
}

bool list_act(struct app *app, void *state, enum action action)
{
    struct lists *s = state;
    struct list *l = pane_of(state);
    const struct list_act *act = find(s, action);
    if (act && s->rank < least(act)) {
        app_refuse(app, least(act), _(action_table[action].label));
    } else if (act && (!possible(s, act) || app_busy(app, s))) {
        app_impossible(app, action);
    } else if (act) {
        begin(app, s, act);
    } else if (action != ACTION_NONE && (action == s->screen->pane || action == s->screen->pane_before)) {
        s->pane = (s->pane + (action == s->screen->pane ? 1 : s->screen->view_count - 1)) % s->screen->view_count;
    } else if (action == ACTION_BACK && l->table.filter.text[0]) {
        edit_set(&l->table.filter, "");
        table_update(&l->table);
    } else if (action == ACTION_EXPORT || action == ACTION_PRINT_LIST) {
        output(app, state, action == ACTION_PRINT_LIST);
    } else {
        return table_act(&l->table, action);
    }
    return true;
}

bool list_result(struct app *app, void *state, const struct result *result)
{
    const struct list_act *act = ((const struct lists *)state)->act;
    if (!act || (int)act->action != result->tag)
        return false;
    if (result->chosen && act->does)
        act->does(app, state, result);
    else if (result->chosen && result->text[0])
        app_say(app, STYLE_GOOD, "%s", result->text);
    return true;
}

void list_done(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    const struct lists *s = state;
    char text[512];
    if (!app_ok(app, error) || !s->act || !s->act->done)
        return;
    if (rows && rows->count)
        say(rows->shape, _(s->act->done), banshi_rows_at(rows, 0), text, sizeof text);
    else
        snprintf(text, sizeof text, "%s", _(s->act->done));
    app_say(app, STYLE_GOOD, "%s", text);
}
