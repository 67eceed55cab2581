/* SPDX-License-Identifier: MIT */
/* The blank and sample forms of an item's materials: reading, printing and exporting them; attaching them. Norm 6.2. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"

enum step { STEP_MATERIAL, STEP_KIND, STEP_PATH };
enum { BLANK = 1, SAMPLE };

struct forms {
    struct lists lists;
    int64_t item, form;             /* form: of a question or a download */
    char material[512];             /* to begin with */
    const struct banshi_rows *rule; /* where forms are printed */
    char destination[512];          /* of the download under way */
    struct banshi_material_file *file;
    int64_t seq; /* of what is being attached */
    const char *kind;
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

static bool read_forms(struct app *app, void *state)
{
    list_watch(app, state, banshi_material_form_list, ((const struct forms *)state)->item);
    return true;
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
    app_keep(app, s, &s->rule, banshi_printer_rule_mine, "material_form");
}

/* Reading and sending -------------------------------------------------------------------------------------------- */

static void on_text(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (!app_ok(app, error) || !rows->count)
        return;
    const struct banshi_material_form_text *t = banshi_row(struct banshi_material_form_text, rows, 0);
    app_open(app, "viewer", 0, &(struct reading){t->name, t->content});
}

static void forget_file(struct forms *s)
{
    banshi_material_file_free(s->file);
    s->file = NULL;
}

static void on_sent(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (app_ok(app, error))
        app_say(app, STYLE_GOOD, _("Sent to %s"), banshi_row(struct banshi_print, rows, 0)->destination);
}

static void on_piece(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);

static void fetch(struct app *app, struct forms *s)
{
    app_ask(app, s, on_piece, banshi_material_form_piece, s->form, (int64_t)banshi_material_file_size(s->file));
}

static void on_piece(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct forms *s = state;
    struct banshi_error wrong = *error;
    int r = error->code;
    if (r == 0 && rows->count) {
        const struct banshi_material_form_piece *piece = banshi_row(struct banshi_material_form_piece, rows, 0);
        r = banshi_material_file_add(s->file, piece, &wrong);
        if (r >= 0)
            app_say(app, STYLE_NORMAL, _("%s: %d of %d KiB; Esc stops"), piece->name,
                    (int)(banshi_material_file_size(s->file) / 1024), (int)(piece->size / 1024));
    } else if (r == 0) {
        r = wrong.code = BANSHI_ENOTFOUND;
    }
    if (r == 0) {
        fetch(app, s);
        return;
    }
    if (r > 0)
        app_watch(app, s, on_sent, banshi_material_file_send, s->file, s->destination, 0);
    else
        app_error(app, &wrong);
    forget_file(s);
}

static void send(struct app *app, struct forms *s, const char *destination)
{
    if (s->file || !*destination || strcmp(destination, "-") == 0)
        return;
    snprintf(s->destination, sizeof s->destination, "%s", destination);
    s->file = banshi_material_file_new();
    if (s->file)
        fetch(app, s);
}

static void send_there(struct app *app, void *state, const struct result *r)
{
    send(app, state, r->text);
}

/* Attaching ----------------------------------------------------------------------------------------------------- */

static void on_materials(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct picks picks = {0};
    (void)state;
    if (!app_ok(app, error))
        return;
    for (size_t i = 0; i < rows->count; i++)
        pick_add(&picks, banshi_row(struct banshi_material, rows, i)->seq, "%s",
                 banshi_row(struct banshi_material, rows, i)->name);
    pick_ask(app, LIST_STEP(ACTION_FORM_ATTACH, STEP_MATERIAL), _("A form of which material?"), &picks, 0);
}

static void on_loaded(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    const struct forms *s = state;
    if (!app_ok(app, error))
        return;
    const struct banshi_material_form_file *file = banshi_row(struct banshi_material_form_file, rows, 0);
    app_write_as(app, state, NULL, WRITE_WORDS(s->item, s->seq, s->kind, file->name, file->content),
                 banshi_material_form_attach, s->item, s->seq, s->kind, file);
}

static void attach(struct app *app, void *state, const struct result *r)
{
    struct forms *s = state;
    const char *home = getenv("HOME");
    struct picks picks = {0};
    char path[400];
    switch (LIST_STEP_OF(r->tag)) {
    case STEP_MATERIAL:
        s->seq = r->number;
        pick_add(&picks, BLANK, "%s", _("blank form"));
        pick_add(&picks, SAMPLE, "%s", _("sample form"));
        pick_ask(app, LIST_STEP(ACTION_FORM_ATTACH, STEP_KIND), _("What is it?"), &picks, BLANK);
        break;
    case STEP_KIND:
        s->kind = r->number == SAMPLE ? "sample" : "blank";
        snprintf(path, sizeof path, "%s/", home ? home : ".");
        ask_text(app, LIST_STEP(ACTION_FORM_ATTACH, STEP_PATH), _("Attach a form"), _("A PDF, PNG, JPEG or text file"),
                 path, 400);
        break;
    default:
        app_ask(app, s, on_loaded, banshi_material_form_load, r->text);
        break;
    }
}

static void take_away(struct app *app, void *state, const struct result *r)
{
    (void)r;
    app_write(app, state, NULL, banshi_material_form_remove, ((const struct forms *)state)->form);
}

/* Acting -------------------------------------------------------------------------------------------------------- */

static void begin(struct app *app, void *state, enum action action, const void *record)
{
    struct forms *s = state;
    const struct banshi_material_form *f = record;
    const char *home = getenv("HOME"), *where = _("A file, printer:NAME, ipp://…, or |COMMAND");
    char path[400];
    if (action == ACTION_FORM_ATTACH) {
        app_ask(app, s, on_materials, banshi_material_list, s->item);
        return;
    }
    s->form = f->id;
    if (action == ACTION_FORM_SHOW && f->readable) {
        app_ask(app, s, on_text, banshi_material_form_text, f->id);
    } else if (action == ACTION_FORM_SHOW) {
        app_say(app, STYLE_WARN, "%s", _("It has no text: print or export it"));
    } else if (action == ACTION_FORM_REMOVE) {
        ask_yes(app, (int)action, _("Remove"), _("Take %s away?"), f->name);
    } else if (action == ACTION_FORM_EXPORT) {
        snprintf(path, sizeof path, "%s/%.300s", home ? home : ".", f->name);
        ask_text(app, (int)action, _("Export"), where, path, 400);
    } else if (s->rule && s->rule->count) {
        send(app, s, banshi_row(struct banshi_printer_rule, s->rule, 0)->destination);
    } else {
        ask_text(app, (int)action, _("Print"), where, "printer:", 400);
    }
}

/* One download at a time. */
static bool free_for(const void *state, const void *record)
{
    (void)record;
    return !((const struct forms *)state)->file;
}

static const struct list_act acts[] = {
    {ACTION_FORM_SHOW, .possible = free_for, .begin = begin},
    {ACTION_FORM_PRINT, .possible = free_for, .begin = begin, .answer = send_there},
    {ACTION_FORM_EXPORT, .possible = free_for, .begin = begin, .answer = send_there},
    {ACTION_FORM_ATTACH, RANK_ADMIN, .anyway = true, .possible = free_for, .begin = begin, .answer = attach},
    {ACTION_FORM_REMOVE, RANK_ADMIN, .possible = free_for, .begin = begin, .answer = take_away},
};

static void close(struct app *app, void *state)
{
    struct forms *s = state;
    (void)app;
    banshi_rows_free(s->rule);
    forget_file(s);
}

const struct screen screen_material_form = {
    .name = "material_form",
    .title = N_("Forms of materials"),
    .contexts = {CONTEXT_MATERIAL_FORM, CONTEXT_LIST},
    .size = sizeof(struct forms),
    .list = LIST_SCREEN(views, acts),
    .open = open,
    .close = close,
};
