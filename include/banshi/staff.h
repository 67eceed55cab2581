/* SPDX-License-Identifier: MIT */
/* Staff (工作人员). Each is a database role; passwords never pass through a query log (SCRAM verifier made here). */
#ifndef BANSHI_STAFF_H
#define BANSHI_STAFF_H

#include <banshi/session.h>

struct banshi_staff {
    int64_t id;
    const char *login, *name, *department, *role;
    bool party_member, active;
};
extern const struct banshi_shape banshi_staff_shape;

struct banshi_op *banshi_staff_list(struct banshi *b, banshi_done_fn *fn, void *closure);
/* Give a member of staff a new password (administrators; oneself for one's own). Rows: one staff. */
struct banshi_op *banshi_staff_password(struct banshi *b, const char *opid, const char *login, const char *password,
                                        banshi_done_fn *fn, void *closure);

#endif
