/* SPDX-License-Identifier: MIT */
/* The floor screen's state, shared by its acts (screen/floor.c), its reading and its drawing. */
#ifndef BANSHI_TUI_FLOOR_H
#define BANSHI_TUI_FLOOR_H

#include "app.h"
#include "list.h"

enum floor_pane { FLOOR_ALERTS, FLOOR_COUNTERS, FLOOR_QUEUES, FLOOR_DUTIES, FLOOR_VISITS, FLOOR_PANES };

struct floor {
    struct lists lists;                                    /* by pane; the alerts come of the others */
    const struct banshi_rows *alerts, *floor, *candidates; /* floor: one line; who could stand in */
    size_t below; /* the pane that is shown under the alerts when there is room for one only */
    bool wrong_only;
    banshi_date day; /* on which everything was read */
    int64_t read_at; /* the one line, in milliseconds as now_ms */
    bool stale;      /* it is to be read again */
    /* what a question is about */
    int64_t counter, queue, duty, version, incident;
    char what[512]; /* happened there */
    char lag[8], login[64], zone[64];
    const struct banshi_rows *staff, *services;
};

/* The counter that an act would be about: of the selected line, or of the selected alert; and the duty. */
const struct banshi_floor_counter *floor_counter(const struct floor *f);
const struct banshi_floor_duty *floor_duty(const struct floor *f);
/* Go to the line with this id. */
void floor_take(struct floor *f, enum floor_pane pane, int64_t id);
const void *floor_find(const struct floor *f, enum floor_pane pane, int64_t id);
extern const struct list_view floor_views[FLOOR_PANES];

/* Questions: the tag says what the answer is. */
enum floor_tag {
    TAG_NONE,
    TAG_PAUSE,
    TAG_CLOSE,
    TAG_INCIDENT,
    TAG_RESUME,
    TAG_WHO,
    TAG_OPEN,
    TAG_QUEUE,
    TAG_LAG,
    TAG_QUEUE_WHY,
    TAG_STAND_IN,
    TAG_ANYBODY,
    TAG_OVERRIDE,
    TAG_MESSAGE,
    TAG_ZONE
};
enum { LAG_NONE = -1 };
void floor_ask_text(struct app *app, enum floor_tag tag, const char *title, const char *label, const char *text);
/* "Pause · A1 户政窗口 · 王芳" */
void floor_name_counter(const struct banshi_floor_counter *c, const char *act, char ret[256]);
/* The counter that a question is about. */
const struct banshi_floor_counter *floor_subject(const struct floor *f);
/* Pick one of the staff, the queues, who could stand in or anybody else, of what was read; read the day's messages. */
void floor_on_staff(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);
void floor_on_services(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);
void floor_on_candidates(struct app *app, void *state, const struct banshi_error *error,
                         const struct banshi_rows *rows);
void floor_on_anybody(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);
void floor_on_messages(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows);
/* How the chosen queue is to be served; and what is said about it at the counter. */
void floor_ask_lag(struct app *app, struct floor *f, size_t chosen);
void floor_ask_queue_why(struct app *app, struct floor *f, int64_t lag);
/* A message to all, or to a zone. */
void floor_ask_zone(struct app *app, const struct floor *f);

void floor_event(struct app *app, void *state, const struct banshi_event *event);
/* Show what the filter lets through, and what is wrong by now. */
void floor_update(struct floor *f);
void floor_free(struct floor *f);

void floor_draw(const struct app *app, const void *state, struct area area);

#endif
