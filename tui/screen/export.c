/* SPDX-License-Identifier: MIT */
/* A list written to a file, as a spreadsheet, CSV or PDF, or printed; long ones show how far they are, and Esc stops. */
#include <config.h>

#include "export.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "form_screen.h"
#include "i18n.h"
#include "save.h"

struct export
{
    struct form_state form;
    struct export_start start;
    char name[64];
    const struct banshi_rows *rule; /* for registers: its printer */
    bool typed;
};

static const struct banshi_word formats[] = {
    {.code = ".xlsx", .message = N_("Spreadsheet")}, {.code = ".csv", .message = N_("CSV, UTF-8")},
    {.code = "gb", .message = N_("CSV, GB 18030")},  {.code = ".pdf", .message = N_("PDF")},
    {.code = "print", .message = N_("Printer")},     {.code = NULL}};

/* The ending that a file of this format has; NULL: a printer takes any destination. */
static const char *ending(const char *format)
{
    return strcmp(format, "print") == 0 ? NULL : strcmp(format, "gb") == 0 ? ".csv" : format;
}

/* A file is written by its ending: it is that of the format. */
static const char *check_path(const struct form *form, struct field *field, char room[256])
{
    const char *end = ending(form_value(form, "format")), *path = field->edit.text;
    size_t length = strlen(path), n = end ? strlen(end) : 0;
    if (!end || (length > n && strcasecmp(path + length - n, end) == 0))
        return NULL;
    snprintf(room, 256, _("a file whose name ends in %s"), end);
    return room;
}

static const struct form_field fields[] = {
    {"format", N_("Format"), FIELD_CHOICE, .choices = formats},
    {"path", N_("Destination"), .limit = 400, .must = true, .check = check_path},
};

static bool is(const void *state, const char *format)
{
    return strcmp(form_value(state, "format"), format) == 0;
}

/* Offer a file of the format, or the printer. */
static void offer(struct export *x)
{
    const char *format = form_value(&x->form.form, "format");
    banshi_date day = x->start.day ? x->start.day : day_of(time_now());
    bool ruled = x->rule && x->rule->count;
    char path[SAVE_SIZE], name[128], text[16];
    snprintf(name, sizeof name, "%s-%s", x->name, day_text(day, text));
    if (ending(format))
        save_fresh(path, name, ending(format));
    else
        snprintf(path, sizeof path, "%s",
                 ruled ? banshi_row(struct banshi_printer_rule, x->rule, 0)->destination : "printer:");
    form_offer(&x->form.form, "path", path);
}

static void on_rule(struct app *app, void *state)
{
    (void)app;
    if (!((const struct export *)state)->typed && is(state, "print"))
        offer(state);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct export *x = state;
    x->start = *(const struct export_start *)argument;
    x->start.rows = banshi_rows_ref(x->start.rows);
    form_title(x, "%s", x->start.title);
    snprintf(x->name, sizeof x->name, "%s", x->start.name);
    if (x->start.print)
        form_set(state, "format", "print");
    offer(x);
    app_keep(app, x, &x->rule, on_rule, banshi_printer_rule_mine, "register");
}

static void changed(struct app *app, void *state, const char *id)
{
    (void)app;
    if (strcmp(id, "format") == 0)
        offer(state);
    else
        ((struct export *)state)->typed = true;
}

/* Doing it ------------------------------------------------------------------------------------------------------ */

static void on_done(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    bool file = !is(state, "print");
    if (!form_ok(app, state, "path", error))
        return;
    app_close_of(app, state, true, NULL, 0);
    app_printed(app, banshi_row(struct banshi_print, rows, 0), file);
}

static void print(struct app *app, void *state, const char *content)
{
    const struct banshi_paper paper = {.content = content};
    app_ask(app, state, on_done, banshi_print, &paper, 1, form_value(state, "path"), 0);
}

static void on_paper(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    if (app_ok(app, error))
        print(app, state, banshi_row(struct banshi_document_preview, rows, 0)->content);
}

static void send(struct app *app, void *state)
{
    const struct export *x = state;
    char day[16];
    if (!is(x, "print") && !is(x, ".pdf")) {
        app_ask(app, state, on_done, banshi_table_export, x->start.rows, &table_words, form_value(state, "path"),
                is(x, "gb"));
    } else if (x->start.documents) {
        app_ask(app, state, on_paper, banshi_register_paper, x->start.day, 0);
    } else {
        char *content =
            banshi_table_paper(x->start.rows, &table_words, x->form.title, day_text(day_of(time_now()), day));
        print(app, state, content ? content : "");
        free(content);
    }
}

static void below(const void *state, struct area area)
{
    paintf(area, 1, 0, STYLE_WEAK, _("Lines: %zu"), ((const struct export *)state)->start.rows->count);
}

static void close(struct app *app, void *state)
{
    (void)app;
    banshi_rows_free(((struct export *)state)->start.rows);
}

static const struct form_screen form = {
    FORM_FIELDS_OF(fields), .changed = changed, .send = send, .below_rows = 2, .below = below, .enter_commits = true,
};

const struct screen screen_export = {
    .name = "export",
    .title = N_("Export"),
    .least = RANK_CLERK,
    .size = sizeof(struct export),
    .dialog = true,
    .form = &form,
    .open = open,
    .close = close,
};
