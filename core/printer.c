/* SPDX-License-Identifier: MIT */
/* Printers: sending papers, the queues there are, and which is used for what. */
#include <config.h>

#include <banshi/printer.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "paper/destination.h"
#include "db/rows.h"
#include "sql.h"
#include "db/work.h"

int outcome_rows(const struct outcome *outcome, const char *destination, struct banshi_rows **ret_rows,
                 struct banshi_error *error)
{
    char job[16];
    snprintf(job, sizeof job, "%d", outcome->job);
    *ret_rows = rows_new(&banshi_print_shape, 1);
    return *ret_rows
               ? rows_add(*ret_rows, (const char *const[]){destination, job, outcome->state, outcome->message}, error)
               : error_set(error, BANSHI_ENOMEM, "%s", destination);
}

/* A copy for the thread. */
struct print_work {
    struct banshi_paper *papers;
    size_t count;
    char *destination;
    int wait_ms;
};

static void free_print(void *closure)
{
    struct print_work *work = closure;
    for (size_t i = 0; work->papers && i < work->count; i++) {
        free((char *)work->papers[i].content);
        free((char *)work->papers[i].number);
        free((char *)work->papers[i].check);
    }
    free(work->papers);
    free(work->destination);
    free(work);
}

static int print(void *closure, struct progress *progress, struct banshi_rows **ret_rows, struct banshi_error *error)
{
    const struct print_work *work = closure;
    struct outcome outcome = {0};
    int r = destination_send(work->papers, work->count, work->destination, work->wait_ms, progress, &outcome, error);
    return r ? r : outcome_rows(&outcome, work->destination, ret_rows, error);
}

struct banshi_op *banshi_print(struct banshi *b, const struct banshi_paper *papers, size_t count,
                               const char *destination, int wait_ms, banshi_done_fn *fn, void *closure)
{
    struct print_work *work = calloc(1, sizeof *work);
    if (!work)
        return NULL;
    work->papers = calloc(count ? count : 1, sizeof *work->papers);
    work->destination = strdup(destination);
    work->wait_ms = wait_ms;
    bool ok = work->papers && work->destination;
    for (size_t i = 0; ok && i < count; i++) {
        struct banshi_paper *paper = &work->papers[work->count++];
        *paper = papers[i];
        paper->content = strdup(papers[i].content);
        paper->number = strdup(papers[i].number ? papers[i].number : "");
        paper->check = strdup(papers[i].check ? papers[i].check : "");
        ok = paper->content && paper->number && paper->check;
    }
    if (!ok) {
        free_print(work);
        return NULL;
    }
    return work_start(b, print, work, free_print, fn, closure);
}

/* Queues -------------------------------------------------------------------------------------------------------- */

struct listing {
    struct banshi_rows *rows;
    struct banshi_error *error;
};

static int add_queue(void *closure, const struct ipp_queue *queue)
{
    struct listing *l = closure;
    return rows_add(
        l->rows,
        (const char *const[]){queue->name, queue->description, queue->state, queue->message, queue->chosen ? "t" : "f"},
        l->error);
}

static int list(void *closure, struct progress *progress, struct banshi_rows **ret_rows, struct banshi_error *error)
{
    (void)closure;
    (void)progress;
    *ret_rows = rows_new(&banshi_printer_shape, 8);
    return *ret_rows ? ipp_queues(add_queue, &(struct listing){*ret_rows, error})
                     : error_set(error, BANSHI_ENOMEM, "printer");
}

static void nothing(void *argument)
{
    (void)argument;
}

struct banshi_op *banshi_printer_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return work_start(b, list, NULL, nothing, fn, closure);
}

/* Rules --------------------------------------------------------------------------------------------------------- */

struct banshi_op *banshi_printer_rule_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_printer_rule_list, &banshi_printer_rule_shape, fn, closure, "");
}

struct banshi_op *banshi_printer_rule_set(struct banshi *b, const char *opid, int64_t counter, const char *kind,
                                          const char *destination, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "printer_rule_set", &banshi_printer_rule_shape, fn, closure, "oIss", opid, counter, kind,
                   destination);
}

struct banshi_op *banshi_printer_rule_mine(struct banshi *b, const char *kind, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_printer_rule_mine, &banshi_printer_rule_shape, fn, closure, "s", kind);
}
