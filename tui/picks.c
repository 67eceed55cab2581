/* SPDX-License-Identifier: MIT */
/* What several screens pick from. */
#include <config.h>

#include "picks.h"

#include <string.h>

#include "i18n.h"
#include "words.h"

void staff_lines(const struct banshi_rows *staff, struct picks *picks)
{
    for (size_t i = 0; staff && i < staff->count; i++) {
        const struct banshi_staff *s = banshi_row(struct banshi_staff, staff, i);
        if (s->active && banshi_word_find(banshi_word_staff_role_desk, s->role))
            pick_add(picks, (int64_t)i, "%s  %s", s->name, s->department);
    }
}

void queue_lines(const struct banshi_rows *queues, int sign, struct picks *picks)
{
    for (size_t i = 0; queues && i < queues->count; i++) {
        const struct banshi_queue *q = banshi_row(struct banshi_queue, queues, i);
        pick_add(picks, sign * q->id, _("Queue %s %s  (%d waiting, %d open)"), q->code, q->name, (int)q->waiting,
                 (int)q->open);
    }
}

const char *kind_title(const struct banshi_rows *layouts, const char *kind)
{
    for (size_t i = 0; layouts && i < layouts->count; i++) {
        const struct banshi_layout *l = banshi_row(struct banshi_layout, layouts, i);
        if (strcmp(l->kind, kind) == 0 && !strchr(l->title, '{')) /* the title of some is filled in */
            return l->title;
    }
    return *kind ? word_text(banshi_word_document_kind, kind) : _("all other kinds");
}

void staff_pick(struct app *app, const struct banshi_rows *staff, int tag, const char *title)
{
    struct picks picks = {0};
    staff_lines(staff, &picks);
    pick_ask(app, tag, title, &picks, -1);
}

void item_pick(struct app *app, const struct banshi_rows *items, int tag, int64_t chosen)
{
    struct picks picks = {0};
    for (size_t i = 0; i < items->count; i++) {
        const struct banshi_item *item = banshi_row(struct banshi_item, items, i);
        pick_add(&picks, item->id, "%s%s  %s  %s", item->mine ? "★ " : "", item->name, item->department, item->code);
    }
    pick_ask(app, tag, _("Which item? Type its name, code or pinyin initials"), &picks, chosen);
}
