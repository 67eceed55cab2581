/* SPDX-License-Identifier: MIT */
/* A form: labelled fields one below the other, declared: what is typed or chosen, when it is asked for, what is wrong beside each.
 *
 * A field is checked when it is left and when the form is committed; a form that shows a problem is not. */
#ifndef BANSHI_TUI_FORM_H
#define BANSHI_TUI_FORM_H

#include <banshi/rows.h>

#include "edit.h"
#include "keymap.h"

enum { FORM_FIELDS = 160 }; /* at most */

enum field_kind {
    FIELD_TEXT,
    FIELD_PASSWORD,
    FIELD_NUMBER, /* without a sign */
    FIELD_DATE,   /* 2026-11-24 */
    FIELD_CHOICE, /* one of several values */
    FIELD_FLAG,   /* yes or no, no at first */
    FIELD_PICK,   /* taken from a list that opens over the form */
    FIELD_FIXED   /* shown, not changed */
};

/* The values of a flag: "no", "yes". */
extern const struct banshi_word no_yes[];

struct form;
struct field;
/* What is wrong with the text of a field, in the reader's language; NULL: nothing. It may write the text properly. */
typedef const char *field_check(const struct form *form, struct field *field, char room[256]);

/* What a field is. */
struct form_field {
    const char *key;   /* its name in drafts and in the details of errors */
    const char *label; /* message id */
    enum field_kind kind;
    size_t limit;                      /* characters; 0: as the room allows */
    int least;                         /* of a number */
    const struct banshi_word *choices; /* a null code ends */
    bool must;                         /* nothing is committed without it */
    const char *when;                  /* asked for only then: "kind=leave|training", "!kind=leave"; NULL: always */
    const char *title;                 /* message id: a heading before it */
    const char *beside;                /* message id: what to know of it, shown while it is being filled in */
    field_check *check;                /* of a text that is left, and of what is to be committed, nothing as well */
};

struct field {
    struct form_field is; /* its texts in the reader's language */
    int chosen;
    int64_t number; /* of the line that was picked */
    bool picked;
    bool absent; /* not asked for now */
    struct edit edit;
    char problem[256];
    bool told; /* the problem, by an answer: it may be over when anything has changed */
};

/* How many values a field has to choose from. */
int field_choices(const struct field *field);

struct form {
    struct field *fields;
    size_t count, room, focus;
    size_t from; /* the field that form_jump left */
};

/* Append fields as they are declared. */
void form_declare(struct form *form, const struct form_field *fields, size_t count);
/* Append one whose texts are in the reader's language already; NULL when there is no room. */
struct field *form_add(struct form *form, const struct form_field *field);
struct field *form_find(const struct form *form, const char *id);
/* The value: typed text, or the value of the choice; "" when absent or not there. */
const char *form_value(const struct form *form, const char *id);
/* The number that is typed, or of what is picked; 0: none. The day; 0: none. Is it yes? */
int64_t form_number(const struct form *form, const char *id);
banshi_date form_day(const struct form *form, const char *id);
bool form_yes(const struct form *form, const char *id);
/* The values of the fields that are asked for but one (NULL: all), as a JSON object of texts; malloced, NULL when out of memory. */
char *form_json(const struct form *form, const char *without);
void form_set(struct form *form, const char *id, const char *value);
/* The same as a proposal: the first character that is typed replaces it. */
void form_offer(struct form *form, const char *id, const char *value);
/* It is shown with this value, and not changed; the form does without the field. */
void form_fix(struct form *form, const char *id, const char *value);
void form_omit(struct form *form, const char *id);
/* What was picked for a field. */
void form_pick(struct form *form, const char *id, const char *text, int64_t number);
/* A typed key; true when used. Left and right change a choice, as does the space bar. */
bool form_key(struct form *form, key k);
/* An action of CONTEXT_FORM that moves; false for another. */
bool form_act(struct form *form, enum action action);
/* Jump down to the field of this id, and from there on back to where form_jump came from; false when already so. */
bool form_jump(struct form *form, const char *id);
bool form_jump_back(struct form *form, const char *id);
/* Go to the field after this one. */
void form_leave(struct form *form, const char *id);
/* Is it asked for, and can it be changed? */
bool form_asks(const struct form *form, const char *id);
/* Is no field before the selected one; after it? */
bool form_first(const struct form *form);
bool form_last(const struct form *form);
/* Is the selected field the one of this id, or behind it? */
bool form_past(const struct form *form, const char *id);
/* Put a problem that an answer told beside the field of this key and go there; false when there is none. */
bool form_problem(struct form *form, const char *id, const char *problem);
/* Check all that is asked for; false: a problem is shown and selected, and nothing is committed. */
bool form_ready(struct form *form);
/* How many rows the fields take in so many columns. */
int form_rows(const struct form *form, int cols);
void form_draw(const struct form *form, struct area area);
void form_free(struct form *form);

#endif
