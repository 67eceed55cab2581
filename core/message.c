/* SPDX-License-Identifier: MIT */
/* Short messages to counters. */
#include <config.h>

#include <banshi/message.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field message_fields[] = {
    FIELD(struct banshi_message, id, "Message", BANSHI_INT),
    FIELD(struct banshi_message, day, NULL, BANSHI_DATE),
    FIELD(struct banshi_message, sent_at, "Sent", BANSHI_TIME),
    FIELD(struct banshi_message, sender_name, "From", BANSHI_TEXT),
    FIELD(struct banshi_message, counter, NULL, BANSHI_INT),
    FIELD(struct banshi_message, counter_label, "Counter", BANSHI_TEXT),
    FIELD(struct banshi_message, staff_name, "Staff", BANSHI_TEXT),
    FIELD(struct banshi_message, read_at, "Read", BANSHI_TIME),
    FIELD(struct banshi_message, text, "Text", BANSHI_TEXT),
    FIELD(struct banshi_message, mine, NULL, BANSHI_BOOL),
};
SHAPE(message, struct banshi_message, message_fields);

struct banshi_op *banshi_message_list(struct banshi *b, banshi_date day, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_message_list, &banshi_message_shape, fn, closure, "d", day);
}

struct banshi_op *banshi_message_unread(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_message_unread, &banshi_message_shape, fn, closure, "");
}

struct banshi_op *banshi_message_send(struct banshi *b, const char *opid, int64_t counter, const char *zone,
                                      const char *text, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "message_send", &banshi_message_shape, fn, closure, "oISs", opid, counter, zone, text);
}

struct banshi_op *banshi_message_read(struct banshi *b, const char *opid, int64_t message, banshi_done_fn *fn,
                                      void *closure)
{
    return db_call(b, "message_read", &banshi_message_shape, fn, closure, "oi", opid, message);
}
