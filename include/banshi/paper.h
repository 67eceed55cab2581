/* SPDX-License-Identifier: MIT */
/* Paper: content laid out on pages, the same for every kind of document, slip and register.
 *
 * Content is lines of a directive and its arguments, separated by tabs; data/layout/README.md lists them. The text on a
 * terminal, the PDF and the dots of a thermal printer are made from the same content. Nothing here asks the database. */
#ifndef BANSHI_PAPER_H
#define BANSHI_PAPER_H

#include <banshi/error.h>
#include <banshi/rows.h>

enum banshi_paper_size {
    BANSHI_A4, /* 210 × 297 mm; on its side when the content says so */
    BANSHI_80, /* slips of 80 and 58 mm, as long as the content; 58 when the content says narrow */
    BANSHI_58,
};

/* Everything is lent. */
struct banshi_paper {
    const char *content;
    enum banshi_paper_size size;
    const char *number; /* of the document, for the code and the bookmark; NULL or "": none of either */
    const char *check;  /* its check value, see banshi_paper_check; NULL or "": no code */
    bool voided;        /* marked 作废 on each page */
    banshi_time time;   /* when it was issued: the date in the file, so that the same document gives the same bytes */
};

/* The check value of a document's hash, as printed: 16 hexadecimal digits. */
#define BANSHI_PAPER_CHECK_SIZE 17
void banshi_paper_check(const char *hash, char ret_check[BANSHI_PAPER_CHECK_SIZE]);

/* Lay the content out as text of `columns` terminal columns (40 to 200), lines ending in \n; malloced, NULL when out
 * of memory. */
char *banshi_paper_text(const char *content, int columns);

/* A PDF file with any number of papers, each with its copies and a bookmark, one after the other. It has
 * no name until it is finished; an existing file is never overwritten. 0 or BANSHI_EIO. */
struct banshi_pdf;
int banshi_pdf_new(const char *path, struct banshi_pdf **ret_pdf, struct banshi_error *error);
/* 0, BANSHI_EFONT when no installed font has a character (the detail names it), BANSHI_ENOMEM. */
int banshi_pdf_add(struct banshi_pdf *pdf, const struct banshi_paper *paper, struct banshi_error *error);
/* Write the end, flush it to disk, give it its name, and free. 0 or BANSHI_EIO; then no file is left. */
int banshi_pdf_finish(struct banshi_pdf *pdf, struct banshi_error *error);
/* Give it up: no file is left. NULL is fine. */
void banshi_pdf_free(struct banshi_pdf *pdf);
/* Pages written so far. */
size_t banshi_pdf_pages(const struct banshi_pdf *pdf);

/* The dots of a slip as a thermal printer takes them (ESC/POS: reset, raster GS v 0 at 203 dots an inch, feed, cut);
 * malloced. 0, BANSHI_EFONT, BANSHI_ENOMEM. */
int banshi_paper_escpos(const struct banshi_paper *paper, unsigned char **ret_bytes, size_t *ret_size,
                        struct banshi_error *error);

#endif
