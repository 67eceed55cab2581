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
    int64_t item = cmd_find_item(run, run->args[0], &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_material_form_list(run->b, item, NULL, NULL), false);
}

/* banshi material-form attach ITEM MATERIAL blank|sample FILE */
static int attach(struct cmd_run *run)
{
    const struct banshi_rows *file = NULL;
    int64_t item = 0, seq;
    if (!cmd_id("MATERIAL", run->args[1], &seq))
        return EXIT_USAGE;
    int status;
    item = cmd_find_item(run, run->args[0], &status);
    if (status == EXIT_FINE)
        status = cmd_wait(run, banshi_material_form_load(run->b, run->args[3], NULL, NULL), &file);
    if (status == EXIT_FINE)
        status =
            cmd_print(run,
                      banshi_material_form_attach(run->b, run->options.opid, item, seq, run->args[2],
                                                  banshi_row(struct banshi_material_form_file, file, 0), NULL, NULL),
                      true);
    banshi_rows_free(file);
    return status;
}

static int show(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    int64_t id;
    if (!cmd_id("ID", run->args[0], &id))
        return EXIT_USAGE;
    int status = cmd_wait(run, banshi_material_form_text(run->b, id, NULL, NULL), &rows);
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

static int send(struct cmd_run *run, int64_t id, const char *destination)
{
    const struct banshi_rows *rows = NULL;
    int status = EXIT_FINE;
    struct banshi_material_file *file = fetch(run, id, &status);
    if (!file)
        return status;
    status = cmd_wait(run, banshi_material_file_send(run->b, file, destination, 0, NULL, NULL), &rows);
    banshi_material_file_free(file);
    banshi_rows_free(rows);
    return status;
}

static int export(struct cmd_run *run)
{
    int64_t id;
    if (!cmd_id("ID", run->args[0], &id))
        return EXIT_USAGE;
    return send(run, id, run->args[1]);
}

/* Where it is told to, or where the rule for forms says. */
static int print(struct cmd_run *run)
{
    const struct banshi_rows *rows = NULL;
    char destination[512] = "";
    int64_t id;
    if (!cmd_id("ID", run->args[0], &id))
        return EXIT_USAGE;
    int status = EXIT_FINE;
    if (run->count > 1)
        snprintf(destination, sizeof destination, "%s", run->args[1]);
    else
        status = cmd_wait(run, banshi_printer_rule_mine(run->b, "material_form", NULL, NULL), &rows);
    if (rows && rows->count)
        snprintf(destination, sizeof destination, "%s", banshi_row(struct banshi_printer_rule, rows, 0)->destination);
    banshi_rows_free(rows);
    if (status == EXIT_FINE && !*destination) {
        fprintf(stderr, "banshi: %s\n", _("No printer is named for forms: name one, or a file"));
        return EXIT_USAGE;
    }
    return status == EXIT_FINE ? send(run, id, destination) : status;
}

static int remove_form(struct cmd_run *run)
{
    int64_t id;
    if (!cmd_id("ID", run->args[0], &id))
        return EXIT_USAGE;
    return cmd_wait(run, banshi_material_form_remove(run->b, run->options.opid, id, NULL, NULL), NULL);
}

static const struct cmd_verb verbs[] = {
    {"list", "ITEM", N_("Forms of the materials of an item"), 1, 1, list},
    {"attach", "ITEM MATERIAL blank|sample FILE",
     N_("Attach a PDF, PNG, JPEG or text file to a material, by its number in the item"), 4, 4, attach},
    {"show", "ID", N_("The text of a form"), 1, 1, show},
    {"export", "ID FILE|-", N_("Write the file as it is; never over another"), 2, 2, export},
    {"print", "ID [printer:NAME|ipp://…|'|COMMAND'] [--wait SECONDS]",
     N_("Print it: where the rule for forms says, or there"), 1, 2, print},
    {"remove", "ID", N_("Take a form away"), 1, 1, remove_form},
    {0},
};
const struct cmd cmd_material_form = {
    .name = "material-form", .summary = N_("Blank and sample forms of materials"), .verbs = verbs};
