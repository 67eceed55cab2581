/* SPDX-License-Identifier: MIT */
/* Operations that a concept makes of several others. */
#ifndef BANSHI_CORE_COMPOSE_H
#define BANSHI_CORE_COMPOSE_H

#include <banshi/session.h>

/* A new operation, whose parts find what they share in its argument; that is freed with it by free_argument. NULL when out of
 * memory; then the argument is freed. */
struct banshi_op *op_compose(struct banshi *b, void *argument, void (*free_argument)(void *), banshi_done_fn *fn,
                             void *closure);
/* Is it no longer wanted? To be looked at before the next part is begun. */
bool op_given_up(const struct banshi_op *op);
/* Done: delivered by the next banshi_process. Takes the rows. */
void op_finish(struct banshi_op *op, const struct banshi_error *error, struct banshi_rows *rows);

#endif
