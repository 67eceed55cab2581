/* SPDX-License-Identifier: MIT */
/* Attaching a blank or sample form to a material of an item, an administrator's. Norm 6.2. */
#include <config.h>

#include <stdlib.h>

#include "form_screen.h"
#include "i18n.h"
#include "save.h"

struct attach {
    struct form_state form;
    int64_t item;
    const struct banshi_rows *materials;
};

static const struct form_field fields[] = {
    {"material", N_("Material"), FIELD_PICK, .must = true},
    {"kind", N_("What is it?"), FIELD_CHOICE, .choices = banshi_word_material_form_kind},
    {"path", N_("File"), .limit = 400, .must = true, .beside = N_("A PDF, PNG, JPEG or text file")},
};

static void lines(const struct app *app, const void *state, struct picks *picks)
{
    const struct banshi_rows *rows = ((const struct attach *)state)->materials;
    (void)app;
    for (size_t i = 0; rows && i < rows->count; i++)
        pick_add(picks, banshi_row(struct banshi_material, rows, i)->seq, "%s",
                 banshi_row(struct banshi_material, rows, i)->name);
}
static const struct form_pick picks[] = {{"material", N_("A form of which material?"), lines}};

static void open(struct app *app, void *state, const void *argument)
{
    struct attach *s = state;
    char path[SAVE_SIZE];
    s->item = ((const struct record_start *)argument)->id;
    form_offer(state, "path", save_place(path, "%s", ""));
    app_need(app, s, &s->materials, form_pick_first, banshi_material_list, s->item);
}

static void on_loaded(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    int64_t item = ((const struct attach *)state)->item, seq = form_number(state, "material");
    const char *kind = form_value(state, "kind");
    if (!form_ok(app, state, "path", error))
        return;
    const struct banshi_material_form_file *file = banshi_row(struct banshi_material_form_file, rows, 0);
    app_write_as(app, state, form_answer, WRITE_WORDS(item, seq, kind, file->name, file->content),
                 banshi_material_form_attach, item, seq, kind, file);
}

static void send(struct app *app, void *state)
{
    app_ask(app, state, on_loaded, banshi_material_form_load, form_value(state, "path"));
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), FORM_PICKS_OF(picks), .send = send,
                                        .enter_commits = true};

const struct screen screen_material_attach = {
    .name = "material_attach",
    .title = N_("Attach a form"),
    .size = sizeof(struct attach),
    .dialog = true,
    .least = RANK_ADMIN,
    .form = &form,
    .open = open,
};
