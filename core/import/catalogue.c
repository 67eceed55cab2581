/* SPDX-License-Identifier: MIT */
/* Import of service items: the short format of public catalogues, and the full one with materials and limits. */
#include <config.h>

#include "import.h"

#include <string.h>

#include <banshi/text.h>

#include "error.h"

#define COUNT(array) (sizeof(array) / sizeof((array)[0]))

static const struct import_member item_members[] = {
    {.name = "code", .as = "code", .type = IMPORT_TEXT, .required = true},
    {.name = "name", .as = "name", .type = IMPORT_TEXT, .required = true},
    {.name = "department", .as = "department", .type = IMPORT_TEXT, .required = true},
    {.name = "group", .as = "heading", .type = IMPORT_TEXT},
    {.name = "task_type", .as = "kind", .type = IMPORT_TEXT},
    {.name = "subject", .as = "subject", .type = IMPORT_TEXT, .words = banshi_word_item_subject},
    {.name = "conditions", .as = "conditions", .type = IMPORT_LINES},
    {.name = "legal_basis", .as = "legal_basis", .type = IMPORT_LINES},
    {.name = "statutory", .type = IMPORT_OTHER},
    {.name = "promised", .type = IMPORT_OTHER},
    {.name = "fee", .as = "fee", .type = IMPORT_COUNT, .most = 100000000000},
    {.name = "fee_basis", .as = "fee_basis", .type = IMPORT_LINES},
    {.name = "queue", .as = "wanted_queue", .type = IMPORT_TEXT},
    {.name = "materials", .type = IMPORT_OTHER},
};

static const struct import_member material_members[] = {
    {.name = "name", .as = "name", .type = IMPORT_TEXT, .required = true},
    {.name = "form", .as = "form", .type = IMPORT_TEXT, .words = banshi_word_material_form},
    {.name = "originals", .as = "originals", .type = IMPORT_COUNT, .most = 99},
    {.name = "copies", .as = "copies", .type = IMPORT_COUNT, .most = 99},
    {.name = "required", .as = "required", .type = IMPORT_FLAG},
    {.name = "standard", .as = "standard", .type = IMPORT_LINES},
    {.name = "source", .as = "source", .type = IMPORT_TEXT},
};

/* A limit {n, unit}; 0 means that it is not known. */
static int read_limit(struct import *in, size_t line, json_t *from, json_t *to, const char *name, const char *as_unit)
{
    json_t *limit = json_object_get(from, name);
    json_t *n, *unit;
    const struct banshi_word *word;

    if (limit == NULL || json_is_null(limit))
        return 0;
    n = json_object_get(limit, "n");
    unit = json_object_get(limit, "unit");
    if (!json_is_object(limit) || !json_is_integer(n) || json_integer_value(n) < 0 || json_integer_value(n) > 3660)
        return import_refuse(in, line, "number expected · %s.n", name);
    if (json_integer_value(n) == 0)
        return 0;
    word = json_is_string(unit) ? banshi_word_read(banshi_word_limit_unit, json_string_value(unit)) : NULL;
    if (word == NULL)
        return import_refuse(in, line, "unknown value · %s.unit", name);
    if (json_object_set(to, name, n) < 0 || json_object_set_new(to, as_unit, json_string(word->code)) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    return 0;
}

static int set_default(json_t *material, const char *name, json_t *value)
{
    if (json_object_get(material, name) != NULL) {
        json_decref(value);
        return 0;
    }
    return json_object_set_new(material, name, value);
}

static int read_material(struct import *in, size_t line, size_t index, json_t *from, json_t *to)
{
    json_t *material = json_object();
    char where[40];
    const char *form;
    int r;

    snprintf(where, sizeof(where), "materials[%zu].", index);
    if (material == NULL || json_array_append_new(to, material) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    if (!json_is_object(from))
        return import_refuse(in, line, "wrong type · materials[%zu]", index);
    r = import_json_members(in, line, where, from, material, material_members, COUNT(material_members));
    if (r < 0)
        return r;
    if (set_default(material, "form", json_string("original")) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    form = json_string_value(json_object_get(material, "form"));
    if (set_default(material, "originals", json_integer(strcmp(form, "original") == 0 || strcmp(form, "both") == 0)) <
            0 ||
        set_default(material, "copies", json_integer(strcmp(form, "copy") == 0 || strcmp(form, "both") == 0)) < 0 ||
        set_default(material, "required", json_true()) < 0 || set_default(material, "standard", json_string("")) < 0 ||
        set_default(material, "source", json_string("")) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    return 0;
}

static int read_materials(struct import *in, size_t line, json_t *from, json_t *to)
{
    json_t *list = json_object_get(from, "materials");
    json_t *materials;
    int r = 0;

    if (list == NULL || json_is_null(list))
        return 0;
    if (!json_is_array(list))
        return import_refuse(in, line, "wrong type · materials");
    materials = json_array();
    if (materials == NULL || json_object_set_new(to, "materials", materials) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    for (size_t i = 0; i < json_array_size(list) && r == 0; i++)
        r = read_material(in, line, i, json_array_get(list, i), materials);
    return r;
}

static int read_item(struct import *in, size_t line, json_t *from, size_t consumed)
{
    json_t *item = json_object();
    int r;

    if (item == NULL)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    r = import_json_members(in, line, "", from, item, item_members, COUNT(item_members));
    if (r == 0 && banshi_text_length(json_string_value(json_object_get(item, "code"))) > 100)
        r = import_refuse(in, line, "longer than 100 · code");
    if (r == 0)
        r = import_once(in, line, "duplicate code", json_string_value(json_object_get(item, "code")));
    if (r == 0)
        r = read_limit(in, line, from, item, "statutory", "statutory_unit");
    if (r == 0)
        r = read_limit(in, line, from, item, "promised", "promised_unit");
    if (r == 0)
        r = read_materials(in, line, from, item);
    if (r == 0)
        r = import_record(in, line, item, consumed);
    json_decref(item);
    return r;
}

int import_catalogue_read(struct import *in)
{
    return import_json_array(in, read_item);
}
