/* SPDX-License-Identifier: MIT */
/* Short messages of leads and supervisors to who is at a counter: shown there at once, until acknowledged. Norm 2.1. */
#ifndef BANSHI_MESSAGE_H
#define BANSHI_MESSAGE_H

#include <banshi/session.h>

enum { BANSHI_MESSAGE_MOST = 80 }; /* code points of a text */

struct banshi_message {
    int64_t id; /* [Message] */
    banshi_date day;
    banshi_time sent_at;     /* [Sent] */
    const char *sender_name; /* [From] */
    int64_t counter;
    const char *counter_label, *staff_name; /* [Counter] [Staff] where it went, and who was there */
    banshi_time read_at;                    /* [Read] 0: not acknowledged yet */
    const char *text;                       /* [Text] */
    bool mine;                              /* it went to this session */
};
extern const struct banshi_shape banshi_message_shape;

/* Messages of a day (0: today) that the session may see: one's own, those of a lead's department, a supervisor all. */
struct banshi_op *banshi_message_list(struct banshi *b, banshi_date day, banshi_done_fn *fn, void *closure);
/* What this session has not acknowledged, the oldest first. */
struct banshi_op *banshi_message_unread(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Plain text in one line to who is at a counter, or (counter 0) to all counters of a zone, or (zone NULL) to all that one
 * watches over. Leads. Rows: the messages. BANSHI_ECOUNTER: nobody is there, BANSHI_ENOTFOUND: nobody is anywhere. */
struct banshi_op *banshi_message_send(struct banshi *b, const char *opid, int64_t counter, const char *zone,
                                      const char *text, banshi_done_fn *fn, void *closure);
/* Acknowledge a message that one got. Rows: one message. */
struct banshi_op *banshi_message_read(struct banshi *b, const char *opid, int64_t message, banshi_done_fn *fn,
                                      void *closure);

#endif
