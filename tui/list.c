/* SPDX-License-Identifier: MIT */
/* Moving in lists. */
#include <config.h>

#include "list.h"

enum { PAGE = 10 };

void list_resize(struct list *list, size_t count)
{
    list->count = count;
    if (list->selected >= count)
        list->selected = count ? count - 1 : 0;
}

bool list_act(struct list *list, enum action action)
{
    size_t last = list->count ? list->count - 1 : 0;
    switch (action) {
    case ACTION_UP:
        list->selected -= list->selected > 0;
        return true;
    case ACTION_DOWN:
        list->selected += list->selected < last;
        return true;
    case ACTION_PAGE_UP:
        list->selected -= list->selected < PAGE ? list->selected : PAGE;
        return true;
    case ACTION_PAGE_DOWN:
        list->selected = list->selected + PAGE > last ? last : list->selected + PAGE;
        return true;
    case ACTION_FIRST:
        list->selected = 0;
        return true;
    case ACTION_LAST:
        list->selected = last;
        return true;
    default:
        return false;
    }
}

size_t list_top(const struct list *list, int rows)
{
    size_t fit = rows > 0 ? (size_t)rows : 1;
    if (list->count <= fit || list->selected < fit / 2)
        return 0;
    size_t top = list->selected - fit / 2;
    return top + fit > list->count ? list->count - fit : top;
}
