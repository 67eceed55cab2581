/* SPDX-License-Identifier: MIT */
/* Sending papers where they are to go; blocks, for threads of their own. */
#ifndef BANSHI_CORE_DESTINATION_H
#define BANSHI_CORE_DESTINATION_H

#include <banshi/paper.h>
#include "progress.h"

/* What became of it, as in struct banshi_print. */
struct outcome {
    int job;
    const char *state; /* static */
    char message[256];
};

/* See banshi_print. */
int destination_send(const struct banshi_paper *papers, size_t count, const char *destination, int wait_ms,
                     struct progress *progress, struct outcome *ret_outcome, struct banshi_error *error);

/* Rows of one struct banshi_print. */
int outcome_rows(const struct outcome *outcome, const char *destination, struct banshi_rows **ret_rows,
                 struct banshi_error *error);

/* Papers that go to one destination, one after the other: begun, added to, and finished, which frees it; or given up. When told
 * to stop, adding is BANSHI_ECANCELLED. */
struct batch;
struct batch *batch_new(const char *destination, struct banshi_error *error); /* NULL with the error */
int batch_add(struct batch *batch, const struct banshi_paper *paper, struct progress *progress,
              struct banshi_error *error);
int batch_finish(struct batch *batch, int wait_ms, const atomic_bool *stop, struct outcome *ret_outcome,
                 struct banshi_error *error);
void batch_free(struct batch *batch);

/* Print a PDF file, read from fd, on a queue (name) or a printer's own address (uri); the other is NULL. */
int ipp_send(int fd, const char *name, const char *uri, const char *title, int wait_ms, const atomic_bool *stop,
             struct outcome *ret_outcome, struct banshi_error *error);

/* Does the destination take paper: a printer of the system or the network, or a thermal one? */
bool destination_is_printer(const char *destination);
/* Print a PDF, whose descriptor is closed in any case. */
int destination_print(int fd, const char *destination, const char *title, int wait_ms, const atomic_bool *stop,
                      struct outcome *ret_outcome, struct banshi_error *error);
/* Bytes as they are to standard output, a command, or a new file: a descriptor to put them in, or an error's code. Nothing of
 * them gets there before destination_close, which closes it in any case; who only closes the descriptor has given up. When told
 * to stop, BANSHI_ECANCELLED, and a command is ended. */
int destination_open(const char *destination, struct banshi_error *error);
int destination_put(int fd, const void *bytes, size_t n, const char *destination, struct banshi_error *error);
int destination_close(int fd, const char *destination, const atomic_bool *stop, struct banshi_error *error);

/* A thermal printer's device, file or //HOST:PORT: a descriptor, or an error's code; and bytes for it. */
int escpos_open(const char *address, struct banshi_error *error);
int escpos_write(int fd, const unsigned char *bytes, size_t n, const char *address, const atomic_bool *stop,
                 struct banshi_error *error);

/* A queue of the printing system, as in struct banshi_printer; and what is called for each until it is not 0, which is returned. */
struct ipp_queue {
    const char *name, *description, *state, *message;
    bool chosen;
};
int ipp_queues(int (*each)(void *closure, const struct ipp_queue *queue), void *closure);
/* Add what a printer says about itself or a job, segments joined by " · ": keywords in plain words, which a front end can
 * translate; a job that is printing is no news. */
void ipp_note(char *ret, size_t size, const char *text);
/* A PDF that gets no name; and the descriptor of what was added, at its beginning, which frees the PDF. */
int pdf_nameless(struct banshi_pdf **ret_pdf, struct banshi_error *error);
int pdf_take(struct banshi_pdf *pdf, int *ret_fd, struct banshi_error *error);

#endif
