/* SPDX-License-Identifier: MIT */
/* Text in columns of the terminal: measuring, clipping, wrapping. Input is UTF-8; nothing here splits a character. */
#ifndef BANSHI_TUI_TEXT_H
#define BANSHI_TUI_TEXT_H

#include <stddef.h>
#include <stdint.h>

/* Shown for what has no width or must not reach the terminal: a geta mark, as printers do. Two columns. */
#define TEXT_GETA 0x3013u

/* The code point that is shown for c: itself, or TEXT_GETA; 0 for what takes no room and is dropped (joiners). */
uint32_t text_visible(uint32_t c);
/* Columns of a code point as shown: 0 (combining, dropped), 1 or 2. */
int text_columns(uint32_t c);
/* Decode the character at s into *ret; its bytes. 0 at the end; a bad byte is one U+FFFD. */
size_t text_next(const char *s, uint32_t *ret);
/* Encode c at s (room for 4); its bytes. */
size_t text_encode(char *s, uint32_t c);

/* Columns of the text on one line. */
int text_width(const char *s);
/* Bytes of the longest beginning that fits into columns; *ret_used (may be NULL) is what it takes. */
size_t text_clip(const char *s, int columns, int *ret_used);
/* Bytes of the first line when wrapping at columns (at least 2): at a line feed, between Chinese characters (never
 * before closing punctuation), or at a space. *ret_next is where the next line begins: beyond spaces and line feed. */
size_t text_wrap(const char *s, int columns, size_t *ret_next);
/* Lines that end in \n; NULL has none. */
size_t text_count(const char *s);
/* Lines the text takes when wrapped; "" takes none. */
int text_lines(const char *s, int columns);

#endif
