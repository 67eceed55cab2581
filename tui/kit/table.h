/* SPDX-License-Identifier: MIT */
/* A table of records: columns are declared, everything else is the table's: widths for the terminal, the heading, the selected line
 * that stays on its record when others come and go, the filter, the order, marks.
 *
 * It knows nothing of the records but their shape. They belong to who shows them, and are told with table_set each time they
 * change; what lines say may change with the time or with the screen's state, which is told with table_update. */
#ifndef BANSHI_TUI_TABLE_H
#define BANSHI_TUI_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include <banshi/rows.h>

#include "canvas.h"
#include "edit.h"
#include "keymap.h"
#include "lines.h"

enum { TABLE_COLUMNS = 10, CELL_SIZE = 512, STYLES = 5 };

/* What records say: by a text with names of members in it (says), or a condition on one (when). */
struct table_words {
    void (*say)(const struct banshi_shape *shape, const char *says, const void *record, char *ret, size_t size);
    bool (*is)(const struct banshi_shape *shape, const char *when, const void *record);
};

/* A style and the condition for it. */
struct styled {
    const char *when; /* NULL: no more */
    enum style style;
};

struct column {
    const char *title; /* message id; "" is none */
    const char *says;  /* message id where it has words in it */
    /* In its place: written into room, or lent. */
    const char *(*text)(const void *state, const void *record, char room[CELL_SIZE]);
    int least;     /* columns of the terminal below which it makes no sense; 0: what it says, 4 with a weight */
    int weight;    /* share of the room that is left over or lacking; 0: as wide as what it says */
    bool right;    /* flush right */
    bool optional; /* left out where there is no room for all */
    struct styled styles[STYLES]; /* the first that holds; else as the line. Never in the selected line */
    enum style (*style)(const void *state, const void *record);
};

struct table_shape {
    const struct column *columns;
    size_t count;
    const char
        *key; /* what stays the same when a record is read again, as it says; NULL: its first member, an int64_t */
    struct styled styles[STYLES];                         /* of a line: the first that holds */
    bool (*shown)(const void *state, const void *record); /* NULL: all are */
    const char *none, *none_shown; /* message ids: when there is no record, or none is shown (NULL: nothing matches) */
    bool top_stays;                /* who is at the top stays there: something more urgent may come */
};
#define TABLE_OF(declared) .columns = (declared), .count = sizeof(declared) / sizeof(declared)[0]

struct table {
    const struct table_shape *shape;
    const struct table_words *words; /* NULL when no column says anything */
    const void *state;               /* handed to the functions of the shape */
    const struct banshi_shape *of;   /* what the records are */
    const void *records;
    size_t all;
    bool known;    /* table_set was called: that there is nothing is known */
    size_t *shown; /* which records are, in which order */
    struct lines lines;
    uint64_t *marks;
    size_t marked;
    struct edit filter;
    bool filtering; /* it is being typed */
    size_t sort;    /* 0: as they came, else the column's number + 1 */
    bool backwards;
    int widths[TABLE_COLUMNS]; /* of what the columns say, headings among it */
};

/* Other records, or the same that have changed: the selected line and the marks stay on theirs. */
void table_set(struct table *table, const struct banshi_shape *of, const void *records, size_t count);
void table_update(struct table *table);
void table_free(struct table *table);

/* The record of a line; NULL: there is none. */
const void *table_line(const struct table *table, size_t line);
const void *table_selected(const struct table *table);
const void *table_find(const struct table *table, uint64_t id);
uint64_t table_id(const struct table *table, const void *record);
/* Select the line of this record; false when it is not shown. */
bool table_take(struct table *table, uint64_t id);

bool table_is_marked(const struct table *table, const void *record);
/* Which records are marked, also those that are not shown now, in the order of the lines; when none is, all that are shown.
 * Malloced; *ret_count of them. */
size_t *table_chosen(const struct table *table, size_t *ret_count);

/* An action of CONTEXT_LIST that is the table's: moving, marking, order, filter; false for another. */
bool table_act(struct table *table, enum action action);
/* A key typed into the filter; Enter keeps it, Esc takes it away. False for another key. */
bool table_key(struct table *table, key k);
/* What a column says of a record. */
const char *table_text(const struct table *table, size_t column, const void *record, char room[CELL_SIZE]);

/* The widths in a terminal of so many columns; 0: left out. */
void table_layout(const struct table *table, int columns, int ret[TABLE_COLUMNS]);
/* "Staff 12", "Staff 3/12", and whether it is being sorted or marked. */
void table_title(const struct table *table, const char *name, char *ret, size_t size);
/* The heading and the lines; a filter at the bottom. The selected line is marked as such when the table has the focus. */
void table_draw(const struct table *table, struct area area, bool focus);
/* ▲ and ▼ at the right end of a row, with how many lines there are above and below what table_draw shows in this area. */
void table_draw_more(const struct table *table, struct area title, struct area area);

#endif
