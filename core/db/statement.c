/* SPDX-License-Identifier: MIT */
/* Statements on a connection that is there: prepared, sent, their results and errors understood. */
#include <config.h>

#include "statement.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db.h"
#include "handle.h"
#include "rows.h"

/* For what is sent without an operation of its own. */
enum { PROBE_MS = 3000 };

/* Preparing ---------------------------------------------------------------------------------------------------- */

static bool is_prepared(const struct link *l, const char *name)
{
    for (size_t i = 0; i < l->prepared_count; i++)
        if (strcmp(l->prepared[i], name) == 0)
            return true;
    return false;
}

void statement_forget(struct link *l)
{
    for (size_t i = 0; i < l->prepared_count; i++)
        free(l->prepared[i]);
    free(l->prepared);
    l->prepared = NULL;
    l->prepared_count = 0;
}

static void remember_prepared(struct link *l, const char *name)
{
    char **list = reallocarray(l->prepared, l->prepared_count + 1, sizeof *list);
    if (!list)
        return; /* it is prepared again next time, which the server refuses and link_lost() mends */
    l->prepared = list;
    l->prepared[l->prepared_count] = strdup(name);
    if (l->prepared[l->prepared_count])
        l->prepared_count++;
}

/* Results ------------------------------------------------------------------------------------------------------ */

int statement_decode(const PGresult *result, const struct banshi_shape *shape, struct banshi_rows **ret_rows,
                     struct banshi_error *error)
{
    int columns[128];
    if (shape->count > sizeof columns / sizeof columns[0])
        return error_set(error, BANSHI_EDATABASE, "%s", shape->name);
    for (size_t i = 0; i < shape->count; i++) {
        columns[i] = PQfnumber(result, shape->fields[i].name);
        if (columns[i] < 0)
            return error_set(error, BANSHI_EDATABASE, "%s.%s", shape->name, shape->fields[i].name);
    }
    int count = PQntuples(result);
    struct banshi_rows *rows = rows_new(shape, (size_t)count);
    if (!rows)
        return error_set(error, BANSHI_ENOMEM, "%s", shape->name);
    for (int r = 0; r < count; r++) {
        const char *values[128];
        for (size_t i = 0; i < shape->count; i++)
            values[i] = PQgetisnull(result, r, columns[i]) ? NULL : PQgetvalue(result, r, columns[i]);
        int code = rows_add(rows, values, error);
        if (code != 0) {
            banshi_rows_free(rows);
            return code;
        }
    }
    *ret_rows = rows;
    return 0;
}

/* Should a statement that failed so be sent again on a new connection? */
static bool passing(const char *sqlstate)
{
    static const char *const states[] = {"40001", "40P01", "57P01", "57P02", "57P03", "26000", "25006"};
    for (size_t i = 0; i < sizeof states / sizeof states[0]; i++)
        if (strcmp(states[i], sqlstate) == 0)
            return true;
    return strncmp(sqlstate, "08", 2) == 0;
}

void statement_error(const PGresult *result, struct banshi_error *error)
{
    const char *sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *message = PQresultErrorField(result, PG_DIAG_MESSAGE_PRIMARY);
    if (!sqlstate)
        sqlstate = "";
    if (strcmp(sqlstate, "42501") == 0) /* which function or table the role may not use is the server's affair */
        message = "";
    error_set(error, error_of_sqlstate(sqlstate), "%s", message ? message : PQresultErrorMessage(result));
    snprintf(error->sqlstate, sizeof error->sqlstate, "%s", sqlstate);
}

/* Is it a prepared statement that the tables have outgrown? Its SQLSTATE has other uses, its words a language. */
static bool outgrown(const PGresult *result)
{
    const char *sqlstate = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    const char *function = PQresultErrorField(result, PG_DIAG_SOURCE_FUNCTION);
    return sqlstate && function && strcmp(sqlstate, "0A000") == 0 && strcmp(function, "RevalidateCachedQuery") == 0;
}

/* The SQLSTATE in what libpq says of a connection, "SEVERITY:  28P01: in any language"; NULL: the server said nothing. */
static const char *state_in(const char *text)
{
    const char *found = NULL;
    for (const char *s = text; (s = strstr(s, ":  ")); s++)
        if (strspn(s + 3, "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ") == 5 && s[8] == ':')
            found = s + 3; /* the last one: of the host that libpq stopped at */
    return found;
}

void statement_refusal(const struct link *l, const char *why, struct banshi_error *error)
{
    const char *state = state_in(why);
    bool wants_password = l->conn && PQstatus(l->conn) == CONNECTION_BAD && PQconnectionNeedsPassword(l->conn);
    char sqlstate[6];
    snprintf(sqlstate, sizeof sqlstate, "%.5s", state ? state : "");
    int code = error_of_sqlstate(sqlstate);
    if (wants_password || code == BANSHI_EPERMISSION)
        code = BANSHI_EAUTH;
    if (code != BANSHI_EAUTH && code != BANSHI_EOLDER)
        code = BANSHI_ECONNECT;
    /* what follows that line is where in the server's source */
    size_t length = state ? (size_t)(state - why) + strcspn(state, "\n") : strlen(why);
    error_set(error, code, "%.*s", (int)length, why);
    snprintf(error->sqlstate, sizeof error->sqlstate, "%s", sqlstate);
}

/* Statements --------------------------------------------------------------------------------------------------- */

void statement_send(struct banshi *b)
{
    struct link *l = &b->link;
    struct banshi_op *op;
    while ((op = b->waiting.head) && op->cancelled)
        op_finish(op, NULL, NULL); /* nobody wants it any longer */
    if (!op)
        return;
    int sent;
    banshi_rows_free(op->rows); /* of the time before, when it is sent again */
    op->rows = NULL;
    l->preparing = l->flushing = l->given_up = l->outgrown = false;
    if (op->kind == OP_SCRIPT) {
        sent = PQsendQuery(l->conn, op->sql);
    } else if (!is_prepared(l, op->name)) {
        l->preparing = true;
        sent = PQsendPrepare(l->conn, op->name, op->sql, 0, NULL);
    } else {
        sent = PQsendQueryPrepared(l->conn, op->name, op->count, (const char *const *)op->values, NULL, NULL, 0);
    }
    l->stage = LINK_BUSY;
    l->sent_at = clock_ms();
    if (!sent)
        link_lost(b, PQerrorMessage(l->conn));
}

void statement_flush(struct banshi *b)
{
    struct link *l = &b->link;
    l->flushing = true;
    l->stage = LINK_BUSY;
    if (!PQsendQueryPrepared(l->conn, STATEMENT_FLUSH, 0, NULL, NULL, NULL, 0))
        link_lost(b, PQerrorMessage(l->conn));
}

void statement_probe(struct banshi *b)
{
    struct link *l = &b->link;
    l->stage = LINK_PROBING;
    l->sent_at = clock_ms();
    l->deadline = l->sent_at + PROBE_MS;
    if (!PQsendQuery(l->conn, "")) /* the protocol has an answer of its own for it */
        link_lost(b, PQerrorMessage(l->conn));
}

void statement_result(struct banshi *b, const PGresult *result)
{
    struct link *l = &b->link;
    struct banshi_op *op = b->waiting.head;
    ExecStatusType status = PQresultStatus(result);
    bool other = op->kind == OP_SCRIPT && op->shape && PQfnumber(result, op->shape->fields[0].name) < 0;
    if (status == PGRES_TUPLES_OK && op->shape && !l->preparing && !l->flushing && !other) {
        banshi_rows_free(op->rows);
        op->rows = NULL;
        statement_decode(result, op->shape, &op->rows, &op->error);
    } else if (status != PGRES_TUPLES_OK && status != PGRES_COMMAND_OK && op->error.code == 0) {
        statement_error(result, &op->error);
        l->outgrown = outgrown(result);
    }
}

void statement_end(struct banshi *b)
{
    struct link *l = &b->link;
    struct banshi_op *op = b->waiting.head;
    if (op->error.code == 0 && op->lasting && !l->owner && !l->preparing && !l->flushing) {
        statement_flush(b);
        return;
    }
    struct banshi_error error = op->error;
    struct banshi_rows *rows = op->rows;
    op->error = (struct banshi_error){0};
    op->rows = NULL;
    l->stage = LINK_READY;
    if (error.code == 0 && l->preparing) {
        remember_prepared(l, op->name);
        statement_send(b);
        return;
    }
    if (error.code != 0 && l->flushing && op->deadline > clock_ms()) {
        banshi_rows_free(rows);
        link_lost(b, error.detail);
        return; /* it happened: sent again, it is answered with what it did then, when that is safe */
    }
    if (error.code != 0 && (l->outgrown || passing(error.sqlstate)) && op->kind == OP_STATEMENT &&
        op->deadline > clock_ms()) {
        banshi_rows_free(rows);
        if (strncmp(error.sqlstate, "40", 2) != 0)
            link_lost(b, error.detail);
        return; /* it is still the head and is sent again */
    }
    if (error.code != 0) {
        banshi_rows_free(rows);
        rows = NULL;
    }
    op_finish(op, &error, rows);
}
