/* SPDX-License-Identifier: MIT */
/* The slip of a number that is given at the counter, on the printer of its slips. Norm 5.2. */
#include <config.h>

#include "counter.h"

#include <stdio.h>
#include <string.h>

#include <banshi/document.h>
#include <banshi/printer.h>

#include "i18n.h"

static const char kind[] = "slip";

static void on_printed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0)
        app_error(app, error);
    else if (strcmp(banshi_row(struct banshi_print, rows, 0)->state, "held") == 0)
        app_say(app, STYLE_WARN, _("The slip waits at the printer: %s"),
                banshi_row(struct banshi_print, rows, 0)->message);
}

static void on_content(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    struct banshi_paper paper = {.content = banshi_row(struct banshi_document_preview, rows, 0)->content,
                                 .size = banshi_paper_size_of(kind)};
    app_watch(app, c, on_printed, banshi_print, &paper, 1, c->slip_printer, 0);
}

static void on_rule(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct counter *c = state;
    if (error->code != 0 || !rows->count)
        return;
    snprintf(c->slip_printer, sizeof c->slip_printer, "%s",
             banshi_row(struct banshi_printer_rule, rows, 0)->destination);
    app_watch(app, c, on_content, banshi_document_preview, kind, 0, 0, c->slip, "{}");
}

void counter_print_slip(struct app *app, struct counter *c, int64_t ticket)
{
    c->slip = ticket;
    app_watch(app, c, on_rule, banshi_printer_rule_mine, kind);
}
