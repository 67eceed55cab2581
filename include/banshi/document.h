/* SPDX-License-Identifier: MIT */
/* Documents: receipts and decisions handed to the applicant. Norm 6.4; Licensing Law art. 32; GB/T 9704-2012 7.2.5.
 *
 * The content is made from the layout once, when issued, in the same transaction that takes the number; it never
 * changes. Content is lines of a directive and its arguments, separated by tabs; see data/layout/README.md. */
#ifndef BANSHI_DOCUMENT_H
#define BANSHI_DOCUMENT_H

#include <banshi/paper.h>
#include <banshi/session.h>

struct banshi_document {
    int64_t id; /* [Id] */
    int64_t case_id;
    const char *case_number; /* [Case] of an enquiry: the item's code */
    const char *kind;        /* one of banshi_word_document_kind */
    const char *title;       /* [Title] */
    const char *number;      /* [Number] 官政服受〔2026〕1号 */
    const char *state;       /* [State] one of banshi_word_document_state */
    const char *content;
    const char *hash;        /* SHA-256 of the content, hexadecimal */
    const char *staff_name;  /* [Clerk] */
    int64_t copies, prints;  /* [Copies] [Printed] */
    banshi_time issued_at;   /* [Issued] */
    const char *void_reason; /* [Voided] */
    const char *voids;       /* [Replaces] number of the voided one that it replaces */
    banshi_time served_at;   /* [Served] */
    const char *served_to;   /* [Served on] who received it */
};
extern const struct banshi_shape banshi_document_shape;

/* The documents of a case, oldest first. Rows: documents. */
struct banshi_op *banshi_document_list(struct banshi *b, int64_t case_id, banshi_done_fn *fn, void *closure);
/* By id or, with id 0, by number. */
struct banshi_op *banshi_document_show(struct banshi *b, int64_t id, const char *number, banshi_done_fn *fn,
                                       void *closure);
/* The size that the program's own layout of a kind says: slips, or A4. */
enum banshi_paper_size banshi_paper_size_of(const char *kind);
/* The document as a paper, for printing; check is room for its check value, and everything is lent by the document. */
struct banshi_paper banshi_document_paper(const struct banshi_document *document, char check[BANSHI_PAPER_CHECK_SIZE]);
/* Record that it was printed, and where to. Rows: one document. */
struct banshi_op *banshi_document_printed(struct banshi *b, const char *opid, int64_t id, const char *destination,
                                          banshi_done_fn *fn, void *closure);
/* Void it, with a reason; with `again` a new one of the same kind is issued, made of the case as it is now. Rows: the new
 * document, or the voided one. BANSHI_EPERMISSION for a clerk, unless issued by them today. */
struct banshi_op *banshi_document_void(struct banshi *b, const char *opid, int64_t id, const char *reason, bool again,
                                       banshi_done_fn *fn, void *closure);
/* Issue a document that comes with no act, of a kind whose layout says who may: about an item (enquiry) or a case (assistance,
 * authority …). values: a JSON object of what only this document says, by names of values. Rows: one document. */
struct banshi_op *banshi_document_issue(struct banshi *b, const char *opid, const char *kind, int64_t case_id,
                                        int64_t item, const char *values, banshi_done_fn *fn, void *closure);

/* Record that a document was served (送达, norm 8.1), and issue the proof of it. values: a JSON object of recipient, relation,
 * at (2026-11-24 09:30 in the centre's time; "" now), place, mode (direct, left, entrusted, post, electronic, announcement),
 * witness, server ("" oneself), note. Rows: the proof. */
struct banshi_op *banshi_document_serve(struct banshi *b, const char *opid, int64_t id, const char *values,
                                        banshi_done_fn *fn, void *closure);

/* One printing; all but the first are reprints. */
struct banshi_document_print {
    int64_t n;                              /* [No.] */
    banshi_time at;                         /* [Time] */
    const char *staff_name, *counter_label; /* [Clerk] [Counter] */
    const char *destination;                /* [Destination] */
};
extern const struct banshi_shape banshi_document_print_shape;
/* The printings of a document, the first one first. */
struct banshi_op *banshi_document_print_list(struct banshi *b, int64_t id, banshi_done_fn *fn, void *closure);

/* Is a paper genuine? */
struct banshi_document_proof {
    const char *number;      /* [Number] */
    const char *state;       /* [State] one of banshi_word_document_proof_state */
    const char *title;       /* [Title] */
    banshi_time issued_at;   /* [Issued] */
    const char *replaced_by; /* [Replaced by] */
};
extern const struct banshi_shape banshi_document_proof_shape;
/* check: as printed; "" asks for the number alone. Rows: one proof. */
struct banshi_op *banshi_document_verify(struct banshi *b, const char *number, const char *check, banshi_done_fn *fn,
                                         void *closure);

/* A paper that is not kept: slip (of a ticket), voucher, roster, register, or what another kind would say now. `values` may also
 * hold conditions (true, false) and lists (arrays of objects). Rows: one preview. */
struct banshi_document_preview {
    const char *kind; /* one of banshi_word_document_kind */
    const char *content;
};
extern const struct banshi_shape banshi_document_preview_shape;
struct banshi_op *banshi_document_preview(struct banshi *b, const char *kind, int64_t case_id, int64_t item,
                                          int64_t ticket, const char *values, banshi_done_fn *fn, void *closure);

/* A layout in use; see data/layout/README.md. */
struct banshi_layout {
    const char *kind;  /* [Kind] one of banshi_word_document_kind */
    int64_t version;   /* [Version] */
    const char *title; /* [Title] */
    bool own;          /* [Own] the centre's */
    const char *body;
};
extern const struct banshi_shape banshi_layout_shape;
/* That of a kind; kind NULL: all. Rows: layouts. */
struct banshi_op *banshi_layout_list(struct banshi *b, const char *kind, banshi_done_fn *fn, void *closure);
/* Check a layout for a kind: BANSHI_ELAYOUT names the line. Rows: the one in use. */
struct banshi_op *banshi_layout_check(struct banshi *b, const char *kind, const char *body, banshi_done_fn *fn,
                                      void *closure);
/* An administrator's: put it in use; "" goes back to the program's. Rows: one layout. */
struct banshi_op *banshi_layout_set(struct banshi *b, const char *opid, const char *kind, const char *body,
                                    banshi_done_fn *fn, void *closure);

#endif
