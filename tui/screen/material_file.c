/* SPDX-License-Identifier: MIT */
/* The file of a material's form on its way to a file or a printer, piece by piece; Esc stops it. Its argument is a struct
 * material_file_start, its result says where it went. Norm 6.2. */
#include <config.h>

#include <stdio.h>

#include "app.h"
#include "i18n.h"
#include "intake.h"

struct sending {
    int64_t form;
    char destination[512], name[256];
    int64_t size;
    struct banshi_material_file *file;
};

static void on_piece(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);

static void fetch(struct app *app, struct sending *s)
{
    app_watch(app, s, on_piece, banshi_material_form_piece, s->form, (int64_t)banshi_material_file_size(s->file));
}

static void fail(struct app *app, void *state, const struct banshi_error *error)
{
    app_close_of(app, state, false, NULL, 0);
    app_error(app, error);
}

static void on_sent(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    char text[640];
    if (error->code != 0) {
        fail(app, state, error);
        return;
    }
    snprintf(text, sizeof text, _("Sent to %s"), banshi_row(struct banshi_print, rows, 0)->destination);
    app_close_of(app, state, true, text, 0);
}

static void on_piece(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct sending *s = state;
    struct banshi_error wrong = *error;
    int r = error->code;
    if (r == 0 && rows->count) {
        const struct banshi_material_form_piece *piece = banshi_row(struct banshi_material_form_piece, rows, 0);
        r = banshi_material_file_add(s->file, piece, &wrong);
        s->size = piece->size;
        snprintf(s->name, sizeof s->name, "%s", piece->name);
    } else if (r == 0) {
        r = wrong.code = BANSHI_ENOTFOUND;
    }
    if (r == 0)
        fetch(app, s);
    else if (r > 0)
        app_watch(app, s, on_sent, banshi_material_file_send, s->file, s->destination, 0);
    else
        fail(app, state, &wrong);
}

static void open(struct app *app, void *state, const void *argument)
{
    const struct material_file_start *start = argument;
    struct sending *s = state;
    s->form = start->form;
    snprintf(s->destination, sizeof s->destination, "%s", start->destination);
    s->file = banshi_material_file_new();
    if (s->file)
        fetch(app, s);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct sending *s = state;
    (void)app;
    struct area inside = paint_dialog(area, 5, area.cols > 70 ? 64 : area.cols - 6, _("Forms of materials"));
    paintf(inside, 1, 0, STYLE_NORMAL, _("%s: %d of %d KiB; Esc stops"), s->name,
           s->file ? (int)(banshi_material_file_size(s->file) / 1024) : 0, (int)(s->size / 1024));
}

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_material_file_free(((struct sending *)state)->file);
}

const struct screen screen_material_file = {
    .name = "material_file",
    .title = N_("Forms of materials"),
    .size = sizeof(struct sending),
    .dialog = true,
    .least = RANK_CLERK,
    .open = open,
    .draw = draw,
    .close = close,
};
