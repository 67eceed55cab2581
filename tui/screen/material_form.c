/* SPDX-License-Identifier: MIT */
/* The blank and sample forms of an item's materials: reading, printing and exporting them; attaching them. Norm 6.2. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"
#include "save.h"

struct forms {
    struct lists lists;
    int64_t item;
    char material[512];             /* to begin with */
    const struct banshi_rows *rule; /* where forms are printed */
};

static const char *size_words(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)state;
    snprintf(room, CELL_SIZE, _("%d KiB"), (int)((((const struct banshi_material_form *)record)->size + 1023) / 1024));
    return room;
}

static const struct column columns[] = {
    {N_("Material"), .says = "{material}", .weight = 1},
    {N_("Kind"), .says = N_("{kind=blank?blank form}{kind=sample?sample form}")},
    {N_("Name"), .says = "{name}", .weight = 1},
    {N_("Type"),
     .says = N_("{type=application/pdf?PDF}{type=image/png?PNG}{type=image/jpeg?JPEG}{type=text/plain?plain text}")},
    {N_("Size"), .text = size_words, .right = true},
};

static void read_forms(struct app *app, void *state)
{
    list_watch(app, state, banshi_material_form_list, ((const struct forms *)state)->item);
}

static void came(struct app *app, void *state)
{
    struct forms *s = state;
    const struct banshi_rows *rows = list_rows(s, 0);
    (void)app;
    for (size_t i = 0; s->material[0] && i < rows->count; i++)
        if (strcmp(banshi_row(struct banshi_material_form, rows, i)->material, s->material) == 0) {
            table_take(&s->lists.panes[0].table, (uint64_t)banshi_row(struct banshi_material_form, rows, i)->id);
            break;
        }
    s->material[0] = '\0';
}

static const struct list_view views[] = {
    {.name = N_("Forms of the materials"),
     .of = &banshi_material_form_shape,
     .table = {TABLE_OF(columns), .styles = {{"!seq", STYLE_WEAK}},
               .none = N_("No forms are attached. Administrators attach a PDF, a picture or a text to a material.")},
     .concepts = {BANSHI_CONCEPT_MATERIAL_FORM},
     .read = read_forms,
     .came = came,
     .details =
         N_("{kind=blank?blank form}{kind=sample?sample form}\n{material}{!seq?  (no longer asked for)}\n{name}\n"
            "{staff_name}  {at:day}"),
     .detail_rows = 4},
};

static void open(struct app *app, void *state, const void *argument)
{
    struct forms *s = state;
    const struct material_form_start *start = argument;
    s->item = start->item;
    snprintf(s->material, sizeof s->material, "%s", start->material ? start->material : "");
    app_keep(app, s, &s->rule, NULL, banshi_printer_rule_mine, "material_form");
}

/* Acting -------------------------------------------------------------------------------------------------------- */

static void on_text(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (!app_ok(app, error) || !rows->count)
        return;
    const struct banshi_material_form_text *t = banshi_row(struct banshi_material_form_text, rows, 0);
    app_open(app, "viewer", 0, &(struct reading){t->name, t->content});
}

static void show(struct app *app, void *state, const struct result *r)
{
    (void)r;
    app_ask(app, state, on_text, banshi_material_form_text, list_subject_id(state));
}

static void no_text(struct app *app, void *state, const struct result *r)
{
    (void)state, (void)r;
    app_say(app, STYLE_WARN, "%s", _("It has no text: print or export it"));
}

static void ask_where(struct app *app, void *state, enum action action, const void *record)
{
    const char *where = _("A file, printer:NAME, ipp://…, or |COMMAND"), *title = _(action_table[action].label);
    char path[SAVE_SIZE];
    (void)state;
    if (action == ACTION_FORM_EXPORT)
        ask_text(app, (int)action, title, where,
                 save_place(path, "%.200s", ((const struct banshi_material_form *)record)->name), 400);
    else
        ask_text(app, (int)action, title, where, "printer:", 400);
}

static void send_to(struct app *app, const void *state, const char *destination)
{
    if (*destination && strcmp(destination, "-") != 0)
        app_open(app, "material_file", 0, &(struct material_file_start){list_subject_id(state), destination});
}

static void send_there(struct app *app, void *state, const struct result *r)
{
    send_to(app, state, r->text);
}

static bool ruled(const void *state, const void *record)
{
    const struct banshi_rows *rule = ((const struct forms *)state)->rule;
    (void)record;
    return rule && rule->count;
}

static void print(struct app *app, void *state, const struct result *r)
{
    (void)r;
    send_to(app, state, banshi_row(struct banshi_printer_rule, ((const struct forms *)state)->rule, 0)->destination);
}

static void attach(struct app *app, void *state, const struct result *r)
{
    (void)r;
    app_open(app, "material_attach", 0, &(struct record_start){.id = ((const struct forms *)state)->item});
}

static void take_away(struct app *app, void *state, const struct result *r)
{
    (void)r;
    app_write(app, state, NULL, banshi_material_form_remove, list_subject_id(state));
}

static const struct list_act acts[] = {
    {ACTION_FORM_SHOW, .when = "readable", .does = show},
    {ACTION_FORM_SHOW, .does = no_text},
    {ACTION_FORM_PRINT, .possible = ruled, .does = print},
    {ACTION_FORM_PRINT, .begin = ask_where, .does = send_there},
    {ACTION_FORM_EXPORT, .begin = ask_where, .does = send_there},
    {ACTION_FORM_ATTACH, RANK_ADMIN, .anyway = true, .does = attach},
    {ACTION_FORM_REMOVE, RANK_ADMIN, .confirm = N_("Take {name} away?"), .does = take_away},
};

const struct screen screen_material_form = {
    .name = "material_form",
    .title = N_("Forms of materials"),
    .contexts = {CONTEXT_MATERIAL_FORM},
    .least = RANK_CLERK,
    .size = sizeof(struct forms),
    .list = LIST_SCREEN(views, acts),
    .open = open,
};
