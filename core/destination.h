/* SPDX-License-Identifier: MIT */
/* Sending papers where they are to go; blocks, for threads of their own. */
#ifndef BANSHI_CORE_DESTINATION_H
#define BANSHI_CORE_DESTINATION_H

#include <banshi/paper.h>
#include "work.h"

/* What became of it, as in struct banshi_print. */
struct outcome {
    int job;
    const char *state; /* static */
    char message[256];
};

/* See banshi_print. */
int destination_send(const struct banshi_paper *papers, size_t count, const char *destination, int wait_ms,
                     struct progress *progress, struct outcome *ret_outcome, struct banshi_error *error);

/* Print a PDF file, read from fd, on a queue (name) or a printer's own address (uri); the other is NULL. */
int ipp_send(int fd, const char *name, const char *uri, const char *title, int wait_ms, const atomic_bool *stop,
             struct outcome *ret_outcome, struct banshi_error *error);

/* Does the destination take paper: a printer of the system or the network, or a thermal one? */
bool destination_is_printer(const char *destination);
/* Print a PDF, whose descriptor is closed in any case. */
int destination_print(int fd, const char *destination, const char *title, int wait_ms, const atomic_bool *stop,
                      struct outcome *ret_outcome, struct banshi_error *error);
/* Write bytes as they are to standard output, a command, or a new file. */
int destination_write(const void *bytes, size_t n, const char *destination, struct banshi_error *error);

/* Add what a printer says about itself or a job, segments joined by " · ": keywords without their degree, so that a front end
 * can translate them; a job that is printing is no news. */
void ipp_note(char *ret, size_t size, const char *text);
/* Add the papers until told to stop: then BANSHI_ECANCELLED. */
int pdf_add_all(struct banshi_pdf *pdf, const struct banshi_paper *papers, size_t count, struct progress *progress,
                struct banshi_error *error);
/* Papers as PDF in memory: a descriptor at its beginning. */
int pdf_in_memory(const struct banshi_paper *papers, size_t count, struct progress *progress, int *ret_fd,
                  struct banshi_error *error);

#endif
