/* SPDX-License-Identifier: MIT */
/* Deadlines that are near or past. Administrative Licensing Law art. 32 (4), 42, 44, 45. */
#ifndef BANSHI_DEADLINE_H
#define BANSHI_DEADLINE_H

#include <banshi/session.h>

struct banshi_deadline {
    int64_t case_id;
    const char *urgency; /* [Urgency] one of banshi_word_deadline_urgency (risk: at most two working days are left) */
    banshi_date due;     /* [Due] its last day */
    int64_t remaining;   /* [Working days left] after today; negative: gone since */
    const char *duty;    /* [What is due] one of banshi_word_deadline_duty (supplement: the applicant's) */
    const char *number;  /* [Number] of the case, as what follows */
    const char *state;   /* [State] one of banshi_word_case_state */
    const char *applicant_name, *item_name, *department, *staff_name; /* [Applicant] [Item] [Department] [Clerk] */
    bool published; /* [Calendar published] false: it enters a year whose calendar is not published */
    bool mine;      /* the case is one's own or of one's counter's department */
};
extern const struct banshi_shape banshi_deadline_shape;

/* Duties that are overdue, due today or within two working days, or provisional: at most limit, the nearest first; a
 * clerk's own before others; mine: only one's own. Rows: deadlines. */
struct banshi_op *banshi_deadline_list(struct banshi *b, bool mine, int64_t limit, banshi_done_fn *fn, void *closure);

#endif
