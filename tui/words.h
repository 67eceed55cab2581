/* SPDX-License-Identifier: MIT */
/* Errors, times and days in words, for the screens and the commands. */
#ifndef BANSHI_TUI_WORDS_H
#define BANSHI_TUI_WORDS_H

#include <stddef.h>

#include <banshi/error.h>
#include <banshi/rows.h>
#include <banshi/table.h>

/* Error in words: sentence, translated detail, hint. */
void error_words(const struct banshi_error *error, char *ret, size_t size);
/* What a code is called: of a vocabulary (word.h), or with words NULL of whichever has it. */
const char *word_text(const struct banshi_word *words, const char *code);
/* Each segment of a detail translated. */
void detail_words(const char *detail, char *ret, size_t size);

/* The text of a field: what its code is called, else as a detail. */
void text_words(const struct banshi_field *field, const char *text, char *ret, size_t size);
/* A field of a record as people read it; and all of a table's. */
void field_words(const struct banshi_rows *rows, size_t row, const struct banshi_field *field, char *ret, size_t size);
extern const struct banshi_table_words table_words;

/* A time in the centre's time zone, as by strftime(3); "" for none. "14:05". */
const char *time_text(banshi_time t, const char *format, char *ret, size_t size)
    __attribute__((format(strftime, 2, 0)));
const char *clock_text(banshi_time t, char ret[16]);
const char *day_text(banshi_date day, char ret[16]);
/* "1" Monday … "7", to choose from. */
extern const struct banshi_word weekdays[];
/* "11-24"; "Mon". */
const char *day_short(banshi_date day, char ret[16]);
const char *weekday_text(int weekday);
/* As it is said: month and day. */
const char *day_said(banshi_date day, char ret[32]);
/* Now, by the server's clock as far as it is known; and the whole minutes since a time, or those that have begun: never
 * negative. */
banshi_time time_now(void);
int minutes_since(banshi_time t);
int minutes_begun(banshi_time t);
/* Names that the database joins by 、, joined as the reader's language does. */
void names_words(const char *names, char *ret, size_t size);

/* Is the centre open now, until when, and who is on duty at lunch: "open until 12:00". */
struct banshi_hours_now;
void hours_words(const struct banshi_hours_now *now, char *ret, size_t size);

/* Take the centre's time zone, and what time it is there, from a session that begins: a terminal's own clock may be wrong. */
struct banshi_session;
void time_set(const struct banshi_session *session);

/* The day of a time in the centre's time zone; a day some days on; 1 Monday … 7 Sunday; the last day of
 * its month. */
banshi_date day_of(banshi_time t);
banshi_date day_add(banshi_date day, int days);
int day_weekday(banshi_date day);
banshi_date day_month_end(banshi_date day);

#endif
