/* SPDX-License-Identifier: MIT */
/* banshi material-form: blank and sample forms of the materials of an item (norm 6.2). */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    int status;
    int64_t item = cmd_find_item(run, cmd_text(run, "ITEM"), &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_material_form_list(run->b, item, NULL, NULL), false);
}

static int attach(struct cmd_run *run)
{
    const struct banshi_rows *file = NULL;
    int status;
    int64_t item = cmd_find_item(run, cmd_text(run, "ITEM"), &status);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_material_form_load(run->b, cmd_text(run, "FILE"), NULL, NULL), &file);
    if (status == EXIT_FINE)
        status = cmd_print(run,
                           banshi_material_form_attach(
                               run->b, run->options.opid, item, cmd_number(run, "MATERIAL"), cmd_text(run, "KIND"),
                               banshi_row(struct banshi_material_form_file, file, 0), NULL, NULL),
                           true);
    banshi_rows_free(file);
    return status;
}

static int show(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int status = cmd_wait(run, banshi_material_form_text(run->b, cmd_number(run, "ID"), NULL, NULL), &rows);
    if (status == EXIT_FINE && rows->count == 0)
        status = EXIT_NONE;
    const char *text = status == EXIT_FINE ? banshi_row(struct banshi_material_form_text, rows, 0)->content : "";
    if (status == EXIT_FINE && run->options.json)
        cmd_print_rows(run, rows, true);
    else if (status == EXIT_FINE && !*text)
        status = (fprintf(stderr, "banshi: %s\n", _("It has no text: print or export it")), EXIT_NONE);
    else if (status == EXIT_FINE)
        printf("%s%s", text, text[strlen(text) - 1] == '\n' ? "" : "\n");
    banshi_rows_free(rows);
    return status;
}

/* The whole file, piece by piece; NULL with the status. */
static struct banshi_material_file *fetch(struct cmd_run *run, int64_t id, int *ret_status)
{
    struct banshi_material_file *file = banshi_material_file_new();
    struct banshi_error error = {0};
    int r = file ? 0 : BANSHI_ENOMEM;
    while (r == 0) {
        const struct banshi_rows *rows = NULL;
        *ret_status = cmd_wait(
            run, banshi_material_form_piece(run->b, id, (int64_t)banshi_material_file_size(file), NULL, NULL), &rows);
        if (*ret_status == EXIT_FINE && rows->count == 0)
            *ret_status = EXIT_NONE;
        if (*ret_status == EXIT_FINE) {
            const struct banshi_material_form_piece *piece = banshi_row(struct banshi_material_form_piece, rows, 0);
            r = banshi_material_file_add(file, piece, &error);
            cmd_progress(NULL, banshi_material_file_size(file), (size_t)piece->size);
        }
        banshi_rows_free(rows);
        if (*ret_status != EXIT_FINE)
            break;
    }
    if (r == 1)
        return file;
    if (r < 0)
        *ret_status = cmd_fail(&error);
    banshi_material_file_free(file);
    return NULL;
}

static int send(struct cmd_run *run, int64_t id, const char *destination, int wait_ms)
{
    const struct banshi_rows *rows = NULL;
    int status = EXIT_FINE;
    struct banshi_material_file *file = fetch(run, id, &status);
    if (!file)
        return status;
    status = cmd_wait(run, banshi_material_file_send(run->b, file, destination, wait_ms, NULL, NULL), &rows);
    banshi_material_file_free(file);
    banshi_rows_free(rows);
    return status;
}

static int export(struct cmd_run *run)
{
    return send(run, cmd_number(run, "ID"), cmd_text(run, "DESTINATION"), 0);
}

/* Where it is told to, or where the rule for forms says. */
static int print(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    char destination[512] = "";
    int status = EXIT_FINE;
    if (cmd_given(run, "DESTINATION"))
        snprintf(destination, sizeof destination, "%s", cmd_text(run, "DESTINATION"));
    else
        status = cmd_wait(run, banshi_printer_rule_mine(run->b, "material_form", NULL, NULL), &rows);
    if (rows && rows->count)
        snprintf(destination, sizeof destination, "%s", banshi_row(struct banshi_printer_rule, rows, 0)->destination);
    banshi_rows_free(rows);
    if (status == EXIT_FINE && !*destination) {
        fprintf(stderr, "banshi: %s\n", _("No printer is named for forms: name one, or a file"));
        return EXIT_USAGE;
    }
    return status == EXIT_FINE ? send(run, cmd_number(run, "ID"), destination, (int)cmd_number(run, "--wait") * 1000)
                               : status;
}

static int remove_form(struct cmd_run *run)
{
    return cmd_wait(run, banshi_material_form_remove(run->b, run->options.opid, cmd_number(run, "ID"), NULL, NULL),
                    NULL);
}

#define ID "ID", CMD_NUMBER, .least = 1, .help = N_("the form, by its id in the list"), .required = true

static const struct cmd_verb verbs[] = {
    {"list", N_("Forms of the materials of an item"), .run = list, .params = CMD_PARAMS({CMD_ITEM})},
    {"attach", N_("Attach a PDF, PNG, JPEG or text file to a material, by its number in the item"), .run = attach,
     .params = CMD_PARAMS(
         {CMD_ITEM},
         {"MATERIAL", CMD_NUMBER, .least = 1, .help = N_("the material, by its number in the item"), .required = true},
         {"KIND", CMD_CODE, .codes = banshi_word_material_form_kind, .help = N_("what the file is"), .required = true},
         {"FILE", CMD_FILE, .help = N_("PDF, PNG, JPEG or text"), .required = true})},
    {"show", N_("The text of a form"), .run = show, .params = CMD_PARAMS({ID})},
    {"export", N_("Write the file as it is; never over another"), .run = export,
     .params =
         CMD_PARAMS({ID}, {"DESTINATION", CMD_FILE, .help = N_("FILE, or - for standard output"), .required = true})},
    {"print", N_("Print it: where the rule for forms says, or there"), .run = print,
     .params =
         CMD_PARAMS({ID}, {"DESTINATION", CMD_FILE, .help = N_("printer:NAME, ipp://… or '|COMMAND'")}, {CMD_WAIT})},
    {"remove", N_("Take a form away"), .run = remove_form, .params = CMD_PARAMS({ID})},
    {0},
};
const struct cmd cmd_material_form = {
    .name = "material-form", .summary = N_("Blank and sample forms of materials"), .verbs = verbs};
