/* SPDX-License-Identifier: MIT */
/* The working-day calendar and deadlines. Administrative Licensing Law art. 82; Civil Code art. 201–203. */
#ifndef BANSHI_CALENDAR_H
#define BANSHI_CALENDAR_H

#include <banshi/session.h>

struct banshi_due {
    banshi_date start, due; /* [Start] [Due] the start day is not counted */
    bool published;   /* [Calendar published] false: it enters a year whose calendar is not, and due is provisional */
    const char *note; /* [Unpublished year] "2027" */
};
extern const struct banshi_shape banshi_due_shape;

/* start + n units (day, working_day, month, year); a last day that is off rolls forward. Rows: one. */
struct banshi_op *banshi_calendar_due(struct banshi *b, banshi_date start, int64_t n, const char *unit,
                                      banshi_done_fn *fn, void *closure);

struct banshi_day {
    banshi_date date; /* [Date] */
    const char *name; /* [Holiday] of the holiday or "" */
    bool working;     /* [Working day] */
    bool published;   /* [Calendar published] */
};
extern const struct banshi_shape banshi_day_shape;
/* The days of a month (yyyymm) or, with month 0 (yyyy00), the exceptions of the year. Rows: days. */
struct banshi_op *banshi_calendar_show(struct banshi *b, int64_t year_month, banshi_done_fn *fn, void *closure);
/* Name one day as a day off or a working day, as the centre's administrator: a later import leaves it alone, and the
 * deadlines of open cases are computed again. Rows: the day. */
struct banshi_op *banshi_calendar_add(struct banshi *b, const char *opid, banshi_date day, bool working,
                                      const char *name, banshi_done_fn *fn, void *closure);

#endif
