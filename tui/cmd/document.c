/* SPDX-License-Identifier: MIT */
/* banshi document: receipts and decisions, and other papers of a case. */
#include <config.h>

#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

/* The case by its number; 0 with the status. */
static int64_t find_case(struct cmd_run *run, const char *number, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    *ret_status = cmd_wait(run, banshi_case_show(run->b, 0, number, NULL, NULL), &rows);
    int64_t id = rows ? banshi_row(struct banshi_case, rows, 0)->id : 0;
    banshi_rows_free(rows);
    return id;
}

static int list(struct cmd_run *run)
{
    int status;
    int64_t id = find_case(run, run->args[0], &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_document_list(run->b, id, NULL, NULL), false);
}

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_document_show(run->b, 0, run->args[0], NULL, NULL), true);
}

/* Where the rule for the kind says; "-" without one. */
static int destination_for(struct cmd_run *run, const char *kind, char *ret, size_t size)
{
    const struct banshi_rows *rows = NULL;
    int status = cmd_wait(run, banshi_printer_rule_mine(run->b, kind, NULL, NULL), &rows);
    snprintf(ret, size, "%s", rows && rows->count ? banshi_row(struct banshi_printer_rule, rows, 0)->destination : "-");
    banshi_rows_free(rows);
    return status;
}

/* The end of a printing that is watched. */
struct printed {
    bool done;
    struct banshi_error error;
    const struct banshi_rows *rows;
};

static void on_printed(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct printed *printed = closure;
    printed->done = true;
    printed->error = *error;
    printed->rows = rows ? banshi_rows_ref(rows) : NULL;
}

/* --wait in milliseconds; false after a message. */
static bool wait_of(const struct cmd_run *run, int *ret_ms)
{
    int64_t wait = 0;
    bool ok = !run->options.wait || cmd_number("--wait", run->options.wait, 0, 3600, &wait);
    *ret_ms = (int)wait * 1000;
    return ok;
}

/* Wait for the end of a printing, and show how far it is. */
static int watch(struct cmd_run *run, struct banshi_op *op, struct printed *printed, const char *destination)
{
    enum { LOOK_MS = 200 };
    size_t shown = 0;
    while (op && !printed->done) {
        struct pollfd fds[8];
        size_t done, total, n = banshi_pollfds(run->b, fds, 8);
        int most = banshi_timeout(run->b);
        poll(fds, n > 8 ? 8 : n, most < 0 || most > LOOK_MS ? LOOK_MS : most);
        if (banshi_progress(op, &done, &total))
            cmd_progress(&shown, done, total);
        banshi_process(run->b);
    }
    if (!op || printed->error.code != 0)
        return cmd_fail(&printed->error);
    const struct banshi_rows *rows = printed->rows;
    int status = rows && rows->count ? EXIT_FINE : EXIT_NONE;
    if (status == EXIT_FINE && strcmp(banshi_row(struct banshi_print, rows, 0)->state, "held") == 0) {
        char why[512];
        detail_words(banshi_row(struct banshi_print, rows, 0)->message, why, sizeof why);
        fprintf(stderr, _("banshi: %s has it and waits: %s\n"), destination, why);
    }
    banshi_rows_free(rows);
    return status;
}

int cmd_paper(struct cmd_run *run, const struct banshi_paper *papers, size_t count, const char *destination)
{
    struct printed printed = {0};
    int wait_ms;
    if (!wait_of(run, &wait_ms))
        return EXIT_USAGE;
    fflush(stdout);
    return watch(run, banshi_print(run->b, papers, count, destination, wait_ms, on_printed, &printed), &printed,
                 destination);
}

int cmd_print_register(struct cmd_run *run, banshi_date first, banshi_date last, const char *destination)
{
    struct printed printed = {0};
    int wait_ms;
    if (!wait_of(run, &wait_ms))
        return EXIT_USAGE;
    fflush(stdout);
    return watch(run, banshi_register_print(run->b, first, last, destination, wait_ms, on_printed, &printed), &printed,
                 destination);
}

static int print(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    char destination[512] = "";
    int status = cmd_wait(run, banshi_document_show(run->b, 0, run->args[0], NULL, NULL), &rows);
    if (!rows)
        return status;
    const struct banshi_document *d = banshi_row(struct banshi_document, rows, 0);
    char check[BANSHI_PAPER_CHECK_SIZE];
    struct banshi_paper paper = banshi_document_paper(d, check);
    if (run->count > 1)
        snprintf(destination, sizeof destination, "%s", run->args[1]);
    else
        status = destination_for(run, d->kind, destination, sizeof destination);
    if (status == EXIT_FINE)
        status = cmd_paper(run, &paper, 1, destination);
    if (status == EXIT_FINE)
        status =
            cmd_wait(run, banshi_document_printed(run->b, run->options.opid, d->id, destination, NULL, NULL), NULL);
    banshi_rows_free(rows);
    return status;
}

/* The document by its number; 0 with the status. */
static int64_t find_document(struct cmd_run *run, const char *number, int *ret_status)
{
    const struct banshi_rows *rows = NULL;
    *ret_status = cmd_wait(run, banshi_document_show(run->b, 0, number, NULL, NULL), &rows);
    int64_t id = rows && rows->count ? banshi_row(struct banshi_document, rows, 0)->id : 0;
    banshi_rows_free(rows);
    return id;
}

static int prints(struct cmd_run *run)
{
    int status;
    int64_t id = find_document(run, run->args[0], &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_document_print_list(run->b, id, NULL, NULL), false);
}

static int void_document(struct cmd_run *run)
{
    int status;
    int64_t id = find_document(run, run->args[0], &status);
    return status != EXIT_FINE ? status
                               : cmd_print(run,
                                           banshi_document_void(run->b, run->options.opid, id,
                                                                run->options.reason ? run->options.reason : "",
                                                                run->options.again, NULL, NULL),
                                           true);
}

static int verify(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int status = cmd_wait(
        run, banshi_document_verify(run->b, run->args[0], run->count > 1 ? run->args[1] : "", NULL, NULL), &rows);
    if (!rows)
        return status;
    bool genuine = strcmp(banshi_row(struct banshi_document_proof, rows, 0)->state, "genuine") == 0;
    cmd_print_rows(run, rows, true);
    banshi_rows_free(rows);
    return genuine ? EXIT_FINE : EXIT_REFUSED;
}

/* The arguments from this one on, NAME=VALUE, as a JSON object; malloced, NULL after a message. */
static char *values_of(const struct cmd_run *run, int first)
{
    const char *wrong = NULL;
    char *values = banshi_json_object(run->args + first, (size_t)(run->count - first), &wrong);
    if (!values)
        fprintf(stderr, "banshi: %s: NAME=VALUE\n", wrong ? wrong : "");
    return values;
}

static int issue(struct cmd_run *run)
{
    int status = EXIT_FINE;
    int64_t id = 0;
    bool enquiry = strcmp(run->args[0], "enquiry") == 0;
    char *values = values_of(run, 2);
    if (!values)
        return EXIT_USAGE;
    if (status == EXIT_FINE)
        id = enquiry ? cmd_find_item(run, run->args[1], &status) : find_case(run, run->args[1], &status);
    if (status == EXIT_FINE)
        status = cmd_print(run,
                           banshi_document_issue(run->b, run->options.opid, run->args[0], enquiry ? 0 : id,
                                                 enquiry ? id : 0, values, NULL, NULL),
                           true);
    free(values);
    return status;
}

static int serve(struct cmd_run *run)
{
    int status;
    char *values = values_of(run, 1);
    if (!values)
        return EXIT_USAGE;
    int64_t id = find_document(run, run->args[0], &status);
    if (status == EXIT_FINE)
        status = cmd_print(run, banshi_document_serve(run->b, run->options.opid, id, values, NULL, NULL), true);
    free(values);
    return status;
}

/* banshi document preview KIND DESTINATION [NAME=VALUE…], of --case, --item or --ticket */
static int preview(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    const struct cmd_options *o = &run->options;
    int status = EXIT_FINE;
    char *values = values_of(run, 2);
    if (!values)
        return EXIT_USAGE;
    int64_t id = o->case_number ? find_case(run, o->case_number, &status) : 0;
    int64_t item = status == EXIT_FINE && o->item ? cmd_find_item(run, o->item, &status) : 0;
    int64_t ticket = status == EXIT_FINE && o->ticket ? cmd_find_ticket(run, o->ticket, &status) : 0;
    if (status == EXIT_FINE)
        status =
            cmd_wait(run, banshi_document_preview(run->b, run->args[0], id, item, ticket, values, NULL, NULL), &rows);
    free(values);
    if (!rows)
        return status;
    struct banshi_paper paper = {.content = banshi_row(struct banshi_document_preview, rows, 0)->content,
                                 .size = banshi_paper_size_of(run->args[0])};
    status = cmd_paper(run, &paper, 1, run->args[1]);
    banshi_rows_free(rows);
    return status;
}

/* Layouts ------------------------------------------------------------------------------------------------------- */

static int layout(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    if (run->count == 0)
        return cmd_print(run, banshi_layout_list(run->b, NULL, NULL, NULL), false);
    int status = cmd_wait(run, banshi_layout_list(run->b, run->args[0], NULL, NULL), &rows);
    if (status == EXIT_FINE && rows->count == 0)
        status = EXIT_NONE;
    if (status == EXIT_FINE)
        fputs(banshi_row(struct banshi_layout, rows, 0)->body, stdout);
    banshi_rows_free(rows);
    return status;
}

enum { LAYOUT_MOST = 65536 };

/* A file as text; malloced, NULL after a message. */
static char *file_text(const char *path)
{
    FILE *in = fopen(path, "re");
    char *text = in ? calloc(LAYOUT_MOST + 1, 1) : NULL;
    size_t n = text ? fread(text, 1, LAYOUT_MOST, in) : 0;
    bool ok = text && !ferror(in) && n > 0 && n < LAYOUT_MOST && strlen(text) == n;
    if (!ok)
        fprintf(stderr, "banshi: %s: %s\n", path, in ? _("not a layout") : _("cannot be read"));
    if (in)
        fclose(in);
    if (ok)
        return text;
    free(text);
    return NULL;
}

/* The kind of a layout's file, unless --kind says another: its name without the ending. */
static int check(struct cmd_run *run)
{
    const char *path = run->args[0], *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    char kind[64], *text = file_text(path);
    snprintf(kind, sizeof kind, "%.*s", (int)strcspn(name, "."), name);
    int status = text ? EXIT_FINE : EXIT_FILE;
    if (status == EXIT_FINE)
        status = cmd_wait(
            run, banshi_layout_check(run->b, run->options.kind ? run->options.kind : kind, text, NULL, NULL), NULL);
    free(text);
    return status;
}

static int layout_set(struct cmd_run *run)
{
    char *text = run->count > 1 ? file_text(run->args[1]) : calloc(1, 1);
    int status = text ? EXIT_FINE : EXIT_FILE;
    if (status == EXIT_FINE)
        status = cmd_print(run, banshi_layout_set(run->b, run->options.opid, run->args[0], text, NULL, NULL), true);
    free(text);
    return status;
}

static const struct cmd_verb verbs[] = {
    {"list", "CASE", N_("Documents of a case, by the case's number"), 1, 1, list},
    {"show", "NUMBER", N_("One document"), 1, 1, show},
    {"print", "NUMBER [FILE.pdf|FILE|printer:NAME|ipp://…|escpos:…|'|COMMAND'|-] [--wait SECONDS]",
     N_("Print a document: where the rule for its kind says, or there"), 1, 2, print},
    {"prints", "NUMBER", N_("Who printed it, when and where"), 1, 1, prints},
    {"issue", "enquiry ITEM|tolerance|assistance|assistance_end|authority CASE [NAME=VALUE …]",
     N_("Issue a document that decides nothing"), 2, -1, issue},
    {"serve",
     "NUMBER recipient=NAME relation=TEXT place=TEXT [at='2026-11-24 09:30'] "
     "[mode=direct|left|entrusted|post|electronic|announcement] [witness=NAME] [server=NAME] [note=TEXT]",
     N_("Record that it was served, and issue the proof of service"), 2, -1, serve},
    {"void", "NUMBER --reason TEXT [--again]", N_("Void a document, and issue it anew"), 1, 1, void_document},
    {"verify", "NUMBER [CHECK]", N_("Is a paper genuine? By its number and check value"), 1, 2, verify},
    {"preview", "KIND DESTINATION [--case CASE] [--item ITEM] [--ticket NUMBER] [--wait SECONDS] [NAME=VALUE …]",
     N_("Print a paper that is not kept: a slip, or what a kind would say now"), 2, -1, preview},
    {"layout", "[KIND]", N_("The layouts in use, or the text of one"), 0, 1, layout},
    {"check", "FILE [--kind KIND]", N_("Check a layout; its kind is the file's name"), 1, 1, check},
    {"layout-set", "KIND [FILE]", N_("Put a layout of the centre's own in use; without a file the program's"), 1, 2,
     layout_set},
    {0},
};
const struct cmd cmd_document = {.name = "document", .summary = N_("Receipts and decisions"), .verbs = verbs};
