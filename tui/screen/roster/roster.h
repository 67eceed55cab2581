/* SPDX-License-Identifier: MIT */
/* The roster screen's state, shared by its acts (screen/roster.c), its reading and grid, its drawing, and its files. */
#ifndef BANSHI_TUI_ROSTER_H
#define BANSHI_TUI_ROSTER_H

#include "app.h"
#include "list.h"

enum roster_view { ROSTER_TODAY, ROSTER_WEEK, ROSTER_MONTH, ROSTER_MINE, ROSTER_VIEWS };

/* Duties as a table: a line a counter, a column a day; cells are indices of duties plus one, 0: none. */
struct roster_grid {
    size_t lines, columns;
    banshi_date *days;
    const char **labels; /* lent by the duties */
    size_t *cells;
    size_t line, column; /* selected */
};

struct roster {
    struct lists lists; /* of today's and one's own duties; the rows are the grid's, too */
    enum roster_view view;
    banshi_date today, day; /* day: one of the period shown */
    int64_t me;
    const struct banshi_rows *rosters, *swaps;
    struct roster_grid grid;
    int64_t draft; /* of the month, as its changes were shown */
    /* what a question is about: a duty as it was seen, somebody, and who could be chosen */
    int64_t duty, version;
    char login[64];
    const struct banshi_rows *candidates, *staff, *others;
    bool stand_in;
    char destination[512];
};

bool roster_is_grid(const struct roster *x);
/* First and last day of what is shown. */
void roster_period(const struct roster *x, banshi_date *ret_first, banshi_date *ret_last);
/* The selected duty; NULL: none. */
const struct banshi_roster_duty *roster_chosen(const struct roster *x);
/* The roster of the month that is shown; NULL: none. */
const struct banshi_roster *roster_month(const struct roster *x);
/* Whose it is, for the person signed on: leads see the plan, others what is published. "" for a gap. */
const char *roster_name(const struct roster *x, const struct banshi_roster_duty *d);

/* How its plan, its state and what has become of it look; what else is to be said of a duty; what is shown, and how it stands. */
enum style roster_style(const void *state, const void *duty);
const char *roster_remark(const void *state, const void *duty, char room[CELL_SIZE]);
void roster_heading(const void *state, char *ret, size_t size);

/* Can whoever has the duty check in for it now? */
bool roster_duty_due(const struct banshi_roster_duty *d);
/* How many swaps wait for the person signed on. */
size_t roster_swaps_waiting(const struct banshi_rows *swaps);

extern const struct list_view roster_views[1];
/* Do an action that moves within what is shown or to another period; false for another. */
bool roster_move(struct app *app, struct roster *x, enum action action);
void roster_draw(const struct app *app, const void *state, struct area area);
/* Write what is shown to a file by its ending, or print it. */
void roster_output(struct app *app, struct roster *x, const char *destination);
/* Pick who has a duty of those who could (the answer is a line's index, or ROSTER_SOMEBODY_ELSE). */
enum { ROSTER_SOMEBODY_ELSE = -1 };
void roster_pick_candidate(struct app *app, const struct banshi_rows *candidates, int tag, const char *title);
/* Ask for the reason to pass a rule by, an answer with this tag; false when the error is not about a rule that can be: nobody is in
 * two places. */
bool roster_ask_override(struct app *app, const struct banshi_error *error, int tag);
/* Boxes to read: somebody was faster; duties without a person; why somebody has a duty (answers of the core). */
void roster_tell_changed(struct app *app, const char *title, const struct banshi_error *error);
void roster_tell_vacancies(struct app *app, void *state, const struct banshi_error *error,
                           const struct banshi_rows *rows);
void roster_tell_why(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);
void roster_free(struct roster *x);

#endif
