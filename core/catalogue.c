/* SPDX-License-Identifier: MIT */
/* Service items and their materials. */
#include <config.h>

#include <banshi/catalogue.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field item_fields[] = {
    FIELD(struct banshi_item, id, NULL, BANSHI_INT),
    FIELD(struct banshi_item, code, "Code", BANSHI_TEXT),
    FIELD(struct banshi_item, name, "Item", BANSHI_TEXT),
    FIELD(struct banshi_item, department, "Department", BANSHI_TEXT),
    FIELD(struct banshi_item, group, NULL, BANSHI_TEXT),
    FIELD(struct banshi_item, kind, NULL, BANSHI_TEXT),
    FIELD(struct banshi_item, subject, NULL, BANSHI_TEXT),
    FIELD(struct banshi_item, conditions, NULL, BANSHI_TEXT),
    FIELD(struct banshi_item, legal_basis, NULL, BANSHI_TEXT),
    FIELD(struct banshi_item, statutory, NULL, BANSHI_INT),
    FIELD(struct banshi_item, promised, NULL, BANSHI_INT),
    FIELD(struct banshi_item, statutory_unit, NULL, BANSHI_TEXT),
    FIELD(struct banshi_item, promised_unit, NULL, BANSHI_TEXT),
    FIELD(struct banshi_item, fee, NULL, BANSHI_INT),
    FIELD(struct banshi_item, fee_basis, NULL, BANSHI_TEXT),
    FIELD(struct banshi_item, queue, NULL, BANSHI_INT),
    FIELD(struct banshi_item, queue_name, "Queue", BANSHI_TEXT),
    FIELD(struct banshi_item, mine, NULL, BANSHI_BOOL),
};
SHAPE(item, struct banshi_item, item_fields);

static const struct banshi_field material_fields[] = {
    FIELD(struct banshi_material, seq, "No.", BANSHI_INT),
    FIELD(struct banshi_material, name, "Material", BANSHI_TEXT),
    FIELD(struct banshi_material, form, "Form", BANSHI_TEXT),
    FIELD(struct banshi_material, originals, "Originals", BANSHI_INT),
    FIELD(struct banshi_material, copies, "Copies", BANSHI_INT),
    FIELD(struct banshi_material, required, "Required", BANSHI_BOOL),
    FIELD(struct banshi_material, standard, "Standard", BANSHI_TEXT),
    FIELD(struct banshi_material, source, "Source", BANSHI_TEXT),
};
SHAPE(material, struct banshi_material, material_fields);

struct banshi_op *banshi_item_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_item_list, &banshi_item_shape, fn, closure, "");
}

struct banshi_op *banshi_item_show(struct banshi *b, int64_t id, const char *code, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_item_show, &banshi_item_shape, fn, closure, "IS", id, code);
}

struct banshi_op *banshi_material_list(struct banshi *b, int64_t item, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_material_list, &banshi_material_shape, fn, closure, "i", item);
}
