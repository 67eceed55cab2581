/* SPDX-License-Identifier: MIT */
/* Who is away when, and who can serve which queues. */
#include <config.h>

#include <banshi/roster.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_absence_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_absence_list, &banshi_absence_shape, fn, closure, "");
}

struct banshi_op *banshi_absence_add(struct banshi *b, const char *opid, const char *login, const char *kind,
                                     banshi_date first, banshi_date last, int64_t weekday, const char *note,
                                     banshi_done_fn *fn, void *closure)
{
    return db_call(b, "absence_add", &banshi_absence_shape, fn, closure, "ossddIs", opid, login, kind, first, last,
                   weekday, note);
}

struct banshi_op *banshi_absence_remove(struct banshi *b, const char *opid, int64_t id, banshi_done_fn *fn,
                                        void *closure)
{
    return db_call(b, "absence_remove", &banshi_absence_shape, fn, closure, "oi", opid, id);
}

struct banshi_op *banshi_skill_list(struct banshi *b, const char *login, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_skill_list, &banshi_skill_shape, fn, closure, "S", login);
}

struct banshi_op *banshi_skill_set(struct banshi *b, const char *opid, const char *login, const char *queue,
                                   const char *able, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "skill_set", &banshi_skill_shape, fn, closure, "osss", opid, login, queue, able);
}
