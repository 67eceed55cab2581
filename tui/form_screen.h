/* SPDX-License-Identifier: MIT */
/* Screens of forms: fields, what they are picked from, and what is sent, declared. Typing, checks, errors at their field, picking
 * and the picture come with it; tui/screen/README.md shows a whole one.
 *
 * The state of such a screen begins with a struct form_state, which begins with the form: form_value(state, "key"). */
#ifndef BANSHI_TUI_FORM_SCREEN_H
#define BANSHI_TUI_FORM_SCREEN_H

#include "app.h"
#include "dialog.h"
#include "kit/form.h"

/* What a field is picked from: a FIELD_PICK must be, a text can be. */
struct form_pick {
    const char *key;   /* of the field */
    const char *title; /* message id */
    /* The lines there are; NULL rows: they are not read yet. */
    void (*lines)(const struct app *app, const void *state, struct picks *picks);
};

struct form_screen {
    const struct form_field *fields;
    size_t count;
    const struct form_pick *picks;
    size_t pick_count;
    /* Something was typed, chosen or picked in the field of this key. */
    void (*changed)(struct app *app, void *state, const char *id);
    /* All is right: send it. app_write's answer is form_answer. */
    void (*send)(struct app *app, void *state);
    /* It was done: the screen closes with what the last record of the answer says (message id) and its id, and a screen about it
     * is opened; or a function does it, which closes the screen. */
    const char *says, *opens;
    void (*done)(struct app *app, void *state, const struct banshi_rows *rows);
    int below_rows; /* of what is drawn below the fields */
    void (*below)(const void *state, struct area area);
    int cols;           /* of the frame at most; 0: as much as texts are long */
    bool enter_commits; /* Enter in the last field does */
};
#define FORM_FIELDS_OF(declared) .fields = (declared), .count = sizeof(declared) / sizeof(declared)[0]
#define FORM_PICKS_OF(declared) .picks = (declared), .pick_count = sizeof(declared) / sizeof(declared)[0]

struct form_state {
    struct form form;
    const struct form_screen *screen;
    char title[256]; /* "": the screen's */
};

void form_title(void *state, const char *format, ...) __attribute__((format(printf, 2, 3)));

/* The answer of what is sent: what is wrong stands beside the field that the first segment of its detail names. */
answer_fn form_answer;
/* True when there was no error; else what is wrong stands beside the field of this key. */
bool form_ok(struct app *app, void *state, const char *id, const struct banshi_error *error);
/* Open the list that the first field without a pick is picked from, when all has been read. */
came_fn form_pick_first;
/* Is it being read what must be picked from? What is typed now is meant for its lines. */
bool form_awaited(const struct app *app, const void *state);

/* What the program calls on a screen with a form. */
void form_begin(struct app *app, const struct form_screen *screen, void *state);
bool form_type(struct app *app, void *state, key k);
bool form_do(struct app *app, void *state, enum action action);
bool form_result(struct app *app, void *state, const struct result *result);
const char *form_hint(const void *state, enum action action);
void form_screen_draw(const struct app *app, const struct screen *screen, const void *state, struct area area);

#endif
