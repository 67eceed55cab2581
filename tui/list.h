/* SPDX-License-Identifier: MIT */
/* Screens of lists: what is read again when, how it is shown, and what can be done with a line, declared. Moving, the filter, the
 * order, marks, export, print and what a key bar says come with it; tui/screen/README.md shows a whole one.
 *
 * The state of such a screen begins with a struct lists. */
#ifndef BANSHI_TUI_LIST_H
#define BANSHI_TUI_LIST_H

#include "app.h"
#include "kit/table.h"

enum { LISTS_MOST = 5, LIST_CONCEPTS = 5, LIST_IDS = 64, LIST_WHOLE = -1 };

/* A list, which may be one of several on a screen. */
struct list_view {
    const char *name;              /* message id */
    const struct banshi_shape *of; /* what its lines are */
    const char *file;              /* message id: what an exported file is called before its day; NULL: as the list */
    struct table_shape table;
    int concepts[LIST_CONCEPTS]; /* it is read again when these change: at a pace (kit/pace.h) */
    /* Of an event that says what changed, only these lines are read again, at once: what reads the records of ids (those that do
     * not come back are taken out), where they belong, and which id an event is about (0: none, LIST_WHOLE: the whole list is
     * read; NULL: the event's id). */
    struct banshi_op *(*changed)(struct banshi *b, const int64_t *ids, size_t count, banshi_done_fn *fn, void *closure);
    banshi_order_fn *order;
    int64_t (*about)(const void *state, const struct banshi_event *event);
    int whole[LIST_CONCEPTS]; /* with these, other lines may change, too: the list is read after PACE_MS */
    bool kept;                /* its screen itself keeps it up to date */
    /* What reads it: a question without arguments; or a function that asks with list_watch, if there is something to ask. */
    struct banshi_op *(*call)(struct banshi *b, banshi_done_fn *fn, void *closure);
    void (*read)(struct app *app, void *state);
    void (*came)(struct app *app, void *state); /* other rows are there; NULL: nothing follows */
    /* In the place of the name, what is shown now; after the count, what else there is to say; or in the place of all of it. */
    void (*title)(const void *state, char *ret, size_t size);
    void (*remark)(const void *state, char *ret, size_t size);
    void (*heading)(const void *state, char *ret, size_t size);
    /* The selected line in full, below the lines; the first line is its heading: what it says (message id), or in its place. */
    const char *details;
    void (*detail)(const void *state, const void *record, char *ret, size_t size);
    int detail_rows;                       /* at least */
    banshi_date (*day)(const void *state); /* of what is shown; NULL: today */
    bool papers;                           /* the register of documents, which has a layout of its own on paper */
};

/* What can be done. */
struct list_act {
    enum action action;
    enum rank least;                                         /* who may */
    bool anyway;                                             /* also when no line is selected */
    int pane;                                                /* of which list the line is, counted from 1; 0: of any */
    const char *when;                                        /* a condition on the selected record; NULL: always */
    bool (*possible)(const void *state, const void *record); /* NULL: always */
    const char *label;                                       /* message id; NULL: as action.def says */
    /* How it begins, if it does not just happen: with a question to be answered by yes, or by a line of text, which says of the
     * record (message ids); with a screen about the record; or with a function, whose record may be NULL with `anyway`. */
    const char *confirm, *ask, *opens;
    bool needed; /* what is asked: nothing is no answer */
    void (*begin)(struct app *app, void *state, enum action action, const void *record);
    const char *about; /* the member with the id of what the screen is about; NULL: the first */
    /* What happens, at once or when the question is answered; NULL: the text of the answer is said. */
    void (*does)(struct app *app, void *state, const struct result *result);
    const char *done; /* message id: what list_done says of the record that a write answers with */
};

struct list_screen {
    const struct list_view *views;
    size_t view_count;
    const struct list_act *acts;
    size_t act_count;
    enum action pane, pane_before; /* go to the next list, to the one before */
    bool one_shown;                /* only the list with the focus is */
};
#define LIST_SCREEN(views_, acts_, ...) \
    &(const struct list_screen) \
    { \
        .views = (views_), .view_count = sizeof(views_) / sizeof(views_)[0], .acts = (acts_), \
        .act_count = sizeof(acts_) / sizeof(acts_)[0], ##__VA_ARGS__ \
    }

/* Ids of records that have changed and are to be read again, and those that are being read. */
struct changes {
    int64_t ids[LIST_IDS], asked[LIST_IDS];
    size_t count, asked_count;
};

struct list {
    const struct list_view *view;
    const struct banshi_rows *rows;
    struct table table;
    bool reading, again; /* it is being read, and is to be read once more */
    bool stale;          /* what is being read was forgotten meanwhile */
    struct pace pace;    /* of reading it because of events */
    struct changes changes;
};

struct lists {
    const struct list_screen *screen;
    struct list panes[LISTS_MOST];
    size_t pane;     /* the one with the focus */
    size_t asking;   /* the one whose read function is called */
    enum rank rank;  /* of who is signed on */
    int64_t subject; /* the id of the line that an act was begun with */
    const struct list_act *act;
};

/* The selected record of the list with the focus; NULL: none. */
const void *list_record(const void *state);
/* The rows of a list; NULL before they were read. */
const struct banshi_rows *list_rows(const void *state, size_t pane);
/* The record that an act was begun with, when it is still there; its id. */
const void *list_subject(const void *state);
int64_t list_subject_id(const void *state);
/* An answer of app_write that says what has become of it. */
answer_fn list_done;

/* Ask for the rows of the list that is being read. */
answer_fn *list_answer(void *state);
#define list_watch(app, state, call, ...) app_watch(app, state, list_answer(state), call, ##__VA_ARGS__)
/* Read a list again, or all of them; forget what is shown first, when something else is to be. */
void list_read(struct app *app, void *state, size_t pane);
void list_refresh(struct app *app, void *state);
void list_forget(void *state, size_t pane);
/* One more that changed; false: there are too many, and all is to be read. Is it being read? */
bool changes_add(struct changes *changes, int64_t id);
bool changes_have(const struct changes *changes, int64_t id);
/* Begin to read those that have come, false: there is none, or others are being read. */
bool changes_ask(struct changes *changes);
/* Put what was read of these records into the list, see banshi_rows_renew. */
void list_renew(void *state, size_t pane, const int64_t *ids, size_t count, const struct banshi_rows *read,
                banshi_belongs_fn *belongs);
/* When a list is to be read that waits for calm, as app_due; read what is due. */
int64_t list_due(const void *state);
void list_do_due(struct app *app, void *state, int64_t now);
/* Show these records, which are the screen's own. */
void list_show(void *state, size_t pane, const void *records, size_t count);
/* Is the list with the focus being read for the first time? What is typed now is meant for its lines. */
bool list_awaited(const void *state);
/* What lines say has changed. */
void list_update(void *state);

/* The picture of a list with its heading, or of one of several with the others in the heading. */
void list_draw_pane(const void *state, size_t pane, struct area area);
void list_draw_tabs(const void *state, size_t first, size_t last, size_t shown, struct area area);
/* All lists of a screen, one above the other. */
void list_draw(const struct app *app, const void *state, struct area area);

/* What the program calls on a screen with a list. */
void list_begin(struct app *app, const struct list_screen *screen, void *state);
void list_event(struct app *app, void *state, const struct banshi_event *event);
/* A write was answered: what is not being read anyway is read. */
void list_written(struct app *app, void *state);
bool list_typing(const void *state);
bool list_key(struct app *app, void *state, key k);
bool list_act(struct app *app, void *state, enum action action);
const char *list_hint(const void *state, enum action action);
bool list_result(struct app *app, void *state, const struct result *result);
void list_free(void *state);

#endif
