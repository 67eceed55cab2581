/* SPDX-License-Identifier: MIT */
/* Search by pinyin initials: "sfz" finds 身份证. Readings from Unihan; any reading of a character matches. */
#ifndef BANSHI_PINYIN_H
#define BANSHI_PINYIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Initials of a character as a mask, bit 0 = a … bit 25 = z; letters and digits stand for themselves elsewhere; 0 none. */
uint32_t banshi_pinyin_initials(uint32_t c);
/* Does the text hold the query: as literal characters (case and width folded), as initials, or mixed, in one run?
 * Returns the match's first code point index, -1 if none. Both valid UTF-8. */
int banshi_pinyin_find(const char *text, const char *query);
/* The spellings of a name in initials ("zhang qu" readings give "cq", "zq" …), lower case, at most max of them;
 * returns how many were written. For storing with a name so that the database can search it. */
#define BANSHI_PINYIN_SPELLING 32
size_t banshi_pinyin_spellings(const char *name, char ret[][BANSHI_PINYIN_SPELLING], size_t max);

#endif
