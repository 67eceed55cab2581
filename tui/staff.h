/* SPDX-License-Identifier: MIT */
/* What the form of a member of staff is opened with. */
#ifndef BANSHI_TUI_STAFF_H
#define BANSHI_TUI_STAFF_H

#include <banshi/staff.h>

enum staff_act { STAFF_TAKE_ON, STAFF_CHANGE, STAFF_PASSWORD };

struct staff_start {
    enum staff_act act;
    const struct banshi_staff *staff; /* NULL when taking on */
};

/* Ask for one of the clerks and leads who have not left; the answer is the number of the row. */
struct app;
void staff_pick(struct app *app, const struct banshi_rows *staff, int tag, const char *title);

#endif
