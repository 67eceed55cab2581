/* SPDX-License-Identifier: MIT */
/* Deadlines that are near or past. */
#include <config.h>

#include <banshi/deadline.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_deadline_list(struct banshi *b, bool mine, int64_t limit, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_deadline_list, &banshi_deadline_shape, fn, closure, "bi", (int)mine, limit);
}
