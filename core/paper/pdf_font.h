/* SPDX-License-Identifier: MIT */
/* Fonts in PDF files made small. */
#ifndef BANSHI_CORE_PDF_FONT_H
#define BANSHI_CORE_PDF_FONT_H

#include <stdbool.h>
#include <stddef.h>

/* The end of a PDF file as cairo writes it when it is finished: fonts, pages, table of places; `at` is its place in the file,
 * and a NUL follows the bytes. Returns the same with smaller fonts, malloced; NULL when it is to stay as it is. */
char *pdf_font_shrink(const char *bytes, size_t size, size_t at, size_t *ret_size);

#endif
