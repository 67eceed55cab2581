/* SPDX-License-Identifier: MIT */
/* banshi register: the documents of days, listed, exported, and printed all together. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_register_list(run->b, cmd_first(run, "FIRST"), cmd_first(run, "LAST"), NULL, NULL),
                     false);
}

static int paper(struct cmd_run *run, banshi_date first, banshi_date last, const char *destination)
{
    const struct banshi_rows *rows = NULL;
    int status = cmd_wait(run, banshi_register_paper(run->b, first, last, NULL, NULL), &rows);
    if (!rows)
        return status;
    struct banshi_paper paper = {.content = banshi_row(struct banshi_document_preview, rows, 0)->content};
    status = cmd_paper(run, &paper, 1, destination);
    banshi_rows_free(rows);
    return status;
}

static int export(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    struct banshi_error error = {0};
    banshi_date first = cmd_first(run, "FIRST"), last = cmd_first(run, "LAST");
    const char *path = cmd_text(run, "DESTINATION");
    if (!banshi_table_is_file(path))
        return paper(run, first, last, path);
    int status = cmd_wait(run, banshi_register_list(run->b, first, last, NULL, NULL), &rows);
    if (rows && banshi_table_write(rows, &table_words, path, cmd_given(run, "--gb18030"), &error) != 0)
        status = cmd_fail(&error);
    banshi_rows_free(rows);
    return status;
}

/* All documents of the days on one destination, each counted as printed. */
static int print(struct cmd_run *run)
{
    return cmd_print_register(run, cmd_first(run, "FIRST"), cmd_first(run, "LAST"), cmd_text(run, "DESTINATION"));
}

#define FIRST "FIRST", CMD_DATE, .exact = CMD_DAY, .help = N_("the first day; without it: today")
#define LAST "LAST", CMD_DATE, .exact = CMD_DAY, .help = N_("the last day; without it: that one day")

static const struct cmd_verb verbs[] = {
    {"show", N_("Documents issued on days, today's without one"), .run = show, .params = CMD_PARAMS({FIRST}, {LAST})},
    {"export", N_("The register as a file"), .run = export,
     .params = CMD_PARAMS({CMD_DESTINATION}, {FIRST}, {LAST}, {CMD_GB18030}, {CMD_WAIT})},
    {"print", N_("All documents issued on days, on paper or in one file"), .run = print,
     .params = CMD_PARAMS({"DESTINATION", CMD_FILE, .help = N_("FILE.pdf, printer:NAME or ipp://…"), .required = true},
                          {FIRST}, {LAST}, {CMD_WAIT})},
    {0},
};
const struct cmd cmd_register = {.name = "register", .summary = N_("The register of documents"), .verbs = verbs};
