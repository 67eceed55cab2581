/* SPDX-License-Identifier: MIT */
/* Numbers and days as they are typed: all of the text is one, or it is none. */
#ifndef BANSHI_TUI_NUMBER_H
#define BANSHI_TUI_NUMBER_H

#include <stdbool.h>
#include <stdint.h>

#include <banshi/rows.h>

/* A whole number without a sign, of at most nine digits. */
bool number_parse(const char *text, int64_t *ret);
/* A day like 2026-11-24; 0: it is none. */
banshi_date number_day(const char *text);

#endif
