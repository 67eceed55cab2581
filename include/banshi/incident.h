/* SPDX-License-Identifier: MIT */
/* Incidents (冲突事件): abuse or a dispute at a counter, reported to its lead and the centre, followed up until closed. Norm 2.5. */
#ifndef BANSHI_INCIDENT_H
#define BANSHI_INCIDENT_H

#include <banshi/session.h>

struct banshi_incident {
    int64_t id; /* [Incident] */
    banshi_date day;
    banshi_time reported_at; /* [Reported] */
    int64_t counter;
    const char *counter_label;     /* [Counter] */
    const char *ticket;            /* [Number] number in hand then, "" for none */
    const char *staff_name, *text; /* [Staff] [What happened] */
    const char *followed_by;       /* [Done by] who followed it up last */
    banshi_time followed_at;
    const char *follow_up; /* [Follow-up] */
    banshi_time closed_at; /* [Closed] 0: not yet */
};
extern const struct banshi_shape banshi_incident_shape;

/* Incidents of a day, or (0) those that are not closed; one sees one's own, a lead the department's, a supervisor all. */
struct banshi_op *banshi_incident_list(struct banshi *b, banshi_date day, banshi_done_fn *fn, void *closure);
/* Report what happens at one's own counter, at most 200 characters. BANSHI_ECOUNTER when at none. Rows: one incident. */
struct banshi_op *banshi_incident_report(struct banshi *b, const char *opid, const char *text, banshi_done_fn *fn,
                                         void *closure);
/* Put down what was done, and close it with that (leads of the department, supervisors). BANSHI_ESTATE when it is closed.
 * Rows: one incident. */
struct banshi_op *banshi_incident_follow(struct banshi *b, const char *opid, int64_t incident, const char *note,
                                         bool close, banshi_done_fn *fn, void *closure);

#endif
