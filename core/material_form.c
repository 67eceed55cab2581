/* SPDX-License-Identifier: MIT */
/* Blank and sample forms of materials: listing, reading, attaching and removing them. */
#include <config.h>

#include <banshi/material_form.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field material_form_fields[] = {
    FIELD(struct banshi_material_form, id, "Id", BANSHI_INT),
    FIELD(struct banshi_material_form, item, NULL, BANSHI_INT),
    FIELD(struct banshi_material_form, seq, "Material no.", BANSHI_INT),
    FIELD(struct banshi_material_form, material, "Material", BANSHI_TEXT),
    FIELD(struct banshi_material_form, kind, "Kind", BANSHI_TEXT),
    FIELD(struct banshi_material_form, name, "File", BANSHI_TEXT),
    FIELD(struct banshi_material_form, type, "Type", BANSHI_TEXT),
    FIELD(struct banshi_material_form, size, "Bytes", BANSHI_INT),
    FIELD(struct banshi_material_form, hash, "SHA-256", BANSHI_TEXT),
    FIELD(struct banshi_material_form, readable, "Readable", BANSHI_BOOL),
    FIELD(struct banshi_material_form, staff_name, "Attached by", BANSHI_TEXT),
    FIELD(struct banshi_material_form, at, "Time", BANSHI_TIME),
};
SHAPE(material_form, struct banshi_material_form, material_form_fields);

static const struct banshi_field material_form_text_fields[] = {
    FIELD(struct banshi_material_form_text, id, "Id", BANSHI_INT),
    FIELD(struct banshi_material_form_text, name, "File", BANSHI_TEXT),
    FIELD(struct banshi_material_form_text, content, "Text", BANSHI_TEXT),
};
SHAPE(material_form_text, struct banshi_material_form_text, material_form_text_fields);

static const struct banshi_field material_form_piece_fields[] = {
    FIELD(struct banshi_material_form_piece, id, NULL, BANSHI_INT),
    FIELD(struct banshi_material_form_piece, name, NULL, BANSHI_TEXT),
    FIELD(struct banshi_material_form_piece, type, NULL, BANSHI_TEXT),
    FIELD(struct banshi_material_form_piece, hash, NULL, BANSHI_TEXT),
    FIELD(struct banshi_material_form_piece, size, NULL, BANSHI_INT),
    FIELD(struct banshi_material_form_piece, content, NULL, BANSHI_TEXT),
};
SHAPE(material_form_piece, struct banshi_material_form_piece, material_form_piece_fields);

struct banshi_op *banshi_material_form_list(struct banshi *b, int64_t item, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_material_form_list, &banshi_material_form_shape, fn, closure, "i", item);
}

struct banshi_op *banshi_material_form_text(struct banshi *b, int64_t id, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_material_form_text, &banshi_material_form_text_shape, fn, closure, "i", id);
}

struct banshi_op *banshi_material_form_attach(struct banshi *b, const char *opid, int64_t item, int64_t seq,
                                              const char *kind, const struct banshi_material_form_file *file,
                                              banshi_done_fn *fn, void *closure)
{
    return db_call(b, "material_form_attach", &banshi_material_form_shape, fn, closure, "oiissss", opid, item, seq,
                   kind, file->name, file->content, file->text);
}

struct banshi_op *banshi_material_form_remove(struct banshi *b, const char *opid, int64_t id, banshi_done_fn *fn,
                                              void *closure)
{
    return db_call(b, "material_form_remove", &banshi_material_form_shape, fn, closure, "oi", opid, id);
}

struct banshi_op *banshi_material_form_piece(struct banshi *b, int64_t id, int64_t from, banshi_done_fn *fn,
                                             void *closure)
{
    return db_read(b, &query_material_form_content, &banshi_material_form_piece_shape, fn, closure, "iii", id, from,
                   (int64_t)BANSHI_MATERIAL_FORM_PIECE);
}
