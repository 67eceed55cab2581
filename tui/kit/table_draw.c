/* SPDX-License-Identifier: MIT */
/* The picture of a table: widths for the terminal, the heading, the lines that there is room for. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "table.h"
#include "text.h"

enum { MARGIN = 1, GAP = 1, LEAST = 4 };

/* Widths ------------------------------------------------------------------------------------------------------- */

static int least(const struct table *t, size_t c)
{
    const struct column *column = &t->shape->columns[c];
    int wanted = column->least ? column->least : column->weight ? LEAST : t->widths[c];
    return t->widths[c] < wanted ? t->widths[c] : wanted;
}

static int sum(const int widths[], size_t count)
{
    int all = 0;
    for (size_t c = 0; c < count; c++)
        all += widths[c] ? widths[c] + GAP : 0;
    return all ? all - GAP : 0;
}

/* Give room to columns until all is given or each has what it wants: those without a weight first, since they are short. */
static int give(const struct table *t, int ret[], int room, bool weighted)
{
    int lacking = 0;
    for (size_t c = 0; c < t->shape->count; c++)
        if (ret[c] && (t->shape->columns[c].weight != 0) == weighted)
            lacking += t->widths[c] - ret[c];
    while (room > 0 && lacking > 0)
        for (size_t c = 0; c < t->shape->count && room > 0; c++) {
            bool of_these = ret[c] && (t->shape->columns[c].weight != 0) == weighted;
            int share = !of_these ? 0 : weighted ? t->shape->columns[c].weight : 1;
            for (; share > 0 && ret[c] < t->widths[c] && room > 0; share--, room--, lacking--)
                ret[c]++;
        }
    return room;
}

void table_layout(const struct table *table, int columns, int ret[TABLE_COLUMNS])
{
    size_t count = table->shape->count;
    int room = columns - 2 * MARGIN;
    for (size_t c = 0; c < count; c++)
        ret[c] = least(table, c);
    for (size_t c = count; c-- > 0 && sum(ret, count) > room;)
        if (table->shape->columns[c].optional)
            ret[c] = 0;
    int left = room - sum(ret, count);
    left = give(table, ret, left, false);
    left = give(table, ret, left, true);
    for (size_t c = count; c-- > 0 && left > 0;) /* the line ends where the terminal does */
        if (ret[c] && table->shape->columns[c].weight) {
            ret[c] += left;
            left = 0;
        }
}

/* Lines -------------------------------------------------------------------------------------------------------- */

static bool has_heading(const struct table *t)
{
    for (size_t c = 0; c < t->shape->count; c++)
        if (*t->shape->columns[c].title)
            return true;
    return false;
}

/* Rows of the area that are lines. */
static int line_rows(const struct table *t, int rows)
{
    return rows - (has_heading(t) && t->lines.count) - (t->filtering || t->filter.text[0]);
}

static void draw_heading(const struct table *t, const int widths[], struct area area)
{
    char title[128];
    for (size_t c = 0, col = MARGIN; c < t->shape->count; col += widths[c] ? (size_t)(widths[c] + GAP) : 0, c++) {
        const struct column *column = &t->shape->columns[c];
        if (!widths[c] || !*column->title)
            continue;
        bool sorted = t->sort == c + 1;
        snprintf(title, sizeof title, "%s%s", sorted ? t->backwards ? "↓" : "↑" : "", _(column->title));
        (column->right ? paint_right : paint_cell)(area, 0, (int)col, widths[c], sorted ? STYLE_STRONG : STYLE_LABEL,
                                                   title);
    }
}

static enum style styled(const struct table *t, const struct styled styles[STYLES], const void *record,
                         enum style otherwise)
{
    for (size_t i = 0; i < STYLES && styles[i].when; i++)
        if (t->words->is(t->of, styles[i].when, record))
            return styles[i].style;
    return otherwise;
}

static void draw_line(const struct table *t, const int widths[], size_t line, struct area area, int row, bool focus)
{
    char room[CELL_SIZE];
    const void *record = table_line(t, line);
    bool selected = line == t->lines.selected && focus, marked = t->marked && table_is_marked(t, record);
    enum style style = selected ? STYLE_SELECTED : styled(t, t->shape->styles, record, STYLE_NORMAL);
    paint_cell(area, row, 0, area.cols, style, marked ? "*" : "");
    int col = MARGIN;
    for (size_t c = 0; c < t->shape->count; c++) {
        const struct column *column = &t->shape->columns[c];
        if (!widths[c])
            continue;
        enum style own = selected        ? style
                         : column->style ? column->style(t->state, record)
                                         : styled(t, column->styles, record, style);
        (column->right ? paint_right : paint_cell)(area, row, col, widths[c], own, table_text(t, c, record, room));
        col += widths[c] + GAP;
    }
}

void table_title(const struct table *table, const char *name, char *ret, size_t size)
{
    char marked[64] = "";
    if (table->marked)
        snprintf(marked, sizeof marked, _(" · %zu marked"), table->marked);
    if (!table->known)
        snprintf(ret, size, "%s", name);
    else if (table->lines.count == table->all)
        snprintf(ret, size, "%s %zu%s", name, table->all, marked);
    else
        snprintf(ret, size, "%s %zu/%zu%s", name, table->lines.count, table->all, marked);
}

static const char *nothing(const struct table *t)
{
    if (!t->all && !t->filter.text[0])
        return _(t->shape->none);
    return t->shape->none_shown && !t->filter.text[0] ? _(t->shape->none_shown) : _("Nothing matches");
}

void table_draw(const struct table *table, struct area area, bool focus)
{
    int widths[TABLE_COLUMNS], rows = line_rows(table, area.rows), head = has_heading(table) && table->lines.count;
    table_layout(table, area.cols, widths);
    if (head)
        draw_heading(table, widths, area);
    struct area lines = area_part(area, head, 0, rows, area.cols);
    /* without the focus the first are seen of what is most urgent */
    size_t top = table->shape->top_stays && !focus ? 0 : lines_top(&table->lines, rows);
    for (int r = 0; r < lines.rows && top + (size_t)r < table->lines.count; r++)
        draw_line(table, widths, top + (size_t)r, lines, r, focus);
    if (!table->known)
        paint(lines, 0, MARGIN, STYLE_WEAK, "…");
    else if (!table->lines.count)
        paint_wrap(area_part(lines, 0, MARGIN, lines.rows, lines.cols - 2 * MARGIN), 0, 0, STYLE_WEAK, nothing(table));
    if (table->filtering || table->filter.text[0]) {
        int used = MARGIN + paint(area, area.rows - 1, MARGIN, STYLE_LABEL, _("Filter: "));
        edit_draw(&table->filter, area, area.rows - 1, used, area.cols - used - MARGIN, table->filtering);
    }
}

void table_draw_more(const struct table *table, struct area title, struct area area)
{
    char text[64] = "", below_text[32] = "";
    int rows = line_rows(table, area.rows);
    size_t above = lines_top(&table->lines, rows), fit = rows > 0 ? (size_t)rows : 0,
           below = table->lines.count > above + fit ? table->lines.count - above - fit : 0;
    if (above)
        snprintf(text, sizeof text, " ▲ %zu", above);
    if (below)
        snprintf(below_text, sizeof below_text, " ▼ %zu", below);
    if (!above && !below)
        return;
    strcat(text, below_text);
    int width = text_width(text) + 1;
    paint_cell(title, 0, title.cols - width - 1, width, STYLE_LABEL, text);
}
