/* SPDX-License-Identifier: MIT */
/* Import of staff from CSV as spreadsheets write it: UTF-8 or GB 18030, with an English or a Chinese header. */
#include <config.h>

#include "import.h"

#include <stdlib.h>
#include <string.h>

#include <banshi/text.h>

#include "csv.h"
#include "error.h"

enum column { LOGIN, NAME, DEPARTMENT, ROLE, PARTY_MEMBER, ACTIVE, COLUMNS };

/* What a header or a flag may be called. */
struct word {
    const char *word;
    int means;
};
static const struct word headers[] = {
    {"login", LOGIN},       {"登录名", LOGIN},    {"账号", LOGIN},
    {"name", NAME},         {"姓名", NAME},       {"department", DEPARTMENT},
    {"部门", DEPARTMENT},   {"单位", DEPARTMENT}, {"role", ROLE},
    {"角色", ROLE},         {"岗位", ROLE},       {"party_member", PARTY_MEMBER},
    {"党员", PARTY_MEMBER}, {"active", ACTIVE},   {"在职", ACTIVE},
};
static const char *const column_names[COLUMNS] = {"login", "name", "department", "role", "party_member", "active"};

static const struct word flags[] = {
    {"是", 1}, {"1", 1}, {"true", 1},  {"yes", 1}, {"y", 1}, {"t", 1}, {"√", 1},
    {"否", 0}, {"0", 0}, {"false", 0}, {"no", 0},  {"n", 0}, {"f", 0},
};

#define MEANING(words, text) meaning(words, sizeof(words) / sizeof((words)[0]), text)

static int meaning(const struct word *words, size_t count, const char *text)
{
    for (size_t i = 0; i < count; i++)
        if (strcasecmp(words[i].word, text) == 0)
            return words[i].means;
    return -1;
}

/* The text without spaces around it, in place. */
static char *trimmed(char *s)
{
    size_t n;

    s += strspn(s, " \t");
    n = strlen(s);
    while (n > 0 && (s[n - 1] == ' ' || s[n - 1] == '\t'))
        n--;
    s[n] = '\0';
    return s;
}

static size_t line_of(const char *text, size_t offset)
{
    size_t line = 1;

    for (size_t i = 0; i < offset; i++)
        line += text[i] == '\n';
    return line;
}

/* The file as UTF-8. A wrong byte in UTF-8 must not turn the rest into GB 18030 nonsense: a file whose beginning is
 * UTF-8 beyond chance is taken for UTF-8 throughout. */
static int decode(struct import *in, char **ret_text)
{
    size_t offset = 0, n, wide = 0;
    struct banshi_error why = {0};
    const char *nul = memchr(in->text, '\0', in->size);
    uint32_t c;

    if (nul != NULL)
        return import_refuse(in, line_of(in->text, (size_t)(nul - in->text)), "a NUL character");
    while (offset < in->size && (n = banshi_text_decode(in->text + offset, in->size - offset, &c)) > 0) {
        wide += n >= 3;
        offset += n;
    }
    if (offset < in->size && wide >= 4)
        return import_refuse(in, line_of(in->text, offset), "not valid UTF-8");
    if (banshi_text_import(in->text, in->size, ret_text, &why) < 0) {
        if (why.code == BANSHI_ENOMEM)
            return error_set(in->error, BANSHI_ENOMEM, "import");
        return import_refuse(in, line_of(in->text, offset), "neither UTF-8 nor GB 18030 · %s", why.detail);
    }
    return 0;
}

/* Which field of a record is which column; -1: none. */
static int read_header(struct import *in, struct csv *csv, int ret_columns[COLUMNS])
{
    for (int i = 0; i < COLUMNS; i++)
        ret_columns[i] = -1;
    for (size_t i = 0; i < csv->count; i++) {
        const char *name = trimmed(csv->fields[i]);
        int column = MEANING(headers, name);

        if (banshi_text_check(name, NULL) < 0)
            return import_refuse(in, csv->line, "the name of a member");
        if (column < 0) {
            if (*name != '\0' && import_warn(in, csv->line, name, "unknown member") < 0)
                return BANSHI_ENOMEM;
        } else if (ret_columns[column] >= 0) {
            return import_refuse(in, csv->line, "a member occurs twice · %s", name);
        } else {
            ret_columns[column] = (int)i;
        }
    }
    for (int i = LOGIN; i <= ROLE; i++)
        if (ret_columns[i] < 0)
            return import_refuse(in, csv->line, "missing · %s", column_names[i]);
    return 0;
}

/* The database's rule: it becomes the name of a role. */
static bool login_valid(const char *s)
{
    size_t n = strlen(s);

    return n > 0 && n <= 63 && *s >= 'a' && *s <= 'z' && strspn(s, "abcdefghijklmnopqrstuvwxyz0123456789_.-") == n;
}

static int set_flag(struct import *in, size_t line, json_t *record, enum column column, const char *value)
{
    int flag;

    if (*value == '\0' && column == ACTIVE)
        return 0;
    flag = *value == '\0' ? 0 : MEANING(flags, value);
    if (flag < 0)
        return import_refuse(in, line, "unknown value · %s · %s", column_names[column], value);
    if (json_object_set_new(record, column_names[column], json_boolean(flag)) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    return 0;
}

static int set_value(struct import *in, size_t line, json_t *record, enum column column, const char *value)
{
    const struct banshi_word *role;
    int r;

    if (import_text(in, line, column_names[column], value) < 0)
        return BANSHI_EIMPORT;
    switch (column) {
    case LOGIN:
        if (!login_valid(value))
            return import_refuse(in, line, "not a login · %s", value);
        r = import_once(in, line, "duplicate login", value);
        if (r < 0)
            return r;
        break;
    case NAME:
        if (*value == '\0')
            return import_refuse(in, line, "missing · name");
        break;
    case ROLE:
        role = banshi_word_read(banshi_word_staff_role, value);
        if (role == NULL)
            return import_refuse(in, line, "unknown value · role · %s", value);
        value = role->code;
        break;
    case PARTY_MEMBER:
    case ACTIVE:
        return set_flag(in, line, record, column, value);
    default:
        break;
    }
    if (json_object_set_new(record, column_names[column], json_string(value)) < 0)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    return 0;
}

static int read_record(struct import *in, struct csv *csv, size_t header_count, const int columns[COLUMNS],
                       size_t consumed)
{
    json_t *record = json_object();
    int r = 0;

    if (record == NULL)
        return error_set(in->error, BANSHI_ENOMEM, "import");
    if (csv->count > header_count)
        r = import_refuse(in, csv->line, "too many fields");
    for (int i = 0; i < COLUMNS && r == 0; i++) {
        if (columns[i] >= 0 && (size_t)columns[i] < csv->count)
            r = set_value(in, csv->line, record, (enum column)i, trimmed(csv->fields[columns[i]]));
        else if (i <= ROLE)
            r = import_refuse(in, csv->line, "missing · %s", column_names[i]);
    }
    if (r == 0)
        r = import_record(in, csv->line, record, consumed);
    json_decref(record);
    return r;
}

int import_staff_read(struct import *in)
{
    int columns[COLUMNS], got, r;
    const char *fault = NULL;
    size_t header_count, size;
    char *text = NULL;
    struct csv csv;

    if (in->size == 0)
        return import_refuse(in, 1, "the file is empty");
    r = decode(in, &text);
    if (r < 0 || text == NULL)
        return r;
    size = strlen(text);
    csv_begin(&csv, text);
    got = csv_next(&csv, &fault);
    header_count = csv.count;
    if (got == 0)
        r = import_refuse(in, 1, "the file is empty");
    else if (got > 0)
        r = read_header(in, &csv, columns);
    while (r == 0 && got > 0 && (got = csv_next(&csv, &fault)) > 0) {
        /* progress counts the file's own bytes */
        size_t consumed = (size_t)((double)(csv.at - text) / (double)size * (double)in->size);

        r = read_record(in, &csv, header_count, columns, consumed);
    }
    if (r == 0 && got < 0)
        r = import_refuse(in, csv.next_line, "%s", fault);
    free(text);
    return r;
}
