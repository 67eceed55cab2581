/* SPDX-License-Identifier: MIT */
/* Who is signed on, and opening and closing a counter. */
#include <config.h>

#include <banshi/session.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_session_show(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_session_show, &banshi_session_shape, fn, closure, "");
}

struct banshi_op *banshi_session_sign_on(struct banshi *b, const char *opid, int64_t counter, const char *dress,
                                         banshi_done_fn *fn, void *closure)
{
    return db_call(b, "session_sign_on", &banshi_session_shape, fn, closure, "ois", opid, counter, dress);
}

struct banshi_op *banshi_session_sign_off(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "session_sign_off", &banshi_session_shape, fn, closure, "o", opid);
}
