/* SPDX-License-Identifier: MIT */
/* banshi document: receipts and decisions. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int status = cmd_connect(run);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_case_show(run->b, 0, run->args[0], NULL, NULL), &rows);
    if (status != EXIT_FINE)
        return status;
    int64_t id = banshi_row(struct banshi_case, rows, 0)->id;
    banshi_rows_free(rows);
    return cmd_print(run, banshi_document_list(run->b, id, NULL, NULL), false);
}

static int show(struct cmd_run *run)
{
    int status = cmd_connect(run);
    return status != EXIT_FINE ? status
                               : cmd_print(run, banshi_document_show(run->b, 0, run->args[0], NULL, NULL), true);
}

static int print(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    struct banshi_error error = {0};
    const char *destination = run->count > 1 ? run->args[1] : "-";
    int status = cmd_connect(run);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_document_show(run->b, 0, run->args[0], NULL, NULL), &rows);
    if (status != EXIT_FINE)
        return status;
    const struct banshi_document *d = banshi_row(struct banshi_document, rows, 0);
    char *text = banshi_document_text(d->content, 80);
    fflush(stdout);
    if (!text || banshi_document_write(text, destination, &error) != 0)
        status = cmd_fail(&error);
    else
        status =
            cmd_wait(run, banshi_document_printed(run->b, run->options.opid, d->id, destination, NULL, NULL), NULL);
    free(text);
    banshi_rows_free(rows);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"list", "CASE", N_("Documents of a case, by the case's number"), 1, 1, list},
    {"show", "NUMBER", N_("One document"), 1, 1, show},
    {"print", "NUMBER [FILE|'|COMMAND'|-]", N_("Print a document as text"), 1, 2, print},
    {0},
};
const struct cmd cmd_document = {.name = "document", .summary = N_("Receipts and decisions"), .verbs = verbs};
