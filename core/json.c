/* SPDX-License-Identifier: MIT */
/* Rows and texts as JSON. */
#include <config.h>

#include <inttypes.h>
#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <banshi/rows.h>

static json_t *time_json(banshi_time t)
{
    if (t == 0)
        return json_null();
    int64_t micro = t % 1000000;
    time_t seconds = t / 1000000;
    if (micro < 0) {
        micro += 1000000;
        seconds--;
    }
    struct tm tm;
    gmtime_r(&seconds, &tm);
    return json_sprintf("%04d-%02d-%02dT%02d:%02d:%02d.%06dZ", tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday, tm.tm_hour,
                        tm.tm_min, tm.tm_sec, (int)micro);
}

static json_t *field_json(enum banshi_type type, const void *member)
{
    switch (type) {
    case BANSHI_TEXT:
        return json_string(*(const char *const *)member);
    case BANSHI_INT:
        return json_integer(*(const int64_t *)member);
    case BANSHI_BOOL:
        return json_boolean(*(const bool *)member);
    case BANSHI_TIME:
        return time_json(*(const banshi_time *)member);
    case BANSHI_DATE: {
        int d = *(const banshi_date *)member;
        return d ? json_sprintf("%04d-%02d-%02d", d / 10000, d / 100 % 100, d % 100) : json_null();
    }
    case BANSHI_JSON: {
        const char *text = *(const char *const *)member;
        json_t *value = text[0] ? json_loads(text, JSON_DECODE_ANY, NULL) : json_null();
        return value ? value : json_string(text);
    }
    }
    return NULL;
}

static json_t *record_json(const struct banshi_shape *shape, const char *record)
{
    json_t *object = json_object();
    for (size_t i = 0; object && i < shape->count; i++) {
        const struct banshi_field *field = &shape->fields[i];
        if (json_object_set_new(object, field->name, field_json(field->type, record + field->offset)) != 0) {
            json_decref(object);
            return NULL;
        }
    }
    return object;
}

char *banshi_rows_json(const struct banshi_rows *rows, bool single)
{
    json_t *value = NULL;
    if (single) {
        value = rows && rows->count ? record_json(rows->shape, banshi_rows_at(rows, 0)) : json_null();
    } else {
        value = json_array();
        for (size_t i = 0; value && rows && i < rows->count; i++)
            if (json_array_append_new(value, record_json(rows->shape, banshi_rows_at(rows, i))) != 0) {
                json_decref(value);
                value = NULL;
            }
    }
    char *text = value ? json_dumps(value, JSON_INDENT(2) | JSON_ENCODE_ANY) : NULL;
    json_decref(value);
    return text;
}

char *banshi_json_object(const char *const *pairs, size_t count, const char **ret_wrong)
{
    json_t *object = json_object();
    bool ok = object != NULL;
    for (size_t i = 0; ok && i < count; i++) {
        const char *equals = strchr(pairs[i], '=');
        char *name = equals ? strndup(pairs[i], (size_t)(equals - pairs[i])) : NULL;
        ok = name && json_object_set_new(object, name, json_string(equals + 1)) == 0;
        if (!equals || (name && !ok))
            *ret_wrong = pairs[i];
        free(name);
    }
    char *text = ok ? json_dumps(object, JSON_COMPACT) : NULL;
    json_decref(object);
    return text;
}
