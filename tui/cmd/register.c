/* SPDX-License-Identifier: MIT */
/* banshi register: the documents of days, listed, exported, and printed all together. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

/* The first and last day among the arguments from `at` on; 0 for none. */
static bool days(const struct cmd_run *run, int at, banshi_date *ret_first, banshi_date *ret_last)
{
    *ret_first = *ret_last = 0;
    return (run->count <= at || cmd_day(run->args[at], ret_first)) &&
           (run->count <= at + 1 || cmd_day(run->args[at + 1], ret_last));
}

static int show(struct cmd_run *run)
{
    banshi_date first, last;
    if (!days(run, 0, &first, &last))
        return EXIT_USAGE;
    return cmd_print(run, banshi_register_list(run->b, first, last, NULL, NULL), false);
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
    banshi_date first, last;
    const char *path = run->args[0];
    if (!days(run, 1, &first, &last))
        return EXIT_USAGE;
    if (!banshi_table_is_file(path))
        return paper(run, first, last, path);
    int status = cmd_wait(run, banshi_register_list(run->b, first, last, NULL, NULL), &rows);
    if (rows && banshi_table_write(rows, &table_words, path, run->options.gb18030, &error) != 0)
        status = cmd_fail(&error);
    banshi_rows_free(rows);
    return status;
}

/* All documents of the days on one destination, each counted as printed. */
static int print(struct cmd_run *run)
{
    banshi_date first, last;
    return days(run, 1, &first, &last) ? cmd_print_register(run, first, last, run->args[0]) : EXIT_USAGE;
}

static const struct cmd_verb verbs[] = {
    {"show", "[FIRST [LAST]]", N_("Documents issued on days, today's without one"), 0, 2, show},
    {"export", "FILE.pdf|FILE.csv|FILE.xlsx [FIRST [LAST]] [--gb18030]", N_("The register as a file"), 1, 3, export},
    {"print", "FILE.pdf|printer:NAME|ipp://… [FIRST [LAST]] [--wait SECONDS]",
     N_("All documents issued on days, on paper or in one file"), 1, 3, print},
    {0},
};
const struct cmd cmd_register = {.name = "register", .summary = N_("The register of documents"), .verbs = verbs};
