/* SPDX-License-Identifier: MIT */
/* banshi item: the catalogue. */
#include <config.h>

#include "cmd.h"
#include "i18n.h"

static int list(struct cmd_run *run)
{
    return cmd_print(run, banshi_item_list(run->b, NULL, NULL), false);
}

static int show(struct cmd_run *run)
{
    int status;
    int64_t id = cmd_find_item(run, cmd_text(run, "ITEM"), &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_item_show(run->b, id, NULL, NULL, NULL), true);
}

static int materials(struct cmd_run *run)
{
    int status;
    int64_t id = cmd_find_item(run, cmd_text(run, "ITEM"), &status);
    return status != EXIT_FINE ? status : cmd_print(run, banshi_material_list(run->b, id, NULL, NULL), false);
}

static const struct cmd_verb verbs[] = {
    {"list", N_("All items in force"), .run = list},
    {"show", N_("One item: by id, code, name or pinyin initials"), .run = show, .params = CMD_PARAMS({CMD_ITEM})},
    {"materials", N_("Its materials"), .run = materials, .params = CMD_PARAMS({CMD_ITEM})},
    {0},
};
const struct cmd cmd_item = {.name = "item", .summary = N_("Service items and their materials"), .verbs = verbs};
