/* SPDX-License-Identifier: MIT */
/* Fonts in PDF files made small. */
#ifndef BANSHI_CORE_PDF_FONT_H
#define BANSHI_CORE_PDF_FONT_H

#include <stddef.h>

/* The same PDF file in fewer bytes, malloced; NULL when it is to stay as it is. */
void *pdf_font_shrink(const void *file, size_t size, size_t *ret_size);

#endif
