/* SPDX-License-Identifier: MIT */
/* Picking one of the staff who serve people. */
#include <config.h>

#include "staff.h"

#include <banshi/word.h>

#include "dialog.h"

void staff_pick(struct app *app, const struct banshi_rows *staff, int tag, const char *title)
{
    struct picks picks = {0};
    for (size_t i = 0; i < staff->count; i++) {
        const struct banshi_staff *s = banshi_row(struct banshi_staff, staff, i);
        if (s->active && banshi_word_find(banshi_word_staff_role_desk, s->role))
            pick_add(&picks, (int64_t)i, "%s  %s", s->name, s->department);
    }
    pick_ask(app, tag, title, &picks, -1);
}
