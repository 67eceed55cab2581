/* SPDX-License-Identifier: MIT */
/* What the roster screen shows, as a file or on paper. */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "i18n.h"
#include "roster.h"
#include "save.h"

enum { PAPERS = 64 };

static void on_printed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0)
        app_error(app, error);
    else
        app_say(app, STYLE_GOOD, _("Printed to %s"), banshi_row(struct banshi_print, rows, 0)->destination);
}

static void on_paper(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct roster *x = state;
    struct banshi_paper papers[PAPERS];
    size_t n = 0;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    for (; n < rows->count && n < PAPERS; n++)
        papers[n] = (struct banshi_paper){.content = banshi_row(struct banshi_document_preview, rows, n)->content};
    app_watch(app, x, on_printed, banshi_print, papers, n, x->destination, 0);
}

static void calendar(struct app *app, const struct roster *x, const char *path)
{
    char *text = banshi_roster_export(list_rows(x, 0), "ics", time_now());
    if (!text || save_new(path, text) != 0)
        app_say(app, STYLE_BAD, "%s: %s", path, strerror(errno));
    else
        app_say(app, STYLE_GOOD, _("Written to %s"), path);
    free(text);
}

void roster_output(struct app *app, struct roster *x, const char *destination)
{
    struct banshi_error error = {0};
    const char *dot = strrchr(destination, '.');
    banshi_date first, last;
    if (!list_rows(x, 0))
        return;
    roster_period(x, &first, &last);
    if (dot && strcasecmp(dot, ".ics") == 0) {
        calendar(app, x, destination);
    } else if (banshi_table_is_file(destination)) {
        if (banshi_table_write(list_rows(x, 0), &table_words, destination, false, &error) != 0)
            app_error(app, &error);
        else
            app_say(app, STYLE_GOOD, _("Written to %s"), destination);
    } else {
        snprintf(x->destination, sizeof x->destination, "%s", destination);
        app_ask(app, x, on_paper, banshi_roster_paper, first, last, x->view == ROSTER_MINE);
    }
}
