/* SPDX-License-Identifier: MIT */
/* What changed, as the server told it: kept until it is delivered, a bounded number of times a second; and what may have gone
 * unheard. A notification is a hint that any login can send: whatever it says, nothing is believed that was not read. */
#ifndef BANSHI_CORE_EVENT_H
#define BANSHI_CORE_EVENT_H

#include <banshi/session.h>

/* EVENTS_MOST: how many are kept apart; of more, all is read again. EVENTS_BURST deliveries at once, then one each
 * EVENTS_PACE_MS. GAP_MS: how long a number may be missing that is smaller than one that was heard: transactions end in another
 * order than they took their numbers. ALL_SPREAD_MS: within which all is read again on a new connection, so that a hall does not do
 * it at once; ALL_PACE_MS: for a gap no sooner after the last time. */
enum {
    EVENTS_MOST = 64,
    EVENTS_BURST = 20,
    EVENTS_PACE_MS = 50,
    GAP_MS = 2000,
    ALL_SPREAD_MS = 500,
    ALL_PACE_MS = 5000,
    EVENT_STATE_SIZE = 24
};

struct events {
    struct told {
        struct banshi_event is;
        char state[EVENT_STATE_SIZE];
    } told[EVENTS_MOST];
    size_t count;
    int64_t number; /* the highest that was heard on this connection; 0: none yet */
    struct missing {
        int64_t number, since;
    } missing[EVENTS_MOST];
    size_t missing_count;
    int64_t all_at, last_all; /* when all is to be read again, and was; 0: not */
    int64_t paced_until;      /* by then all deliveries are paid for, one each EVENTS_PACE_MS */
};

/* The word for a concept in notifications. */
const char *event_concept(enum banshi_concept concept);
/* A notification; what is none of ours is ignored. Times are monotonic milliseconds. */
void events_note(struct events *events, const char *payload, int64_t now);
/* The connection is a new one; again: what happened meanwhile was not heard. `process`: the server's, another one each time. */
void events_connected(struct events *events, bool again, int64_t now, int process);
/* When there is something to deliver; 0: nothing. */
int64_t events_due(const struct events *events);
/* Hand over what is due. */
void events_deliver(struct events *events, int64_t now, banshi_event_fn *fn, void *closure);

#endif
