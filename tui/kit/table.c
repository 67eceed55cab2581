/* SPDX-License-Identifier: MIT */
/* Which records a table shows, in which order, and which one is selected. */
#define _GNU_SOURCE /* qsort_r */
#include <config.h>

#include "table.h"

#include <banshi/pinyin.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "hash.h"
#include "i18n.h"
#include "text.h"

static const void *record(const struct table *t, size_t i)
{
    return (const char *)t->records + i * t->of->size;
}

uint64_t table_id(const struct table *table, const void *of)
{
    char said[CELL_SIZE];
    if (!table->shape->key)
        return (uint64_t) * (const int64_t *)of;
    table->words->say(table->of, table->shape->key, of, said, sizeof said);
    return hash_more(HASH_NOTHING, said, strlen(said));
}

const char *table_text(const struct table *table, size_t column, const void *of, char room[CELL_SIZE])
{
    const struct column *c = &table->shape->columns[column];
    if (c->text)
        return c->text(table->state, of, room);
    table->words->say(table->of, _(c->says), of, room, CELL_SIZE);
    return room;
}

/* Lines -------------------------------------------------------------------------------------------------------- */

const void *table_line(const struct table *table, size_t line)
{
    return line < table->lines.count ? record(table, table->shown[line]) : NULL;
}

const void *table_selected(const struct table *table)
{
    return table_line(table, table->lines.selected);
}

const void *table_find(const struct table *table, uint64_t id)
{
    for (size_t i = 0; i < table->all; i++)
        if (table_id(table, record(table, i)) == id)
            return record(table, i);
    return NULL;
}

bool table_take(struct table *table, uint64_t id)
{
    for (size_t line = 0; line < table->lines.count; line++)
        if (table_id(table, record(table, table->shown[line])) == id) {
            table->lines.selected = line;
            return true;
        }
    return false;
}

static bool matches(const struct table *t, const void *of)
{
    char room[CELL_SIZE];
    if (t->shape->shown && !t->shape->shown(t->state, of))
        return false;
    if (!t->filter.text[0])
        return true;
    for (size_t c = 0; c < t->shape->count; c++)
        if (banshi_pinyin_find(table_text(t, c, of, room), t->filter.text) >= 0)
            return true;
    return false;
}

/* As people count: A9 before A10. Those that say the same stay as they came. */
static int compare(const void *a, const void *b, void *closure)
{
    const struct table *t = closure;
    size_t i = *(const size_t *)a, k = *(const size_t *)b;
    char one[CELL_SIZE], other[CELL_SIZE];
    int order =
        strverscmp(table_text(t, t->sort - 1, record(t, i), one), table_text(t, t->sort - 1, record(t, k), other));
    if (order == 0)
        return i < k ? -1 : 1;
    return t->backwards ? -order : order;
}

static void measure(struct table *t)
{
    char room[CELL_SIZE];
    for (size_t c = 0; c < t->shape->count && c < TABLE_COLUMNS; c++) {
        const char *title = t->shape->columns[c].title;
        int said = 0, heading = *title ? text_width(_(title)) + (t->sort == c + 1) : 0; /* with its arrow */
        for (size_t i = 0; i < t->all; i++) {
            int width = text_width(table_text(t, c, record(t, i), room));
            said = width > said ? width : said;
        }
        t->widths[c] = said && heading > said ? heading : said; /* what says nothing takes no room */
    }
}

static void list_lines(struct table *t)
{
    t->lines.count = 0;
    for (size_t i = 0; i < t->all; i++)
        if (matches(t, record(t, i)))
            t->shown[t->lines.count++] = i;
    if (t->sort)
        qsort_r(t->shown, t->lines.count, sizeof *t->shown, compare, t);
}

/* The id selected before a change, so that it can be taken again; false: none is to be. */
static bool held(const struct table *t, uint64_t *ret_id)
{
    const void *of = table_selected(t);
    if (!of || (t->shape->top_stays && t->lines.selected == 0))
        return false;
    *ret_id = table_id(t, of);
    return true;
}

/* Lines of the records as they are now; the one of this id is taken again. */
static void renew(struct table *t, bool had, uint64_t id)
{
    list_lines(t);
    measure(t);
    if (!had || !table_take(t, id))
        lines_resize(&t->lines, t->lines.count);
}

void table_update(struct table *table)
{
    uint64_t id = 0;
    bool had = held(table, &id);
    renew(table, had, id);
}

void table_set(struct table *table, const struct banshi_shape *of, const void *records, size_t count)
{
    uint64_t id = 0;
    bool had = held(table, &id);
    size_t *shown = reallocarray(table->shown, count + 1, sizeof *shown);
    if (!shown)
        return;
    table->shown = shown;
    table->of = of;
    table->records = records;
    table->all = count;
    table->known = true;
    renew(table, had, id);
    size_t kept = 0;
    for (size_t i = 0; i < table->marked; i++)
        if (table_find(table, table->marks[i]))
            table->marks[kept++] = table->marks[i];
    table->marked = kept;
}

void table_free(struct table *table)
{
    free(table->shown);
    free(table->marks);
}

/* Marks -------------------------------------------------------------------------------------------------------- */

static size_t mark_of(const struct table *t, const void *of)
{
    size_t i = 0;
    uint64_t id = t->marked ? table_id(t, of) : 0;
    while (i < t->marked && t->marks[i] != id)
        i++;
    return i;
}

bool table_is_marked(const struct table *table, const void *of)
{
    return mark_of(table, of) < table->marked;
}

static void mark(struct table *t, const void *of)
{
    size_t i = mark_of(t, of);
    if (i < t->marked) {
        t->marks[i] = t->marks[--t->marked];
        return;
    }
    uint64_t *marks = reallocarray(t->marks, t->marked + 1, sizeof *marks);
    if (!marks)
        return;
    t->marks = marks;
    t->marks[t->marked++] = table_id(t, of);
}

size_t *table_chosen(const struct table *table, size_t *ret_count)
{
    size_t *chosen = calloc(table->all + 1, sizeof *chosen), n = 0;
    struct table t = *table;
    for (size_t line = 0; chosen && !t.marked && line < t.lines.count; line++)
        chosen[n++] = t.shown[line];
    for (size_t i = 0; chosen && t.marked && i < t.all; i++)
        if (table_is_marked(&t, record(&t, i)))
            chosen[n++] = i;
    if (chosen && t.marked && t.sort)
        qsort_r(chosen, n, sizeof *chosen, compare, &t);
    *ret_count = n;
    return chosen;
}

/* Keys --------------------------------------------------------------------------------------------------------- */

/* By the next column that says something under a heading; after the last as they came. */
static void sort_next(struct table *t)
{
    do
        t->sort = (t->sort + 1) % (t->shape->count + 1);
    while (t->sort && (!*t->shape->columns[t->sort - 1].title || !t->widths[t->sort - 1]));
    t->backwards = false;
    table_update(t);
}

bool table_act(struct table *table, enum action action)
{
    switch (action) {
    case ACTION_MARK:
        if (table_selected(table))
            mark(table, table_selected(table));
        lines_act(&table->lines, ACTION_DOWN);
        return true;
    case ACTION_SORT:
        sort_next(table);
        return true;
    case ACTION_SORT_BACKWARDS:
        table->backwards = !table->backwards;
        table_update(table);
        return true;
    case ACTION_FILTER:
        table->filtering = true;
        return true;
    default:
        return lines_act(&table->lines, action);
    }
}

bool table_key(struct table *table, key k)
{
    if (k == K_ESC)
        edit_set(&table->filter, "");
    else if (k != K_ENTER && !edit_key(&table->filter, k))
        return false;
    table->filtering = k != K_ENTER && k != K_ESC;
    table_update(table);
    return true;
}
