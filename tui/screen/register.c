/* SPDX-License-Identifier: MIT */
/* The documents of a day: opened, exported as a table, or printed all together. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <time.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"

enum tag { TAG_EXPORT = 1, TAG_PRINT };
enum { PIECE = 50 };

struct day {
    const struct banshi_rows *rows;
    struct list list;
    banshi_date date; /* 0: today */
    /* what is printed, fetched piece by piece */
    struct banshi_paper *papers;
    char (*checks)[BANSHI_PAPER_CHECK_SIZE];
    const struct banshi_rows **pieces;
    size_t paper_count, piece_count, total;
    char destination[512];
};

static void on_list(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct day *d = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&d->rows, rows);
    list_resize(&d->list, rows->count);
}

static void read_again(struct app *app, struct day *d)
{
    app_watch(app, d, on_list, banshi_register_list, d->date, 0);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    read_again(app, state);
}

static void event(struct app *app, void *state, const char *concept)
{
    if (strcmp(concept, "*") == 0 || strcmp(concept, "document") == 0 || strcmp(concept, "case") == 0)
        read_again(app, state);
}

/* Printing ------------------------------------------------------------------------------------------------------ */

static void forget_papers(struct day *d)
{
    for (size_t i = 0; i < d->piece_count; i++)
        banshi_rows_free(d->pieces[i]);
    free(d->pieces);
    free(d->papers);
    free(d->checks);
    d->pieces = NULL;
    d->papers = NULL;
    d->checks = NULL;
    d->piece_count = d->paper_count = d->total = 0;
}

static void on_printed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0)
        app_error(app, error);
    else
        app_say(app, STYLE_GOOD, _("Printed to %s"), banshi_row(struct banshi_print, rows, 0)->destination);
}

static void on_piece(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);

static void fetch(struct app *app, struct day *d, int64_t after)
{
    app_say(app, STYLE_NORMAL, _("Documents %d of %d; Esc stops"), (int)d->paper_count, (int)d->total);
    app_ask(app, d, on_piece, banshi_register_documents, d->date, 0, after, PIECE);
}

static void on_piece(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct day *d = state;
    int64_t after = 0;
    if (error->code != 0) {
        forget_papers(d);
        app_error(app, error);
        return;
    }
    if (rows->count && d->piece_count < d->total)
        d->pieces[d->piece_count++] = banshi_rows_ref(rows);
    for (size_t i = 0; i < rows->count && d->paper_count < d->total; i++, d->paper_count++) {
        const struct banshi_document *document = banshi_row(struct banshi_document, rows, i);
        d->papers[d->paper_count] = banshi_document_paper(document, d->checks[d->paper_count]);
        after = document->id;
    }
    if (rows->count && d->paper_count < d->total) {
        fetch(app, d, after);
        return;
    }
    app_say(app, STYLE_NORMAL, _("Printing %d documents to %s"), (int)d->paper_count, d->destination);
    app_watch(app, d, on_printed, banshi_print, d->papers, d->paper_count, d->destination, 0);
    forget_papers(d);
}

static void print_all(struct app *app, struct day *d, const char *destination)
{
    if (!d->rows || !d->rows->count || d->papers)
        return;
    d->total = d->rows->count;
    d->papers = calloc(d->total, sizeof *d->papers);
    d->checks = calloc(d->total, sizeof *d->checks);
    d->pieces = calloc(d->total, sizeof *d->pieces);
    snprintf(d->destination, sizeof d->destination, "%s", destination);
    if (d->papers && d->checks && d->pieces)
        fetch(app, d, 0);
    else
        forget_papers(d);
}

/* Exporting ----------------------------------------------------------------------------------------------------- */

static void on_paper(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct day *d = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    struct banshi_paper paper = {.content = banshi_row(struct banshi_document_preview, rows, 0)->content};
    app_watch(app, d, on_printed, banshi_print, &paper, 1, d->destination, 0);
}

static void export(struct app *app, struct day *d, const char *path)
{
    struct banshi_error error = {0};
    const char *dot = strrchr(path, '.');
    if (!d->rows)
        return;
    if (!dot || (strcasecmp(dot, ".csv") != 0 && strcasecmp(dot, ".xlsx") != 0)) {
        snprintf(d->destination, sizeof d->destination, "%s", path);
        app_ask(app, d, on_paper, banshi_register_paper, d->date, 0);
    } else if (banshi_table_write(d->rows, &table_words, path, false, &error) != 0) {
        app_error(app, &error);
    } else {
        app_say(app, STYLE_GOOD, _("Written to %s"), path);
    }
}

static void ask_where(struct app *app, int tag, const char *title, const char *label, const char *ending)
{
    const char *home = getenv("HOME");
    char path[400], stamp[16];
    time_t now = time(NULL);
    struct tm tm;
    localtime_r(&now, &tm);
    strftime(stamp, sizeof stamp, "%Y-%m-%d", &tm);
    snprintf(path, sizeof path, "%s/%s%s", home ? home : ".", stamp, ending);
    app_open(app, "prompt", tag, &(struct question){title, label, path, 400});
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct day *d = state;
    if (!r->chosen || !r->text[0])
        return;
    if (r->tag == TAG_EXPORT)
        export(app, d, r->text);
    else if (r->tag == TAG_PRINT)
        print_all(app, d, r->text);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct day *d = state;
    switch (action) {
    case ACTION_OPEN_DOCUMENT:
        if (d->rows && d->list.selected < d->rows->count) {
            struct record_start start = {banshi_row(struct banshi_register, d->rows, d->list.selected)->id};
            app_open(app, "document", 0, &start);
        }
        return true;
    case ACTION_EXPORT:
        ask_where(app, TAG_EXPORT, _("Export the register"), _("A file: .xlsx, .csv or .pdf"), ".xlsx");
        return true;
    case ACTION_PRINT_ALL:
        ask_where(app, TAG_PRINT, _("Print all documents of the day"), _("A file .pdf, printer:NAME, or ipp://…"),
                  ".pdf");
        return true;
    default:
        return list_act(&d->list, action);
    }
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct day *d = state;
    char time[16];
    (void)app;
    paint_rule(area, 0, _("Documents of today"));
    struct area lines = area_part(area, 1, 0, area.rows - 1, area.cols);
    size_t top = list_top(&d->list, lines.rows);
    for (int r = 0; r < lines.rows && d->rows && top + (size_t)r < d->rows->count; r++) {
        size_t i = top + (size_t)r;
        const struct banshi_register *line = banshi_row(struct banshi_register, d->rows, i);
        enum style style = i == d->list.selected ? STYLE_SELECTED : STYLE_NORMAL;
        paint_cell(lines, r, 0, lines.cols, style, "");
        paint_cell(lines, r, 1, 5, style, clock_text(line->issued_at, time));
        paint_cell(lines, r, 7, 24, style, line->number);
        paint_cell(lines, r, 32, 8, style, _(line->state));
        paint_cell(lines, r, 41, 14, style, line->applicant_name);
        paint_cell(lines, r, 56, lines.cols - 57, style, line->item_name);
    }
    if (d->rows && !d->rows->count)
        paint(lines, 0, 1, STYLE_WEAK, _("No document was issued today"));
}

static void close(struct app *app, void *state)
{
    struct day *d = state;
    (void)app;
    forget_papers(d);
    banshi_rows_free(d->rows);
}

const struct screen screen_register = {
    .name = "register",
    .title = N_("The register of documents"),
    .contexts = {CONTEXT_REGISTER, CONTEXT_LIST},
    .size = sizeof(struct day),
    .open = open,
    .act = act,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
