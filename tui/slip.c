/* SPDX-License-Identifier: MIT */
/* Printing the slip of a number that was just given. It belongs to no screen: the clerk goes on meanwhile. */
#include <config.h>

#include "slip.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "i18n.h"

struct slip {
    struct app *app;
    int64_t ticket;
    char destination[512];
};

static bool failed(struct slip *slip, const struct banshi_error *error)
{
    if (error->code == 0)
        return false;
    app_error(slip->app, error);
    free(slip);
    return true;
}

static void on_printed(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct slip *slip = closure;
    char why[512];
    if (failed(slip, error))
        return;
    const struct banshi_print *print = banshi_row(struct banshi_print, rows, 0);
    detail_words(print->message, why, sizeof why);
    if (strcmp(print->state, "held") == 0)
        app_say(slip->app, STYLE_WARN, _("The printer has it and waits: %s. It prints by itself; do not print again"),
                *why ? why : _("no reason given"));
    free(slip);
}

static void on_content(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct slip *slip = closure;
    if (failed(slip, error))
        return;
    const struct banshi_paper paper = {.content = banshi_row(struct banshi_document_preview, rows, 0)->content,
                                       .size = banshi_paper_size_of("slip")};
    if (!banshi_print(slip->app->b, &paper, 1, slip->destination, 0, on_printed, slip))
        free(slip);
}

static void on_rule(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct slip *slip = closure;
    if (failed(slip, error))
        return;
    const struct banshi_printer_rule *rule = rows->count ? banshi_row(struct banshi_printer_rule, rows, 0) : NULL;
    if (!rule || strcmp(rule->kind, "slip") != 0) { /* a printer of pages is none of slips */
        free(slip);
        return;
    }
    snprintf(slip->destination, sizeof slip->destination, "%s", rule->destination);
    if (!banshi_document_preview(slip->app->b, "slip", 0, 0, slip->ticket, "{}", on_content, slip))
        free(slip);
}

void slip_print(struct app *app, int64_t ticket)
{
    struct slip *slip = calloc(1, sizeof *slip);
    if (!slip)
        return;
    slip->app = app;
    slip->ticket = ticket;
    if (!banshi_printer_rule_mine(app->b, "slip", on_rule, slip))
        free(slip);
}
