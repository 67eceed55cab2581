/* SPDX-License-Identifier: MIT */
/* What can be done at the counter now: the next step, and which acts are offered. */
#include <config.h>

#include <string.h>

#include "counter.h"
#include "i18n.h"

bool counter_ticket_is(const struct banshi_ticket *t, const char *state)
{
    return t && strcmp(t->state, state) == 0;
}

bool counter_takes_in(const struct counter *c, const struct banshi_ticket *t)
{
    return strcmp(t->purpose, "case") == 0 && c->taken_in != t->id;
}

const char *counter_next_step(const struct counter *c)
{
    const struct banshi_ticket *t = counter_current(c);
    if (c->closed)
        return N_("Sign on again");
    if (c->lists.pane == PANE_HELD && counter_selected(c))
        return N_("Take this number up again");
    if (c->lists.pane == PANE_SKIPPED && counter_selected(c))
        return N_("Bring this number back");
    if (counter_waits_for_others(c))
        return N_("Waits for a lead or supervisor to open it again");
    if (c->paused && !t)
        return N_("Open the counter again");
    if (!t)
        return N_("Call the next number");
    if (counter_ticket_is(t, "called"))
        return counter_takes_in(c, t) ? N_("The person is here: take in the application") : N_("The person is here");
    return counter_takes_in(c, t) ? N_("Take in the application") : N_("Finish the visit");
}

bool counter_possible(const struct counter *c, enum action action)
{
    const struct banshi_ticket *t = counter_current(c), *line = counter_selected(c);
    if (c->closed && action_table[action].context == CONTEXT_COUNTER)
        return action == ACTION_PROCEED || action == ACTION_CASE_SEARCH || action == ACTION_REGISTER;
    switch (action) {
    case ACTION_RECALL:
    case ACTION_SKIP:
        return counter_ticket_is(t, "called");
    case ACTION_INTAKE:
    case ACTION_TRANSFER:
        return t != NULL;
    case ACTION_RETURN:
        return counter_ticket_is(t, "called");
    case ACTION_HOLD:
    case ACTION_DONE:
        return counter_ticket_is(t, "serving");
    case ACTION_CALL_CHOSEN:
        return line && (c->lists.pane == PANE_SKIPPED || (!c->paused && (c->lists.pane == PANE_HELD || !t)));
    case ACTION_LEAVE:
        return line && c->lists.pane == PANE_WAITING;
    case ACTION_VOID:
        return line && c->lists.pane == PANE_SKIPPED;
    case ACTION_WHY:
        return line != NULL;
    case ACTION_SIGN_OFF:
        return !t;
    case ACTION_CHECK_IN:
        return counter_duty(c) != NULL;
    default:
        return true;
    }
}

const char *counter_hint(const void *state, enum action action)
{
    const struct counter *c = state;
    if (!counter_possible(c, action))
        return "";
    if (action == ACTION_PROCEED)
        return counter_waits_for_others(c) ? "" : counter_next_step(c);
    if (action == ACTION_PAUSE && c->paused)
        return counter_paused_by_others(c) ? "" : N_("Open");
    if (action == ACTION_CALL_CHOSEN && c->lists.pane == PANE_HELD)
        return N_("Resume");
    if (action == ACTION_CALL_CHOSEN && c->lists.pane == PANE_SKIPPED)
        return N_("Bring back");
    return NULL;
}
