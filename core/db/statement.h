/* SPDX-License-Identifier: MIT */
/* Statements on a connection that is there. */
#ifndef BANSHI_CORE_STATEMENT_H
#define BANSHI_CORE_STATEMENT_H

#include <libpq-fe.h>

#include "link.h"

/* Send the first operation in line, if there is one. */
void statement_send(struct banshi *b);
/* An act is committed without waiting for the disk or the standby, and answered when both have it: the wait is then not one of
 * all acts of a hall in turn, whose notifications take a lock of the whole server until their commit ends. */
#define STATEMENT_FLUSH "banshi_flush"
void statement_flush(struct banshi *b);
/* Ask for a sign of life. */
void statement_probe(struct banshi *b);
/* A result of the statement under way; and all of them are in. */
void statement_result(struct banshi *b, const PGresult *result);
void statement_end(struct banshi *b);
/* What was prepared is gone with its connection. */
void statement_forget(struct link *l);

/* Rows of a shape out of a result. */
int statement_decode(const PGresult *result, const struct banshi_shape *shape, struct banshi_rows **ret_rows,
                     struct banshi_error *error);
/* The error of a failed result. */
void statement_error(const PGresult *result, struct banshi_error *error);
/* Why there is no connection: the server's SQLSTATE tells, whatever language it speaks. */
void statement_refusal(const struct link *l, const char *why, struct banshi_error *error);

#endif
