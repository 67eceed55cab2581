/* SPDX-License-Identifier: MIT */
/* Threads for what would block the loop: laying out paper, and printers. */
#include <config.h>

#include "work.h"

#include <pthread.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/eventfd.h>
#include <unistd.h>

#include "db.h"
#include "handle.h"

struct work {
    struct work *next;
    struct banshi_op *op;
    const struct banshi_op *whole; /* what the front end holds: op, or the operation that it is a part of */
    pthread_t thread;
    atomic_bool finished;
    struct progress progress;
    int wake; /* the handle's event descriptor */
    work_fn *fn;
    void *argument;
    void (*free_argument)(void *);
    struct banshi_rows *rows;
    struct banshi_error error;
};

static void *run(void *closure)
{
    struct work *work = closure;
    work->fn(work->argument, &work->progress, &work->rows, &work->error);
    atomic_store(&work->finished, true);
    eventfd_write(work->wake, 1);
    return NULL;
}

static void free_work(struct work *work)
{
    work->free_argument(work->argument);
    free(work);
}

struct banshi_op *work_start(struct banshi *b, work_fn *fn, void *argument, void (*free_argument)(void *),
                             banshi_done_fn *done, void *closure)
{
    struct banshi_op *op = op_new(b, OP_OUTER, done, closure);
    struct work *work = calloc(1, sizeof *work);
    if (b->work_fd < 0)
        b->work_fd = eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK);
    if (!op || !work || b->work_fd < 0) {
        op_free(op);
        free(work);
        free_argument(argument);
        return NULL;
    }
    work->op = op;
    work->whole = op;
    work->fn = fn;
    work->argument = argument;
    work->free_argument = free_argument;
    work->wake = b->work_fd;
    /* signals are the loop's */
    sigset_t all, before;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    int failed = pthread_create(&work->thread, NULL, run, work);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (failed) {
        struct banshi_error error = {0};
        error_set(&error, BANSHI_ENOMEM, "pthread_create");
        free_work(work);
        op_finish(op, &error, NULL);
        return op;
    }
    work->next = b->works;
    b->works = work;
    return op;
}

void work_part(struct banshi *b, const struct banshi_op *op, const struct banshi_op *whole)
{
    for (struct work *work = b->works; work; work = work->next)
        if (work->op == op)
            work->whole = whole;
}

void work_stop(struct banshi *b, const struct banshi_op *op)
{
    for (struct work *work = b->works; work; work = work->next)
        if (work->whole == op)
            atomic_store(&work->progress.stop, true);
}

bool banshi_progress(const struct banshi_op *op, size_t *ret_done, size_t *ret_total)
{
    const struct work *work = op ? op->b->works : NULL;
    while (work && work->whole != op)
        work = work->next;
    size_t total = work ? atomic_load(&work->progress.total) : 0;
    if (total == 0)
        return false;
    *ret_done = atomic_load(&work->progress.done);
    *ret_total = total;
    return true;
}

size_t work_pollfds(const struct banshi *b, struct pollfd *fds, size_t n, size_t room)
{
    if (!b->works)
        return n;
    if (n < room)
        fds[n] = (struct pollfd){.fd = b->work_fd, .events = POLLIN};
    return n + 1;
}

void work_process(struct banshi *b)
{
    eventfd_t count;
    if (!b->works || eventfd_read(b->work_fd, &count) != 0)
        return;
    for (struct work **at = &b->works; *at;) {
        struct work *work = *at;
        if (!atomic_load(&work->finished)) {
            at = &work->next;
            continue;
        }
        pthread_join(work->thread, NULL);
        *at = work->next;
        if (work->error.code != 0) {
            banshi_rows_free(work->rows);
            work->rows = NULL;
        }
        op_finish(work->op, &work->error, work->rows);
        free_work(work);
    }
}

void work_close(struct banshi *b)
{
    for (struct work *work = b->works, *next; work; work = next) {
        next = work->next;
        atomic_store(&work->progress.stop, true);
        pthread_join(work->thread, NULL);
        banshi_rows_free(work->rows);
        op_free(work->op);
        free_work(work);
    }
    b->works = NULL;
    if (b->work_fd >= 0)
        close(b->work_fd);
}
