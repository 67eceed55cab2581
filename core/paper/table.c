/* SPDX-License-Identifier: MIT */
/* Rows as CSV (RFC 4180) and XLSX files. */
#include <config.h>

#include <banshi/table.h>

#include <errno.h>
#include <iconv.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>
#include <xlsxwriter.h>

#include "error.h"
#include "file.h"
#include "table.h"

enum { VALUE = 2048 };

static bool ends(const char *text, const char *with)
{
    size_t n = strlen(text), m = strlen(with);
    return n >= m && strcasecmp(text + n - m, with) == 0;
}

/* A spreadsheet takes a text with such a beginning for a formula. */
static bool is_formula(const char *text)
{
    return *text && strchr("=+-@\t\r", *text) != NULL;
}

static void csv_cell(FILE *out, const char *text, bool first)
{
    fputs(first ? "\"" : ",\"", out);
    if (is_formula(text))
        fputc('\'', out);
    for (; *text; text++) {
        if (*text == '"')
            fputc('"', out);
        fputc(*text, out);
    }
    fputc('"', out);
}

/* NULL when out of memory or told to stop. */
static char *csv(const struct banshi_rows *rows, const struct banshi_table_words *words, struct progress *progress)
{
    char *text = NULL, value[VALUE];
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    for (size_t row = 0; out && row <= rows->count && !atomic_load(&progress->stop); row++) {
        bool first = true;
        for (size_t f = 0; f < rows->shape->count; f++) {
            const struct banshi_field *field = &rows->shape->fields[f];
            if (!field->label)
                continue;
            if (row == 0)
                snprintf(value, sizeof value, "%s", words->heading(field->label));
            else
                words->value(rows, row - 1, field, value, sizeof value);
            csv_cell(out, value, first);
            first = false;
        }
        fputs("\r\n", out);
        atomic_store(&progress->done, row);
    }
    if (out && fclose(out) == 0 && !atomic_load(&progress->stop))
        return text;
    free(text);
    return NULL;
}

char *banshi_table_csv(const struct banshi_rows *rows, const struct banshi_table_words *words)
{
    struct progress progress = {0};
    return csv(rows, words, &progress);
}

/* To GB 18030; malloced, NULL with the error. */
static char *encoded(char *text, size_t *ret_size, const char *path, struct banshi_error *error)
{
    size_t left = strlen(text), room = left * 2 + 16;
    char *in = text, *ret = malloc(room), *out = ret;
    iconv_t convert = iconv_open("GB18030", "UTF-8");
    size_t most = room;
    if (!ret || convert == (iconv_t)-1 || iconv(convert, &in, &left, &out, &room) == (size_t)-1) {
        error_set(error, ret && convert != (iconv_t)-1 ? BANSHI_ETEXT : BANSHI_ENOMEM, "%s · GB 18030", path);
        free(ret);
        ret = NULL;
    }
    if (convert != (iconv_t)-1)
        iconv_close(convert);
    *ret_size = most - room;
    return ret;
}

static int write_csv(const struct banshi_rows *rows, const struct banshi_table_words *words, const char *path,
                     bool gb18030, struct progress *progress, struct banshi_error *error)
{
    char *text = csv(rows, words, progress), *bytes = text;
    size_t size = text ? strlen(text) : 0;
    int r = 0;
    if (!text)
        return error_set(error, atomic_load(&progress->stop) ? BANSHI_ECANCELLED : BANSHI_ENOMEM, "%s", path);
    if (gb18030)
        bytes = encoded(text, &size, path, error);
    if (!bytes) {
        free(text);
        return error ? error->code : BANSHI_ETEXT;
    }
    int fd = file_new(path, error);
    bool ok = fd >= 0 && (gb18030 || file_write(fd, "\xef\xbb\xbf", 3)) && file_write(fd, bytes, size);
    if (ok)
        r = file_finish(fd, path, error);
    else if (fd < 0)
        r = fd;
    else {
        r = error_set(error, BANSHI_EIO, "%s · %s", path, strerror(errno));
        close(fd);
    }
    if (bytes != text)
        free(bytes);
    free(text);
    return r;
}

static int write_xlsx(const struct banshi_rows *rows, const struct banshi_table_words *words, const char *path,
                      struct progress *progress, struct banshi_error *error)
{
    char value[VALUE], name[64];
    int fd = file_new(path, error);
    if (fd < 0)
        return fd;
    snprintf(name, sizeof name, "/proc/self/fd/%d", fd);
    lxw_workbook *book = workbook_new(name);
    lxw_worksheet *sheet = book ? workbook_add_worksheet(book, NULL) : NULL;
    lxw_format *bold = book ? workbook_add_format(book) : NULL;
    if (!sheet || !bold) {
        close(fd);
        return error_set(error, BANSHI_ENOMEM, "%s", path);
    }
    format_set_bold(bold);
    worksheet_freeze_panes(sheet, 1, 0);
    lxw_col_t column = 0;
    for (size_t f = 0; f < rows->shape->count; f++) {
        const struct banshi_field *field = &rows->shape->fields[f];
        if (!field->label)
            continue;
        worksheet_set_column(sheet, column, column, field->type == BANSHI_TEXT ? 24 : 18, NULL);
        worksheet_write_string(sheet, 0, column, words->heading(field->label), bold);
        for (size_t row = 0; row < rows->count && !atomic_load(&progress->stop); row++) {
            words->value(rows, row, field, value, sizeof value);
            if (field->type == BANSHI_INT)
                worksheet_write_number(sheet, (lxw_row_t)row + 1, column, strtod(value, NULL), NULL);
            else
                worksheet_write_string(sheet, (lxw_row_t)row + 1, column, value, NULL);
        }
        atomic_store(&progress->done, rows->count * (f + 1) / rows->shape->count);
        column++;
    }
    lxw_error failed = workbook_close(book);
    bool stopped = atomic_load(&progress->stop);
    if (failed == LXW_NO_ERROR && !stopped)
        return file_finish(fd, path, error);
    close(fd);
    if (stopped)
        return error_set(error, BANSHI_ECANCELLED, "%s", path);
    return error_set(error, BANSHI_EIO, "%s · %s", path, lxw_strerror(failed));
}

int table_write(const struct banshi_rows *rows, const struct banshi_table_words *words, const char *path, bool gb18030,
                struct progress *progress, struct banshi_error *error)
{
    atomic_store(&progress->total, rows->count);
    if (ends(path, ".xlsx"))
        return write_xlsx(rows, words, path, progress, error);
    if (ends(path, ".csv"))
        return write_csv(rows, words, path, gb18030, progress, error);
    return error_set(error, BANSHI_EINVALID, "%s · .csv · .xlsx", path);
}

bool banshi_table_is_file(const char *path)
{
    return ends(path, ".xlsx") || ends(path, ".csv");
}

int banshi_table_write(const struct banshi_rows *rows, const struct banshi_table_words *words, const char *path,
                       bool gb18030, struct banshi_error *error)
{
    struct progress progress = {0};
    return table_write(rows, words, path, gb18030, &progress, error);
}
