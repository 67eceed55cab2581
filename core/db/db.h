/* SPDX-License-Identifier: MIT */
/* Statements to the database: db.c is the only file that knows libpq; a concept says what to ask and which shape it
 * expects, and gets typed rows. */
#ifndef BANSHI_CORE_DB_H
#define BANSHI_CORE_DB_H

#include <banshi/session.h>

#include "error.h"

/* A read: the text of core/query/<name>.sql, embedded by the build as `const struct db_query query_<name>`
 * (declared in the generated "sql.h"). Prepared on first use on each connection. */
struct db_query {
    const char *name;
    const char *sql;
};

/* Arguments after `format`, one letter each, sent as $1, $2 …:
 *   s const char *, NULL is SQL null      S const char *, NULL and "" are null
 *   i int64_t                             I int64_t, 0 is null
 *   b int (a bool)                        d banshi_date, 0 is null
 *   a const int64_t *, size_t: an array
 *   o const char *: the operation id; NULL lets db_call make one (db_call's first argument always)
 * All are copied. The statement is sent again after a lost connection, until its deadline: reads are harmless, and
 * writes carry their operation id. Rows arrive matched to the shape by column name; a missing column is
 * BANSHI_EDATABASE. NULL only when out of memory, which banshi_run reports. */
struct banshi_op *db_read(struct banshi *b, const struct db_query *query, const struct banshi_shape *shape,
                          banshi_done_fn *fn, void *closure, const char *format, ...);
/* select * from api.<procedure>($1, …); with a shape of NULL the rows are ignored. With an operation id it is a write, which
 * has happened for good when it is answered. */
struct banshi_op *db_call(struct banshi *b, const char *procedure, const struct banshi_shape *shape, banshi_done_fn *fn,
                          void *closure, const char *format, ...);
/* An operation that fails from the next banshi_process with this error: for arguments found wrong before sending. */
struct banshi_op *db_fail(struct banshi *b, banshi_done_fn *fn, void *closure, const struct banshi_error *error);

/* What the server is to keep of a login's password: its verifier, as this connection's server wants it; malloced. The password
 * itself is sent nowhere. BANSHI_ECONNECT: there is no connection. */
int db_password_verifier(const struct banshi *b, const char *login, const char *password, char **ret_verifier,
                         struct banshi_error *error);

/* Statements as text, several of them, without arguments: for migrating. The rows are those of the last one that has
 * any. The text is copied. */
struct banshi_op *db_script(struct banshi *b, const char *sql, const struct banshi_shape *shape, banshi_done_fn *fn,
                            void *closure);

/* One field of a record that no public header declares; build-aux/shapes.awk makes the shapes of those that one does. */
#define FIELD(record, member, label, type) \
    { \
#member, label, type, offsetof(record, member), NULL \
    }

#endif
