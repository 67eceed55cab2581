/* SPDX-License-Identifier: MIT */
/* Deciding on a case that was received or asked to be supplemented. Norm 6.3; Licensing Law art. 32. */
#include <config.h>

#include <stdlib.h>

#include "app.h"
#include "case_form.h"
#include "kit/form.h"
#include "i18n.h"
#include "intake.h"

struct decide {
    int64_t id;
    const struct banshi_rows *rows;
    struct case_materials *materials;
    struct form form;
};

static void on_materials(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct decide *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->rows, rows);
    for (size_t i = 0; i < rows->count; i++)
        case_materials_add(s->materials, banshi_row(struct banshi_case_material, rows, i));
    case_materials_fields(s->materials, &s->form);
    decision_fields(&s->form, false);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct decide *s = state;
    s->id = ((const struct record_start *)argument)->id;
    s->materials = calloc(1, sizeof *s->materials);
    if (s->materials)
        app_ask(app, s, on_materials, banshi_case_material_list, s->id);
}

static void on_decided(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct decide *s = state;
    if (error->code != 0) {
        case_form_error(app, &s->form, error);
        return;
    }
    struct record_start document = {.id = rows->count ? banshi_row(struct banshi_document, rows, rows->count - 1)->id
                                                      : 0};
    app_close(app, true, NULL, 0);
    if (document.id)
        app_open(app, "document", 0, &document);
}

static bool type(struct app *app, void *state, key k)
{
    struct decide *s = state;
    (void)app;
    if (!form_key(&s->form, k))
        return false;
    case_materials_show(s->materials, &s->form);
    decision_show(&s->form);
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct decide *s = state;
    if (action == ACTION_COMMIT && !app_busy(app, s) && s->form.count) {
        case_materials_read(s->materials, &s->form);
        struct banshi_decision decision = decision_read(&s->form);
        char *words = form_json(&s->form);
        if (words)
            app_write_as(app, s, on_decided, WRITE_WORDS(s->id, words), banshi_case_decide, s->id, &decision,
                         s->materials->items, s->materials->count);
        free(words);
        return true;
    }
    if (action == ACTION_ALL_RECEIVED) {
        case_materials_all_received(s->materials, &s->form);
        case_materials_show(s->materials, &s->form);
        return true;
    }
    return decision_act(&s->form, action) || form_act(&s->form, action);
}

static const char *hint(const void *state, enum action action)
{
    if (action == ACTION_ITEM || action == ACTION_FORMS || action == ACTION_DISCARD)
        return ""; /* those are for a new case */
    return decision_hint(&((const struct decide *)state)->form, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct decide *s = state;
    (void)app;
    paint_rule(area, 0, _("Decide on the case"));
    form_draw(&s->form, area_part(area, 1, 1, area.rows - 1, area.cols - 2));
}

static void close(struct app *app, void *state)
{
    struct decide *s = state;
    (void)app;
    form_free(&s->form);
    banshi_rows_free(s->rows);
    free(s->materials);
}

const struct screen screen_case_decide = {
    .name = "case_decide",
    .title = N_("Decide"),
    .contexts = {CONTEXT_INTAKE, CONTEXT_FORM},
    .size = sizeof(struct decide),
    .open = open,
    .key = type,
    .act = act,
    .hint = hint,
    .draw = draw,
    .close = close,
};
