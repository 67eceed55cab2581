/* SPDX-License-Identifier: MIT */
/* Rows exported beside the loop, as a table in a file; and as a paper. */
#include <config.h>

#include <banshi/printer.h>
#include <banshi/text.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "db/db.h"
#include "paper/paper.h"
#include "db/rows.h"
#include "db/work.h"
#include "paper/table.h"

enum { VALUE = 2048, NARROW = 5, WIDE = 48 };

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

/* Chinese characters are twice as wide as others. */
static size_t width(const char *text)
{
    size_t columns = 0;
    uint32_t c;
    for (size_t n; (n = banshi_text_decode(text, strlen(text), &c)) > 0; text += n)
        columns += c < 0x1100 ? 1 : 2;
    return columns;
}

/* On paper nobody needs seconds. */
static void paper_value(const struct banshi_rows *rows, const struct banshi_table_words *words, size_t row,
                        const struct banshi_field *field, char *ret, size_t size)
{
    words->value(rows, row, field, ret, size);
    if (field->type == BANSHI_TIME && strlen(ret) == strlen("2026-11-24 09:00:00"))
        ret[strlen("2026-11-24 09:00")] = '\0';
}

/* As wide as what stands in it, within reason; 0: nothing does, and it takes no room. */
static size_t column_width(const struct banshi_rows *rows, const struct banshi_table_words *words,
                           const struct banshi_field *field)
{
    char value[VALUE];
    size_t most = rows->count ? 0 : NARROW;
    if (!field->label)
        return 0;
    for (size_t row = 0; row < rows->count; row++) {
        paper_value(rows, words, row, field, value, sizeof value);
        size_t n = width(value);
        most = n > most ? n : most;
    }
    if (most == 0)
        return 0;
    size_t head = width(words->heading(field->label));
    most = head > most ? head : most;
    return (most < NARROW ? NARROW : most > WIDE ? WIDE : most) + 1; /* with the room beside it */
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
    const struct banshi_field *shown[PAPER_CELLS];
    size_t count = 0;
    for (size_t f = 0; f < rows->shape->count && count + 1 < PAPER_CELLS; f++) {
        size_t columns = column_width(rows, words, &rows->shape->fields[f]);
        if (columns) {
            fprintf(out, "\t%zu", columns);
            shown[count++] = &rows->shape->fields[f];
        }
    }
    fputs("\nhead", out);
    for (size_t f = 0; f < count; f++)
        put_cell(out, words->heading(shown[f]->label));
    for (size_t row = 0; row < rows->count; row++) {
        fputs("\nrow", out);
        for (size_t f = 0; f < count; f++) {
            paper_value(rows, words, row, shown[f], value, sizeof value);
            put_cell(out, value);
        }
    }
    fputc('\n', out);
    return fclose(out) == 0 ? text : NULL;
}
