/* SPDX-License-Identifier: MIT */
/* Tickets: taking a number and calling it. Norms 2.2, 2.6, 5.1–5.3.
 *
 * States: waiting → called → serving → done; serving ⇄ held; called → skipped → waiting | void;
 * called | serving → waiting in another queue (transfer); waiting → left. */
#ifndef BANSHI_TICKET_H
#define BANSHI_TICKET_H

#include <banshi/session.h>

struct banshi_ticket {
    int64_t id;
    const char *number; /* [Number] "A012": the queue's code and the day's running number */
    banshi_date day;
    int64_t queue;
    const char *queue_name;    /* [Queue] */
    const char *state;         /* [State] one of banshi_word_ticket_state */
    const char *purpose;       /* [Purpose] one of banshi_word_ticket_purpose */
    const char *priority;      /* code of the class: ordinary, elderly, military, disabled, … */
    const char *priority_name; /* [Priority] 老年人 */
    const char *proof;         /* what showed the priority */
    int64_t item;
    const char *item_name; /* [Item] */
    const char *phone;     /* [Telephone] masked 138****0000 */
    int64_t counter;
    const char *counter_label; /* [Counter] */
    int64_t staff;
    const char *staff_name; /* [Staff] */
    const char *reason;     /* [Reason] of the last hold, skip, transfer or chosen call */
    int64_t calls;          /* [Calls] how often called */
    int64_t ahead;          /* [Ahead] people ahead; counted for waiting tickets */
    int64_t estimate;       /* [Estimate (s)] estimated seconds until called; -1 unknown (no counter open) */
    const char *counters;   /* [Served at] counters that can serve it, joined by 、 */
    banshi_time issued_at;  /* [Issued] */
    banshi_time sort_at;    /* its place in the line of its queue: the smallest is called first */
    banshi_time called_at;  /* [Called] */
    banshi_time serving_at, ended_at;
    banshi_time
        place; /* where it stands in my counter's line: the smallest is called first; 0: it does not wait for me */
};
extern const struct banshi_shape banshi_ticket_shape;

/* A priority class (norm 2.6): its people are called as if they had come head_start earlier, which is the bound. */
struct banshi_priority {
    const char *code, *name; /* [Code] [Name] "elderly", 老年人 */
    const char *letter;      /* for narrow lists */
    const char *proof;       /* [Proof] what shows it: 居民身份证; "" for the class without a priority */
    int64_t head_start;      /* [Head start (s)] seconds */
};
extern const struct banshi_shape banshi_priority_shape;
struct banshi_op *banshi_priority_list(struct banshi *b, banshi_done_fn *fn, void *closure);

/* Take a number: for an item (its queue is found) or for a queue; either may be 0. priority NULL is ordinary; any
 * other class needs a proof. purpose NULL is "case". phone may be NULL. Rows: one ticket. */
struct banshi_ticket_order {
    int64_t queue, item;
    const char *purpose, *priority, *proof, *phone;
};
struct banshi_op *banshi_ticket_issue(struct banshi *b, const char *opid, const struct banshi_ticket_order *order,
                                      banshi_done_fn *fn, void *closure);

/* Which of today's tickets: those waiting for my counter in the order they will be called, the one in my hand, those
 * I hold, the skipped ones of my queues, or all of the centre. Rows: tickets. */
enum banshi_ticket_scope {
    BANSHI_TICKET_WAITING,
    BANSHI_TICKET_CURRENT,
    BANSHI_TICKET_HELD,
    BANSHI_TICKET_SKIPPED,
    BANSHI_TICKET_ALL
};
struct banshi_op *banshi_ticket_list(struct banshi *b, enum banshi_ticket_scope scope, banshi_done_fn *fn,
                                     void *closure);
/* Of these tickets, those of today that concern my counter, whatever scope they are in (but BANSHI_TICKET_ALL): what came of
 * changes that events told of. One that does not come back is in none of its lists. Nobody is counted in ahead and estimate. */
struct banshi_op *banshi_ticket_changed(struct banshi *b, const int64_t *ids, size_t count, banshi_done_fn *fn,
                                        void *closure);

/* A queue that my counter serves now. */
struct banshi_ticket_line {
    int64_t queue;
    int64_t lag;          /* seconds; people there are called as if they had come so much later */
    int64_t pace;         /* milliseconds that each person ahead takes; -1: no counter is open */
    const char *counters; /* [Served at] */
};
extern const struct banshi_shape banshi_ticket_line_shape;
struct banshi_op *banshi_ticket_line_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Those waiting after some of them were read again: `waiting` without the tickets of these ids, with those of `read` that
 * wait, each at its place; people ahead and estimates are counted anew from the lines (may be NULL). The caller frees it;
 * NULL when out of memory. */
struct banshi_rows *banshi_ticket_line_renew(const struct banshi_rows *waiting, const int64_t *ids, size_t count,
                                             const struct banshi_rows *read, const struct banshi_rows *lines);

/* Today's ticket by id or, with id 0, by number ("a12" finds A012). BANSHI_ENOTFOUND. Rows: one ticket. */
struct banshi_op *banshi_ticket_show(struct banshi *b, int64_t id, const char *number, banshi_done_fn *fn,
                                     void *closure);

/* One line of the explanation of a ticket's place: computed from stored data alone (norm 2.2). */
struct banshi_ticket_reason {
    int64_t line;
    const char *fact;   /* [Fact] message id: "issued", "head start", "lag", "ahead", "called before", … */
    const char *value;  /* [Value] its value, for people */
    const char *detail; /* [Detail] */
};
extern const struct banshi_shape banshi_ticket_reason_shape;
struct banshi_op *banshi_ticket_why(struct banshi *b, int64_t ticket, banshi_done_fn *fn, void *closure);

/* Call the next person of my counter's queues. Rows: one ticket; BANSHI_ENOBODY, _EACTIVE, _ECOUNTER. */
struct banshi_op *banshi_ticket_call_next(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);
/* Call a chosen number out of order, with the reason. */
struct banshi_op *banshi_ticket_call(struct banshi *b, const char *opid, int64_t ticket, const char *reason,
                                     banshi_done_fn *fn, void *closure);
/* Call the number in hand again; BANSHI_ERECALL beyond the centre's limit (3 calls by default). */
struct banshi_op *banshi_ticket_recall(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);
/* The person is at the counter: called → serving. */
struct banshi_op *banshi_ticket_serve(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);
/* Not here: called → skipped; bring back a skipped number (re-inserted by the centre's policy) or void it. */
struct banshi_op *banshi_ticket_skip(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_ticket_restore(struct banshi *b, const char *opid, int64_t ticket, banshi_done_fn *fn,
                                        void *closure);
struct banshi_op *banshi_ticket_void(struct banshi *b, const char *opid, int64_t ticket, const char *reason,
                                     banshi_done_fn *fn, void *closure);
/* Put the number in hand aside (several may be held) and take a held one up again without queueing. */
struct banshi_op *banshi_ticket_hold(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                     void *closure);
struct banshi_op *banshi_ticket_resume(struct banshi *b, const char *opid, int64_t ticket, banshi_done_fn *fn,
                                       void *closure);
/* Pass the number in hand to another queue, or to one counter (the other 0), keeping its place in time or joining
 * at the end. */
struct banshi_op *banshi_ticket_transfer(struct banshi *b, const char *opid, int64_t queue, int64_t counter,
                                         bool keep_place, const char *reason, banshi_done_fn *fn, void *closure);
/* Undo a call: the number in hand goes back to its old place. */
struct banshi_op *banshi_ticket_return(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                       void *closure);
/* A waiting person went home; and the visit in hand is finished. */
struct banshi_op *banshi_ticket_leave(struct banshi *b, const char *opid, int64_t ticket, banshi_done_fn *fn,
                                      void *closure);
struct banshi_op *banshi_ticket_done(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);

#endif
