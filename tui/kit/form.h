/* SPDX-License-Identifier: MIT */
/* A form: labelled fields one below the other, typed text or one of several values, with what is wrong beside each. */
#ifndef BANSHI_TUI_FORM_H
#define BANSHI_TUI_FORM_H

#include <banshi/rows.h>

#include "edit.h"
#include "keymap.h"

enum { FORM_FIELDS = 160, FIELD_CHOICES = 8 };

struct field {
    const char *key;                   /* name in drafts and in the details of errors */
    const char *label;                 /* in the reader's language */
    const char *title;                 /* heading before it, NULL: none */
    const struct banshi_word *choices; /* a null code ends; NULL: text */
    int chosen;
    bool absent;    /* not asked for now */
    bool read_only; /* shown, picked or computed */
    struct edit edit;
    char problem[256];
};

struct form {
    struct field *fields;
    size_t count, room, focus;
    size_t from; /* the field that form_jump left */
};

/* Append a field; NULL when there is no room. The label is kept as it is. */
struct field *form_add(struct form *form, const char *id, const char *label, size_t limit);
struct field *form_add_choice(struct form *form, const char *id, const char *label, const struct banshi_word *choices);
struct field *form_find(const struct form *form, const char *id);
/* The value: typed text, or the value of the choice; "" when absent or not there. */
const char *form_value(const struct form *form, const char *id);
/* The values of the fields that are asked for, as a JSON object of texts; malloced, NULL when out of memory. */
char *form_json(const struct form *form);
void form_set(struct form *form, const char *id, const char *value);
/* The same as a proposal: the first character that is typed replaces it. */
void form_offer(struct form *form, const char *id, const char *value);
/* A typed key; true when used. Left and right change a choice, as does the space bar. */
bool form_key(struct form *form, key k);
/* An action of CONTEXT_FORM that moves; false for another. */
bool form_act(struct form *form, enum action action);
/* Jump down to the field of this id, and from there on back to where form_jump came from; false when already so. */
bool form_jump(struct form *form, const char *id);
bool form_jump_back(struct form *form, const char *id);
/* Is the selected field the one of this id, or behind it? */
bool form_past(const struct form *form, const char *id);
/* Put a problem beside the field of this id and go there; false when there is none. */
bool form_problem(struct form *form, const char *id, const char *problem);
/* Does a field that is asked for show a problem? Go there: such a form is not committed. */
bool form_wrong(struct form *form);
/* A frame for a form in the middle of the area, at most 80 columns wide; returns the inside. */
struct area form_frame(struct area area, int rows, const char *title);
void form_draw(const struct form *form, struct area area);
void form_free(struct form *form);

#endif
