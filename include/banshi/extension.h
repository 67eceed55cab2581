/* SPDX-License-Identifier: MIT */
/* Extended hours (延时服务): closing the day, the visits that go on, and coordinating who stays. Norms 7.1, 7.2. */
#ifndef BANSHI_EXTENSION_H
#define BANSHI_EXTENSION_H

#include <banshi/session.h>

/* A visit after closing time; a line of the register. */
struct banshi_extension {
    int64_t id;                                                /* of the ticket */
    banshi_date day;                                           /* [Day] */
    const char *number, *queue_name, *item_name, *case_number; /* [Number] [Queue] [Item] [Case] */
    const char *state;                                   /* [State] of the ticket, one of banshi_word_ticket_state */
    const char *department, *counter_label, *staff_name; /* [Department] [Counter] [Staff] */
    banshi_time started_at, ended_at;                    /* [From] [Until] ended_at 0: goes on */
    int64_t minutes;                                     /* [Minutes] */
    const char *reason;                                  /* [Reason] message id or text */
    const char *outcome;     /* [Outcome] one of banshi_word_extension_outcome; "" while it goes on */
    const char *helpers;     /* [Cooperating] counters that took it over, joined by 、 */
    const char *coordinator; /* [Coordinator] who asked them */
};
extern const struct banshi_shape banshi_extension_shape;

/* Closing time: kiosks and clerks give no numbers any more, every unfinished visit goes on. A supervisor closes the centre, a lead
 * the own department, a clerk the centre as the last one at a counter. BANSHI_ESTATE when it is closed. And a closing by
 * mistake withdrawn, with the reason (leads, supervisors). Rows: the extensions that go on. */
struct banshi_op *banshi_extension_begin(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                         void *closure);
struct banshi_op *banshi_extension_withdraw(struct banshi *b, const char *opid, const char *reason, banshi_done_fn *fn,
                                            void *closure);
/* Close the centre when its last session of today is over and nobody has closed it; once a day, so that a closing taken back stays
 * so. For whoever looks at the clock: terminals when a session ends, a timer. Rows: the extensions that go on. */
struct banshi_op *banshi_extension_sweep(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure);
/* Extensions of the days from … until; 0 is today. Rows: extensions. */
struct banshi_op *banshi_extension_list(struct banshi *b, banshi_date from, banshi_date until, banshi_done_fn *fn,
                                        void *closure);

/* How long somebody stayed on a day, for time off in lieu. */
struct banshi_extension_hours {
    banshi_date day; /* [Day] */
    int64_t staff;
    const char *staff_name, *department; /* [Staff] [Department] */
    banshi_time started_at, ended_at;    /* [From] [Until] */
    int64_t minutes, visits;             /* [Minutes] [Visits] */
};
extern const struct banshi_shape banshi_extension_hours_shape;
/* Of the days from … until. Rows: hours, by day, department and person. */
struct banshi_op *banshi_extension_hours(struct banshi *b, banshi_date from, banshi_date until, banshi_done_fn *fn,
                                         void *closure);

/* A request to stay, or to take a visit over. */
struct banshi_extension_request {
    int64_t id; /* [Request] */
    banshi_date day;
    const char *kind;   /* [Kind] one of banshi_word_extension_request_kind */
    const char *state;  /* [State] one of banshi_word_extension_request_state */
    const char *number; /* [Number] of the visit to take over, else "" */
    const char *asker_counter;
    const char *asker_name;                            /* [Coordinator] */
    const char *asked;                                 /* [Asked] counter or department */
    const char *reason;                                /* [Reason] */
    const char *answer_name, *answer_counter, *answer; /* [Answered by] [Counter] [Answer] */
    banshi_time asked_at, answered_at, done_at;
    bool mine; /* this session may answer it */
};
extern const struct banshi_shape banshi_extension_request_shape;

/* Today's requests. */
struct banshi_op *banshi_extension_request_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Ask a counter or a department (the other 0) to stay or, with a ticket, to take it over; a comprehensive counter or a lead.
 * Rows: one request. */
struct banshi_op *banshi_extension_ask(struct banshi *b, const char *opid, int64_t counter, int64_t department,
                                       int64_t ticket, const char *reason, banshi_done_fn *fn, void *closure);
/* Accept, which hands the visit over to one's counter, or refuse with the reason. */
struct banshi_op *banshi_extension_answer(struct banshi *b, const char *opid, int64_t request, bool accept,
                                          const char *answer, banshi_done_fn *fn, void *closure);
/* What was accepted is done; a finished visit does it by itself. */
struct banshi_op *banshi_extension_done(struct banshi *b, const char *opid, int64_t request, banshi_done_fn *fn,
                                        void *closure);

#endif
