/* SPDX-License-Identifier: MIT */
/* Deadlines that are near or past. */
#include <config.h>

#include <banshi/deadline.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field deadline_fields[] = {
    FIELD(struct banshi_deadline, case_id, NULL, BANSHI_INT),
    FIELD(struct banshi_deadline, urgency, "Urgency", BANSHI_TEXT),
    FIELD(struct banshi_deadline, due, "Due", BANSHI_DATE),
    FIELD(struct banshi_deadline, remaining, "Working days left", BANSHI_INT),
    FIELD(struct banshi_deadline, duty, "What is due", BANSHI_TEXT),
    FIELD(struct banshi_deadline, number, "Number", BANSHI_TEXT),
    FIELD(struct banshi_deadline, state, "State", BANSHI_TEXT),
    FIELD(struct banshi_deadline, applicant_name, "Applicant", BANSHI_TEXT),
    FIELD(struct banshi_deadline, item_name, "Item", BANSHI_TEXT),
    FIELD(struct banshi_deadline, department, "Department", BANSHI_TEXT),
    FIELD(struct banshi_deadline, staff_name, "Clerk", BANSHI_TEXT),
    FIELD(struct banshi_deadline, published, "Calendar published", BANSHI_BOOL),
    FIELD(struct banshi_deadline, mine, NULL, BANSHI_BOOL),
};
SHAPE(deadline, struct banshi_deadline, deadline_fields);

struct banshi_op *banshi_deadline_list(struct banshi *b, bool mine, int64_t limit, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_deadline_list, &banshi_deadline_shape, fn, closure, "bi", (int)mine, limit);
}
