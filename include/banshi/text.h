/* SPDX-License-Identifier: MIT */
/* Text from outside: what may be stored, shown and printed. UTF-8; lengths in code points. */
#ifndef BANSHI_TEXT_H
#define BANSHI_TEXT_H

#include <banshi/error.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* Decode one code point at s (n bytes left, n > 0): its length in bytes, with the code point in *ret; 0 when the
 * bytes are not valid UTF-8 (overlong, surrogate, beyond U+10FFFF, cut off). */
size_t banshi_text_decode(const char *s, size_t n, uint32_t *ret);
/* Code points of a valid UTF-8 string. */
size_t banshi_text_length(const char *s);
/* 0 if the text may be stored: valid UTF-8 without control characters, bidirectional overrides, private-use
 * characters and noncharacters; else BANSHI_ETEXT, the detail naming the code point and its place. */
int banshi_text_check(const char *s, struct banshi_error *error);
/* May this code point be stored? */
bool banshi_text_allowed(uint32_t c);
/* Bytes of a file to UTF-8: takes UTF-8 with or without a byte-order mark, else GB 18030 (2022). *ret_s is malloced,
 * NUL-terminated. BANSHI_ETEXT names the byte offset that is neither. */
int banshi_text_import(const char *bytes, size_t n, char **ret_s, struct banshi_error *error);

#endif
