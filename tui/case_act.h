/* SPDX-License-Identifier: MIT */
/* The steps on the clock of a case: suspend, resume, prolong, finish, deliver. */
#ifndef BANSHI_TUI_CASE_ACT_H
#define BANSHI_TUI_CASE_ACT_H

#include <banshi/case.h>

#include "screen.h"

/* What "case_act" is opened with. Its result brings the notice that was issued; 0: none. */
struct case_act_start {
    enum action act; /* ACTION_CASE_SUSPEND … ACTION_CASE_DELIVER */
    const struct banshi_case *subject;
};

/* Is it a step on the clock? */
bool case_act_is(enum action act);
/* Who may? Is it possible for the case as it is? */
enum rank case_act_least(enum action act);
bool case_act_possible(const struct banshi_case *c, enum action act);
/* Ask for what the step needs, or say why not. */
void case_act_open(struct app *app, int tag, const struct banshi_case *c, enum action act);

#endif
