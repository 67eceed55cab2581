/* SPDX-License-Identifier: MIT */
/* The handle: operations in line, the caller's loop, delivery of results and events. */
#include <config.h>

#include "handle.h"

#include <errno.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <time.h>

#include "db.h"
#include "local.h"

void handle_log(const struct banshi *b, int level, const char *format, ...)
{
    if (!b->log)
        return;
    char line[512];
    va_list args;
    va_start(args, format);
    vsnprintf(line, sizeof line, format, args);
    va_end(args);
    b->log(b->log_closure, level, line);
}

/* Which server: as asked for, from the environment, or NULL for the embedded one. */
static const char *configured(const struct banshi_options *options)
{
    if (options->conninfo)
        return options->conninfo;
    const char *conninfo = getenv("BANSHI_CONNINFO");
    if (conninfo && *conninfo)
        return conninfo;
    return getenv("PGHOST") || getenv("PGHOSTADDR") || getenv("PGSERVICE") ? "" : NULL;
}

int banshi_open(struct banshi **ret_b, const struct banshi_options *options, struct banshi_error *error)
{
    static const struct banshi_options none = {0};
    if (!options)
        options = &none;
    struct banshi *b = calloc(1, sizeof *b);
    if (!b)
        return error_set(error, BANSHI_ENOMEM, "banshi_open");
    b->work_fd = -1;
    b->waiting.tail = &b->waiting.head;
    b->finished.tail = &b->finished.head;
    b->composed.tail = &b->composed.head;
    b->log = options->log;
    b->log_closure = options->log_closure;
    b->link.since = clock_ms();
    b->application = strdup(options->application ? options->application : "banshi");
    int code = b->application ? 0 : error_set(error, BANSHI_ENOMEM, "banshi_open");
    const char *conninfo = configured(options);
    if (code == 0 && conninfo) {
        b->link.conninfo = strdup(conninfo);
        code = b->link.conninfo ? link_check(conninfo, error) : error_set(error, BANSHI_ENOMEM, "banshi_open");
    } else if (code == 0) {
        code = local_start(options->state_dir, &b->local, &b->link.conninfo, error);
    }
    if (code != 0) {
        banshi_close(b);
        return code;
    }
    *ret_b = b;
    return 0;
}

static void free_all(struct op_queue *queue)
{
    for (struct banshi_op *op = queue->head, *next; op; op = next) {
        next = op->next;
        op_free(op);
    }
}

void banshi_close(struct banshi *b)
{
    if (!b)
        return;
    work_close(b);
    link_close(b);
    free_all(&b->waiting);
    free_all(&b->finished);
    free_all(&b->composed);
    local_leave(b->local);
    free(b->application);
    free(b);
}

struct banshi_op *op_new(struct banshi *b, enum op_kind kind, banshi_done_fn *fn, void *closure)
{
    struct banshi_op *op = calloc(1, sizeof *op);
    if (op)
        *op = (struct banshi_op){.b = b, .kind = kind, .fn = fn, .closure = closure, .awaited = !fn};
    return op;
}

void op_free(struct banshi_op *op)
{
    if (!op)
        return;
    banshi_rows_free(op->rows);
    for (int i = 0; i < op->count; i++) {
        if (op->values[i])
            explicit_bzero(op->values[i], strlen(op->values[i]));
        free(op->values[i]);
    }
    if (op->free_argument)
        op->free_argument(op->argument);
    free(op->values);
    free(op->name);
    free(op->sql);
    free(op);
}

static void push(struct op_queue *queue, struct banshi_op *op)
{
    op->next = NULL;
    *queue->tail = op;
    queue->tail = &op->next;
}

static void unlink_op(struct op_queue *queue, const struct banshi_op *op)
{
    for (struct banshi_op **at = &queue->head; *at; at = &(*at)->next)
        if (*at == op) {
            *at = op->next;
            if (!*at)
                queue->tail = at;
            return;
        }
}

void op_queue(struct banshi_op *op)
{
    push(&op->b->waiting, op);
}

struct banshi_op *op_compose(struct banshi *b, void *argument, void (*free_argument)(void *), banshi_done_fn *fn,
                             void *closure)
{
    struct banshi_op *op = op_new(b, OP_OUTER, fn, closure);
    if (!op) {
        free_argument(argument);
        return NULL;
    }
    op->argument = argument;
    op->free_argument = free_argument;
    push(&b->composed, op);
    return op;
}

bool op_given_up(const struct banshi_op *op)
{
    return op->cancelled;
}

void op_finish(struct banshi_op *op, const struct banshi_error *error, struct banshi_rows *rows)
{
    unlink_op(&op->b->waiting, op);
    unlink_op(&op->b->composed, op);
    if (op->cancelled) {
        banshi_rows_free(rows);
        op_free(op);
        return;
    }
    if (error)
        op->error = *error;
    op->rows = rows;
    push(&op->b->finished, op);
}

void banshi_cancel(struct banshi_op *op)
{
    if (!op)
        return;
    struct banshi *b = op->b;
    bool under_way = op == link_under_way(b);
    link_give_up(b);
    if (under_way || op->kind == OP_CONNECT || op->kind == OP_OUTER) {
        op->cancelled = !op->done;
        work_stop(b, op);
        if (op->cancelled && !under_way)
            return;
    }
    if (op->cancelled)
        return;
    unlink_op(&b->waiting, op);
    unlink_op(&b->finished, op);
    op_free(op);
}

static void expire(struct banshi *b)
{
    int64_t now = clock_ms();
    for (struct banshi_op *op = b->waiting.head, *next; op; op = next) {
        next = op->next;
        if (op->deadline && op->deadline <= now && op != link_under_way(b)) { /* the link ends the one under way */
            struct banshi_error error = {0};
            error_set(&error, BANSHI_ETIMEOUT, "%s", op->name ? op->name : "");
            op_finish(op, &error, NULL);
        }
    }
}

static void deliver(struct banshi *b)
{
    /* what callbacks start and finish is delivered by the next round */
    struct banshi_op *last = NULL;
    for (struct banshi_op *op = b->finished.head; op; op = op->next)
        if (!op->awaited)
            last = op;
    for (bool more = last != NULL; more;) {
        struct banshi_op *op = b->finished.head;
        while (op->awaited)
            op = op->next;
        more = op != last;
        unlink_op(&b->finished, op);
        op->done = true;
        op->fn(op->closure, &op->error, op->rows);
        op_free(op);
    }
}

void banshi_process(struct banshi *b)
{
    link_process(b);
    work_process(b);
    expire(b);
    deliver(b);
    events_deliver(&b->events, clock_ms(), b->event, b->event_closure);
}

size_t banshi_pollfds(struct banshi *b, struct pollfd *fds, size_t n)
{
    int fd = link_descriptor(b);
    if (fd >= 0 && n >= 1)
        fds[0] = (struct pollfd){.fd = fd, .events = b->link.events};
    return work_pollfds(b, fds, fd >= 0, n);
}

int banshi_timeout(struct banshi *b)
{
    int64_t wakeup = link_wakeup(b), event = events_due(&b->events);
    if (event && (!wakeup || event < wakeup))
        wakeup = event;
    for (const struct banshi_op *op = b->waiting.head; op; op = op->next)
        if (op->deadline && (!wakeup || op->deadline < wakeup))
            wakeup = op->deadline;
    for (const struct banshi_op *op = b->finished.head; op; op = op->next)
        if (!op->awaited)
            return 0;
    if (b->link.stage == LINK_READY && b->waiting.head)
        return 0;
    if (!wakeup)
        return -1;
    int64_t left = wakeup - clock_ms();
    return left < 0 ? 0 : left > 3600000 ? 3600000 : (int)left;
}

int banshi_run(struct banshi *b, struct banshi_op *op, const struct banshi_rows **ret_rows, struct banshi_error *error)
{
    if (!op)
        return error_set(error, BANSHI_ENOMEM, "banshi_run");
    for (;;) {
        for (struct banshi_op *f = b->finished.head; f; f = f->next)
            if (f == op) {
                unlink_op(&b->finished, op);
                int code = op->error.code;
                if (code != 0 && error)
                    *error = op->error;
                if (code == 0 && ret_rows) {
                    *ret_rows = op->rows;
                    op->rows = NULL;
                }
                op_free(op);
                return code;
            }
        struct pollfd fds[4];
        size_t n = banshi_pollfds(b, fds, sizeof fds / sizeof fds[0]);
        if (poll(fds, n, banshi_timeout(b)) < 0 && errno != EINTR)
            return error_set(error, BANSHI_EIO, "poll · %s", strerror(errno));
        banshi_process(b);
    }
}

enum banshi_link banshi_link_state(const struct banshi *b, int *ret_seconds)
{
    int64_t now = clock_ms();
    bool silent = link_silent(b);
    if (ret_seconds)
        *ret_seconds = (int)((now - (silent ? b->link.sent_at : b->link.since)) / 1000);
    return silent ? BANSHI_LOST : b->link.shown;
}

void banshi_on_event(struct banshi *b, banshi_event_fn *fn, void *closure)
{
    b->event = fn;
    b->event_closure = closure;
}

void banshi_opid(char ret_id[BANSHI_OPID_SIZE])
{
    unsigned char r[16];
    size_t have = 0;
    while (have < sizeof r) {
        ssize_t n = getrandom(r + have, sizeof r - have, 0);
        if (n > 0)
            have += (size_t)n;
    }
    r[6] = (unsigned char)((r[6] & 0x0f) | 0x40); /* version 4, RFC 9562 */
    r[8] = (unsigned char)((r[8] & 0x3f) | 0x80);
    char *out = ret_id;
    for (size_t i = 0; i < sizeof r; i++)
        out += sprintf(out, i == 4 || i == 6 || i == 8 || i == 10 ? "-%02x" : "%02x", r[i]);
}
