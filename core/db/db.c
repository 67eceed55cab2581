/* SPDX-License-Identifier: MIT */
/* Statements with their arguments, put in line for the connection. */
#include <config.h>

#include "db.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "handle.h"

enum { STATEMENT_MS = 30000, SCRIPT_MS = 600000 };

/* An array of PostgreSQL's; malloced. */
static char *array_text(const int64_t *numbers, size_t count)
{
    char *text = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&text, &size);
    for (size_t i = 0; f && i < count; i++)
        fprintf(f, "%c%" PRId64, i ? ',' : '{', numbers[i]);
    if (f)
        fputs(count ? "}" : "{}", f);
    if (f && fclose(f) != 0) {
        free(text);
        text = NULL;
    }
    return text;
}

/* The text of the next argument; false when out of memory. */
static bool argument(char letter, va_list *args, char **ret)
{
    char made[BANSHI_OPID_SIZE];
    const char *text = made;
    switch (letter) {
    case 's':
        text = va_arg(*args, const char *);
        break;
    case 'S':
        text = va_arg(*args, const char *);
        if (text && !*text)
            text = NULL;
        break;
    case 'o':
        text = va_arg(*args, const char *);
        if (!text) {
            banshi_opid(made);
            text = made;
        }
        break;
    case 'i':
    case 'I': {
        int64_t value = va_arg(*args, int64_t);
        snprintf(made, sizeof made, "%" PRId64, value);
        if (letter == 'I' && value == 0)
            text = NULL;
        break;
    }
    case 'a': {
        const int64_t *numbers = va_arg(*args, const int64_t *);
        *ret = array_text(numbers, va_arg(*args, size_t));
        return *ret != NULL;
    }
    case 'b':
        text = va_arg(*args, int) ? "t" : "f";
        break;
    case 'd': {
        int day = va_arg(*args, banshi_date);
        snprintf(made, sizeof made, "%04d-%02d-%02d", day / 10000 % 10000, day / 100 % 100, day % 100);
        if (day == 0)
            text = NULL;
        break;
    }
    default:
        return false;
    }
    *ret = text ? strdup(text) : NULL;
    return !text || *ret;
}

static struct banshi_op *statement(struct banshi *b, char *name, char *sql, const struct banshi_shape *shape,
                                   banshi_done_fn *fn, void *closure, const char *format, va_list *args)
{
    struct banshi_op *op = op_new(b, OP_STATEMENT, fn, closure);
    if (!op || !name || !sql) {
        op_free(op);
        free(name);
        free(sql);
        return NULL;
    }
    op->name = name;
    op->sql = sql;
    op->shape = shape;
    op->deadline = clock_ms() + STATEMENT_MS;
    size_t n = strlen(format);
    op->values = calloc(n ? n : 1, sizeof *op->values);
    bool ok = op->values != NULL;
    for (size_t i = 0; ok && i < n; i++) {
        ok = argument(format[i], args, &op->values[i]);
        op->count = (int)i + 1;
    }
    if (!ok) {
        op_free(op);
        return NULL;
    }
    op_queue(op);
    return op;
}

struct banshi_op *db_read(struct banshi *b, const struct db_query *query, const struct banshi_shape *shape,
                          banshi_done_fn *fn, void *closure, const char *format, ...)
{
    char *name = NULL;
    if (asprintf(&name, "query %s", query->name) < 0)
        return NULL;
    va_list args;
    va_start(args, format);
    struct banshi_op *op = statement(b, name, strdup(query->sql), shape, fn, closure, format, &args);
    va_end(args);
    return op;
}

struct banshi_op *db_call(struct banshi *b, const char *procedure, const struct banshi_shape *shape, banshi_done_fn *fn,
                          void *closure, const char *format, ...)
{
    char *name = NULL, *sql = NULL;
    size_t size = 0;
    FILE *f = open_memstream(&sql, &size);
    if (!f || asprintf(&name, "procedure %s", procedure) < 0) {
        if (f)
            fclose(f);
        free(sql);
        return NULL;
    }
    fprintf(f, "select * from api.%s(", procedure);
    for (size_t i = 0; i < strlen(format); i++)
        fprintf(f, i ? ", $%zu" : "$%zu", i + 1);
    fputc(')', f);
    if (fclose(f) != 0) {
        free(sql);
        sql = NULL;
    }
    va_list args;
    va_start(args, format);
    struct banshi_op *op = statement(b, name, sql, shape, fn, closure, format, &args);
    va_end(args);
    if (op)
        op->lasting = format[0] == 'o';
    return op;
}

struct banshi_op *db_script(struct banshi *b, const char *sql, const struct banshi_shape *shape, banshi_done_fn *fn,
                            void *closure)
{
    struct banshi_op *op = op_new(b, OP_SCRIPT, fn, closure);
    if (!op)
        return NULL;
    op->sql = strdup(sql);
    if (!op->sql) {
        op_free(op);
        return NULL;
    }
    op->shape = shape;
    op->deadline = clock_ms() + SCRIPT_MS;
    op_queue(op);
    return op;
}

struct banshi_op *db_fail(struct banshi *b, banshi_done_fn *fn, void *closure, const struct banshi_error *error)
{
    struct banshi_op *op = op_new(b, OP_OUTER, fn, closure);
    if (op)
        op_finish(op, error, NULL);
    return op;
}

int db_password_verifier(const struct banshi *b, const char *login, const char *password, char **ret_verifier,
                         struct banshi_error *error)
{
    return link_verifier(&b->link, login, password, ret_verifier, error);
}
