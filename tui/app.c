/* SPDX-License-Identifier: MIT */
/* The stack of screens: opening, closing, acts, messages. */
#include <config.h>

#include "app.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form_screen.h"
#include "i18n.h"
#include "kit/clock.h"
#include "list.h"

/* Before this, an answer is as good as there; Esc then gives nothing up. */
enum { PATIENCE_MS = 300 };

/* Screens ------------------------------------------------------------------------------------------------------ */

const struct screen *app_screen(const char *name)
{
    const struct screen *const *screen = screen_registry;
    while (*screen && strcmp((*screen)->name, name) != 0)
        screen++;
    return *screen;
}

/* The screen that declares to be opened by this action; NULL: none does. */
static const struct screen *opened_by(enum action action)
{
    const struct screen *const *screen = screen_registry;
    while (*screen && (*screen)->opened_by != action)
        screen++;
    return action == ACTION_NONE ? NULL : *screen;
}

static void happen(struct app *app, struct opened *o, const struct banshi_event *event)
{
    if (o->screen->event)
        o->screen->event(app, o->state, event);
}

void app_open(struct app *app, const char *name, int tag, const void *argument)
{
    const struct screen *screen = app_screen(name);
    if (!screen) {
        app_say(app, STYLE_BAD, _("There is no screen %s"), name);
        return;
    }
    if (app_rank(app) < screen->least) {
        app_refuse(app, screen->least, _(screen->title));
        return;
    }
    struct opened *o = calloc(1, sizeof *o + screen->size + 16);
    if (!o) {
        app_say(app, STYLE_BAD, "%s: %s", name, _("Out of memory"));
        return;
    }
    o->screen = screen;
    o->below = app->top;
    o->tag = tag;
    app->top = o;
    app->dirty = true;
    if (o->screen->list)
        list_begin(app, o->screen->list, o->state);
    if (o->screen->form)
        form_begin(app, o->screen->form, o->state);
    if (o->screen->open)
        o->screen->open(app, o->state, argument);
    if (o == app->top && o->screen->list)
        list_event(app, o->state, EVENT(BANSHI_CONCEPT_ALL));
    if (o == app->top)
        happen(app, o, EVENT(BANSHI_CONCEPT_ALL));
}

static void drop(struct app *app, struct opened *o)
{
    struct opened **at = &app->top;
    while (*at != o)
        at = &(*at)->below;
    request_drop(o);
    if (o->screen->close)
        o->screen->close(app, o->state);
    if (o->screen->list)
        list_free(o->state);
    if (o->screen->form)
        form_free((struct form *)o->state);
    *at = o->below;
    free(o);
    app->dirty = true;
}

/* Who does not ask for what a screen brings has it said. */
static void tell(struct app *app, struct opened *o, const struct result *result)
{
    if ((o->screen->list && list_result(app, o->state, result)) ||
        (o->screen->form && form_result(app, o->state, result)))
        return;
    if (o->screen->result)
        o->screen->result(app, o->state, result);
    else if (result->chosen && result->text[0])
        app_say(app, STYLE_GOOD, "%s", result->text);
}

static void close(struct app *app, struct opened *o, bool chosen, const char *text, int64_t number)
{
    char *kept = text ? strdup(text) : NULL;
    struct result result = {.tag = o->tag, .chosen = chosen, .text = kept ? kept : "", .number = number};
    struct opened *below = o->below;
    drop(app, o);
    if (below)
        tell(app, below, &result);
    else
        app->quit = true;
    free(kept);
}

void app_close(struct app *app, bool chosen, const char *text, int64_t number)
{
    close(app, app->top, chosen, text, number);
}

void app_close_of(struct app *app, void *state, bool chosen, const char *text, int64_t number)
{
    struct opened *o = app->top;
    while (o && (void *)o->state != state)
        o = o->below;
    if (o)
        close(app, o, chosen, text, number);
}

void app_close_all(struct app *app)
{
    while (app->top)
        drop(app, app->top);
}

void app_restart(struct app *app, const char *name)
{
    app_close_all(app);
    app_open(app, name, 0, NULL);
}

const struct opened *app_below(const struct app *app)
{
    return app->top->below ? app->top->below : app->top;
}

void app_contexts(const struct screen *screen, enum context ret[CONTEXTS_MOST])
{
    size_t n = 0;
    for (; n < sizeof screen->contexts / sizeof screen->contexts[0] && screen->contexts[n] != CONTEXT_NONE; n++)
        ret[n] = screen->contexts[n];
    if (screen->list) {
        ret[n++] = CONTEXT_LIST;
        ret[n++] = CONTEXT_TABLE;
    }
    if (screen->form && screen->form->pick_count)
        ret[n++] = CONTEXT_PICKING;
    if (screen->form)
        ret[n++] = CONTEXT_FORM;
    ret[n++] = CONTEXT_GLOBAL;
    ret[n] = CONTEXT_NONE;
}

enum rank rank_of(const char *role)
{
    const struct banshi_word *word = banshi_word_find(banshi_word_staff_role_rank, role);
    return word ? (enum rank)(RANK_CLERK + (word - banshi_word_staff_role_rank)) : RANK_NONE;
}

enum rank app_rank(const struct app *app)
{
    return rank_of(app->session && app->session->count ? banshi_row(struct banshi_session, app->session, 0)->role : "");
}

void app_signed_off(struct app *app)
{
    keep_rows(&app->session, NULL);
    message_drop(app);
}

/* While a filter is typed Enter keeps it, whatever act has that key, and no other key of the screen is one. */
static const char *filter_hint(const struct app *app, const struct screen *screen, enum action action)
{
    enum context contexts[CONTEXTS_MOST];
    app_contexts(screen, contexts);
    return keymap_find(&app->keys, contexts, K_ENTER) == action ? action_table[ACTION_FILTER_KEEP].label : "";
}

const char *app_hint(const struct app *app, const struct opened *opened, enum action action)
{
    if (opened->screen->list && list_typing(opened->state) && action_table[action].context != CONTEXT_GLOBAL)
        return filter_hint(app, opened->screen, action);
    const char *hint = opened->screen->hint ? opened->screen->hint(opened->state, action) : NULL;
    if (!hint && opened->screen->list)
        hint = list_hint(opened->state, action);
    if (!hint && opened->screen->form)
        hint = form_hint(opened->state, action);
    if (hint)
        return hint;
    if (action == ACTION_BACK && !opened->below && app->top == opened)
        return "";
    if (action == ACTION_MESSAGE_READ && !message_rows(app, app->canvas.cols))
        return "";
    const struct screen *opens = opened_by(action);
    return opens && app_rank(app) < opens->least ? "" : action_table[action].label;
}

/* Events ------------------------------------------------------------------------------------------------------- */

/* Tickets change all the time, and each is a line; whatever else comes makes a screen read more than that. */
static bool is_rare(const struct banshi_event *event)
{
    int concept = (int)event->concept;
    return concept > BANSHI_CONCEPT_ALL && concept < BANSHI_CONCEPTS &&
           (concept != BANSHI_CONCEPT_TICKET || !event->id);
}

static void tell_screens(struct app *app, const struct banshi_event *event)
{
    if (event->concept == BANSHI_CONCEPT_ALL || event->concept == BANSHI_CONCEPT_MESSAGE)
        message_refresh(app);
    for (struct opened *o = app->top, *below; o; o = below) {
        below = o->below;
        happen(app, o, event);
    }
}

void app_event(struct app *app, const struct banshi_event *event)
{
    int concept = (int)event->concept;
    if (concept == BANSHI_CONCEPT_ALL || concept == EVENT_MINUTE)
        app->dirty = true; /* what else changes is first read, and painted then */
    for (struct opened *o = app->top; o; o = o->below)
        if (o->screen->list)
            list_event(app, o->state, event);
    if (!is_rare(event) || pace_ask(&app->paces[concept], now_ms(), 0))
        tell_screens(app, event);
}

int64_t app_due(const struct app *app)
{
    int64_t due = 0;
    for (const struct opened *o = app->top; o; o = o->below) {
        int64_t at = o->screen->list ? list_due(o->state) : 0;
        if (at && (!due || at < due))
            due = at;
    }
    for (int i = 0; i < BANSHI_CONCEPTS; i++)
        if (app->paces[i].due && (!due || app->paces[i].due < due))
            due = app->paces[i].due;
    return due;
}

void app_do_due(struct app *app, int64_t now)
{
    for (struct opened *o = app->top; o; o = o->below)
        if (o->screen->list)
            list_do_due(app, o->state, now);
    for (int i = 0; i < BANSHI_CONCEPTS; i++)
        if (pace_due(&app->paces[i], now))
            tell_screens(app, EVENT(i));
}

/* Messages ----------------------------------------------------------------------------------------------------- */

void app_say(struct app *app, enum style style, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    vsnprintf(app->message, sizeof app->message, format, args);
    va_end(args);
    app->message_style = style;
    app->dirty = true;
}

void app_error(struct app *app, const struct banshi_error *error)
{
    if (error->code == BANSHI_ECANCELLED)
        return;
    error_words(error, app->message, sizeof app->message);
    app->message_style = STYLE_BAD;
    app->dirty = true;
}

bool app_ok(struct app *app, const struct banshi_error *error)
{
    if (error->code != 0)
        app_error(app, error);
    return error->code == 0;
}

void app_printed(struct app *app, const struct banshi_print *print, bool file)
{
    char why[512];
    detail_words(print->message, why, sizeof why);
    if (strcmp(print->state, "held") == 0)
        app_say(app, STYLE_WARN, _("The printer has it and waits: %s. It prints by itself; do not print again"),
                *why ? why : _("no reason given"));
    else
        app_say(app, STYLE_GOOD, file ? _("Written to %s") : _("Printed to %s"), print->destination);
}

void app_impossible(struct app *app, enum action action)
{
    app_say(app, STYLE_WARN, _("%s: not possible now"), _(action_table[action].label));
}

void app_refuse(struct app *app, enum rank least, const char *name)
{
    static const char *const whom[] = {[RANK_CLERK] = N_("%s: for those who have signed on"),
                                       [RANK_LEAD] = N_("%s: for leads and above"),
                                       [RANK_SUPERVISOR] = N_("%s: for supervisors and administrators"),
                                       [RANK_ADMIN] = N_("%s: for administrators")};
    app_say(app, STYLE_WARN, _(whom[least]), name);
}

bool app_may(struct app *app, enum rank least, enum action action)
{
    bool may = app_rank(app) >= least;
    if (!may)
        app_refuse(app, least, _(action_table[action].label));
    return may;
}

/* Acts --------------------------------------------------------------------------------------------------------- */

/* Esc: whatever is awaited, the keyboard comes first; then back. */
static void back(struct app *app)
{
    int age = request_age(app->top);
    size_t done, total;
    if (request_progress(app->top, &done, &total)) {
        request_give_up(app, app->top);
        app_say(app, STYLE_WARN, _("Stopped after %zu of %zu"), done, total);
    } else if (age >= PATIENCE_MS) {
        request_give_up(app, app->top);
        app_say(app, STYLE_WARN, "%s", _("Not waited for any longer; what was sent may still happen"));
    } else if (age < 0 && app->top->below) {
        app_close(app, false, NULL, 0);
    }
}

static void global(struct app *app, enum action action)
{
    const struct screen *screen = opened_by(action);
    switch (action) {
    case ACTION_BACK:
        back(app);
        break;
    case ACTION_REDRAW:
        app->repaint = true;
        break;
    case ACTION_SUSPEND:
        app->suspend = true;
        break;
    case ACTION_MESSAGE_READ:
        message_acknowledge(app);
        break;
    case ACTION_QUIT:
        app->quit = true;
        break;
    default:
        if (screen && screen != app->top->screen) /* once is enough */
            app_open(app, screen->name, (int)action, NULL);
        break;
    }
}

void app_act(struct app *app, enum action action)
{
    struct opened *top = app->top;
    app->dirty = true;
    if (action == ACTION_NONE)
        return;
    if (action == ACTION_BACK && request_age(top) >= 0) {
        back(app);
        return;
    }
    if ((top->screen->act && top->screen->act(app, top->state, action)) ||
        (top->screen->list && list_act(app, top->state, action)) ||
        (top->screen->form && form_do(app, top->state, action)))
        return;
    global(app, action);
}

bool app_typing(const struct app *app)
{
    const struct opened *top = app->top;
    if (top->screen->list && list_typing(top->state))
        return true;
    return top->screen->form || (top->screen->key && (!top->screen->typing || top->screen->typing(top->state)));
}

void app_press(struct app *app, key k)
{
    enum context contexts[CONTEXTS_MOST];
    app->message[0] = '\0';
    app->dirty = true;
    const struct opened *top = app->top;
    if (top->screen->list && list_typing(top->state) && list_key(app, app->top->state, k))
        return;
    if (top->screen->key && app_typing(app) && top->screen->key(app, app->top->state, k))
        return;
    if (top->screen->form && form_type(app, app->top->state, k))
        return;
    app_contexts(app->top->screen, contexts);
    app_act(app, keymap_find(&app->keys, contexts, k));
}
