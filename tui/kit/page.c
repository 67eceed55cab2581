/* SPDX-License-Identifier: MIT */
/* Reading text that is longer than its place. */
#include <config.h>

#include "page.h"

#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "text.h"

static size_t most_first(const struct page *page, size_t fit)
{
    return page->lines > fit ? page->lines - fit : 0;
}

void page_begin(struct page *page, size_t lines, int fit)
{
    *page = (struct page){.lines = lines, .fit = fit > 0 ? (size_t)fit : 1};
}

size_t page_first(const struct page *page, int fit)
{
    size_t most = most_first(page, fit > 0 ? (size_t)fit : 1);
    return page->first < most ? page->first : most;
}

bool page_act(struct page *page, enum action action, int fit)
{
    page->fit = fit > 0 ? (size_t)fit : 1;
    size_t most = most_first(page, page->fit), step = page->fit > 2 ? page->fit - 1 : 1;
    page->first = page_first(page, fit);
    switch (action) {
    case ACTION_UP:
        page->first -= page->first > 0;
        return true;
    case ACTION_DOWN:
        page->first += page->first < most;
        return true;
    case ACTION_PAGE_UP:
        page->first -= page->first < step ? page->first : step;
        return true;
    case ACTION_PAGE_DOWN:
        page->first = page->first + step < most ? page->first + step : most;
        return true;
    case ACTION_FIRST:
        page->first = 0;
        return true;
    case ACTION_LAST:
        page->first = most;
        return true;
    default:
        return false;
    }
}

const char *page_hint(const struct page *page, enum action action)
{
    bool longer = page->lines > page->fit;
    if (action == ACTION_PAGE_DOWN)
        return longer ? N_("Page down") : NULL;
    if (action == ACTION_PAGE_UP)
        return longer ? N_("Page up") : NULL;
    return NULL;
}

void page_draw(const struct page *page, struct area area, const char *text)
{
    size_t first = page_first(page, area.rows);
    char line[1024];
    for (size_t i = 0; *text && i < first + (size_t)area.rows; i++) {
        size_t n = strcspn(text, "\n");
        snprintf(line, sizeof line, "%.*s", (int)(n < sizeof line ? n : sizeof line - 1), text);
        if (i >= first)
            paint(area, (int)(i - first), 0, STYLE_NORMAL, line);
        text += n + (text[n] == '\n');
    }
}

void page_mark(struct area area, int row, size_t lines, size_t first, size_t fit)
{
    char text[128] = "", above[64] = "";
    size_t below = lines > first + fit ? lines - first - fit : 0;
    if (lines <= fit)
        return;
    if (first)
        snprintf(above, sizeof above, _("▲ %d lines above"), (int)first);
    if (below)
        snprintf(text, sizeof text, _("▼ %d more lines"), (int)below);
    char both[256];
    snprintf(both, sizeof both, " %s%s%s ", above, *above && *text ? "  " : "", text);
    int width = text_width(both);
    paint(area, row, area.cols - width - 2, STYLE_STRONG, both);
}
