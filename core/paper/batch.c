/* SPDX-License-Identifier: MIT */
/* Papers on their way to one destination, one after the other, so that only one of them is in memory: as a PDF file, as text, as
 * dots of a thermal printer, or as a PDF for a printer. */
#include <config.h>

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

#include "error.h"
#include "destination.h"

enum way { TO_TEXT, TO_FILE, TO_PRINTER, TO_ESCPOS };

struct batch {
    char *destination, *title; /* title: of a printer's job, the number of the first paper */
    enum way way;
    struct banshi_pdf *pdf;
    size_t count;
    int fd; /* of the text, or of a thermal printer; -1: none */
};

static enum way way_of(const char *destination)
{
    size_t n = strlen(destination);
    if (strncmp(destination, "escpos:", 7) == 0)
        return TO_ESCPOS;
    if (destination_is_printer(destination))
        return TO_PRINTER;
    return n >= 4 && strcasecmp(destination + n - 4, ".pdf") == 0 && destination[0] != '|' ? TO_FILE : TO_TEXT;
}

struct batch *batch_new(const char *destination, struct banshi_error *error)
{
    struct batch *batch = calloc(1, sizeof *batch);
    int r = 0;
    if (!batch || !(batch->destination = strdup(destination))) {
        free(batch);
        error_set(error, BANSHI_ENOMEM, "%s", destination);
        return NULL;
    }
    batch->fd = -1;
    batch->way = way_of(destination);
    if (batch->way == TO_FILE)
        r = banshi_pdf_new(destination, &batch->pdf, error);
    else if (batch->way == TO_PRINTER)
        r = pdf_nameless(&batch->pdf, error);
    else if (batch->way == TO_ESCPOS)
        r = (batch->fd = escpos_open(destination + strlen("escpos:"), error)) < 0 ? batch->fd : 0;
    else
        r = (batch->fd = destination_open(destination, error)) < 0 ? batch->fd : 0;
    if (r == 0)
        return batch;
    batch_free(batch);
    return NULL;
}

static int add_dots(const struct batch *batch, const struct banshi_paper *paper, const struct progress *progress,
                    struct banshi_error *error)
{
    unsigned char *bytes = NULL;
    size_t size = 0;
    int r = banshi_paper_escpos(paper, &bytes, &size, error);
    if (r == 0)
        r = escpos_write(batch->fd, bytes, size, batch->destination + strlen("escpos:"), &progress->stop, error);
    free(bytes);
    return r;
}

/* A form feed between papers. */
static int add_text(const struct batch *batch, const struct banshi_paper *paper, struct banshi_error *error)
{
    char *text = banshi_paper_text(paper->content, paper->size == BANSHI_A4 ? 80 : 42);
    int r = text ? 0 : error_set(error, BANSHI_ENOMEM, "%s", batch->destination);
    if (r == 0 && batch->count)
        r = destination_put(batch->fd, "\f", 1, batch->destination, error);
    if (r == 0)
        r = destination_put(batch->fd, text, strlen(text), batch->destination, error);
    free(text);
    return r;
}

int batch_add(struct batch *batch, const struct banshi_paper *paper, struct progress *progress,
              struct banshi_error *error)
{
    int r;
    if (atomic_load(&progress->stop))
        return error_set(error, BANSHI_ECANCELLED, "%s", batch->destination);
    if (!batch->title && paper->number && *paper->number)
        batch->title = strdup(paper->number);
    if (batch->way == TO_ESCPOS)
        r = add_dots(batch, paper, progress, error);
    else if (batch->way == TO_TEXT)
        r = add_text(batch, paper, error);
    else
        r = banshi_pdf_add(batch->pdf, paper, error);
    batch->count++;
    atomic_fetch_add(&progress->done, 1);
    return r;
}

static int finish_text(struct batch *batch, const atomic_bool *stop, struct banshi_error *error)
{
    int fd = batch->fd;
    batch->fd = -1;
    return destination_close(fd, batch->destination, stop, error);
}

static int finish_printer(struct batch *batch, int wait_ms, const atomic_bool *stop, struct outcome *ret_outcome,
                          struct banshi_error *error)
{
    int fd = -1, r = pdf_take(batch->pdf, &fd, error);
    batch->pdf = NULL;
    return r ? r
             : destination_print(fd, batch->destination, batch->title ? batch->title : PACKAGE, wait_ms, stop,
                                 ret_outcome, error);
}

static int finish_dots(struct batch *batch, struct banshi_error *error)
{
    int failed = close(batch->fd);
    batch->fd = -1;
    return failed ? error_set(error, BANSHI_EPRINTER, "%s · %s", batch->destination, strerror(errno)) : 0;
}

int batch_finish(struct batch *batch, int wait_ms, const atomic_bool *stop, struct outcome *ret_outcome,
                 struct banshi_error *error)
{
    int r;
    *ret_outcome = (struct outcome){.state = "done"};
    if (batch->way == TO_TEXT) {
        r = finish_text(batch, stop, error);
    } else if (batch->way == TO_PRINTER) {
        r = finish_printer(batch, wait_ms, stop, ret_outcome, error);
    } else if (batch->way == TO_ESCPOS) {
        r = finish_dots(batch, error);
    } else {
        r = banshi_pdf_finish(batch->pdf, error);
        batch->pdf = NULL;
    }
    batch_free(batch);
    return r;
}

void batch_free(struct batch *batch)
{
    if (!batch)
        return;
    banshi_pdf_free(batch->pdf);
    if (batch->fd >= 0)
        close(batch->fd);
    free(batch->destination);
    free(batch->title);
    free(batch);
}

int destination_send(const struct banshi_paper *papers, size_t count, const char *destination, int wait_ms,
                     struct progress *progress, struct outcome *ret_outcome, struct banshi_error *error)
{
    struct batch *batch = batch_new(destination, error);
    int r = 0;
    if (!batch)
        return error->code;
    if (count > 1)
        atomic_store(&progress->total, count);
    for (size_t i = 0; r == 0 && i < count; i++)
        r = batch_add(batch, &papers[i], progress, error);
    if (r == 0)
        return batch_finish(batch, wait_ms, &progress->stop, ret_outcome, error);
    batch_free(batch);
    return r;
}
