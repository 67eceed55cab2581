/* SPDX-License-Identifier: MIT */
/* A document as text, and printing it to a file or a command. Norm 6.4. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"
#include "text.h"

enum tag { TAG_PRINT = 1 };
enum { PAPER_COLUMNS = 76 };

struct document {
    const struct banshi_rows *rows;
    char *text;
    struct list lines;
};

static void on_document(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct document *d = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&d->rows, rows);
    free(d->text);
    d->text =
        rows->count ? banshi_document_text(banshi_row(struct banshi_document, rows, 0)->content, PAPER_COLUMNS) : NULL;
    d->lines = (struct list){.count = 0};
    for (const char *s = d->text; s && *s; s++)
        d->lines.count += *s == '\n';
}

static void on_printed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    (void)rows;
    if (error->code != 0)
        app_error(app, error);
}

static void open(struct app *app, void *state, const void *argument)
{
    app_ask(app, state, on_document, banshi_document_show, ((const struct record_start *)argument)->id, NULL);
}

static const struct banshi_document *shown(const struct document *d)
{
    return d->rows && d->rows->count ? banshi_row(struct banshi_document, d->rows, 0) : NULL;
}

/* Where it went last time, else a file named after the number. */
static void offer(const struct app *app, const struct document *d, char *ret, size_t size)
{
    const char *home = getenv("HOME");
    const struct banshi_document *document = shown(d);
    if (app->print_to[0] == '|')
        snprintf(ret, size, "%s", app->print_to);
    else
        snprintf(ret, size, "%s/%s.txt", home ? home : ".", document ? document->number : "");
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct document *d = state;
    const struct banshi_document *document = shown(d);
    struct banshi_error error = {0};
    if (!r->chosen || !r->text[0] || !document)
        return;
    if (strcmp(r->text, "-") == 0) {
        app_say(app, STYLE_WARN, "%s", _("Name a file, or a command after |"));
        return;
    }
    if (banshi_document_write(d->text, r->text, &error) != 0) {
        app_error(app, &error);
        return;
    }
    snprintf(app->print_to, sizeof app->print_to, "%s", r->text);
    app_say(app, STYLE_GOOD, _("Printed to %s"), r->text);
    app_ask(app, state, on_printed, banshi_document_printed, NULL, document->id, r->text);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct document *d = state;
    char text[512];
    switch (action) {
    case ACTION_PRINT:
        if (!d->text)
            return true;
        offer(app, d, text, sizeof text);
        app_open(app, "prompt", TAG_PRINT,
                 &(struct question){_("Print"), _("To a file, or to a command after |, for instance |lp"), text, 400});
        return true;
    case ACTION_FINISH:
        app_close(app, false, NULL, 0);
        return true;
    default:
        return list_act(&d->lines, action);
    }
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct document *d = state;
    const struct banshi_document *doc = shown(d);
    char title[256] = "", time[16];
    if (doc)
        snprintf(title, sizeof title, _("%s %s  %s  copies: %d  printed: %d"), doc->number, _(doc->state),
                 clock_text(doc->issued_at, time), (int)doc->copies, (int)doc->prints);
    (void)app;
    int cols = PAPER_COLUMNS + 4 < area.cols ? PAPER_COLUMNS + 4 : area.cols;
    struct area inside = paint_frame(area_part(area, 0, (area.cols - cols) / 2, area.rows, cols), title);
    const char *at = d->text ? d->text : "";
    size_t rows = (size_t)inside.rows, most = d->lines.count > rows ? d->lines.count - rows : 0;
    size_t first = d->lines.selected < most ? d->lines.selected : most;
    int row = 0;
    for (size_t line = 0; *at && row < inside.rows; line++) {
        size_t n = strcspn(at, "\n");
        if (line >= first) {
            char text[1024];
            snprintf(text, sizeof text, "%.*s", (int)(n < sizeof text ? n : sizeof text - 1), at);
            paint(inside, row++, 0, STYLE_NORMAL, text);
        }
        at += n + (at[n] == '\n');
    }
}

static void close(struct app *app, void *state)
{
    struct document *d = state;
    (void)app;
    banshi_rows_free(d->rows);
    free(d->text);
}

const struct screen screen_document = {
    .name = "document",
    .title = N_("Document"),
    .contexts = {CONTEXT_DOCUMENT, CONTEXT_LIST},
    .size = sizeof(struct document),
    .open = open,
    .act = act,
    .result = result,
    .draw = draw,
    .close = close,
};
