/* SPDX-License-Identifier: MIT */
/* banshi import: real data from files. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>

#include "cmd.h"
#include "i18n.h"
#include "import_file.h"

int import_file(struct cmd_run *run, const char *kind, const char *path, const struct banshi_rows **ret_rows)
{
    struct banshi_error error = {0};
    char *json = NULL;
    size_t shown = 0;
    if (banshi_import_read(kind, path, cmd_progress, &shown, &json, &error) != 0) {
        int status = cmd_fail(&error);
        return status == EXIT_REFUSED ? EXIT_FILE : status;
    }
    int status = cmd_wait(run, banshi_import(run->b, run->options.opid, kind, json, NULL, NULL), ret_rows);
    free(json);
    return status;
}

static int import(struct cmd_run *run, const char *kind)
{
    const struct banshi_rows *rows = NULL;
    int status = import_file(run, kind, cmd_text(run, "FILE"), &rows);
    if (status == EXIT_FINE)
        cmd_print_rows(run, rows, false);
    banshi_rows_free(rows);
    return status;
}

static int catalogue(struct cmd_run *run)
{
    return import(run, "catalogue");
}
static int counters(struct cmd_run *run)
{
    return import(run, "counters");
}
static int staff(struct cmd_run *run)
{
    return import(run, "staff");
}
static int calendar(struct cmd_run *run)
{
    return import(run, "calendar");
}

#define FILE_TO_READ "FILE", CMD_FILE, .help = N_("the file; data/README.md says its format"), .required = true

static const struct cmd_verb verbs[] = {
    {"catalogue", N_("Items with their materials and limits (JSON)"), .run = catalogue,
     .params = CMD_PARAMS({FILE_TO_READ})},
    {"counters", N_("Counters, and the queues they serve (JSON)"), .run = counters,
     .params = CMD_PARAMS({FILE_TO_READ})},
    {"staff", N_("Staff and devices (CSV, UTF-8 or GB 18030)"), .run = staff, .params = CMD_PARAMS({FILE_TO_READ})},
    {"calendar", N_("Holidays and working weekends of a year (JSON)"), .run = calendar,
     .params = CMD_PARAMS({FILE_TO_READ})},
    {0},
};
const struct cmd cmd_import = {.name = "import", .summary = N_("Import of real data"), .verbs = verbs};
