/* SPDX-License-Identifier: MIT */
/* The register: documents issued in a span of days, as a list, and all of them together for printing. */
#ifndef BANSHI_REGISTER_H
#define BANSHI_REGISTER_H

#include <banshi/session.h>

struct banshi_register {
    int64_t id;
    banshi_time issued_at;                                /* [Issued] */
    const char *case_number, *item_name, *applicant_name; /* [Case] [Item] [Applicant] */
    const char *title, *number;                           /* [Title] [Number] */
    const char *state;                                    /* [State] one of banshi_word_document_state */
    int64_t prints;                                       /* [Printed] */
    const char *staff_name, *counter_label;               /* [Clerk] [Counter] */
};
extern const struct banshi_shape banshi_register_shape;

/* From a day to another; last 0: that day alone, first 0: today. */
struct banshi_op *banshi_register_list(struct banshi *b, banshi_date first, banshi_date last, banshi_done_fn *fn,
                                       void *closure);
/* Print all documents of the days, at most 32, on a destination as banshi_print takes it, and record each as printed. Fetched,
 * laid out and sent beside the loop, piece by piece; banshi_progress says how many. Rows: one print, as of banshi_print; none when
 * there are no documents. Cancelling leaves no file behind, and counts nothing unless all has been sent. */
struct banshi_op *banshi_register_print(struct banshi *b, banshi_date first, banshi_date last, const char *destination,
                                        int wait_ms, banshi_done_fn *fn, void *closure);
/* The register of days as a paper. Rows: one document preview. */
struct banshi_op *banshi_register_paper(struct banshi *b, banshi_date first, banshi_date last, banshi_done_fn *fn,
                                        void *closure);

#endif
