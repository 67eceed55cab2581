/* SPDX-License-Identifier: MIT */
/* Work that would block the loop, done by a thread of its own. The only threads there are. */
#ifndef BANSHI_CORE_WORK_H
#define BANSHI_CORE_WORK_H

#include <banshi/session.h>

#include "progress.h"

struct work;

/* What the thread does; it may look at progress->stop to end early, and must not touch the handle. Returns an error code;
 * *ret_rows (may stay NULL) are the operation's rows. */
typedef int work_fn(void *argument, struct progress *progress, struct banshi_rows **ret_rows,
                    struct banshi_error *error);

/* Begin; the operation finishes from banshi_process when the thread is done. The argument is freed by free_argument in
 * any case, also when NULL is returned for want of memory. */
struct banshi_op *work_start(struct banshi *b, work_fn *fn, void *argument, void (*free_argument)(void *),
                             banshi_done_fn *done, void *closure);
/* The operation is a part of another, whose progress it tells and with which it is cancelled. */
void work_part(struct banshi *b, const struct banshi_op *op, const struct banshi_op *whole);
/* The operation was cancelled: tell its thread. */
void work_stop(struct banshi *b, const struct banshi_op *op);
/* Add what poll(2) should wait for to the n present descriptors of at most room; returns how many there would be. */
size_t work_pollfds(const struct banshi *b, struct pollfd *fds, size_t n, size_t room);
/* Finish the operations of threads that are done. */
void work_process(struct banshi *b);
/* Stop and join all. */
void work_close(struct banshi *b);

#endif
