/* SPDX-License-Identifier: MIT */
/* Staff (工作人员). Each is a database role; passwords never pass through a query log: what is sent is a SCRAM verifier. */
#ifndef BANSHI_STAFF_H
#define BANSHI_STAFF_H

#include <banshi/session.h>

struct banshi_staff {
    int64_t id;
    const char *login, *name, *department; /* [Login] [Name] [Department] */
    const char *role;                      /* [Role] one of banshi_word_staff_role */
    bool party_member, active;             /* [Party member] [Active] */
};
extern const struct banshi_shape banshi_staff_shape;

/* Supervisors see all, others the staff of their department. */
struct banshi_op *banshi_staff_list(struct banshi *b, banshi_done_fn *fn, void *closure);

/* For administrators. Take somebody on: login, name, department (by name, "" is the centre's own), role, party_member; the
 * login works once it has a password. Then change name, department and party_member of a login. Rows: one staff. */
struct banshi_op *banshi_staff_new(struct banshi *b, const char *opid, const struct banshi_staff *staff,
                                   banshi_done_fn *fn, void *closure);
struct banshi_op *banshi_staff_edit(struct banshi *b, const char *opid, const struct banshi_staff *staff,
                                    banshi_done_fn *fn, void *closure);
/* Another role, never one's own. */
struct banshi_op *banshi_staff_role(struct banshi *b, const char *opid, const char *login, const char *role,
                                    banshi_done_fn *fn, void *closure);
/* Somebody leaves: the counter is closed (BANSHI_EACTIVE while numbers are in hand there), the login barred, all sessions
 * ended; and comes back. */
struct banshi_op *banshi_staff_leave(struct banshi *b, const char *opid, const char *login, banshi_done_fn *fn,
                                     void *closure);
struct banshi_op *banshi_staff_return(struct banshi *b, const char *opid, const char *login, banshi_done_fn *fn,
                                      void *closure);
/* Give a member of staff a new password (administrators; oneself for one's own). Rows: one staff. BANSHI_ECONNECT at once when the
 * connection is lost at this moment: the server says how a verifier is made. */
struct banshi_op *banshi_staff_password(struct banshi *b, const char *opid, const char *login, const char *password,
                                        banshi_done_fn *fn, void *closure);

#endif
