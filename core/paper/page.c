/* SPDX-License-Identifier: MIT */
/* Strips placed on pages: what belongs together stays together, heads of tables are repeated, and no page has nothing but
 * signatures and the seal on it, which could be put under any text (GB/T 9704-2012 7.3.5.4). */
#include <config.h>

#include "paper.h"

struct placer {
    struct paper *paper;
    size_t room;
    double y;
};

static void place(struct placer *p, size_t strip)
{
    struct paper *paper = p->paper;
    if (paper->placed_count == p->room) {
        p->room = p->room ? p->room * 2 : 64;
        paper->placed = g_renew(struct placed, paper->placed, p->room);
    }
    if (p->y > 0)
        p->y += paper->strips[strip].before;
    paper->placed[paper->placed_count++] = (struct placed){strip, paper->pages - 1, p->y};
    p->y += paper->strips[strip].height;
}

/* A head stands with its first row, the last words with each other. */
static bool stand_together(const struct strip *strip, const struct strip *next)
{
    return strip->keep || (strip->head && next->table == strip->table) || (strip->group && next->group == strip->group);
}

/* The height of what must stand together with this strip. */
static double together(const struct paper *paper, size_t i)
{
    double height = paper->strips[i].before + paper->strips[i].height, all = height;
    for (size_t k = i + 1; k < paper->count && stand_together(&paper->strips[k - 1], &paper->strips[k]); k++)
        all += paper->strips[k].before + paper->strips[k].height;
    return all <= paper->text_height ? all : height;
}

static void place_all(struct paper *paper)
{
    struct placer p = {.paper = paper};
    paper->pages = 1;
    g_free(paper->placed);
    paper->placed = NULL;
    paper->placed_count = 0;
    for (size_t i = 0; i < paper->count; i++) {
        const struct strip *strip = &paper->strips[i];
        if (paper->text_height > 0 && p.y > 0 && p.y + together(paper, i) > paper->text_height) {
            paper->pages++;
            p.y = 0;
            for (size_t h = 0; strip->table && !strip->head && h < i; h++)
                if (paper->strips[h].table == strip->table && paper->strips[h].head)
                    place(&p, h);
        }
        place(&p, i);
    }
    if (paper->text_height <= 0)
        paper->height = p.y + 2 * paper->top;
}

/* Where the signatures begin; count without any. */
static size_t signatures(const struct paper *paper)
{
    size_t i = 0;
    while (i < paper->count && !paper->strips[i].group)
        i++;
    return i;
}

/* Less space between lines, but for the signatures, which need their room. */
static void squeeze(struct paper *paper, double by)
{
    size_t end = signatures(paper);
    for (size_t i = 0; i < end; i++) {
        struct strip *strip = &paper->strips[i];
        for (size_t c = 0; c < strip->cells; c++)
            strip->cell[c].baseline -= strip->height * (1 - by) / 2;
        strip->before *= by;
        strip->height *= by;
    }
}

/* A last page with little on it is spared when the lines before can stand somewhat closer. */
static void spare_page(struct paper *paper)
{
    static const double spaces[] = {0.95, 0.9, 0.85};
    size_t pages = paper->pages;
    double now = 1;
    if (pages == 1 || paper->placed[paper->placed_count - 1].y > paper->text_height / 4)
        return;
    for (size_t i = 0; i < sizeof spaces / sizeof spaces[0] && paper->pages == pages; i++) {
        squeeze(paper, spaces[i] / now);
        now = spaces[i];
        place_all(paper);
    }
    if (paper->pages < pages)
        return;
    squeeze(paper, 1 / now);
    place_all(paper);
}

/* Signatures that begin a page take the last rows or lines before them along. */
static void accompany(struct paper *paper)
{
    enum { LINES = 3 };
    size_t first = signatures(paper), at = 0, from = first;
    while (at < paper->placed_count && paper->placed[at].strip != first)
        at++;
    if (first == 0 || at == 0 || at >= paper->placed_count || paper->placed[at - 1].page == paper->placed[at].page)
        return;
    int table = paper->strips[first - 1].table;
    for (size_t lines = 0; from > 0 && paper->strips[from - 1].table == table && lines < LINES; from--)
        lines += !table || paper->strips[from - 1].begins;
    for (size_t i = from; i < first; i++)
        paper->strips[i].group = paper->strips[first].group;
    place_all(paper);
}

void paper_place(struct paper *paper)
{
    place_all(paper);
    if (paper->text_height <= 0)
        return;
    spare_page(paper);
    accompany(paper);
}
