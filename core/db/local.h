/* SPDX-License-Identifier: MIT */
/* The embedded server: a private PostgreSQL cluster in the user's state directory. */
#ifndef BANSHI_CORE_LOCAL_H
#define BANSHI_CORE_LOCAL_H

#include <banshi/error.h>

struct local;

/* Join the users of the server, making and starting it when needed. *ret_conninfo is malloced. */
int local_start(const char *state_dir, struct local **ret_local, char **ret_conninfo, struct banshi_error *error);
/* Leave; the last user stops the server unless it is to be kept. NULL is fine. */
void local_leave(struct local *local);

#endif
