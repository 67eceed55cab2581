/* SPDX-License-Identifier: MIT */
/* JSON files of an import: walked record by record, so that messages can name the line and memory stays small. */
#include <config.h>

#include "import.h"

#include <stdlib.h>
#include <string.h>

#include <banshi/text.h>

#include "error.h"

/* No honest record comes near it; it bounds what parsing one can take. */
enum { RECORD_MAX = 1 << 20 };

/* Where in the text we are. */
struct cursor {
    size_t at, line;
};

static size_t count_lines(const char *s, size_t n)
{
    size_t count = 0;
    const char *end = s + n;

    while ((s = memchr(s, '\n', (size_t)(end - s))) != NULL) {
        count++;
        s++;
    }
    return count;
}

/* The next character that is not white space, '\0' at the end. */
static char peek(const struct import *in, struct cursor *cursor)
{
    for (; cursor->at < in->size; cursor->at++) {
        char c = in->text[cursor->at];

        if (c == '\n')
            cursor->line++;
        else if (c != ' ' && c != '\t' && c != '\r')
            return c == '\0' ? '?' : c;
    }
    return '\0';
}

/* What is wrong with the JSON, in words that can be translated. */
static const char *fault(const json_error_t *error)
{
    switch (json_error_code(error)) {
    case json_error_premature_end_of_input:
        return "the file is cut off";
    case json_error_invalid_utf8:
        return "not valid UTF-8";
    case json_error_duplicate_key:
        return "a member occurs twice";
    case json_error_null_character:
    case json_error_null_byte_in_key:
        return "a NUL character";
    case json_error_numeric_overflow:
        return "the number is too large";
    case json_error_stack_overflow:
        return "nested too deeply";
    default:
        return "not valid JSON";
    }
}

/* Parse the value at the cursor and move behind it. */
static int parse(struct import *in, struct cursor *cursor, json_t **ret_value)
{
    size_t n = in->size - cursor->at;
    bool cut = n > RECORD_MAX;
    json_error_t error;
    json_t *value = json_loadb(in->text + cursor->at, cut ? RECORD_MAX : n,
                               JSON_DISABLE_EOF_CHECK | JSON_REJECT_DUPLICATES, &error);

    if (value == NULL) {
        enum json_error_code code = json_error_code(&error);
        size_t line = cursor->line + (error.line > 0 ? (size_t)error.line - 1 : 0);

        if (code == json_error_out_of_memory)
            return error_set(in->error, BANSHI_ENOMEM, "%s", in->path);
        if (cut && (code == json_error_premature_end_of_input || error.position >= RECORD_MAX - 8))
            return import_refuse(in, cursor->line, "a record larger than 1 MiB");
        return import_refuse(in, line, "%s", fault(&error));
    }
    cursor->line += count_lines(in->text + cursor->at, (size_t)error.position);
    cursor->at += (size_t)error.position;
    *ret_value = value;
    return 0;
}

int import_json_array(struct import *in, import_object_fn *fn)
{
    struct cursor cursor = {0, 1};
    char c = peek(in, &cursor);

    if (c != '[')
        return import_refuse(in, cursor.line, "%s · [", c == '\0' ? "the file is empty" : "wrong type");
    cursor.at++;
    c = peek(in, &cursor);
    while (c != ']') {
        size_t line = cursor.line;
        json_t *object = NULL;
        int r;

        if (c != '{')
            return import_refuse(in, line, "%s", c == '\0' ? "the file is cut off" : "wrong type · {}");
        r = parse(in, &cursor, &object);
        if (r == 0)
            r = fn(in, line, object, cursor.at);
        json_decref(object);
        if (r < 0)
            return r;
        c = peek(in, &cursor);
        if (c == ',') {
            cursor.at++;
            c = peek(in, &cursor);
            if (c == ']')
                return import_refuse(in, cursor.line, "not valid JSON");
        } else if (c != ']') {
            return import_refuse(in, cursor.line, c == '\0' ? "the file is cut off" : "not valid JSON");
        }
    }
    cursor.at++;
    if (peek(in, &cursor) != '\0')
        return import_refuse(in, cursor.line, "something follows the end");
    return 0;
}

int import_json_object(struct import *in, json_t **ret_object)
{
    struct cursor cursor = {0, 1};
    char c = peek(in, &cursor);
    json_t *object = NULL;
    int r;

    if (c != '{')
        return import_refuse(in, cursor.line, "%s · {", c == '\0' ? "the file is empty" : "wrong type");
    r = parse(in, &cursor, &object);
    if (r == 0 && peek(in, &cursor) != '\0')
        r = import_refuse(in, cursor.line, "something follows the end");
    if (r < 0)
        json_decref(object);
    else
        *ret_object = object;
    return r;
}

/* Bytes of white space (ASCII and the ideographic space) at s, at most n. */
static size_t space_at(const char *s, size_t n)
{
    if (n > 0 && strchr(" \t\r\n", *s) != NULL)
        return 1;
    return n >= 3 && memcmp(s, "　", 3) == 0 ? 3 : 0;
}

/* The text without white space around it. */
static void trim(const char **s, size_t *n)
{
    size_t k;

    while (*n > 0 && (k = space_at(*s, *n)) > 0) {
        *s += k;
        *n -= k;
    }
    while (*n > 0) {
        if (space_at(*s + *n - 1, 1) > 0)
            *n -= 1;
        else if (*n >= 3 && space_at(*s + *n - 3, 3) == 3)
            *n -= 3;
        else
            break;
    }
}

/* Does the text end with punctuation that a list can go on from? */
static bool ends_with_joint(const char *s, size_t n)
{
    static const char *const joints[] = {"；", "：", "。", "，", "、", ";", ":"};

    for (size_t i = 0; i < sizeof(joints) / sizeof(joints[0]); i++) {
        size_t k = strlen(joints[i]);

        if (n >= k && memcmp(s + n - k, joints[i], k) == 0)
            return true;
    }
    return false;
}

/* Append the lines of a text; *separate tells whether the next one needs a ； before it. */
static void join_lines(FILE *out, bool *separate, const char *s)
{
    while (*s != '\0') {
        size_t line = strcspn(s, "\r\n"), n = line;
        const char *from = s;

        trim(&from, &n);
        if (n > 0) {
            if (*separate)
                fputs("；", out);
            fwrite(from, 1, n, out);
            *separate = !ends_with_joint(from, n);
        }
        s += line;
        s += strspn(s, "\r\n");
    }
}

/* Where a member stands, for messages. */
struct place {
    struct import *in;
    size_t line;
    char name[160];
};

static int wrong(const struct place *place, const char *what)
{
    return import_refuse(place->in, place->line, "%s · %s", what, place->name);
}

/* Read text of one line or, if the member may have them, of several. */
static int read_text(const struct place *place, const struct import_member *member, const json_t *value,
                     char **ret_text)
{
    char *text = NULL;
    size_t size, n;
    FILE *out = open_memstream(&text, &size);
    bool separate = false;
    int r = 0;

    if (out == NULL)
        return error_set(place->in->error, BANSHI_ENOMEM, "import");
    if (json_is_string(value) && member->type == IMPORT_LINES) {
        join_lines(out, &separate, json_string_value(value));
    } else if (json_is_string(value)) {
        const char *s = json_string_value(value);

        n = json_string_length(value);
        trim(&s, &n);
        fwrite(s, 1, n, out);
    } else if (json_is_array(value) && member->type == IMPORT_LINES) {
        for (size_t i = 0; i < json_array_size(value) && r == 0; i++) {
            if (json_is_string(json_array_get(value, i)))
                join_lines(out, &separate, json_string_value(json_array_get(value, i)));
            else
                r = wrong(place, "text expected");
        }
    } else {
        r = wrong(place, "text expected");
    }
    if (fclose(out) != 0 && r == 0)
        r = error_set(place->in->error, BANSHI_ENOMEM, "import");
    if (r == 0)
        r = import_text(place->in, place->line, place->name, text);
    if (r == 0 && member->required && *text == '\0')
        r = wrong(place, "missing");
    if (r == 0 && member->words != NULL && *text != '\0' && !banshi_word_read(member->words, text))
        r = import_refuse(place->in, place->line, "unknown value · %s · %s", place->name, text);
    if (r < 0)
        free(text);
    else
        *ret_text = text;
    return r;
}

static int read_member(const struct place *place, const struct import_member *member, json_t *value, json_t *to)
{
    json_t *made = NULL;
    char *text = NULL;
    int r;

    switch (member->type) {
    case IMPORT_TEXT:
    case IMPORT_LINES:
        r = read_text(place, member, value, &text);
        if (r < 0 || text == NULL)
            return r;
        /* an empty choice is no choice */
        if (member->words != NULL && *text == '\0') {
            free(text);
            return 0;
        }
        made = json_string(member->words != NULL ? banshi_word_read(member->words, text)->code : text);
        free(text);
        break;
    case IMPORT_COUNT:
        if (!json_is_integer(value) || json_integer_value(value) < 0)
            return wrong(place, "number expected");
        if (json_integer_value(value) > member->most)
            return wrong(place, "the number is too large");
        made = json_incref(value);
        break;
    case IMPORT_FLAG:
        if (!json_is_boolean(value))
            return wrong(place, "true or false expected");
        made = json_incref(value);
        break;
    case IMPORT_OTHER:
        return 0;
    }
    if (made == NULL || json_object_set_new(to, member->as, made) < 0)
        return error_set(place->in->error, BANSHI_ENOMEM, "import");
    return 0;
}

static int warn_once(struct import *in, size_t line, const char *name)
{
    if (json_object_get(in->unknown, name) != NULL)
        return 0;
    if (banshi_text_check(name, NULL) < 0)
        return import_refuse(in, line, "the name of a member");
    if (json_object_set_new(in->unknown, name, json_true()) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    return import_warn(in, line, name, "unknown member");
}

static int warn_of_unknown(struct import *in, size_t line, const char *where, json_t *from,
                           const struct import_member *members, size_t count)
{
    const char *key;
    json_t *value;

    json_object_foreach(from, key, value)
    {
        char *name = NULL;
        size_t i = 0;
        int r;

        while (i < count && strcmp(members[i].name, key) != 0)
            i++;
        if (i < count || *key == '$')
            continue;
        /* which element of an array does not matter here: "materials.size" */
        if (asprintf(&name, "%.*s%s%s", (int)strcspn(where, "["), where, *where != '\0' ? "." : "", key) < 0)
            return error_set(in->error, BANSHI_ENOMEM, "import");
        r = warn_once(in, line, name);
        free(name);
        if (r < 0)
            return r;
    }
    return 0;
}

int import_json_members(struct import *in, size_t line, const char *where, json_t *from, json_t *to,
                        const struct import_member *members, size_t count)
{
    struct place place = {.in = in, .line = line};

    for (size_t i = 0; i < count; i++) {
        json_t *value = json_object_get(from, members[i].name);
        int r = 0;

        snprintf(place.name, sizeof(place.name), "%s%s", where, members[i].name);
        if (value != NULL && !json_is_null(value))
            r = read_member(&place, &members[i], value, to);
        else if (members[i].required)
            r = wrong(&place, "missing");
        if (r < 0)
            return r;
    }
    return warn_of_unknown(in, line, where, from, members, count);
}
