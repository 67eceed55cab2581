/* SPDX-License-Identifier: MIT */
/* banshi register: the documents of days, listed, exported, and printed all together. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

enum { PIECE = 100 };

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
    const char *path = run->args[0], *dot = strrchr(path, '.');
    bool table = dot && (strcasecmp(dot, ".csv") == 0 || strcasecmp(dot, ".xlsx") == 0);
    if (!days(run, 1, &first, &last))
        return EXIT_USAGE;
    if (!table)
        return paper(run, first, last, path);
    int status = cmd_wait(run, banshi_register_list(run->b, first, last, NULL, NULL), &rows);
    if (rows && banshi_table_write(rows, &table_words, path, run->options.gb18030, &error) != 0)
        status = cmd_fail(&error);
    banshi_rows_free(rows);
    return status;
}

/* All documents of the days, fetched piece by piece, on one destination. */
static int print(struct cmd_run *run)
{
    const struct banshi_rows **pieces = NULL;
    struct banshi_paper *papers = NULL;
    char(*checks)[BANSHI_PAPER_CHECK_SIZE] = NULL;
    size_t piece_count = 0, count = 0, total = 0;
    banshi_date first, last;
    const struct banshi_rows *list = NULL;
    if (!days(run, 1, &first, &last))
        return EXIT_USAGE;
    int status = cmd_wait(run, banshi_register_list(run->b, first, last, NULL, NULL), &list);
    total = list ? list->count : 0;
    banshi_rows_free(list);
    papers = calloc(total + 1, sizeof *papers);
    checks = calloc(total + 1, sizeof *checks);
    pieces = calloc(total + 2, sizeof *pieces);
    for (int64_t after = 0; status == EXIT_FINE && papers && checks && pieces && count < total;) {
        const struct banshi_rows *rows = NULL;
        status = cmd_wait(run, banshi_register_documents(run->b, first, last, after, PIECE, NULL, NULL), &rows);
        if (!rows || rows->count == 0) {
            banshi_rows_free(rows);
            break;
        }
        pieces[piece_count++] = rows;
        for (size_t i = 0; i < rows->count && count < total; i++, count++) {
            const struct banshi_document *document = banshi_row(struct banshi_document, rows, i);
            papers[count] = banshi_document_paper(document, checks[count]);
            after = document->id;
        }
        cmd_progress(NULL, count, total);
    }
    if (status == EXIT_FINE && count == 0)
        status = EXIT_NONE;
    if (status == EXIT_FINE)
        status = cmd_paper(run, papers, count, run->args[0]);
    for (size_t i = 0; i < piece_count; i++)
        banshi_rows_free(pieces[i]);
    free(pieces);
    free(papers);
    free(checks);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"show", "[FIRST [LAST]]", N_("Documents issued on days, today's without one"), 0, 2, show},
    {"export", "FILE.pdf|FILE.csv|FILE.xlsx [FIRST [LAST]] [--gb18030]", N_("The register as a file"), 1, 3, export},
    {"print", "FILE.pdf|printer:NAME|ipp://… [FIRST [LAST]]",
     N_("All documents issued on days, on paper or in one file"), 1, 3, print},
    {0},
};
const struct cmd cmd_register = {.name = "register", .summary = N_("The register of documents"), .verbs = verbs};
