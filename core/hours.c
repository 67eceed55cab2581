/* SPDX-License-Identifier: MIT */
/* Opening hours. */
#include <config.h>

#include <banshi/hours.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field hours_fields[] = {
    FIELD(struct banshi_hours, id, NULL, BANSHI_INT),
    FIELD(struct banshi_hours, weekday, "Weekday", BANSHI_INT),
    FIELD(struct banshi_hours, day, "Day", BANSHI_DATE),
    FIELD(struct banshi_hours, session, "Session", BANSHI_TEXT),
    FIELD(struct banshi_hours, opens, "Opens", BANSHI_TEXT),
    FIELD(struct banshi_hours, closes, "Closes", BANSHI_TEXT),
};
SHAPE(hours, struct banshi_hours, hours_fields);

static const struct banshi_field hours_now_fields[] = {
    FIELD(struct banshi_hours_now, open, "Open", BANSHI_BOOL),
    FIELD(struct banshi_hours_now, session, "Session", BANSHI_TEXT),
    FIELD(struct banshi_hours_now, until, "Until", BANSHI_TIME),
    FIELD(struct banshi_hours_now, counters, "On duty", BANSHI_TEXT),
};
SHAPE(hours_now, struct banshi_hours_now, hours_now_fields);

struct banshi_op *banshi_hours_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_hours_list, &banshi_hours_shape, fn, closure, "");
}

struct banshi_op *banshi_hours_set(struct banshi *b, const char *opid, banshi_date day, int64_t weekday,
                                   const char *session, const char *opens, const char *closes, banshi_done_fn *fn,
                                   void *closure)
{
    return db_call(b, "hours_set", &banshi_hours_shape, fn, closure, "odIsSS", opid, day, weekday, session, opens,
                   closes);
}

struct banshi_op *banshi_hours_now(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_hours_now, &banshi_hours_now_shape, fn, closure, "");
}
