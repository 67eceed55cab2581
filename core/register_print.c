/* SPDX-License-Identifier: MIT */
/* All documents of days on one destination: fetched piece by piece and laid out beside the loop, so that only a piece is in
 * memory; sent; and when that is done, each counted as printed. */
#include <config.h>

#include <banshi/document.h>
#include <banshi/printer.h>
#include <banshi/register.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "paper/destination.h"
#include "db/compose.h"
#include "db/rows.h"
#include "sql.h"
#include "db/work.h"

enum { PIECE = 50, COUNTED = 200 };

struct counted {
    int64_t documents;
};
static const struct banshi_field counted_fields[] = {FIELD(struct counted, documents, NULL, BANSHI_INT)};
static const struct banshi_shape counted_shape = {"counted", sizeof(struct counted), 1, counted_fields};

struct all {
    struct banshi *b;
    struct banshi_op *op; /* the whole */
    banshi_date first, last;
    char *destination;
    int wait_ms;
    size_t total;
    const struct banshi_rows *piece; /* that is being laid out */
    struct batch *batch;
    struct outcome outcome;
    int64_t *ids; /* of those laid out */
    size_t count, room, counted;
};

static void free_everything(void *closure)
{
    struct all *all = closure;
    banshi_rows_free(all->piece);
    batch_free(all->batch);
    free(all->ids);
    free(all->destination);
    free(all);
}

static void nothing(void *closure)
{
    (void)closure;
}

/* Given up, or failed: then all is over. */
static bool over(struct all *all, const struct banshi_error *error)
{
    if (error->code == 0 && !op_given_up(all->op))
        return false;
    op_finish(all->op, error, NULL);
    return true;
}

/* The next step could not even begin. */
static void begun(struct all *all, const struct banshi_op *step)
{
    struct banshi_error error = {0};
    if (step)
        return;
    error_set(&error, BANSHI_ENOMEM, "%s", all->destination);
    op_finish(all->op, &error, NULL);
}

static void begin_work(struct all *all, work_fn *work, banshi_done_fn *done)
{
    struct banshi_op *op = work_start(all->b, work, all, nothing, done, all);
    work_part(all->b, op, all->op);
    begun(all, op);
}

/* Counting ------------------------------------------------------------------------------------------------------ */

static void count_some(struct all *all);

static void on_counted(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)rows;
    if (!over(closure, error))
        count_some(closure);
}

/* The ids of the next ones as a JSON array; malloced. */
static char *ids_text(struct all *all)
{
    char *text = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return NULL;
    for (size_t i = 0; i < COUNTED && all->counted < all->count; i++)
        fprintf(out, "%c%" PRId64, i ? ',' : '[', all->ids[all->counted++]);
    fputc(']', out);
    return fclose(out) == 0 ? text : NULL;
}

static void count_some(struct all *all)
{
    struct banshi_error error = {0};
    struct banshi_rows *rows = NULL;
    if (all->counted < all->count) {
        char *ids = ids_text(all);
        begun(all, ids ? db_call(all->b, "document_batch_printed", &counted_shape, on_counted, all, "oss",
                                 (const char *)NULL, ids, all->destination)
                       : NULL);
        free(ids);
        return;
    }
    outcome_rows(&all->outcome, all->destination, &rows, &error);
    op_finish(all->op, &error, rows);
}

/* Sending ------------------------------------------------------------------------------------------------------- */

static int send_batch(void *closure, struct progress *progress, struct banshi_rows **ret_rows,
                      struct banshi_error *error)
{
    struct all *all = closure;
    struct batch *batch = all->batch;
    (void)ret_rows;
    all->batch = NULL;
    return batch_finish(batch, all->wait_ms, &progress->stop, &all->outcome, error);
}

static void on_sent(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)rows;
    if (!over(closure, error))
        count_some(closure);
}

/* Laying out ---------------------------------------------------------------------------------------------------- */

static int lay_out(void *closure, struct progress *progress, struct banshi_rows **ret_rows, struct banshi_error *error)
{
    struct all *all = closure;
    char check[BANSHI_PAPER_CHECK_SIZE];
    (void)ret_rows;
    atomic_store(&progress->total, all->total);
    atomic_store(&progress->done, all->count);
    if (!all->batch)
        all->batch = batch_new(all->destination, error);
    int r = all->batch ? 0 : error->code;
    for (size_t i = 0; r == 0 && i < all->piece->count; i++) {
        struct banshi_paper paper = banshi_document_paper(banshi_row(struct banshi_document, all->piece, i), check);
        r = batch_add(all->batch, &paper, progress, error);
    }
    return r;
}

static void fetch(struct all *all);

static void on_laid_out(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct all *all = closure;
    (void)rows;
    if (over(all, error))
        return;
    for (size_t i = 0; i < all->piece->count; i++)
        all->ids[all->count++] = banshi_row(struct banshi_document, all->piece, i)->id;
    banshi_rows_free(all->piece);
    all->piece = NULL;
    fetch(all);
}

static bool make_room(struct all *all, size_t more)
{
    if (all->count + more <= all->room)
        return true;
    size_t room = all->count + more + all->room;
    int64_t *ids = realloc(all->ids, room * sizeof *ids);
    if (!ids)
        return false;
    all->ids = ids;
    all->room = room;
    return true;
}

static void on_piece(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct all *all = closure;
    if (over(all, error))
        return;
    if (rows->count == 0) {
        begin_work(all, send_batch, on_sent);
        return;
    }
    all->piece = banshi_rows_ref(rows);
    if (make_room(all, rows->count))
        begin_work(all, lay_out, on_laid_out);
    else
        begun(all, NULL);
}

static void fetch(struct all *all)
{
    int64_t after = all->count ? all->ids[all->count - 1] : 0;
    begun(all, db_call(all->b, "document_batch", &banshi_document_shape, on_piece, all, "oddii", (const char *)NULL,
                       all->first, all->last, after, (int64_t)PIECE));
}

/* All together -------------------------------------------------------------------------------------------------- */

static void on_total(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct all *all = closure;
    if (over(all, error))
        return;
    all->total = rows->count ? (size_t)banshi_row(struct counted, rows, 0)->documents : 0;
    if (all->total > 0)
        fetch(all);
    else
        op_finish(all->op, NULL, rows_new(&banshi_print_shape, 0));
}

struct banshi_op *banshi_register_print(struct banshi *b, banshi_date first, banshi_date last, const char *destination,
                                        int wait_ms, banshi_done_fn *fn, void *closure)
{
    struct all *all = calloc(1, sizeof *all);
    if (!all || !(all->destination = strdup(destination))) {
        free(all);
        return NULL;
    }
    all->b = b;
    all->first = first;
    all->last = last;
    all->wait_ms = wait_ms;
    struct banshi_op *op = op_compose(b, all, free_everything, fn, closure);
    if (!op)
        return NULL;
    all->op = op;
    begun(all, db_read(b, &query_register_count, &counted_shape, on_total, all, "dd", first, last));
    return op;
}
