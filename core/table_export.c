/* SPDX-License-Identifier: MIT */
/* Rows exported beside the loop, as a table in a file; and as a paper. */
#include <config.h>

#include <banshi/printer.h>
#include <banshi/text.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db.h"
#include "rows.h"
#include "table.h"

enum { VALUE = 2048, NARROW = 4, WIDE = 40 };

/* In a file ------------------------------------------------------------------------------------------------------ */

struct export_work {
    const struct banshi_rows *rows;
    const struct banshi_table_words *words;
    char *path;
    bool gb18030;
};

static void free_export(void *closure)
{
    struct export_work *work = closure;
    banshi_rows_free(work->rows);
    free(work->path);
    free(work);
}

static int export(void *closure, struct progress *progress, struct banshi_rows **ret_rows, struct banshi_error *error)
{
    const struct export_work *work = closure;
    int r = table_write(work->rows, work->words, work->path, work->gb18030, progress, error);
    if (r != 0)
        return r;
    *ret_rows = rows_new(&banshi_print_shape, 1);
    return *ret_rows ? rows_add(*ret_rows, (const char *const[]){work->path, "0", "done", ""}, error)
                     : error_set(error, BANSHI_ENOMEM, "export");
}

struct banshi_op *banshi_table_export(struct banshi *b, const struct banshi_rows *rows,
                                      const struct banshi_table_words *words, const char *path, bool gb18030,
                                      banshi_done_fn *fn, void *closure)
{
    struct export_work *work = calloc(1, sizeof *work);
    if (!work)
        return NULL;
    work->rows = banshi_rows_ref(rows);
    work->words = words;
    work->gb18030 = gb18030;
    work->path = strdup(path);
    if (work->path)
        return work_start(b, export, work, free_export, fn, closure);
    free_export(work);
    return NULL;
}

/* On paper ------------------------------------------------------------------------------------------------------- */

/* A cell of content: tabs and line ends are its own marks. */
static void put_cell(FILE *out, const char *text)
{
    fputc('\t', out);
    for (; *text; text++)
        fputc(*text == '\t' || *text == '\n' ? ' ' : *text, out);
}

/* As wide as what stands in it, in code points, within reason. */
static size_t column_width(const struct banshi_rows *rows, const struct banshi_table_words *words,
                           const struct banshi_field *field)
{
    char value[VALUE];
    size_t most = banshi_text_length(words->heading(field->label));
    for (size_t row = 0; row < rows->count; row++) {
        words->value(rows, row, field, value, sizeof value);
        size_t n = banshi_text_length(value);
        most = n > most ? n : most;
    }
    return most < NARROW ? NARROW : most > WIDE ? WIDE : most;
}

char *banshi_table_paper(const struct banshi_rows *rows, const struct banshi_table_words *words, const char *title,
                         const char *note)
{
    char *text = NULL, value[VALUE];
    size_t size = 0;
    FILE *out = open_memstream(&text, &size);
    if (!out)
        return NULL;
    fprintf(out, "title\t%s\nlandscape\ncentre\t%s\ncolumns", title, note);
    for (size_t f = 0; f < rows->shape->count; f++)
        if (rows->shape->fields[f].label)
            fprintf(out, "\t%zu", column_width(rows, words, &rows->shape->fields[f]));
    fputs("\nhead", out);
    for (size_t f = 0; f < rows->shape->count; f++)
        if (rows->shape->fields[f].label)
            put_cell(out, words->heading(rows->shape->fields[f].label));
    for (size_t row = 0; row < rows->count; row++) {
        fputs("\nrow", out);
        for (size_t f = 0; f < rows->shape->count; f++)
            if (rows->shape->fields[f].label) {
                words->value(rows, row, &rows->shape->fields[f], value, sizeof value);
                put_cell(out, value);
            }
    }
    fputc('\n', out);
    return fclose(out) == 0 ? text : NULL;
}
