/* SPDX-License-Identifier: MIT */
/* The phrase library, filling phrases in, and forbidden wordings. */
#include <config.h>

#include <banshi/phrase.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include "db/db.h"
#include "sql.h"

struct banshi_op *banshi_phrase_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_phrase_list, &banshi_phrase_shape, fn, closure, "");
}

struct banshi_op *banshi_forbidden_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_forbidden_list, &banshi_forbidden_shape, fn, closure, "");
}

struct banshi_op *banshi_forbidden_add(struct banshi *b, const char *opid, const char *text, const char *why,
                                       const char *instead, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "forbidden_add", &banshi_forbidden_shape, fn, closure, "osss", opid, text, why, instead);
}

struct banshi_op *banshi_forbidden_remove(struct banshi *b, const char *opid, int64_t id, banshi_done_fn *fn,
                                          void *closure)
{
    return db_call(b, "forbidden_remove", &banshi_forbidden_shape, fn, closure, "oi", opid, id);
}

struct banshi_op *banshi_phrase_check(struct banshi *b, const char *text, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_phrase_check, &banshi_forbidden_shape, fn, closure, "s", text);
}

/* The value of the placeholder of n bytes at name among pairs; "" counts as not known. */
static const char *value_of(const char *name, size_t n, va_list pairs)
{
    for (const char *key; (key = va_arg(pairs, const char *)) != NULL;) {
        const char *value = va_arg(pairs, const char *);
        if (strlen(key) == n && strncmp(key, name, n) == 0)
            return value && *value ? value : NULL;
    }
    return NULL;
}

char *banshi_phrase_fill(const char *phrase, ...)
{
    const char *text = phrase;
    char *ret = NULL;
    size_t size = 0;
    FILE *out = open_memstream(&ret, &size);
    if (!out)
        return NULL;
    while (*text) {
        size_t plain = strcspn(text, "{");
        fwrite(text, 1, plain, out);
        text += plain;
        const char *end = strchr(text, '}');
        if (!*text || !end) {
            fputs(text, out);
            break;
        }
        va_list pairs;
        va_start(pairs, phrase);
        const char *value = value_of(text + 1, (size_t)(end - text) - 1, pairs);
        va_end(pairs);
        fputs(value ? value : "……", out);
        text = end + 1;
    }
    return fclose(out) == 0 ? ret : NULL;
}
