/* SPDX-License-Identifier: MIT */
/* The register: documents issued in a span of days, as a list, and all of them together for printing. */
#ifndef BANSHI_REGISTER_H
#define BANSHI_REGISTER_H

#include <banshi/session.h>

struct banshi_register {
    int64_t id;
    banshi_time issued_at;
    const char *case_number, *item_name, *applicant_name;
    const char *title, *number, *state;
    int64_t prints;
    const char *staff_name, *counter_label;
};
extern const struct banshi_shape banshi_register_shape;

/* From a day to another; last 0: that day alone, first 0: today. */
struct banshi_op *banshi_register_list(struct banshi *b, banshi_date first, banshi_date last, banshi_done_fn *fn,
                                       void *closure);
/* At most n (200) of the documents after an id (0: from the beginning), with their content, at most 32 days. Rows: documents;
 * none at the end. */
struct banshi_op *banshi_register_documents(struct banshi *b, banshi_date first, banshi_date last, int64_t after,
                                            int64_t n, banshi_done_fn *fn, void *closure);
/* The register of days as a paper. Rows: one document preview. */
struct banshi_op *banshi_register_paper(struct banshi *b, banshi_date first, banshi_date last, banshi_done_fn *fn,
                                        void *closure);

#endif
