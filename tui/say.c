/* SPDX-License-Identifier: MIT */
/* What a record says. */
#include <config.h>

#include "say.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "words.h"

enum { VALUE = 512 };

static const struct banshi_field *find(const struct banshi_shape *shape, const char *name, size_t length)
{
    for (size_t i = 0; i < shape->count; i++)
        if (strncmp(shape->fields[i].name, name, length) == 0 && shape->fields[i].name[length] == '\0')
            return &shape->fields[i];
    return NULL;
}

static bool is_format(const char *format, size_t length, const char *name)
{
    return strlen(name) == length && strncmp(format, name, length) == 0;
}

static void write_time(banshi_time at, const char *format, size_t length, char *ret, size_t size)
{
    char day[16], time[16];
    if (!at)
        return;
    if (is_format(format, length, "min"))
        snprintf(ret, size, "%d", minutes_since(at));
    else if (is_format(format, length, "begun")) /* as work after closing time is counted */
        snprintf(ret, size, "%d", minutes_begun(at));
    else if (is_format(format, length, "day"))
        snprintf(ret, size, "%s", day_text(day_of(at), day));
    else if (is_format(format, length, "short"))
        snprintf(ret, size, "%s %s", day_short(day_of(at), day), clock_text(at, time));
    else
        snprintf(ret, size, "%s", clock_text(at, time));
}

static void write_date(banshi_date day, const char *format, size_t length, char *ret, size_t size)
{
    char text[16];
    if (!day)
        return;
    if (is_format(format, length, "weekday"))
        snprintf(ret, size, "%s", weekday_text(day_weekday(day)));
    else
        snprintf(ret, size, "%s", is_format(format, length, "short") ? day_short(day, text) : day_text(day, text));
}

/* The member in ret; "" when it is none. */
static void value(const struct banshi_field *field, const void *record, const char *format, size_t length, char *ret,
                  size_t size)
{
    const void *m = (const char *)record + field->offset;
    ret[0] = '\0';
    switch (field->type) {
    case BANSHI_TEXT:
    case BANSHI_JSON:
        if (is_format(format, length, "word"))
            text_words(field, *(const char *const *)m, ret, size);
        else if (is_format(format, length, "names"))
            names_words(*(const char *const *)m, ret, size);
        else
            snprintf(ret, size, "%s", *(const char *const *)m);
        break;
    case BANSHI_INT:
        if (*(const int64_t *)m && is_format(format, length, "weekday"))
            snprintf(ret, size, "%s", weekday_text((int)*(const int64_t *)m));
        else if (*(const int64_t *)m || is_format(format, length, "number"))
            snprintf(ret, size, "%" PRId64, *(const int64_t *)m);
        break;
    case BANSHI_BOOL:
        snprintf(ret, size, "%s", *(const bool *)m ? "1" : "");
        break;
    case BANSHI_DATE:
        write_date(*(const banshi_date *)m, format, length, ret, size);
        break;
    case BANSHI_TIME:
        write_time(*(const banshi_time *)m, format, length, ret, size);
        break;
    }
}

static bool holds(const struct banshi_shape *shape, const char *when, size_t length, const void *record)
{
    char text[VALUE];
    bool not = *when == '!';
    const char *name = when + not, *equals = memchr(name, '=', length - not );
    size_t n = equals ? (size_t)(equals - name) : length - not ;
    const struct banshi_field *field = find(shape, name, n);
    if (!field)
        return false;
    value(field, record, "", 0, text, sizeof text);
    size_t rest = length - not -n;
    bool is = equals ? strlen(text) == rest - 1 && strncmp(text, equals + 1, rest - 1) == 0 : text[0] != '\0';
    return is != not ;
}

bool say_is(const struct banshi_shape *shape, const char *when, const void *record)
{
    for (size_t n; *when; when += n + (when[n] == '&')) {
        n = strcspn(when, "&");
        if (!holds(shape, when, n, record))
            return false;
    }
    return true;
}

/* What stands between braces; false when it is nothing. */
static bool part(const struct banshi_shape *shape, const char *inside, size_t length, const void *record, char *ret,
                 size_t size)
{
    const char *question = memchr(inside, '?', length), *format = memchr(inside, ':', length);
    size_t names = format ? (size_t)(format - inside) : length;
    ret[0] = '\0';
    if (question) {
        size_t word = length - (size_t)(question - inside) - 1;
        bool is = holds(shape, inside, (size_t)(question - inside), record);
        if (is)
            snprintf(ret, size, "%.*s", (int)word, question + 1);
        return is;
    }
    for (const char *name = inside, *end = inside + names; name < end && !ret[0];) {
        const char *bar = memchr(name, '|', (size_t)(end - name));
        size_t n = (size_t)((bar ? bar : end) - name);
        const struct banshi_field *field = find(shape, name, n);
        if (field)
            value(field, record, format ? format + 1 : "", format ? length - names - 1 : 0, ret, size);
        else
            snprintf(ret, size, "{%.*s}", (int)n, name);
        name += n + 1;
    }
    return ret[0] != '\0';
}

void say(const struct banshi_shape *shape, const char *says, const void *record, char *ret, size_t size)
{
    size_t used = 0, group = 0;
    bool empty = false;
    char text[VALUE];
    while (*says && used + 1 < size) {
        size_t n = 1;
        if (*says == '{') {
            n = strcspn(says, "}");
            empty = !part(shape, says + 1, n - 1, record, text, sizeof text) || empty;
            int wrote = snprintf(ret + used, size - used, "%s", text);
            used += (size_t)wrote < size - used ? (size_t)wrote : size - used - 1;
            n += says[n] != '\0';
        } else if (*says == '[') {
            group = used;
            empty = false;
        } else if (*says == ']') {
            used = empty ? group : used;
        } else {
            ret[used++] = *says;
        }
        says += n;
    }
    ret[used] = '\0';
}

char *say_unknown(const struct banshi_shape *shape, const char *says)
{
    while ((says = strchr(says, '{'))) {
        const char *name = says + 1, *end = name + strcspn(name, "}?:");
        while (name < end) {
            name += *name == '!';
            size_t n = strcspn(name, "|}?:=");
            if (!find(shape, name, n))
                return strndup(name, n);
            name += n;
            name = *name == '=' ? end : name + 1;
        }
        says = end;
    }
    return NULL;
}

const struct table_words say_words = {say, say_is};
