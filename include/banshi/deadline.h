/* SPDX-License-Identifier: MIT */
/* Deadlines that are near or past. Administrative Licensing Law art. 32 (4), 42, 44, 45. */
#ifndef BANSHI_DEADLINE_H
#define BANSHI_DEADLINE_H

#include <banshi/session.h>

struct banshi_deadline {
    int64_t case_id;
    const char *number, *state, *applicant_name, *item_name, *department, *staff_name; /* of the case */
    const char *duty;    /* tell, supplement (the applicant's), promised, statutory, resume, deliver */
    banshi_date due;     /* its last day */
    int64_t remaining;   /* working days left after today; negative: gone since */
    const char *urgency; /* overdue, today, risk (at most two working days are left), provisional */
    bool published;      /* false: it enters a year whose calendar is not published */
    bool mine;           /* the case is one's own or of one's counter's department */
};
extern const struct banshi_shape banshi_deadline_shape;

/* Duties that are overdue, due today or within two working days, or provisional: at most limit, the nearest first; a
 * clerk's own before others; mine: only one's own. Rows: deadlines. */
struct banshi_op *banshi_deadline_list(struct banshi *b, bool mine, int64_t limit, banshi_done_fn *fn, void *closure);

#endif
