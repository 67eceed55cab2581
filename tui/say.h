/* SPDX-License-Identifier: MIT */
/* What a record says, declared as a text with names of its members in it:
 *
 *     {staff_name}            the member: a text, a number (0 is none), a day 2026-11-24, a time 14:05
 *     {count:number}          a number of which 0 is one
 *     {state:word}            translated, segment by segment
 *     {day:short} {at:short}  11-24; 11-24 14:05
 *     {at:day}                2026-11-24
 *     {at:min} {at:begun}     whole minutes since; with the one that has begun
 *     {day:weekday}           Mon (of a number 1 … 7, too)
 *     {counters:names}        what the database joins by 、, joined as the reader's language does
 *     {item_name|queue_name}  the first that is not empty
 *     {mine?!}                a word when a condition holds: mine, !active, state=stopped
 *     [{!ended_at?}since {started_at}]
 *                             left out when a member in it is empty, or a condition does not hold
 *
 * Such texts are message ids where they have words in them. A member that the record has not is shown as it is written. */
#ifndef BANSHI_TUI_SAY_H
#define BANSHI_TUI_SAY_H

#include <banshi/rows.h>

#include "kit/table.h"

void say(const struct banshi_shape *shape, const char *says, const void *record, char *ret, size_t size);
/* Does the condition hold for the record, or do all of several: mine&state=agreed? */
bool say_is(const struct banshi_shape *shape, const char *when, const void *record);
/* The first name in such a text that the shape has not; NULL: it has all. Malloced. */
char *say_unknown(const struct banshi_shape *shape, const char *says);

extern const struct table_words say_words;

#endif
