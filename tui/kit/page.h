/* SPDX-License-Identifier: MIT */
/* Text longer than its place: which lines are shown, and that it goes on above and below. */
#ifndef BANSHI_TUI_PAGE_H
#define BANSHI_TUI_PAGE_H

#include "canvas.h"
#include "keymap.h"

struct page {
    size_t lines, first; /* first: shown at the top */
    size_t fit;          /* how many lines there was room for at the last key */
};

/* Another text of so many lines, from its beginning, where `fit` lines have room. */
void page_begin(struct page *page, size_t lines, int fit);
/* Do an action of CONTEXT_LIST; false for another. */
bool page_act(struct page *page, enum action action, int fit);
/* For a screen's hint: the scroll keys are in the key bar when the text is longer than its place. */
const char *page_hint(const struct page *page, enum action action);
/* The first line to show when `fit` lines have room. */
size_t page_first(const struct page *page, int fit);
/* Paint the lines of the text. */
void page_draw(const struct page *page, struct area area, const char *text);
/* How much there is above and below what is shown, flush right in a row; nothing when all is. */
void page_mark(struct area area, int row, size_t lines, size_t first, size_t fit);

#endif
