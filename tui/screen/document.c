/* SPDX-License-Identifier: MIT */
/* A document as text; printing it, to the printer of the counter's or elsewhere; voiding it. Norm 6.4. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "intake.h"
#include "kit/page.h"
#include "kit/text.h"
#include "save.h"

enum { PAPER_COLUMNS = 76, FRAME = 2, AGAIN = 1, ONLY_VOID };
/* The second question of voiding. */
enum { TAG_AGAIN = ACTION_VOID_DOCUMENT + ACTION_COUNT };

struct document {
    const struct banshi_rows *rows;
    char *text;
    struct page page;
    char destination[512]; /* of the rule for this kind, or "" */
    int64_t prints;
    bool rule_read;    /* so that it is known */
    bool print_wanted; /* by a key that came before */
    char reason[512];  /* of voiding */
};

static const struct banshi_document *shown(const struct document *d)
{
    return d->rows && d->rows->count ? banshi_row(struct banshi_document, d->rows, 0) : NULL;
}

/* Lines above the text: served, void. */
static int notes(const struct banshi_document *document)
{
    return document ? (document->served_at != 0) + (*document->void_reason || *document->voids) : 0;
}

static int room(const struct app *app, const struct document *d)
{
    return app->rows - FRAME - notes(shown(d));
}

static void print(struct app *app, struct document *d);

static void on_rule(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct document *d = state;
    if (error->code == 0 && rows->count)
        snprintf(d->destination, sizeof d->destination, "%s",
                 banshi_row(struct banshi_printer_rule, rows, 0)->destination);
    d->rule_read = true;
    if (d->print_wanted)
        print(app, d);
}

static void on_document(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct document *d = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&d->rows, rows);
    const struct banshi_document *document = shown(d);
    free(d->text);
    d->prints = document ? document->prints : 0;
    d->text = document ? banshi_paper_text(document->content, PAPER_COLUMNS) : NULL;
    page_begin(&d->page, text_count(d->text), room(app, d));
    if (document)
        app_watch(app, state, on_rule, banshi_printer_rule_mine, document->kind);
}

static void open(struct app *app, void *state, const void *argument)
{
    const struct record_start *start = argument;
    ((struct document *)state)->print_wanted = start->print;
    app_ask(app, state, on_document, banshi_document_show, start->id, NULL);
}

/* Printing ------------------------------------------------------------------------------------------------------ */

static void on_counted(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (error->code != 0)
        app_error(app, error);
    else if (rows->count)
        ((struct document *)state)->prints = banshi_row(struct banshi_document, rows, 0)->prints;
}

static void on_printed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct document *d = state;
    const struct banshi_document *document = shown(d);
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    const struct banshi_print *print = banshi_row(struct banshi_print, rows, 0);
    char why[512];
    detail_words(print->message, why, sizeof why);
    if (strcmp(print->state, "held") == 0)
        app_say(app, STYLE_WARN,
                _("The printer has it and waits (job %d): %s. It prints by itself; do not print again"),
                (int)print->job, *why ? why : _("no reason given"));
    else
        app_say(app, STYLE_GOOD, _("Printed to %s"), print->destination);
    if (document)
        app_write_behind(app, state, on_counted, banshi_document_printed, document->id, print->destination);
}

static void print_to(struct app *app, struct document *d, const char *destination)
{
    const struct banshi_document *document = shown(d);
    char check[BANSHI_PAPER_CHECK_SIZE];
    if (!document)
        return;
    if (!*destination || strcmp(destination, "-") == 0) {
        app_say(app, STYLE_WARN, "%s", _("Name a file, or a command after |"));
        return;
    }
    struct banshi_paper paper = banshi_document_paper(document, check);
    app_say(app, STYLE_NORMAL, _("Printing to %s"), destination);
    app_watch(app, d, on_printed, banshi_print, &paper, 1, destination, 0);
}

/* Where it went last time, else a file named after the number. */
static void ask_where(struct app *app, const struct document *d)
{
    const struct banshi_document *document = shown(d);
    char text[SAVE_SIZE];
    if (d->destination[0])
        snprintf(text, sizeof text, "%s", d->destination);
    else if (app->print_to[0] == '|' || strchr(app->print_to, ':'))
        snprintf(text, sizeof text, "%s", app->print_to);
    else
        save_place(text, "%s.pdf", document ? document->number : "");
    ask_text(app, ACTION_PRINT, _("Print"), _("A file (.pdf or text), printer:NAME, ipp://…, or |COMMAND"), text, 400);
}

/* Where the rule says, once it is known; without one, where the clerk says. */
static void print(struct app *app, struct document *d)
{
    d->print_wanted = !d->rule_read;
    if (d->rule_read && d->destination[0])
        print_to(app, d, d->destination);
    else if (d->rule_read)
        ask_where(app, d);
}

/* Voiding ------------------------------------------------------------------------------------------------------- */

static void on_voided(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (!app_ok(app, error))
        return;
    const struct banshi_document *document = banshi_row(struct banshi_document, rows, 0);
    if (*document->voids)
        app_say(app, STYLE_GOOD, _("%s is void; %s replaces it"), document->voids, document->number);
    else
        app_say(app, STYLE_GOOD, _("%s is void"), document->number);
    app_ask(app, state, on_document, banshi_document_show, document->id, NULL);
}

/* Served, printed ------------------------------------------------------------------------------------------------ */

static void on_prints(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    char text[8192] = "", when[32];
    size_t used = 0;
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    for (size_t i = 0; i < rows->count && used < sizeof text; i++) {
        const struct banshi_document_print *p = banshi_row(struct banshi_document_print, rows, i);
        field_words(rows, i, &banshi_document_print_shape.fields[1], when, sizeof when);
        int n = snprintf(text + used, sizeof text - used, "%d  %s  %s  %s  %s\n", (int)p->n, when, p->staff_name,
                         p->counter_label, p->destination);
        used += n > 0 ? (size_t)n : 0;
    }
    app_open(app, "viewer", 0,
             &(struct reading){_("Who printed it, when and where"), rows->count ? text : _("Not printed yet")});
}

static bool can_be_served(const struct banshi_document *document)
{
    return document && document->case_id && strcmp(document->state, "issued") == 0 &&
           strcmp(document->kind, "service") != 0;
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct document *d = state;
    const struct banshi_document *document = shown(d);
    if (!document || !r->chosen)
        return;
    if (r->tag == ACTION_SERVE) { /* its proof comes next */
        app_say(app, STYLE_GOOD, "%s", r->text);
        app_ask(app, d, on_document, banshi_document_show, r->number, NULL);
    } else if (r->tag == ACTION_PRINT) {
        snprintf(app->print_to, sizeof app->print_to, "%s", r->text);
        print_to(app, d, r->text);
    } else if (r->tag == ACTION_VOID_DOCUMENT) {
        snprintf(d->reason, sizeof d->reason, "%s", r->text);
        struct picks ways = {0};
        char title[128];
        snprintf(title, sizeof title, _("Void %s?"), document->number);
        pick_add(&ways, AGAIN, "%s", _("Void it and issue it anew, from the case as it is now"));
        pick_add(&ways, ONLY_VOID, "%s", _("Only void it"));
        pick_ask(app, TAG_AGAIN, title, &ways, AGAIN);
    } else if (r->tag == TAG_AGAIN) {
        app_write(app, state, on_voided, banshi_document_void, document->id, d->reason, r->number == AGAIN);
    }
}

static bool act(struct app *app, void *state, enum action action)
{
    struct document *d = state;
    const struct banshi_document *document = shown(d);
    switch (action) {
    case ACTION_PRINT:
        print(app, d);
        return true;
    case ACTION_PRINT_TO:
        if (document)
            ask_where(app, d);
        return true;
    case ACTION_VOID_DOCUMENT:
        if (document && strcmp(document->state, "voided") != 0)
            ask_needed(app, (int)action, _("Void the document"), _("Reason; the number stays taken"), "", 200);
        return true;
    case ACTION_SERVE:
        if (can_be_served(document))
            app_open(app, "document_serve", (int)action, &(struct document_serve_start){document});
        return true;
    case ACTION_PRINTS:
        if (document)
            app_ask(app, d, on_prints, banshi_document_print_list, document->id);
        return true;
    case ACTION_FINISH:
        app_close(app, false, NULL, 0);
        return true;
    default:
        return page_act(&d->page, action, room(app, d));
    }
}

static const char *hint(const void *state, enum action action)
{
    const struct document *d = state;
    const struct banshi_document *document = shown(d);
    if (action == ACTION_VOID_DOCUMENT && (!document || strcmp(document->state, "voided") == 0))
        return "";
    if (action == ACTION_SERVE && !can_be_served(document))
        return "";
    return page_hint(&d->page, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct document *d = state;
    const struct banshi_document *doc = shown(d);
    char title[256] = "", time[16];
    if (doc)
        snprintf(title, sizeof title, _("%s %s  %s  copies: %d  printed: %d"), doc->number,
                 word_text(banshi_word_document_state, doc->state), clock_text(doc->issued_at, time), (int)doc->copies,
                 (int)d->prints);
    (void)app;
    int cols = PAPER_COLUMNS + 4 < area.cols ? PAPER_COLUMNS + 4 : area.cols;
    struct area frame = area_part(area, 0, (area.cols - cols) / 2, area.rows, cols);
    struct area inside = paint_frame(frame, title);
    int row = 0;
    char text[1024];
    if (doc && doc->served_at) {
        snprintf(text, sizeof text, _("Served %s on %s"), day_text(day_of(doc->served_at), time), doc->served_to);
        paint(inside, row++, 0, STYLE_GOOD, text);
    }
    if (doc && (*doc->void_reason || *doc->voids)) {
        if (*doc->void_reason)
            snprintf(text, sizeof text, _("Void: %s"), doc->void_reason);
        else
            snprintf(text, sizeof text, _("Replaces %s, which is void"), doc->voids);
        paint(inside, row++, 0, *doc->void_reason ? STYLE_BAD : STYLE_WEAK, text);
    }
    inside = area_part(inside, row, 0, inside.rows - row, inside.cols);
    page_draw(&d->page, inside, d->text ? d->text : "");
    page_mark(frame, frame.rows - 1, d->page.lines, page_first(&d->page, inside.rows), (size_t)inside.rows);
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
    .least = RANK_CLERK,
    .size = sizeof(struct document),
    .open = open,
    .act = act,
    .hint = hint,
    .result = result,
    .draw = draw,
    .close = close,
};
