/* SPDX-License-Identifier: MIT */
/* banshi document: receipts and decisions, and other papers of a case. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"
#include "words.h"

static int list(struct cmd_run *run)
{
    int status;
    int64_t id = cmd_find_case(run, cmd_text(run, "CASE"), &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_document_list(run->b, id, NULL, NULL), false);
}

static int show(struct cmd_run *run)
{
    return cmd_print(run, banshi_document_show(run->b, 0, cmd_text(run, "NUMBER"), NULL, NULL), true);
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

static int print(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    char destination[512] = "";
    int status = cmd_wait(run, banshi_document_show(run->b, 0, cmd_text(run, "NUMBER"), NULL, NULL), &rows);
    if (!rows)
        return status;
    const struct banshi_document *d = banshi_row(struct banshi_document, rows, 0);
    char check[BANSHI_PAPER_CHECK_SIZE];
    struct banshi_paper paper = banshi_document_paper(d, check);
    if (cmd_given(run, "DESTINATION"))
        snprintf(destination, sizeof destination, "%s", cmd_text(run, "DESTINATION"));
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
    int64_t id = find_document(run, cmd_text(run, "NUMBER"), &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_document_print_list(run->b, id, NULL, NULL), false);
}

static int void_document(struct cmd_run *run)
{
    int status;
    int64_t id = find_document(run, cmd_text(run, "NUMBER"), &status);
    return status != EXIT_FINE
               ? status
               : cmd_print(run,
                           banshi_document_void(run->b, run->options.opid, id, cmd_text(run, "--reason"),
                                                cmd_given(run, "--again"), NULL, NULL),
                           true);
}

static int verify(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int status = cmd_wait(
        run, banshi_document_verify(run->b, cmd_text(run, "NUMBER"), cmd_text(run, "CHECK"), NULL, NULL), &rows);
    if (!rows)
        return status;
    bool genuine = strcmp(banshi_row(struct banshi_document_proof, rows, 0)->state, "genuine") == 0;
    cmd_print_rows(run, rows, true);
    banshi_rows_free(rows);
    return genuine ? EXIT_FINE : EXIT_REFUSED;
}

/* What is said as NAME=VALUE as a JSON object; malloced, NULL after a message. */
static char *values_of(const struct cmd_run *run)
{
    const char *wrong = NULL;
    char *values = banshi_json_object(run->many, run->many_count, &wrong);
    if (!values)
        fprintf(stderr, "banshi: %s: %s\n", wrong ? wrong : "", _("not like NAME=VALUE in UTF-8"));
    return values;
}

static int issue(struct cmd_run *run)
{
    int status = EXIT_FINE;
    const char *kind = cmd_text(run, "KIND"), *of = cmd_text(run, "CASE|ITEM");
    bool of_case = banshi_word_find(banshi_word_document_kind_of_case, kind);
    char *values = values_of(run);
    if (!values)
        return EXIT_USAGE;
    int64_t id = of_case ? cmd_find_case(run, of, &status) : cmd_find_item(run, of, &status);
    if (status == EXIT_FINE)
        status = cmd_print(run,
                           banshi_document_issue(run->b, run->options.opid, kind, of_case ? id : 0, of_case ? 0 : id,
                                                 values, NULL, NULL),
                           true);
    free(values);
    return status;
}

static int serve(struct cmd_run *run)
{
    int status;
    char *values = values_of(run);
    if (!values)
        return EXIT_USAGE;
    int64_t id = find_document(run, cmd_text(run, "NUMBER"), &status);
    if (status == EXIT_FINE)
        status = cmd_print(run, banshi_document_serve(run->b, run->options.opid, id, values, NULL, NULL), true);
    free(values);
    return status;
}

static int preview(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    const char *kind = cmd_text(run, "KIND");
    int status = EXIT_FINE;
    char *values = values_of(run);
    if (!values)
        return EXIT_USAGE;
    int64_t id = cmd_given(run, "--case") ? cmd_find_case(run, cmd_text(run, "--case"), &status) : 0;
    int64_t item =
        status == EXIT_FINE && cmd_given(run, "--item") ? cmd_find_item(run, cmd_text(run, "--item"), &status) : 0;
    int64_t ticket = status == EXIT_FINE && cmd_given(run, "--ticket")
                         ? cmd_find_ticket(run, cmd_text(run, "--ticket"), &status)
                         : 0;
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_document_preview(run->b, kind, id, item, ticket, values, NULL, NULL), &rows);
    free(values);
    if (!rows)
        return status;
    struct banshi_paper paper = {.content = banshi_row(struct banshi_document_preview, rows, 0)->content,
                                 .size = banshi_paper_size_of(kind)};
    status = cmd_paper(run, &paper, 1, cmd_text(run, "DESTINATION"));
    banshi_rows_free(rows);
    return status;
}

/* Layouts ------------------------------------------------------------------------------------------------------- */

static int layout(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    const char *kind = cmd_text(run, "KIND");
    if (!kind)
        return cmd_print(run, banshi_layout_list(run->b, NULL, NULL, NULL), false);
    int status = cmd_wait(run, banshi_layout_list(run->b, kind, NULL, NULL), &rows);
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
    const char *path = cmd_text(run, "FILE"), *slash = strrchr(path, '/'), *name = slash ? slash + 1 : path;
    char kind[64], *text = file_text(path);
    snprintf(kind, sizeof kind, "%.*s", (int)strcspn(name, "."), name);
    int status = text ? EXIT_FINE : EXIT_FILE;
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_layout_check(run->b, cmd_text_or(run, "--kind", kind), text, NULL, NULL), NULL);
    free(text);
    return status;
}

static int layout_set(struct cmd_run *run)
{
    char *text = cmd_given(run, "FILE") ? file_text(cmd_text(run, "FILE")) : calloc(1, 1);
    int status = text ? EXIT_FINE : EXIT_FILE;
    if (status == EXIT_FINE)
        status =
            cmd_print(run, banshi_layout_set(run->b, run->options.opid, cmd_text(run, "KIND"), text, NULL, NULL), true);
    free(text);
    return status;
}

#define NUMBER "NUMBER", CMD_TEXT, .help = N_("number of the document"), .required = true
#define PLACEHOLDERS \
    "NAME=VALUE", CMD_TEXT, .many = true, .help = N_("what only this paper says, by names of the layout's placeholders")

static const struct cmd_verb verbs[] = {
    {"list", N_("Documents of a case, by the case's number"), .run = list, .params = CMD_PARAMS({CMD_CASE})},
    {"show", N_("One document"), .run = show, .params = CMD_PARAMS({NUMBER})},
    {"print", N_("Print a document: where the rule for its kind says, or there"), .run = print,
     .params = CMD_PARAMS(
         {NUMBER},
         {"DESTINATION", CMD_FILE, .help = N_("FILE.pdf, FILE, printer:NAME, ipp://…, escpos:…, '|COMMAND' or -")},
         {CMD_WAIT})},
    {"prints", N_("Who printed it, when and where"), .run = prints, .params = CMD_PARAMS({NUMBER})},
    {"issue", N_("Issue a document that decides nothing"), .run = issue,
     .params =
         CMD_PARAMS({"KIND", CMD_CODE, .codes = banshi_word_document_kind_written, .help = N_("kind of document"),
                     .required = true},
                    {"CASE|ITEM", CMD_TEXT, .help = N_("number of the case; of an enquiry the item"), .required = true},
                    {PLACEHOLDERS})},
    {"serve", N_("Record that it was served, and issue the proof of service"), .run = serve,
     .params =
         CMD_PARAMS({NUMBER}, {"recipient=", CMD_TEXT, .value = "NAME", .help = N_("who received it")},
                    {"relation=", CMD_TEXT, .value = "TEXT", .codes = banshi_word_service_relation,
                     .help = N_("the recipient's relation to the addressee, also in words")},
                    {"place=", CMD_TEXT, .value = "TEXT", .help = N_("where")},
                    {"at=", CMD_TEXT, .value = "'2026-11-24 09:30'", .help = N_("when; without it: now")},
                    {"mode=", CMD_CODE, .codes = banshi_word_service_mode, .help = N_("how; without it: directly")},
                    {"witness=", CMD_TEXT, .value = "NAME", .help = N_("who was there when it was left")},
                    {"server=", CMD_TEXT, .value = "NAME", .help = N_("who served it; without it: oneself")},
                    {"note=", CMD_TEXT, .value = "TEXT", .help = N_("a remark")})},
    {"void", N_("Void a document, and issue it anew"), .run = void_document,
     .params = CMD_PARAMS({NUMBER}, {"--reason", CMD_TEXT, .help = N_("why"), .required = true},
                          {"--again", CMD_FLAG, .help = N_("issue it anew, of the case as it is now")})},
    {"verify", N_("Is a paper genuine? By its number and check value"), .run = verify,
     .params = CMD_PARAMS({NUMBER}, {"CHECK", CMD_TEXT, .otherwise = "", .help = N_("the check value, as printed")})},
    {"preview", N_("Print a paper that is not kept: a slip, or what a kind would say now"), .run = preview,
     .params = CMD_PARAMS(
         {"KIND", CMD_TEXT, .help = N_("kind of paper, by the name of its layout: slip, receipt …"), .required = true},
         {"DESTINATION", CMD_FILE, .help = N_("FILE.pdf, FILE, printer:NAME, ipp://…, escpos:…, '|COMMAND' or -"),
          .required = true},
         {PLACEHOLDERS}, {"--case", CMD_TEXT, .value = "CASE", .help = N_("number of the case")},
         {"--item", CMD_TEXT, .value = "ITEM", .help = N_("the item: code, name, pinyin initials or id")},
         {"--ticket", CMD_TEXT, .value = "NUMBER", .help = N_("today's number")}, {CMD_WAIT})},
    {"layout", N_("The layouts in use, or the text of one"), .run = layout,
     .params = CMD_PARAMS({"KIND", CMD_TEXT, .help = N_("kind of document")})},
    {"check", N_("Check a layout; its kind is the file's name"), .run = check,
     .params = CMD_PARAMS(
         {"FILE", CMD_FILE, .help = N_("the layout"), .required = true},
         {"--kind", CMD_TEXT, .value = "KIND", .help = N_("kind of document, when the file's name is another")})},
    {"layout-set", N_("Put a layout of the centre's own in use; without a file the program's"), .run = layout_set,
     .params = CMD_PARAMS({"KIND", CMD_TEXT, .help = N_("kind of document"), .required = true},
                          {"FILE", CMD_FILE, .help = N_("the layout")})},
    {0},
};
const struct cmd cmd_document = {.name = "document", .summary = N_("Receipts and decisions"), .verbs = verbs};
