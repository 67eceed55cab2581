/* SPDX-License-Identifier: MIT */
/* What comes with the time alone, whether somebody is there or not; asked for by the screen of a state. */
#ifndef BANSHI_TUI_SWEEP_H
#define BANSHI_TUI_SWEEP_H

struct app;

/* A session of the opening hours may have ended: the day closes when it was the last one. */
void sweep_day(struct app *app, void *state);
/* Whom nobody told in time is accepted by law from now on, which is said. */
void sweep_cases(struct app *app, void *state);

#endif
