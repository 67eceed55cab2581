/* SPDX-License-Identifier: MIT */
/* The floor screen's state, shared by its acts (screen/floor.c), its reading and its drawing. */
#ifndef BANSHI_TUI_FLOOR_H
#define BANSHI_TUI_FLOOR_H

#include "app.h"
#include "list.h"

enum floor_pane { FLOOR_ALERTS, FLOOR_COUNTERS, FLOOR_QUEUES, FLOOR_DUTIES, FLOOR_VISITS, FLOOR_PANES };

/* One of the lists: its rows, and the indices of those that are shown. */
struct floor_list {
    const struct banshi_rows *rows;
    size_t *shown;
    struct list list;
};

/* What is read; the alerts come of it. */
enum floor_source { SOURCE_COUNTERS, SOURCE_QUEUES, SOURCE_DUTIES, SOURCE_VISITS, SOURCE_FLOOR, SOURCES };

struct floor {
    struct floor_list panes[FLOOR_PANES];
    const struct banshi_rows *floor, *candidates; /* one line; who could stand in */
    enum floor_pane pane, below;                  /* below: shown under the alerts when there is room for one only */
    bool wrong_only;
    banshi_date day;                       /* on which everything was read */
    bool reading[SOURCES], again[SOURCES]; /* it is being read, and is to be read once more */
    bool busy;                             /* a write is under way */
    /* what a question is about */
    int64_t counter, queue, duty, version;
    char lag[8], login[64], zone[64];
    const struct banshi_rows *staff, *services;
};

/* The shown line of a list, of its type; NULL when there is none. */
const void *floor_line(const struct floor *f, enum floor_pane pane, size_t line);
const void *floor_selected(const struct floor *f, enum floor_pane pane);
/* The counter that an act would be about: of the line in hand, or of the alert in hand; and the duty. */
const struct banshi_floor_counter *floor_counter(const struct floor *f);
const struct banshi_floor_duty *floor_duty(const struct floor *f);
/* Take a line with this id in hand. */
void floor_take(struct floor *f, enum floor_pane pane, int64_t id);

void floor_event(struct app *app, void *state, const char *concept);
/* Show what the filter lets through, and what is wrong by now. */
void floor_update(struct floor *f);
void floor_free(struct floor *f);

void floor_draw(const struct app *app, const void *state, struct area area);

#endif
