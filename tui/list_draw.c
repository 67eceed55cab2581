/* SPDX-License-Identifier: MIT */
/* The picture of screens of lists. */
#include <config.h>

#include "list.h"

#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "say.h"

static void name_pane(const struct lists *s, size_t pane, char *ret, size_t size)
{
    const struct list *l = &s->panes[pane];
    char name[160], remark[128] = "";
    if (l->view->heading) {
        l->view->heading(s, ret, size);
        return;
    }
    snprintf(name, sizeof name, "%s", _(l->view->name));
    if (l->view->title)
        l->view->title(s, name, sizeof name);
    table_title(&l->table, name, ret, size);
    if (l->view->remark)
        l->view->remark(s, remark, sizeof remark);
    size_t used = strlen(ret);
    if (remark[0])
        snprintf(ret + used, size - used, " · %s", remark);
}

static void draw_lines(const struct lists *s, size_t pane, struct area title, struct area area)
{
    table_draw(&s->panes[pane].table, area, pane == s->pane);
    table_draw_more(&s->panes[pane].table, title, area);
}

void list_draw_pane(const void *state, size_t pane, struct area area)
{
    const struct lists *s = state;
    char name[384], title[400];
    name_pane(s, pane, name, sizeof name);
    snprintf(title, sizeof title, s->screen->view_count > 1 && !s->screen->one_shown && pane == s->pane ? "[%s]" : "%s",
             name);
    paint_rule(area, 0, title);
    draw_lines(s, pane, area_part(area, 0, 0, 1, area.cols), area_part(area, 1, 0, area.rows - 1, area.cols));
}

void list_draw_tabs(const void *state, size_t first, size_t last, size_t shown, struct area area)
{
    const struct lists *s = state;
    char name[384], title[400];
    int col = 1;
    paint_rule(area, 0, "");
    for (size_t pane = first; pane <= last; pane++) {
        name_pane(s, pane, name, sizeof name);
        snprintf(title, sizeof title, pane == s->pane ? "[%s]" : " %s ", name);
        col += paint(area, 0, col, pane == shown ? STYLE_TITLE : STYLE_NORMAL, title) + 1;
    }
    draw_lines(s, shown, area_part(area, 0, col, 1, area.cols - col), area_part(area, 1, 0, area.rows - 1, area.cols));
}

/* The detail of the selected line; returns the part above. */
static struct area draw_detail(const struct lists *s, struct area area)
{
    const struct list_view *view = s->panes[s->pane].view;
    const void *record = list_record(s);
    char text[2048] = "", title[256];
    if (!view->detail && !view->details)
        return area;
    if (record && view->detail)
        view->detail(s, record, text, sizeof text);
    else if (record)
        say(view->of, _(view->details), record, text, sizeof text);
    size_t head = strcspn(text, "\n");
    snprintf(title, sizeof title, "%.*s", (int)head, text);
    return paint_detail(area, view->detail_rows, title, text[head] ? text + head + 1 : "");
}

void list_draw(const struct app *app, const void *state, struct area area)
{
    const struct lists *s = state;
    int count = (int)s->screen->view_count;
    (void)app;
    area = draw_detail(s, area);
    if (s->screen->one_shown || count == 1)
        list_draw_pane(s, s->pane, area);
    for (int pane = 0; pane < count && count > 1 && !s->screen->one_shown; pane++) {
        int top = area.rows * pane / count, end = area.rows * (pane + 1) / count;
        list_draw_pane(s, (size_t)pane, area_part(area, top, 0, end - top, area.cols));
    }
}
