/* SPDX-License-Identifier: MIT */
/* The picture of a form. */
#include <config.h>

#include "form.h"

#include <stdio.h>

#include "i18n.h"
#include "text.h"

/* "‹ person ›", or all values when there is room. */
static void draw_choice(const struct field *field, struct area area, int row, int col, bool focus)
{
    int width = 0, n = field_choices(field);
    for (int i = 0; i < n; i++)
        width += text_width(_(field->is.choices[i].message)) + 3;
    if (col + width > area.cols) {
        paintf(area, row, col, focus ? STYLE_FOCUS : STYLE_FIELD, "‹ %s › %d/%d",
               _(field->is.choices[field->chosen].message), field->chosen + 1, n);
        return;
    }
    for (int i = 0; i < n; i++) {
        bool chosen = i == field->chosen;
        const char *label = _(field->is.choices[i].message);
        enum style style = !chosen ? STYLE_WEAK : focus ? STYLE_FOCUS : STYLE_STRONG;
        col += paintf(area, row, col, style, chosen ? "[%s]" : " %s ", label) + 1;
    }
}

static int label_columns(const struct form *form, int cols)
{
    int widest = 8;
    for (size_t i = 0; i < form->count; i++)
        if (!form->fields[i].absent) {
            int width = text_width(form->fields[i].is.label);
            widest = width > widest ? width : widest;
        }
    int most = cols * 2 / 5;
    return widest > most ? most : widest;
}

/* Numbers and days are short: what to know of them stands beside them. */
static int short_columns(const struct field *field)
{
    enum { DAY = 10, CURSOR = 2 };
    bool is = field->is.kind == FIELD_NUMBER || field->is.kind == FIELD_DATE;
    return is ? CURSOR + (field->is.limit ? (int)field->is.limit : DAY) : 0;
}

/* What stands below a field: what is wrong, else what is to be known of it. */
static const char *below(const struct field *field, char room[300])
{
    if (field->problem[0])
        snprintf(room, 300, "! %s", field->problem);
    else
        snprintf(room, 300, "%s", field->is.beside && !short_columns(field) ? field->is.beside : "");
    return room;
}

static int field_rows(const struct field *field, int cols)
{
    char room[300];
    if (field->absent)
        return 0;
    return 1 + (field->is.title != NULL) + (*below(field, room) ? text_lines(room, cols) : 0);
}

int form_rows(const struct form *form, int cols)
{
    int rows = 0, labels = label_columns(form, cols);
    for (size_t i = 0; i < form->count; i++)
        rows += field_rows(&form->fields[i], cols - labels - 3);
    return rows;
}

/* The value, in so many columns. */
static void draw_value(const struct field *field, struct area area, int row, int col, bool focus)
{
    int columns = area.cols - col - 1, narrow = short_columns(field);
    if (field->is.kind == FIELD_FIXED)
        paint(area, row, col, STYLE_NORMAL, field->edit.text);
    else if (field->is.kind == FIELD_PICK)
        paint_cell(area, row, col, columns, focus ? STYLE_FOCUS : STYLE_FIELD, field->edit.text);
    else if (field->is.choices)
        draw_choice(field, area, row, col, focus);
    else
        edit_draw(&field->edit, area, row, col, narrow ? narrow : columns, focus);
    if (narrow && field->is.beside)
        paint(area, row, col + narrow + 1, STYLE_WEAK, field->is.beside);
}

/* The field with what stands below it; the row after it. What is above the area is not seen. */
static int draw_field(const struct field *field, struct area area, int row, int labels, bool focus)
{
    char room[300];
    int rows = field_rows(field, area.cols - labels - 3), end = row + rows;
    if (field->is.title && row >= 0)
        paint_rule(area, row, field->is.title);
    row += field->is.title != NULL;
    if (row >= 0) {
        paint_right(area, row, 0, labels, focus ? STYLE_STRONG : STYLE_LABEL, field->is.label);
        draw_value(field, area, row, labels + 2, focus);
    }
    if (row + 1 >= 0 && *below(field, room))
        paint_wrap(area_part(area, row + 1, labels + 2, end - row - 1, area.cols - labels - 3), 0, 0,
                   field->problem[0] ? STYLE_BAD : STYLE_WEAK, room);
    return end;
}

void form_draw(const struct form *form, struct area area)
{
    int labels = label_columns(form, area.cols), total = form_rows(form, area.cols), focus_row = 0, row = 0;
    for (size_t i = 0; i < form->count && i <= form->focus; i++)
        focus_row += field_rows(&form->fields[i], area.cols - labels - 3);
    int skip = focus_row > area.rows * 2 / 3 ? focus_row - area.rows * 2 / 3 : 0;
    if (skip > total - area.rows)
        skip = total > area.rows ? total - area.rows : 0;
    row = -skip;
    for (size_t i = 0; i < form->count; i++)
        if (!form->fields[i].absent)
            row = draw_field(&form->fields[i], area, row, labels, i == form->focus);
}
