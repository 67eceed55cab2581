/* SPDX-License-Identifier: MIT */
/* The counter screen's state, shared by its acts (screen/counter.c), its reading and its drawing. */
#ifndef BANSHI_TUI_COUNTER_H
#define BANSHI_TUI_COUNTER_H

#include "app.h"
#include "list.h"

enum pane { PANE_WAITING, PANE_HELD, PANE_SKIPPED, PANES };

struct counter {
    struct lists lists;                                                   /* by pane */
    const struct banshi_rows *current, *phrases, *hours, *duties, *swaps; /* duties: my own of today */
    const struct banshi_rows *lines;                                      /* the queues that it serves */
    struct changes changes;                                               /* numbers */
    bool reading, again;            /* the number in hand is being read, and is to be read once more */
    bool paused, closed;            /* closed: by somebody else */
    int sessions;                   /* how often the session is being read: it may be at another counter */
    const struct banshi_rows *mine; /* what a lead or supervisor did to it */
    int64_t taken_in;               /* ticket whose application has been taken in */
    int64_t cases_of;               /* ticket whose cases have been asked for */
    char outcome[16];     /* of that application: accept, supplement, refuse, not_required, "" only received */
    banshi_date ready_on; /* when the result of that application can be picked up; 0: nobody knows */
    size_t phrase;        /* which one of the step's, then of the pick-up's and of the others */
};

/* The number in hand, who waits at the top of the list, the selected line of a list; NULL: none. */
const struct banshi_ticket *counter_current(const struct counter *c);
const struct banshi_ticket *counter_first(const struct counter *c);
const struct banshi_ticket *counter_selected(const struct counter *c);
/* In words, who paused, opened or closed the counter from the floor and why; false for nobody. */
bool counter_done_to(const struct counter *c, char *ret, size_t size);
/* Was it paused from the floor by somebody whose pause is not mine to lift? And is there nothing to do but wait for them? */
bool counter_paused_by_others(const struct counter *c);
bool counter_waits_for_others(const struct counter *c);
/* My duty that I can check in for now; NULL: none. */
const struct banshi_roster_duty *counter_duty(const struct counter *c);
/* Is there such a ticket, in that state? */
bool counter_ticket_is(const struct banshi_ticket *t, const char *state);
/* Is the visit about an application that has not been taken in yet? */
bool counter_takes_in(const struct counter *c, const struct banshi_ticket *t);
/* What Enter does now, as a message id. */
const char *counter_next_step(const struct counter *c);
/* What an act needs, to be offered at all; and how it is offered. */
bool counter_possible(const struct counter *c, enum action action);
const char *counter_hint(const void *state, enum action action);

/* Read the lists again; the lines of one number, which has changed. */
void counter_refresh(struct app *app, struct counter *c);
void counter_read_ticket(struct app *app, struct counter *c, int64_t ticket);
/* Which queues it serves, and how fast. */
void counter_read_lines(struct app *app, struct counter *c);
/* What an act answered with, at once. */
void counter_take(struct counter *c, const struct banshi_rows *answer);
/* What became of the application of the number in hand. */
void counter_read_cases(struct app *app, struct counter *c);
void counter_event(struct app *app, void *state, const struct banshi_event *event);
extern const struct list_view counter_views[PANES];
void counter_free(struct counter *c);

void counter_draw(const struct app *app, const void *state, struct area area);

#endif
