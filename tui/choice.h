/* SPDX-License-Identifier: MIT */
/* What forms let one choose that is no vocabulary of the library. */
#ifndef BANSHI_TUI_CHOICE_H
#define BANSHI_TUI_CHOICE_H

#include <banshi/rows.h>

#include "kit/form.h" /* no_yes */

extern const struct banshi_word weekdays[]; /* "1" Monday … "7" */

#endif
