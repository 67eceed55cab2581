/* SPDX-License-Identifier: MIT */
/* Who is signed on, and opening and closing a counter. */
#include <config.h>

#include <banshi/session.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field session_fields[] = {
    FIELD(struct banshi_session, staff, NULL, BANSHI_INT),
    FIELD(struct banshi_session, login, "Login", BANSHI_TEXT),
    FIELD(struct banshi_session, name, "Name", BANSHI_TEXT),
    FIELD(struct banshi_session, department, "Department", BANSHI_TEXT),
    FIELD(struct banshi_session, role, "Role", BANSHI_TEXT),
    FIELD(struct banshi_session, centre, NULL, BANSHI_INT),
    FIELD(struct banshi_session, centre_name, "Centre", BANSHI_TEXT),
    FIELD(struct banshi_session, time_zone, NULL, BANSHI_TEXT),
    FIELD(struct banshi_session, counter, NULL, BANSHI_INT),
    FIELD(struct banshi_session, counter_name, "Counter", BANSHI_TEXT),
    FIELD(struct banshi_session, counter_state, "State", BANSHI_TEXT),
    FIELD(struct banshi_session, party_member, NULL, BANSHI_BOOL),
    FIELD(struct banshi_session, now, "Now", BANSHI_TIME),
};
SHAPE(session, struct banshi_session, session_fields);

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
