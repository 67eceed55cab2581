/* SPDX-License-Identifier: MIT */
/* The catalogue: service items (事项) and their materials (材料). Norms 4.5, 6.2. */
#ifndef BANSHI_CATALOGUE_H
#define BANSHI_CATALOGUE_H

#include <banshi/session.h>

struct banshi_item {
    int64_t id;
    const char *code;       /* [Code] */
    const char *name;       /* [Item] */
    const char *department; /* [Department] */
    const char *group;      /* heading in the catalogue, "" for none */
    const char *kind;       /* type code of the province */
    const char *subject;    /* one of banshi_word_item_subject: who may apply */
    const char *conditions; /* of handling, told at once */
    const char *legal_basis;
    int64_t statutory, promised; /* limits; 0: not known */
    const char *statutory_unit;  /* one of banshi_word_limit_unit; "" when not known */
    const char *promised_unit;   /* one of banshi_word_limit_unit; "" when not known */
    int64_t fee;                 /* fen; 0 free */
    const char *fee_basis;
    int64_t queue;
    const char *queue_name; /* [Queue] */
    bool mine;              /* my counter serves it */
};
extern const struct banshi_shape banshi_item_shape;

/* All items in force, those of my counter first; loaded once by a screen and filtered with banshi_pinyin_find. */
struct banshi_op *banshi_item_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* One item by id or, with id 0, by code. */
struct banshi_op *banshi_item_show(struct banshi *b, int64_t id, const char *code, banshi_done_fn *fn, void *closure);

struct banshi_material {
    int64_t seq;               /* [No.] 1… within the item */
    const char *name;          /* [Material] */
    const char *form;          /* [Form] one of banshi_word_material_form */
    int64_t originals, copies; /* [Originals] [Copies] */
    bool required;             /* [Required] */
    const char *standard;      /* [Standard] what it must look like */
    const char *source;        /* [Source] who issues it: applicant, department name … */
};
extern const struct banshi_shape banshi_material_shape;
/* The materials of an item, in their order. Rows: materials. */
struct banshi_op *banshi_material_list(struct banshi *b, int64_t item, banshi_done_fn *fn, void *closure);

#endif
