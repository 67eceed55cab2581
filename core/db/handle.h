/* SPDX-License-Identifier: MIT */
/* The handle and its operations, inside the library. */
#ifndef BANSHI_CORE_HANDLE_H
#define BANSHI_CORE_HANDLE_H

#include <banshi/session.h>

#include "clock.h"
#include "compose.h"
#include "event.h"
#include "link.h"
#include "work.h"

/* What an operation waits for. */
enum op_kind {
    OP_STATEMENT, /* a prepared statement with arguments */
    OP_SCRIPT,    /* statements as text, without arguments */
    OP_CONNECT,   /* the first connection */
    OP_OUTER      /* operations that somebody finishes with op_finish */
};

struct banshi_op {
    struct banshi *b;
    struct banshi_op *next;
    enum op_kind kind;
    char *name; /* of the prepared statement */
    char *sql;
    const struct banshi_shape *shape;
    int count;
    char **values;
    banshi_done_fn *fn;
    void *closure;
    bool done, cancelled, awaited; /* awaited: no callback, banshi_run frees it */
    bool lasting;                  /* a write: answered when it is where no crash takes it away */
    int64_t deadline;              /* monotonic milliseconds, 0: none */
    struct banshi_error error;
    struct banshi_rows *rows;
    void *argument; /* of an operation made of several others: freed with it */
    void (*free_argument)(void *);
};

struct op_queue {
    struct banshi_op *head, **tail;
};

struct banshi {
    struct link link;
    struct op_queue waiting;  /* the head may be under way */
    struct op_queue finished; /* to be delivered */
    struct op_queue composed; /* made of several others, under way */
    struct work *works;       /* threads under way */
    int work_fd;              /* wakes the loop when one is done; -1: none yet */
    struct local *local;      /* the embedded server, NULL for another */
    char *application;
    struct events events;
    banshi_event_fn *event;
    void *event_closure;
    banshi_log_fn *log;
    void *log_closure;
};

/* A new operation, not queued yet; NULL when out of memory. */
struct banshi_op *op_new(struct banshi *b, enum op_kind kind, banshi_done_fn *fn, void *closure);
/* Put it at the end of those waiting for the connection. */
void op_queue(struct banshi_op *op);
void op_free(struct banshi_op *op);

void handle_log(const struct banshi *b, int level, const char *format, ...) __attribute__((format(printf, 3, 4)));

#endif
