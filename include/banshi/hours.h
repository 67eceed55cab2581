/* SPDX-License-Identifier: MIT */
/* Opening hours: sessions by weekday, and those of single days. Norms 4.4, 7.1, 7.3. */
#ifndef BANSHI_HOURS_H
#define BANSHI_HOURS_H

#include <banshi/session.h>

struct banshi_hours {
    int64_t id;
    int64_t weekday; /* 1 Monday … 7 Sunday; 0: of one day */
    banshi_date day;
    const char *session;        /* morning, lunch (counters on duty only), afternoon, extended, closed */
    const char *opens, *closes; /* "09:00" in the centre's time zone */
};
extern const struct banshi_shape banshi_hours_shape;
/* The week's, then those of days from today on. */
struct banshi_op *banshi_hours_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Set a session of a weekday (1 … 7) or, with weekday 0, of a day; opens and closes NULL take it away. A day that has
 * hours has not its weekday's; the session "closed" shuts it. Supervisors. Rows: the hours of that weekday or day. */
struct banshi_op *banshi_hours_set(struct banshi *b, const char *opid, banshi_date day, int64_t weekday,
                                   const char *session, const char *opens, const char *closes, banshi_done_fn *fn,
                                   void *closure);

/* How it is now. */
struct banshi_hours_now {
    bool open;
    const char *session;  /* "closed" when not open */
    banshi_time until;    /* when the session ends, while closed when the next begins; 0: not within a month */
    const char *counters; /* those on duty now, joined by 、 */
};
extern const struct banshi_shape banshi_hours_now_shape;
struct banshi_op *banshi_hours_now(struct banshi *b, banshi_done_fn *fn, void *closure);

#endif
