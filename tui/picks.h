/* SPDX-License-Identifier: MIT */
/* What several screens pick from, of rows that may not be read yet (NULL). */
#ifndef BANSHI_TUI_PICKS_H
#define BANSHI_TUI_PICKS_H

#include <banshi/banshi.h>

#include "dialog.h"

/* The clerks and leads who have not left; a line's number is that of its row. */
void staff_lines(const struct banshi_rows *staff, struct picks *picks);
/* Queues; a line's number is the id times the sign. */
void queue_lines(const struct banshi_rows *queues, int sign, struct picks *picks);

/* What the papers of a kind are called, as far as the layouts tell (NULL: they are not known). */
const char *kind_title(const struct banshi_rows *layouts, const char *kind);

/* Ask for one of the staff; for an item. */
void staff_pick(struct app *app, const struct banshi_rows *staff, int tag, const char *title);
void item_pick(struct app *app, const struct banshi_rows *items, int tag, int64_t chosen);

#endif
