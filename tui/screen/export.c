/* SPDX-License-Identifier: MIT */
/* A list written to a file, as a spreadsheet, CSV or PDF, or printed; long ones show how far they are, and Esc stops. */
#include <config.h>

#include "export.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "app.h"
#include "kit/form.h"
#include "i18n.h"

struct export
{
    struct export_start start;
    char title[128], name[64];
    char printer[512]; /* of the rule for registers */
    struct form form;
    bool typed, busy;
};

static const struct banshi_word formats[] = {
    {.code = ".xlsx", .message = N_("Spreadsheet")}, {.code = ".csv", .message = N_("CSV, UTF-8")},
    {.code = "gb", .message = N_("CSV, GB 18030")},  {.code = ".pdf", .message = N_("PDF")},
    {.code = "print", .message = N_("Printer")},     {.code = NULL}};

/* A new file of this ending: the second one of a day has a number. */
static void name_file(const struct export *x, const char *ending, char *ret, size_t size)
{
    const char *home = getenv("HOME");
    banshi_date day = x->start.day ? x->start.day : day_of(time_now());
    char text[16], number[16] = "";
    struct stat is;
    for (int n = 2; n < 1000; n++) {
        snprintf(ret, size, "%s/%s-%s%s%s", home ? home : ".", x->name, day_text(day, text), number, ending);
        if (stat(ret, &is) != 0)
            break;
        snprintf(number, sizeof number, "-%d", n);
    }
}

/* Offer a file of the format, or the printer. */
static void offer(struct export *x)
{
    const char *format = form_value(&x->form, "format");
    char path[512];
    if (strcmp(format, "print") == 0)
        snprintf(path, sizeof path, "%s", x->printer[0] ? x->printer : "printer:");
    else
        name_file(x, strcmp(format, "gb") == 0 ? ".csv" : format, path, sizeof path);
    form_offer(&x->form, "path", path);
}

static void on_rule(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct export *x = state;
    (void)app;
    if (error->code != 0 || !rows->count)
        return;
    snprintf(x->printer, sizeof x->printer, "%s", banshi_row(struct banshi_printer_rule, rows, 0)->destination);
    if (!x->typed && strcmp(form_value(&x->form, "format"), "print") == 0)
        offer(x);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct export *x = state;
    x->start = *(const struct export_start *)argument;
    x->start.rows = banshi_rows_ref(x->start.rows);
    snprintf(x->title, sizeof x->title, "%s", x->start.title);
    snprintf(x->name, sizeof x->name, "%s", x->start.name);
    form_add_choice(&x->form, "format", _("Format"), formats);
    form_add(&x->form, "path", _("Destination"), 400);
    if (x->start.print)
        form_set(&x->form, "format", "print");
    offer(x);
    app_watch(app, state, on_rule, banshi_printer_rule_mine, "register");
}

/* Doing it ------------------------------------------------------------------------------------------------------ */

static void on_done(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct export *x = state;
    char destination[512], why[512];
    x->busy = false;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    const struct banshi_print *print = banshi_row(struct banshi_print, rows, 0);
    bool held = strcmp(print->state, "held") == 0, printer = strcmp(form_value(&x->form, "format"), "print") == 0;
    snprintf(destination, sizeof destination, "%s", print->destination);
    detail_words(print->message, why, sizeof why);
    app_close(app, true, NULL, 0);
    if (held)
        app_say(app, STYLE_WARN, _("The printer has it and waits: %s. It prints by itself; do not print again"),
                *why ? why : _("no reason given"));
    else
        app_say(app, STYLE_GOOD, printer ? _("Printed to %s") : _("Written to %s"), destination);
}

static void print(struct app *app, struct export *x, const char *content)
{
    const struct banshi_paper paper = {.content = content};
    app_ask(app, x, on_done, banshi_print, &paper, 1, form_value(&x->form, "path"), 0);
}

static void on_paper(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct export *x = state;
    x->busy = error->code == 0;
    if (error->code != 0)
        app_error(app, error);
    else
        print(app, x, banshi_row(struct banshi_document_preview, rows, 0)->content);
}

static void commit(struct app *app, struct export *x)
{
    const char *format = form_value(&x->form, "format"), *path = form_value(&x->form, "path");
    bool paper = strcmp(format, "print") == 0 || strcmp(format, ".pdf") == 0, gb = strcmp(format, "gb") == 0;
    x->busy = true;
    if (!paper) {
        app_ask(app, x, on_done, banshi_table_export, x->start.rows, &table_words, path, gb);
    } else if (x->start.documents) {
        app_ask(app, x, on_paper, banshi_register_paper, x->start.day, 0);
    } else {
        char day[16];
        char *content = banshi_table_paper(x->start.rows, &table_words, x->title, day_text(day_of(time_now()), day));
        print(app, x, content ? content : "");
        free(content);
    }
}

static bool type(struct app *app, void *state, key k)
{
    struct export *x = state;
    (void)app;
    if (x->busy || !form_key(&x->form, k))
        return false;
    if (x->form.focus == 0)
        offer(x);
    else
        x->typed = true;
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct export *x = state;
    if (action == ACTION_COMMIT || (action == ACTION_FIELD_NEXT && x->form.focus == x->form.count - 1)) {
        if (!x->busy)
            commit(app, x);
        return true;
    }
    return form_act(&x->form, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct export *x = state;
    (void)app;
    int cols = area.cols > 104 ? 100 : area.cols - 2, rows = 8;
    struct area inside = paint_dialog(area, rows, cols, x->title);
    form_draw(&x->form, area_part(inside, 1, 0, 3, inside.cols));
    paintf(inside, 5, 0, STYLE_WEAK, _("%zu lines"), x->start.rows->count);
}

static void close(struct app *app, void *state)
{
    struct export *x = state;
    (void)app;
    form_free(&x->form);
    banshi_rows_free(x->start.rows);
}

const struct screen screen_export = {
    .name = "export",
    .title = N_("Export"),
    .contexts = {CONTEXT_FORM},
    .size = sizeof(struct export),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .draw = draw,
    .close = close,
};
