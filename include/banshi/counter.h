/* SPDX-License-Identifier: MIT */
/* Counters (窗口) and the queues they serve. Norms 5.1, 7.3. */
#ifndef BANSHI_COUNTER_H
#define BANSHI_COUNTER_H

#include <banshi/session.h>

struct banshi_counter {
    int64_t id;
    const char *number; /* "D1": unique only within a department */
    const char *label;  /* [Counter] what a citizen sees: the number, with the department when the number is shared */
    const char *name;   /* [Name] "交通窗口" */
    const char *department; /* [Department] */
    const char *state;      /* [State] one of banshi_word_counter_state */
    const char *reason;     /* [Reason] of the pause */
    banshi_time since;      /* [Since] */
    int64_t staff;
    const char *staff_name; /* [Staff] */
    const char *queues;     /* [Queues] names joined by 、 */
    const char *ticket;     /* [Number] number in hand, "" for none */
    int64_t waiting;        /* [Waiting] people waiting in its queues */
};
extern const struct banshi_shape banshi_counter_shape;

/* All counters of the centre in display order. Rows: counters. */
struct banshi_op *banshi_counter_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Pause one's own counter (no further calls), with a reason; and resume it: BANSHI_EPERMISSION when a lead or supervisor
 * paused it, unless one may lift that (floor.h). Rows: one counter. */
struct banshi_op *banshi_counter_pause(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                       void *closure);
struct banshi_op *banshi_counter_resume(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);
/* Counters come with banshi_import (import.h). */

struct banshi_queue {
    int64_t id;
    const char *code;     /* [Code] letter(s) of the ticket numbers: "A" */
    const char *name;     /* [Queue] */
    const char *counters; /* [Counters] labels of the counters that serve it, joined by 、 */
    int64_t open;         /* [Open] counters now open */
    int64_t waiting;      /* [Waiting] */
    int64_t longest;      /* [Longest wait (s)] seconds the longest-waiting person has waited */
    int64_t estimate;     /* [Estimate (s)] estimated wait of a newcomer, seconds */
};
extern const struct banshi_shape banshi_queue_shape;
/* All queues of the centre, by their letters. Rows: queues. */
struct banshi_op *banshi_queue_list(struct banshi *b, banshi_done_fn *fn, void *closure);

#endif
