/* SPDX-License-Identifier: MIT */
/* The floor: what leads (their department) and supervisors (everything) watch over, what is wrong there, and what they can do
 * about it. Clerks may not (BANSHI_EPERMISSION). Norms 1.4, 2.1, 5.1, 7.3.
 *
 * What is read holds until something changes: it names times, not how long ago they were, so that who shows it counts on by
 * the clock without asking again. Only what a duty's state is changes by itself, at its changes_at. */
#ifndef BANSHI_FLOOR_H
#define BANSHI_FLOOR_H

#include <banshi/session.h>

struct banshi_floor_counter {
    int64_t id;
    const char *label, *name, *department, *zone; /* [Counter] [Name] [Department] [Zone] */
    const char *state;                            /* [State] one of banshi_word_counter_state */
    banshi_time since;                            /* [Since] */
    const char *reason;                           /* [Reason] why it is in this state */
    const char *by_name;                          /* [Done by] the lead or supervisor who brought it there, else "" */
    int64_t staff;
    const char *login;
    const char *staff_name;   /* [Staff] */
    const char *queues;       /* [Queues] codes; "A+10": only people who have waited ten minutes */
    const char *ticket;       /* [Number] number in hand */
    const char *ticket_state; /* one of banshi_word_ticket_state */
    banshi_time ticket_at;    /* [In hand since] since when it is */
    int64_t waiting;          /* [Waiting] */
    banshi_time idle_since;   /* [Calls nobody since] though it could; 0: there is nobody, or it serves somebody */
    int64_t idle_minutes;     /* of the centre: from then on it is an alert (norm 1.4) */
    int64_t unread;           /* [Unread] messages that who is there has not acknowledged */
    int64_t incident; /* the oldest one there that is not closed (norm 2.5), 0: none; since when, and what happened */
    banshi_time incident_at;
    const char *incident_text; /* [Incident] */
};
extern const struct banshi_shape banshi_floor_counter_shape;

struct banshi_floor_queue {
    int64_t id;
    const char *code, *name;       /* [Code] [Queue] */
    int64_t waiting;               /* [Waiting] */
    banshi_time oldest_at;         /* [Waiting since] when the person who has waited longest took the number */
    int64_t open, paused;          /* [Open] [Paused] counters that serve it */
    const char *counters;          /* [Counters] */
    int64_t wait_warn, wait_limit; /* of the centre: minutes from which on the light is yellow, red */
};
extern const struct banshi_shape banshi_floor_queue_shape;

struct banshi_floor_duty {
    int64_t id, version;
    const char *kind_name;      /* [Duty] */
    banshi_date day;            /* [Day] */
    bool today, now;            /* it is today's; it goes on */
    const char *opens, *closes; /* [From] [Until] */
    int64_t counter;
    const char *counter_label, *staff_name, *instead_of; /* [Counter] [Staff] [Instead of] */
    const char *state;                                   /* [State] one of banshi_word_roster_duty_state */
    const char *cause; /* [Cause] of a vacancy, one of banshi_word_roster_duty_cause */
    banshi_time changes_at;
};
extern const struct banshi_shape banshi_floor_duty_shape;

/* One line beside them. */
struct banshi_floor {
    bool open;                  /* [Open] */
    const char *session;        /* [Session] one of banshi_word_hours_session */
    banshi_time until;          /* [Until] */
    int64_t extensions;         /* [Extended hours] visits that go on after closing time */
    int64_t overdue, due_today; /* [overdue] [due today] duties on cases */
};
extern const struct banshi_shape banshi_floor_shape;

/* What there is now. Rows: one floor; the counters; the queues. */
struct banshi_op *banshi_floor_show(struct banshi *b, banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_floor_counter_list(struct banshi *b, banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_floor_counter_changed(struct banshi *b, const int64_t *ids, size_t count, banshi_done_fn *fn,
                                               void *closure);
struct banshi_op *banshi_floor_queue_list(struct banshi *b, banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_floor_queue_changed(struct banshi *b, const int64_t *ids, size_t count, banshi_done_fn *fn,
                                             void *closure);
/* What is left of today's duties, or those of the next day that has any. */
struct banshi_op *banshi_floor_duty_list(struct banshi *b, banshi_done_fn *fn, void *closure);

/* Whole minutes that a counter has called nobody for, if that is too long (norm 1.4); else 0. */
int64_t banshi_floor_idle(const struct banshi_floor_counter *counter, banshi_time now);
/* The traffic light of a queue: "green", "yellow", "red" — the longest wait, or people and no counter open. */
const char *banshi_floor_light(const struct banshi_floor_queue *queue, banshi_time now);

/* Something that is wrong. */
struct banshi_floor_alert {
    const char *light;            /* [Light] one of banshi_word_floor_light but green */
    const char *kind;             /* [What] one of banshi_word_floor_alert */
    const char *subject;          /* [Where] the counter or queue */
    const char *detail;           /* [Detail] who, the queue's name, why */
    int64_t minutes, count;       /* [Minutes] [Count] how long; people waiting or cases */
    int64_t counter, queue, duty; /* ids, 0: it is about another thing */
};
extern const struct banshi_shape banshi_floor_alert_shape;
/* What is wrong at a time, the worst first, of what was read (NULL: not read); the caller's. NULL when out of memory. */
struct banshi_rows *banshi_floor_alerts(const struct banshi_rows *counters, const struct banshi_rows *queues,
                                        const struct banshi_rows *duties, const struct banshi_rows *floor,
                                        banshi_time now);

/* Pause a counter, let it call again, close it, open it for somebody who is free: leads in their department, supervisors
 * everywhere, with a reason that is shown at the counter (to pause and to close it is required). BANSHI_ESTATE when it is not
 * in the state that is to be changed, BANSHI_EACTIVE when numbers are in hand or held, BANSHI_EDUTY when the person is away
 * or elsewhere. Rows: one counter (counter.h). */
struct banshi_op *banshi_floor_pause(struct banshi *b, const char *opid, int64_t counter, const char *reason,
                                     banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_floor_resume(struct banshi *b, const char *opid, int64_t counter, const char *reason,
                                      banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_floor_close(struct banshi *b, const char *opid, int64_t counter, const char *reason,
                                     banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_floor_open(struct banshi *b, const char *opid, int64_t counter, const char *login,
                                    const char *reason, banshi_done_fn *fn, void *closure);

/* How a counter serves each queue. */
struct banshi_floor_service {
    int64_t id;              /* of the queue */
    const char *code, *name; /* [Code] [Queue] */
    bool served;             /* [Served] */
    int64_t lag;             /* [After minutes] of waiting, this counter helps out; 0: the queue is its own */
};
extern const struct banshi_shape banshi_floor_service_shape;
/* Rows: all queues. */
struct banshi_op *banshi_floor_service_list(struct banshi *b, int64_t counter, banshi_done_fn *fn, void *closure);
/* A queue is the counter's own (lag "0"), served after so many minutes of waiting, or (NULL) no longer served. The reason
 * goes to who is there as a message. Rows: one counter. */
struct banshi_op *banshi_floor_queue(struct banshi *b, const char *opid, int64_t counter, int64_t queue,
                                     const char *lag, const char *reason, banshi_done_fn *fn, void *closure);

/* What a lead or supervisor last did to the counter where this session is or was. Rows: none when it was oneself. */
struct banshi_floor_mine {
    const char *state;            /* [State] one of banshi_word_counter_state */
    const char *by_name, *reason; /* [Done by] [Reason] */
    banshi_time at;               /* [Since] */
    bool held;                    /* it is paused, and others than this session let it call again */
};
extern const struct banshi_shape banshi_floor_mine_shape;
struct banshi_op *banshi_floor_mine(struct banshi *b, banshi_done_fn *fn, void *closure);

#endif
