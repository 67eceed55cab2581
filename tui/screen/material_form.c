/* SPDX-License-Identifier: MIT */
/* The blank and sample forms of an item's materials: reading, printing and exporting them; attaching them. Norm 6.2. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"

enum tag { TAG_NONE, TAG_EXPORT, TAG_PRINT, TAG_REMOVE, TAG_MATERIAL, TAG_KIND, TAG_PATH };
enum { BLANK = 1, SAMPLE };

struct forms {
    int64_t item, form; /* form: in hand of a question or a download */
    char material[512]; /* to begin with */
    const struct banshi_rows *rows;
    struct list list;
    char rule[512];        /* where forms are printed, or "" */
    char destination[512]; /* of the download under way */
    struct banshi_material_file *file;
    int64_t seq; /* of what is being attached */
    bool sample, administrator;
};

static const struct banshi_material_form *selected(const struct forms *s)
{
    return s->rows && s->list.selected < s->rows->count
               ? banshi_row(struct banshi_material_form, s->rows, s->list.selected)
               : NULL;
}

/* Reading ------------------------------------------------------------------------------------------------------- */

static void on_list(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct forms *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->rows, rows);
    list_resize(&s->list, rows->count);
    for (size_t i = 0; s->material[0] && i < rows->count; i++)
        if (strcmp(banshi_row(struct banshi_material_form, rows, i)->material, s->material) == 0) {
            s->list.selected = i;
            break;
        }
    s->material[0] = '\0';
}

static void on_rule(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct forms *s = state;
    (void)app;
    if (error->code == 0 && rows->count)
        snprintf(s->rule, sizeof s->rule, "%s", banshi_row(struct banshi_printer_rule, rows, 0)->destination);
}

static void event(struct app *app, void *state, int concept)
{
    struct forms *s = state;
    if (concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_MATERIAL_FORM)
        app_watch(app, s, on_list, banshi_material_form_list, s->item);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct forms *s = state;
    const struct material_form_start *start = argument;
    s->item = start->item;
    s->administrator = strcmp(banshi_row(struct banshi_session, app->session, 0)->role, "admin") == 0;
    snprintf(s->material, sizeof s->material, "%s", start->material ? start->material : "");
    app_ask(app, s, on_list, banshi_material_form_list, s->item);
    app_watch(app, s, on_rule, banshi_printer_rule_mine, "material_form");
}

static void on_text(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
    } else if (rows->count) {
        const struct banshi_material_form_text *t = banshi_row(struct banshi_material_form_text, rows, 0);
        app_open(app, "viewer", TAG_NONE, &(struct reading){t->name, t->content});
    }
}

/* Sending ------------------------------------------------------------------------------------------------------- */

static void forget_file(struct forms *s)
{
    banshi_material_file_free(s->file);
    s->file = NULL;
}

static void on_sent(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0)
        app_error(app, error);
    else
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

static void ask_where(struct app *app, enum tag tag, const char *title, const char *name)
{
    const char *home = getenv("HOME");
    char path[400];
    if (tag == TAG_EXPORT)
        snprintf(path, sizeof path, "%s/%.300s", home ? home : ".", name);
    else
        snprintf(path, sizeof path, "printer:");
    app_open(app, "prompt", (int)tag,
             &(struct question){title, _("A file, printer:NAME, ipp://…, or |COMMAND"), path, 400});
}

/* Attaching ----------------------------------------------------------------------------------------------------- */

static void on_materials(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    struct option *items = error->code == 0 ? calloc(rows->count + 1, sizeof *items) : NULL;
    for (size_t i = 0; items && i < rows->count; i++) {
        const struct banshi_material *m = banshi_row(struct banshi_material, rows, i);
        items[i] = (struct option){m->name, m->seq};
    }
    if (items)
        app_open(app, "pick", TAG_MATERIAL, &(struct options){_("A form of which material?"), items, rows->count, 0});
    else
        app_error(app, error);
    free(items);
}

static void on_changed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)rows;
    if (error->code != 0)
        app_error(app, error);
    else
        event(app, state, BANSHI_CONCEPT_ALL);
}

static void on_loaded(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct forms *s = state;
    if (error->code != 0)
        app_error(app, error);
    else
        app_ask(app, s, on_changed, banshi_material_form_attach, NULL, s->item, s->seq, s->sample ? "sample" : "blank",
                banshi_row(struct banshi_material_form_file, rows, 0));
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct forms *s = state;
    const char *home = getenv("HOME");
    char path[400];
    if (!r->chosen)
        return;
    switch ((enum tag)r->tag) {
    case TAG_EXPORT:
    case TAG_PRINT:
        send(app, s, r->text);
        break;
    case TAG_REMOVE:
        app_ask(app, s, on_changed, banshi_material_form_remove, NULL, s->form);
        break;
    case TAG_MATERIAL:
        s->seq = r->number;
        app_open(app, "pick", TAG_KIND,
                 &(struct options){_("What is it?"),
                                   (const struct option[]){{_("blank form"), BLANK}, {_("sample form"), SAMPLE}}, 2,
                                   BLANK});
        break;
    case TAG_KIND:
        s->sample = r->number == SAMPLE;
        snprintf(path, sizeof path, "%s/", home ? home : ".");
        app_open(app, "prompt", TAG_PATH,
                 &(struct question){_("Attach a form"), _("A PDF, PNG, JPEG or text file"), path, 400});
        break;
    case TAG_PATH:
        app_ask(app, s, on_loaded, banshi_material_form_load, r->text);
        break;
    case TAG_NONE:
        break;
    }
}

/* Acting -------------------------------------------------------------------------------------------------------- */

static bool act_on_form(struct app *app, struct forms *s, enum action action, const struct banshi_material_form *f)
{
    char text[512];
    s->form = f->id;
    switch (action) {
    case ACTION_FORM_SHOW:
        if (f->readable)
            app_ask(app, s, on_text, banshi_material_form_text, f->id);
        else
            app_say(app, STYLE_WARN, "%s", _("It has no text: print or export it"));
        return true;
    case ACTION_FORM_PRINT:
        if (s->rule[0])
            send(app, s, s->rule);
        else
            ask_where(app, TAG_PRINT, _("Print"), f->name);
        return true;
    case ACTION_FORM_EXPORT:
        ask_where(app, TAG_EXPORT, _("Export"), f->name);
        return true;
    case ACTION_FORM_REMOVE:
        snprintf(text, sizeof text, _("Take %s away?"), f->name);
        app_open(app, "confirm", TAG_REMOVE, &(struct question){.title = _("Remove"), .text = text});
        return true;
    default:
        return false;
    }
}

static const char *hint(const void *state, enum action action)
{
    const struct forms *s = state;
    if (action == ACTION_FORM_ATTACH)
        return s->administrator ? NULL : "";
    if (action == ACTION_FORM_REMOVE && !s->administrator)
        return "";
    return action_table[action].context == CONTEXT_MATERIAL_FORM && !selected(s) ? "" : NULL;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct forms *s = state;
    const char *possible = hint(s, action);
    if (s->file && action_table[action].context == CONTEXT_MATERIAL_FORM)
        return true; /* a download is under way */
    if (possible && !*possible) {
        app_say(app, STYLE_WARN, _("%s: not possible now"), _(action_table[action].label));
        return true;
    }
    if (action == ACTION_FORM_ATTACH) {
        app_ask(app, s, on_materials, banshi_material_list, s->item);
        return true;
    }
    return list_act(&s->list, action) || (selected(s) && act_on_form(app, s, action, selected(s)));
}

static const char *type_name(const char *type)
{
    static const char *const names[][2] = {
        {"application/pdf", "PDF"}, {"image/png", "PNG"}, {"image/jpeg", "JPEG"}, {"text/plain", N_("plain text")}};
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++)
        if (strcmp(type, names[i][0]) == 0)
            return _(names[i][1]);
    return type;
}

static const char *kind_name(const struct banshi_material_form *f)
{
    return strcmp(f->kind, "blank") == 0 ? _("blank form") : _("sample form");
}

static void draw_line(const struct banshi_material_form *f, struct area lines, int row, enum style style)
{
    enum { KIND = 12, TYPE = 11, SIZE = 8, GAPS = 6 };
    int material = (lines.cols - SIZE - TYPE - KIND - GAPS) / 2,
        name = lines.cols - SIZE - TYPE - KIND - GAPS - material;
    char text[64];
    paint_cell(lines, row, 0, lines.cols, style, "");
    paint_cell(lines, row, 1, material, style, f->material);
    paint_cell(lines, row, 2 + material, KIND, style, kind_name(f));
    paint_cell(lines, row, 3 + material + KIND, name, style, f->name);
    paint_cell(lines, row, 4 + material + KIND + name, TYPE, style, type_name(f->type));
    snprintf(text, sizeof text, _("%d KiB"), (int)((f->size + 1023) / 1024));
    paint_right(lines, row, 5 + material + KIND + name + TYPE, SIZE, style, text);
}

/* The selected line in full, who attached it and when. */
static void detail_of(const struct banshi_material_form *f, char *ret, size_t size)
{
    char day[16];
    snprintf(ret, size, "%s  %s\n%s\n%s  %s", f->material, f->seq ? "" : _("(no longer asked for)"), f->name,
             f->staff_name, day_text(day_of(f->at), day));
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct forms *s = state;
    char detail[1200];
    (void)app;
    paint_rule(area, 0, _("Forms of the materials"));
    if (s->rows && !s->rows->count)
        paint_wrap(area_part(area, 2, 1, area.rows - 2, area.cols - 2), 0, 0, STYLE_WEAK,
                   s->administrator ? _("No forms are attached yet. Attach a PDF, a picture or a text to a material.")
                                    : _("No forms are attached. An administrator attaches them."));
    const struct banshi_material_form *chosen = selected(s);
    if (!chosen)
        return;
    detail_of(chosen, detail, sizeof detail);
    struct area lines = paint_detail(area_part(area, 1, 0, area.rows - 1, area.cols), 4, kind_name(chosen), detail);
    size_t top = list_top(&s->list, lines.rows);
    for (int r = 0; r < lines.rows && top + (size_t)r < s->list.count; r++) {
        size_t i = top + (size_t)r;
        const struct banshi_material_form *f = banshi_row(struct banshi_material_form, s->rows, i);
        draw_line(f, lines, r, i == s->list.selected ? STYLE_SELECTED : f->seq ? STYLE_NORMAL : STYLE_WEAK);
    }
}

static void close(struct app *app, void *state)
{
    struct forms *s = state;
    (void)app;
    banshi_rows_free(s->rows);
    forget_file(s);
}

const struct screen screen_material_form = {
    .name = "material_form",
    .title = N_("Forms of materials"),
    .contexts = {CONTEXT_MATERIAL_FORM, CONTEXT_LIST},
    .size = sizeof(struct forms),
    .open = open,
    .act = act,
    .hint = hint,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
