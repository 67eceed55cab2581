/* SPDX-License-Identifier: MIT */
/* Files that were not made here, made ready for printers and terminals. All blocks, for threads of their own. */
#ifndef BANSHI_CORE_PICTURE_H
#define BANSHI_CORE_PICTURE_H

#include <banshi/error.h>
#include <stdbool.h>
#include <stddef.h>

/* Bytes in memory as a descriptor at their beginning. */
int picture_memory(const void *bytes, size_t size, int *ret_fd, struct banshi_error *error);
/* A PNG or JPEG picture as large as an A4 page has room for, as a PDF in memory. BANSHI_EINVALID when it is none. */
int picture_page(const unsigned char *bytes, size_t size, bool png, int *ret_fd, struct banshi_error *error);
/* Text as the content of a paper, with its name as the title; malloced, NULL when out of memory. */
char *picture_text_content(const char *name, const char *text, size_t size);
/* The text of a PDF file, by pdftotext; NULL without that program. BANSHI_EINVALID when it cannot be read. malloced. */
int picture_pdf_text(const char *path, char **ret_text, struct banshi_error *error);

#endif
