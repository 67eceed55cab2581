/* SPDX-License-Identifier: MIT */
/* Rows of typed records, decoded from the texts of columns. */
#include <config.h>

#include "rows.h"

#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "db.h"

enum { CHUNK = 4096 };

struct chunk {
    struct chunk *next;
    size_t used, size;
    char text[];
};

/* What a pointer to rows really points to. */
struct store {
    struct banshi_rows rows;
    int references;
    size_t capacity;
    char *items;
    struct chunk *chunks;
};

static struct store *store_of(const struct banshi_rows *rows)
{
    return (struct store *)(uintptr_t)rows;
}

struct banshi_rows *rows_new(const struct banshi_shape *shape, size_t expected)
{
    struct store *s = calloc(1, sizeof *s);
    if (!s)
        return NULL;
    s->items = calloc(expected ? expected : 1, shape->size);
    if (!s->items) {
        free(s);
        return NULL;
    }
    s->capacity = expected ? expected : 1;
    s->references = 1;
    s->rows = (struct banshi_rows){.shape = shape, .items = s->items};
    return &s->rows;
}

struct banshi_rows *banshi_rows_ref(const struct banshi_rows *rows)
{
    if (rows)
        store_of(rows)->references++;
    return (struct banshi_rows *)(uintptr_t)rows;
}

void banshi_rows_free(const struct banshi_rows *rows)
{
    if (!rows || --store_of(rows)->references > 0)
        return;
    struct store *s = store_of(rows);
    for (struct chunk *c = s->chunks, *next; c; c = next) {
        next = c->next;
        free(c);
    }
    free(s->items);
    free(s);
}

static const char *keep_text(struct store *s, const char *text)
{
    size_t n = strlen(text) + 1;
    if (n == 1)
        return "";
    if (!s->chunks || s->chunks->size - s->chunks->used < n) {
        size_t size = n > CHUNK ? n : CHUNK;
        struct chunk *c = malloc(sizeof *c + size);
        if (!c)
            return NULL;
        *c = (struct chunk){.next = s->chunks, .size = size};
        s->chunks = c;
    }
    char *at = s->chunks->text + s->chunks->used;
    memcpy(at, text, n);
    s->chunks->used += n;
    return at;
}

static bool is_text(const struct banshi_field *field)
{
    return field->type == BANSHI_TEXT || field->type == BANSHI_JSON;
}

struct banshi_rows *banshi_rows_copy(const struct banshi_shape *shape, const void *items, const size_t *which,
                                     size_t count)
{
    struct banshi_rows *rows = rows_new(shape, count);
    bool ok = rows != NULL;
    for (size_t i = 0; ok && i < count; i++) {
        char *record = store_of(rows)->items + i * shape->size;
        memcpy(record, (const char *)items + which[i] * shape->size, shape->size);
        for (size_t f = 0; ok && f < shape->count; f++) {
            const char **text = (const char **)(record + shape->fields[f].offset);
            if (is_text(&shape->fields[f]))
                ok = (*text = keep_text(store_of(rows), *text)) != NULL;
        }
    }
    if (ok)
        rows->count = count;
    else
        banshi_rows_free(rows);
    return ok ? rows : NULL;
}

static bool is_among(int64_t id, const int64_t *ids, size_t count)
{
    while (count && ids[count - 1] != id)
        count--;
    return count > 0;
}

static int64_t id_of(const void *record)
{
    return *(const int64_t *)record;
}

/* Where a record belongs among n: at its place by the order; without one, at the end. */
static size_t place_of(const char *records, size_t n, size_t size, const void *record, banshi_order_fn *order)
{
    while (order && n && order(records + (n - 1) * size, record) > 0)
        n--;
    return n;
}

struct banshi_rows *banshi_rows_renew(const struct banshi_rows *rows, const int64_t *ids, size_t count,
                                      const struct banshi_rows *read, banshi_belongs_fn *belongs,
                                      banshi_order_fn *order)
{
    size_t size = rows->shape->size, n = 0;
    char *records = calloc(rows->count + read->count + 1, size);
    bool *placed = calloc(read->count + 1, sizeof *placed);
    size_t *all = calloc(rows->count + read->count + 1, sizeof *all);
    struct banshi_rows *renewed = NULL;
    if (!records || !placed || !all)
        goto out;
    for (size_t i = 0; i < read->count; i++)
        placed[i] = belongs && !belongs(banshi_rows_at(read, i));
    for (size_t i = 0; i < rows->count; i++) {
        const void *record = banshi_rows_at(rows, i);
        if (is_among(id_of(record), ids, count)) {
            size_t r = 0;
            while (r < read->count && (placed[r] || id_of(banshi_rows_at(read, r)) != id_of(record)))
                r++;
            if (r == read->count || order)
                continue;
            placed[r] = true;
            record = banshi_rows_at(read, r);
        }
        memcpy(records + n++ * size, record, size);
    }
    for (size_t r = 0; r < read->count; r++) {
        if (placed[r])
            continue;
        size_t at = place_of(records, n, size, banshi_rows_at(read, r), order);
        memmove(records + (at + 1) * size, records + at * size, (n++ - at) * size);
        memcpy(records + at * size, banshi_rows_at(read, r), size);
    }
    for (size_t i = 0; i < n; i++)
        all[i] = i;
    renewed = banshi_rows_copy(rows->shape, records, all, n);
out:
    free(records);
    free(placed);
    free(all);
    return renewed;
}

/* Exactly n digits at *s, moving it on. */
static bool digits(const char **s, int n, int *ret)
{
    int value = 0;
    for (int i = 0; i < n; i++, (*s)++) {
        if (**s < '0' || **s > '9')
            return false;
        value = value * 10 + (**s - '0');
    }
    *ret = value;
    return true;
}

static bool parse_day(const char **s, int *year, int *month, int *day)
{
    return digits(s, 4, year) && *(*s)++ == '-' && digits(s, 2, month) && *(*s)++ == '-' && digits(s, 2, day) &&
           *month >= 1 && *month <= 12 && *day >= 1 && *day <= 31;
}

/* Days since 1970-01-01 of a day in the Gregorian calendar. */
static int64_t days_of(int year, int month, int day)
{
    int64_t y = month > 2 ? year : year - 1;
    int64_t m = month > 2 ? month - 3 : month + 9;
    int64_t doy = (153 * m + 2) / 5 + day - 1;
    return 365 * y + y / 4 - y / 100 + y / 400 + doy - 719468;
}

static bool parse_time(const char *s, banshi_time *ret)
{
    int year, month, day, hour, minute, second, fraction = 0;
    if (!parse_day(&s, &year, &month, &day) || *s++ != ' ' || !digits(&s, 2, &hour) || *s++ != ':' ||
        !digits(&s, 2, &minute) || *s++ != ':' || !digits(&s, 2, &second))
        return false;
    if (*s == '.')
        for (int scale = 100000; s++, *s >= '0' && *s <= '9'; scale /= 10)
            fraction += (*s - '0') * scale;
    if (strcmp(s, "+00") != 0)
        return false;
    int64_t seconds = days_of(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
    *ret = seconds * 1000000 + fraction;
    return true;
}

static bool decode(struct store *s, const struct banshi_field *field, const char *text, void *member, bool *ret_memory)
{
    switch (field->type) {
    case BANSHI_TEXT:
    case BANSHI_JSON: {
        const char *kept = keep_text(s, text ? text : "");
        *ret_memory = kept != NULL;
        *(const char **)member = kept;
        return kept != NULL;
    }
    case BANSHI_INT: {
        char *end = NULL;
        errno = 0;
        *(int64_t *)member = text ? strtoll(text, &end, 10) : 0;
        return !text || (*text && *end == '\0' && errno == 0);
    }
    case BANSHI_BOOL:
        *(bool *)member = text && text[0] == 't';
        return !text || strcmp(text, "t") == 0 || strcmp(text, "f") == 0;
    case BANSHI_TIME:
        *(banshi_time *)member = 0;
        return !text || parse_time(text, member);
    case BANSHI_DATE: {
        int year = 0, month = 0, day = 0;
        const char *at = text;
        if (text && (!parse_day(&at, &year, &month, &day) || *at))
            return false;
        *(banshi_date *)member = year * 10000 + month * 100 + day;
        return true;
    }
    }
    return false;
}

int rows_add(struct banshi_rows *rows, const char *const values[], struct banshi_error *error)
{
    struct store *s = store_of(rows);
    const struct banshi_shape *shape = rows->shape;
    if (rows->count == s->capacity) {
        size_t capacity = s->capacity * 2;
        char *items = reallocarray(s->items, capacity, shape->size);
        if (!items)
            return error_set(error, BANSHI_ENOMEM, "%s", shape->name);
        s->items = items;
        s->capacity = capacity;
        rows->items = items;
    }
    char *record = s->items + rows->count * shape->size;
    memset(record, 0, shape->size);
    for (size_t i = 0; i < shape->count; i++) {
        const struct banshi_field *field = &shape->fields[i];
        bool memory = true;
        if (!decode(s, field, values[i], record + field->offset, &memory))
            return memory ? error_set(error, BANSHI_EDATABASE, "%s.%s · %s", shape->name, field->name, values[i])
                          : error_set(error, BANSHI_ENOMEM, "%s", shape->name);
    }
    rows->count++;
    return 0;
}
