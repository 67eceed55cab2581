/* SPDX-License-Identifier: MIT */
/* Connecting: as a member of staff, or as the owner of the database. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include <banshi/centre.h>

#include "handle.h"

static struct banshi_op *connect_as(struct banshi *b, const char *user, const char *password, bool owner,
                                    banshi_done_fn *fn, void *closure)
{
    struct banshi_op *op = op_new(b, OP_CONNECT, fn, closure);
    char *own_user = user ? strdup(user) : NULL;
    char *own_password = password ? strdup(password) : NULL;
    if (!op || (user && !own_user) || (password && !own_password)) {
        op_free(op);
        free(own_user);
        free(own_password);
        return NULL;
    }
    struct link *l = &b->link;
    char *conninfo = l->conninfo;
    l->conninfo = NULL;
    link_close(b); /* signing on again: the old connection goes */
    *l = (struct link){
        .conninfo = conninfo, .user = own_user, .password = own_password, .owner = owner, .since = clock_ms()};
    op_queue(op);
    link_connect(b);
    return op;
}

struct banshi_op *banshi_session_connect(struct banshi *b, const char *user, const char *password, banshi_done_fn *fn,
                                         void *closure)
{
    return connect_as(b, user, password, false, fn, closure);
}

struct banshi_op *banshi_centre_owner(struct banshi *b, const char *user, const char *password, banshi_done_fn *fn,
                                      void *closure)
{
    return connect_as(b, user, password, true, fn, closure);
}
