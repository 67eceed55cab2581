/* SPDX-License-Identifier: MIT */
/* Screens of forms: picking, what is wrong, sending, the picture. */
#include <config.h>

#include "form_screen.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "say.h"

void form_begin(struct app *app, const struct form_screen *screen, void *state)
{
    struct form_state *s = state;
    (void)app;
    s->screen = screen;
    form_declare(&s->form, screen->fields, screen->count);
}

void form_title(void *state, const char *format, ...)
{
    struct form_state *s = state;
    va_list args;
    va_start(args, format);
    vsnprintf(s->title, sizeof s->title, format, args);
    va_end(args);
}

/* Picking ------------------------------------------------------------------------------------------------------ */

#define PICK_TAG(n) (ACTION_PICK + (n)*ACTION_COUNT)

/* What the field is picked from; NULL: nothing. */
static const struct form_pick *pick_of(const struct form_state *s, const char *id)
{
    for (size_t i = 0; i < s->screen->pick_count; i++)
        if (strcmp(s->screen->picks[i].key, id) == 0)
            return &s->screen->picks[i];
    return NULL;
}

static bool is_open(const struct field *field)
{
    return field->is.kind == FIELD_PICK && !field->absent && !field->picked;
}

/* The first field that nothing is picked for yet; NULL: there is none. */
static const struct field *first_open(const struct form_state *s)
{
    for (size_t i = 0; i < s->form.count; i++)
        if (is_open(&s->form.fields[i]))
            return &s->form.fields[i];
    return NULL;
}

/* Open the list that the field of this key is picked from. */
static bool pick_from(struct app *app, void *state, const char *id)
{
    const struct form_state *s = state;
    const struct form_pick *pick = pick_of(s, id);
    const struct field *field = form_find(&s->form, id);
    struct picks picks = {0};
    if (!pick || !form_asks(&s->form, id))
        return false;
    pick->lines(app, state, &picks);
    return pick_ask(app, PICK_TAG((int)(pick - s->screen->picks)), _(pick->title), &picks,
                    field->picked ? field->number : INT64_MIN);
}

void form_pick_first(struct app *app, void *state)
{
    const struct field *field = first_open(state);
    if (field && (void *)app->top->state == state && !app_waits(app, state))
        pick_from(app, state, field->is.key);
}

bool form_awaited(const struct app *app, const void *state)
{
    return app_waits(app, state) && first_open(state);
}

/* The field to pick for: the selected one; when it has no list, the first asked for that has one. NULL: there is none. */
static const char *pick_for(const struct form_state *s)
{
    const char *id = s->form.count ? s->form.fields[s->form.focus].is.key : "";
    if (pick_of(s, id))
        return id;
    for (size_t i = 0; i < s->screen->pick_count; i++)
        if (form_asks(&s->form, s->screen->picks[i].key))
            return s->screen->picks[i].key;
    return NULL;
}

static void changed(struct app *app, struct form_state *s, const char *id)
{
    if (s->screen->changed)
        s->screen->changed(app, s, id);
}

bool form_result(struct app *app, void *state, const struct result *result)
{
    struct form_state *s = state;
    if (result->tag % ACTION_COUNT != ACTION_PICK)
        return false;
    const char *id = s->screen->picks[result->tag / ACTION_COUNT].key;
    const struct field *field = form_find(&s->form, id);
    bool all_open = true;
    for (size_t i = 0; i < s->form.count; i++)
        all_open = all_open && !s->form.fields[i].picked;
    if (!result->chosen) {
        if (is_open(field) && all_open)
            app_close(app, false, NULL, 0);
        return true;
    }
    if (field->is.kind != FIELD_PICK) {
        form_set(&s->form, id, result->text);
    } else {
        form_pick(&s->form, id, result->text, result->number);
        form_leave(&s->form, id);
    }
    changed(app, s, id);
    if (is_open(&s->form.fields[s->form.focus])) /* one after the other */
        pick_from(app, s, s->form.fields[s->form.focus].is.key);
    return true;
}

/* Keys --------------------------------------------------------------------------------------------------------- */

bool form_type(struct app *app, void *state, key k)
{
    struct form_state *s = state;
    const struct field *field = s->form.count ? &s->form.fields[s->form.focus] : NULL;
    if (!field)
        return false;
    if (app_waits(app, state)) /* what is being sent stays as it is */
        return key_is_text(k);
    if (field->is.kind == FIELD_PICK && (k == ' ' || (key_is_text(k) && (k > 0x7f || isalnum((int)k))))) {
        if (pick_from(app, state, field->is.key) && k != ' ')
            app_press(app, k);
        return true;
    }
    if (!form_key(&s->form, k))
        return false;
    changed(app, s, field->is.key);
    return true;
}

static bool commits(const struct form_state *s, enum action action)
{
    return action == ACTION_COMMIT || (action == ACTION_FIELD_NEXT && s->screen->enter_commits && form_last(&s->form));
}

static void commit(struct app *app, void *state)
{
    const struct form_state *s = state;
    if (app_waits(app, state))
        return;
    if (form_ready(state))
        s->screen->send(app, state);
    else
        app_say(app, STYLE_BAD, "%s", _("Correct the field marked with !, then commit again"));
}

/* Keys that would do nothing are not named. */
const char *form_hint(const void *state, enum action action)
{
    const struct form_state *s = state;
    bool enter = commits(s, ACTION_FIELD_NEXT); /* does what F10 does */
    switch (action) {
    case ACTION_PICK:
        return pick_for(s) ? NULL : "";
    case ACTION_COMMIT:
        return enter ? "" : NULL;
    case ACTION_FIELD_NEXT:
        return enter ? action_table[ACTION_COMMIT].label : form_last(&s->form) ? "" : NULL;
    case ACTION_FIELD_BEFORE:
        return form_first(&s->form) ? "" : NULL;
    default:
        return NULL;
    }
}

bool form_do(struct app *app, void *state, enum action action)
{
    struct form_state *s = state;
    if (commits(s, action)) {
        commit(app, state);
    } else if (action == ACTION_PICK) {
        if (pick_for(s))
            pick_from(app, s, pick_for(s));
        else
            app_impossible(app, action);
    } else {
        return form_act(&s->form, action);
    }
    return true;
}

/* Answers ------------------------------------------------------------------------------------------------------ */

/* Put what is wrong beside a field, with its detail; when there is no such field, it is said. */
static void put_problem(struct app *app, void *state, const char *id, const struct banshi_error *error, const char *of)
{
    char detail[1024], problem[1400];
    app_error(app, error);
    detail_words(of, detail, sizeof detail);
    snprintf(problem, sizeof problem, "%s%s%s", _(banshi_error_sentence(error->code)), detail[0] ? _(": ") : "",
             detail);
    if (error->code != BANSHI_ECANCELLED && form_problem(state, id, problem))
        app_say(app, STYLE_BAD, "%s", _("Correct the field marked with !, then commit again"));
}

bool form_ok(struct app *app, void *state, const char *id, const struct banshi_error *error)
{
    if (error->code != 0)
        put_problem(app, state, id, error, error->detail);
    return error->code == 0;
}

/* The field is the one that the detail begins with. */
static void refused(struct app *app, void *state, const struct banshi_error *error)
{
    char id[64];
    const char *dot = strstr(error->detail, " · ");
    size_t n = dot ? (size_t)(dot - error->detail) : strlen(error->detail);
    snprintf(id, sizeof id, "%.*s", (int)(n < sizeof id ? n : sizeof id - 1), error->detail);
    put_problem(app, state, id, error, dot ? dot + strlen(" · ") : "");
}

static void done(struct app *app, void *state, const struct banshi_rows *rows)
{
    const struct form_screen *screen = ((const struct form_state *)state)->screen;
    const void *last = rows && rows->count ? banshi_rows_at(rows, rows->count - 1) : NULL;
    struct record_start start = {.id = last && rows->shape->fields[0].type == BANSHI_INT ? *(const int64_t *)last : 0};
    char text[1024] = "";
    if (last && screen->says)
        say(rows->shape, _(screen->says), last, text, sizeof text);
    app_close_of(app, state, true, text, start.id);
    if (start.id && screen->opens)
        app_open(app, screen->opens, 0, &start);
}

void form_answer(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    const struct form_state *s = state;
    if (error->code != 0)
        refused(app, state, error);
    else if (s->screen->done)
        s->screen->done(app, state, rows);
    else
        done(app, state, rows);
}

/* The picture -------------------------------------------------------------------------------------------------- */

void form_screen_draw(const struct app *app, const struct screen *screen, const void *state, struct area area)
{
    enum { TEXTS = 100, FRAME = 2, MARGIN = 4 }; /* columns; rows and columns of the frame, with room for a problem */
    const struct form_state *s = state;
    const char *title = s->title[0] ? s->title : _(screen->title);
    int most = s->screen->cols ? s->screen->cols : TEXTS, cols = area.cols - 2 > most ? most : area.cols - 2;
    int below = s->screen->below_rows, rows = form_rows(&s->form, cols - MARGIN) + below + FRAME + 2;
    struct area inside = area_part(area, 0, 1, area.rows, area.cols - 2);
    (void)app;
    if (screen->dialog)
        inside = paint_dialog(area, rows, cols, title);
    else
        paint_rule(area, 0, title);
    form_draw(&s->form, area_part(inside, 1, 0, inside.rows - 1 - below, inside.cols));
    if (s->screen->below)
        s->screen->below(s, area_part(inside, inside.rows - below, 0, below, inside.cols));
}
