/* SPDX-License-Identifier: MIT */
/* Import of counters; each belongs to the queue of its name unless the file says another. */
#include <config.h>

#include "import.h"

#include <stdlib.h>
#include <string.h>

#include "error.h"

static const struct import_member members[] = {
    {.name = "department", .as = "department", .type = IMPORT_TEXT, .required = true},
    {.name = "counter", .as = "number", .type = IMPORT_TEXT, .required = true},
    {.name = "name", .as = "name", .type = IMPORT_TEXT, .required = true},
    {.name = "zone", .as = "zone", .type = IMPORT_TEXT},
    {.name = "queue", .as = "queue", .type = IMPORT_TEXT},
    {.name = "comprehensive", .as = "comprehensive", .type = IMPORT_FLAG},
};

static int read_counter(struct import *in, size_t line, json_t *from, size_t consumed)
{
    json_t *counter = json_object();
    const char *name, *department, *queue;
    char *key = NULL;
    int r;

    if (counter == NULL)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    r = import_json_members(in, line, "", from, counter, members, sizeof(members) / sizeof(members[0]));
    if (r < 0)
        goto out;

    department = json_string_value(json_object_get(counter, "department"));
    name = json_string_value(json_object_get(counter, "name"));
    queue = json_string_value(json_object_get(counter, "queue"));
    /* numbers are unique within a department only */
    if (asprintf(&key, "%s %s", department, json_string_value(json_object_get(counter, "number"))) < 0)
        key = NULL;
    r = key != NULL ? import_once(in, line, "duplicate counter", key) : error_set(in->error, BANSHI_ENOMEM, "import");
    free(key);
    if (r < 0)
        goto out;
    if ((queue == NULL || *queue == '\0') && json_object_set_new(counter, "queue", json_string(name)) < 0)
        r = error_set(in->error, BANSHI_ENOMEM, "import");
    if (r == 0 && json_object_get(counter, "comprehensive") == NULL &&
        json_object_set_new(counter, "comprehensive", json_boolean(strncmp(name, "综合", strlen("综合")) == 0)) < 0)
        r = error_set(in->error, BANSHI_ENOMEM, "import");
    if (r == 0)
        r = import_record(in, line, counter, consumed);
out:
    json_decref(counter);
    return r;
}

int import_counters_read(struct import *in)
{
    return import_json_array(in, read_counter);
}
