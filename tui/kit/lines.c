/* SPDX-License-Identifier: MIT */
/* Moving in lines. */
#include <config.h>

#include "lines.h"

enum { PAGE = 10 };

void lines_resize(struct lines *lines, size_t count)
{
    lines->count = count;
    if (lines->selected >= count)
        lines->selected = count ? count - 1 : 0;
}

bool lines_act(struct lines *lines, enum action action)
{
    size_t last = lines->count ? lines->count - 1 : 0;
    switch (action) {
    case ACTION_UP:
        lines->selected -= lines->selected > 0;
        return true;
    case ACTION_DOWN:
        lines->selected += lines->selected < last;
        return true;
    case ACTION_PAGE_UP:
        lines->selected -= lines->selected < PAGE ? lines->selected : PAGE;
        return true;
    case ACTION_PAGE_DOWN:
        lines->selected = lines->selected + PAGE > last ? last : lines->selected + PAGE;
        return true;
    case ACTION_FIRST:
        lines->selected = 0;
        return true;
    case ACTION_LAST:
        lines->selected = last;
        return true;
    default:
        return false;
    }
}

size_t lines_top(const struct lines *lines, int rows)
{
    size_t fit = rows > 0 ? (size_t)rows : 1;
    if (lines->count <= fit || lines->selected < fit / 2)
        return 0;
    size_t top = lines->selected - fit / 2;
    return top + fit > lines->count ? lines->count - fit : top;
}
