/* SPDX-License-Identifier: MIT */
/* The generated table of pinyin initials: pages of 256 code points hold numbers of masks; page 0 is empty. */
#ifndef BANSHI_CORE_PINYIN_TABLE_H
#define BANSHI_CORE_PINYIN_TABLE_H

#include <stddef.h>
#include <stdint.h>

extern const uint32_t pinyin_masks[];
extern const uint8_t pinyin_pages[][256];
extern const uint16_t pinyin_page_of[]; /* by code point / 256 */
extern const size_t pinyin_page_count;  /* entries of pinyin_page_of */

#endif
