/* SPDX-License-Identifier: MIT */
/* Blank and sample forms of materials: listing, reading, attaching and removing them. */
#include <config.h>

#include <banshi/material_form.h>

#include "db/db.h"
#include "sql.h"

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
