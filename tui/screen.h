/* SPDX-License-Identifier: MIT */
/* Screens: one file each in tui/screen, found by name. tui/screen/README.md shows how to add one. */
#ifndef BANSHI_TUI_SCREEN_H
#define BANSHI_TUI_SCREEN_H

#include <stdbool.h>
#include <stdint.h>

#include <banshi/session.h>

#include "kit/canvas.h"
#include "kit/keymap.h"

struct app;
struct list_screen;
struct form_screen;

/* An event of the screens' own, beside enum banshi_concept: a minute has passed. */
enum { EVENT_MINUTE = BANSHI_CONCEPTS };
/* One of a concept, or of these, that is about nothing else. */
#define EVENT(of) (&(const struct banshi_event){.concept = (enum banshi_concept)(of), .state = ""})

/* What a screen that closes tells the one below; tag is what it was opened with. */
struct result {
    int tag;
    bool chosen; /* false: given up */
    const char *text;
    int64_t number;
};

/* What a screen about one record is opened with. */
struct record_start {
    int64_t id;
    bool print; /* a document: at once, as if the key for it had been pressed */
    enum action
        action; /* that opens it from a list, about the record of this line, which is only read while opening; else NULL */
    const void *record;
};

/* Who may do something: each as well what those before it may. In the order of banshi_word_staff_role_rank. */
enum rank { RANK_NONE, RANK_CLERK, RANK_LEAD, RANK_SUPERVISOR, RANK_ADMIN };

/* A screen: a table of functions over a state of its own. Only draw is a must; draw changes nothing and asks nothing. */
struct screen {
    const char *name;
    const char *title;        /* message id */
    enum context contexts[6]; /* where its keys come from; those of lists, forms and GLOBAL are added */
    size_t size;              /* of the state, which begins as zeros */
    bool dialog;              /* drawn in a frame over the screen below */
    enum action opened_by;    /* from anywhere that has this action, without an argument; that is the tag */
    enum rank least;          /* who may open it */
    /* Of lists (list.h), of a form (form_screen.h): what the functions below do not do, it does. */
    const struct list_screen *list;
    const struct form_screen *form;
    void (*open)(struct app *app, void *state, const void *argument);
    bool (*key)(struct app *app, void *state, key k); /* typed text; true when used */
    bool (*typing)(const void *state);                /* do characters go to key? NULL: if there is a key */
    bool (*act)(struct app *app, void *state, enum action action); /* true when used */
    const char *(*hint)(const void *state, enum action action);    /* what it would do now: a message id, "" nothing,
                                                                      NULL as action.def says */
    /* What changed; BANSHI_CONCEPT_ALL also when it has opened; or EVENT_MINUTE. */
    void (*event)(struct app *app, void *state, const struct banshi_event *event);
    void (*result)(struct app *app, void *state, const struct result *result);
    void (*draw)(const struct app *app, const void *state, struct area area);
    void (*close)(struct app *app, void *state);
};
extern const struct screen *const screen_registry[]; /* tui/screen, NULL at the end */

#endif
