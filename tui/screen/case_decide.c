/* SPDX-License-Identifier: MIT */
/* Deciding on a case that was received or asked to be supplemented. Norm 6.3; Licensing Law art. 32. */
#include <config.h>

#include <stdlib.h>

#include "case_form.h"
#include "form_screen.h"
#include "i18n.h"

struct decide {
    struct form_state form;
    int64_t id;
    const struct banshi_rows *rows;
    struct case_materials *materials;
};

static void on_materials(struct app *app, void *state)
{
    const struct decide *s = state;
    (void)app;
    for (size_t i = 0; i < s->rows->count; i++)
        case_materials_add(s->materials, banshi_row(struct banshi_case_material, s->rows, i));
    case_materials_fields(s->materials, state);
    decision_fields(state, false);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct decide *s = state;
    s->id = ((const struct record_start *)argument)->id;
    s->materials = calloc(1, sizeof *s->materials);
    if (s->materials)
        app_need(app, s, &s->rows, on_materials, banshi_case_material_list, s->id);
}

static void send(struct app *app, void *state)
{
    struct decide *s = state;
    struct banshi_decision decision = decision_read(state);
    char *words = s->rows ? form_json(state, NULL) : NULL;
    case_materials_read(s->materials, state);
    if (words)
        app_write_as(app, s, form_answer, WRITE_WORDS(s->id, words), banshi_case_decide, s->id, &decision,
                     s->materials->items, s->materials->count);
    free(words);
}

static bool act(struct app *app, void *state, enum action action)
{
    (void)app;
    if (action != ACTION_ALL_RECEIVED)
        return decision_act(state, action);
    case_materials_all_received(((const struct decide *)state)->materials, state);
    return true;
}

static const char *hint(const void *state, enum action action)
{
    if (action == ACTION_ITEM || action == ACTION_FORMS || action == ACTION_DISCARD)
        return ""; /* those are for a new case */
    return decision_hint(state, action);
}

static void close(struct app *app, void *state)
{
    (void)app;
    free(((struct decide *)state)->materials);
}

static const struct form_screen form = {.send = send, .opens = "document"};

const struct screen screen_case_decide = {
    .name = "case_decide",
    .title = N_("Decide on the case"),
    .contexts = {CONTEXT_INTAKE},
    .least = RANK_CLERK,
    .size = sizeof(struct decide),
    .form = &form,
    .open = open,
    .act = act,
    .hint = hint,
    .close = close,
};
