/* SPDX-License-Identifier: MIT */
/* The blank and sample forms of materials (空白表、示例样表): attached, listed, shown as text, exported, printed. Norm 6.2.
 *
 * A form is a PDF, a PNG or JPEG picture, or text; which one is told by the content alone. */
#ifndef BANSHI_MATERIAL_FORM_H
#define BANSHI_MATERIAL_FORM_H

#include <banshi/printer.h>

struct banshi_material_form {
    int64_t id, item;       /* [Id] */
    int64_t seq;            /* [Material no.] of the material; 0: the item no longer asks for it */
    const char *material;   /* [Material] */
    const char *kind;       /* [Kind] one of banshi_word_material_form_kind */
    const char *name;       /* [File] of the file */
    const char *type;       /* [Type] one of banshi_word_material_form_type */
    int64_t size;           /* [Bytes] */
    const char *hash;       /* [SHA-256] of the file, hexadecimal */
    bool readable;          /* [Readable] has a text */
    const char *staff_name; /* [Attached by] */
    banshi_time at;         /* [Time] */
};
extern const struct banshi_shape banshi_material_form_shape;

/* The forms of an item's materials, in their order, blank ones first. */
struct banshi_op *banshi_material_form_list(struct banshi *b, int64_t item, banshi_done_fn *fn, void *closure);

/* A form's text, for terminals; "" when it has none. */
struct banshi_material_form_text {
    int64_t id;          /* [Id] */
    const char *name;    /* [File] */
    const char *content; /* [Text] */
};
extern const struct banshi_shape banshi_material_form_text_shape;
struct banshi_op *banshi_material_form_text(struct banshi *b, int64_t id, banshi_done_fn *fn, void *closure);

/* A file on this machine, read and made ready to be attached; the text of a PDF by pdftotext, where there is one. Text in
 * GB 18030 becomes UTF-8. BANSHI_EIO; BANSHI_EINVALID for what can be no form. Rows: one. */
struct banshi_material_form_file {
    const char *name;    /* [File] */
    const char *content; /* base64 */
    const char *text;
};
extern const struct banshi_shape banshi_material_form_file_shape;
struct banshi_op *banshi_material_form_load(struct banshi *b, const char *path, banshi_done_fn *fn, void *closure);
/* An administrator's: attach it to the item's material of this number; one of the same kind and name is replaced. The largest
 * size is a setting of the centre (form_limit). Rows: one form. */
struct banshi_op *banshi_material_form_attach(struct banshi *b, const char *opid, int64_t item, int64_t seq,
                                              const char *kind, const struct banshi_material_form_file *file,
                                              banshi_done_fn *fn, void *closure);
/* Take it away, an administrator's. */
struct banshi_op *banshi_material_form_remove(struct banshi *b, const char *opid, int64_t id, banshi_done_fn *fn,
                                              void *closure);

/* The file comes in pieces, so that a large one holds nobody up. */
struct banshi_material_form_piece {
    int64_t id;
    const char *name;
    const char *type; /* one of banshi_word_material_form_type */
    const char *hash;
    int64_t size;
    const char *content; /* base64 */
};
extern const struct banshi_shape banshi_material_form_piece_shape;
enum { BANSHI_MATERIAL_FORM_PIECE = 262144 }; /* bytes asked for at once */
struct banshi_op *banshi_material_form_piece(struct banshi *b, int64_t id, int64_t from, banshi_done_fn *fn,
                                             void *closure);

/* The pieces put together. */
struct banshi_material_file;
struct banshi_material_file *banshi_material_file_new(void);
void banshi_material_file_free(struct banshi_material_file *file);
/* Append the next piece. 1 when the file is complete and its hash right, 0 when more is to come, or BANSHI_ENOMEM,
 * BANSHI_EIO (it is not the file that was attached). */
int banshi_material_file_add(struct banshi_material_file *file, const struct banshi_material_form_piece *piece,
                             struct banshi_error *error);
/* Bytes that are there: where the next piece begins. */
size_t banshi_material_file_size(const struct banshi_material_file *file);
/* Send a complete file to a destination (see printer.h): as it is to a file, a command or standard output, on A4 to a printer.
 * The operation copies what it needs. Rows: one print. BANSHI_EPRINTER, BANSHI_EIO, BANSHI_EFONT. */
struct banshi_op *banshi_material_file_send(struct banshi *b, const struct banshi_material_file *file,
                                            const char *destination, int wait_ms, banshi_done_fn *fn, void *closure);

#endif
