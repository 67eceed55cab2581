/* SPDX-License-Identifier: MIT */
/* Opening hours: sessions by weekday, and those of single days. Norms 4.4, 7.1, 7.3. */
#ifndef BANSHI_HOURS_H
#define BANSHI_HOURS_H

#include <banshi/session.h>

struct banshi_hours {
    int64_t id;
    int64_t weekday;            /* [Weekday] 1 Monday … 7 Sunday; 0: of one day */
    banshi_date day;            /* [Day] */
    const char *session;        /* [Session] one of banshi_word_hours_session */
    const char *opens, *closes; /* [Opens] [Closes] "09:00" in the centre's time zone */
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
    bool open;            /* [Open] */
    const char *session;  /* [Session] one of banshi_word_hours_session; "closed" when it is not open */
    banshi_time until;    /* [Until] when the session ends, while closed when the next begins; 0: not within a month */
    const char *counters; /* [On duty] those on duty now, joined by 、 */
};
extern const struct banshi_shape banshi_hours_now_shape;
struct banshi_op *banshi_hours_now(struct banshi *b, banshi_done_fn *fn, void *closure);

#endif
