/* SPDX-License-Identifier: MIT */
/* Forms. */
#include <config.h>

#include "form.h"

#include <banshi/rows.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "i18n.h"
#include "number.h"
#include "text.h"

const struct banshi_word no_yes[] = {
    {.code = "no", .message = N_("no")}, {.code = "yes", .message = N_("yes")}, {.code = NULL}};

struct field *form_add(struct form *form, const struct form_field *is)
{
    if (!form->fields) {
        form->fields = calloc(FORM_FIELDS, sizeof *form->fields);
        form->room = form->fields ? FORM_FIELDS : 0;
    }
    if (form->count == form->room)
        return NULL;
    struct field *field = &form->fields[form->count++];
    *field = (struct field){.is = *is, .edit = {.limit = is->limit, .hidden = is->kind == FIELD_PASSWORD}};
    if (is->kind == FIELD_FLAG)
        field->is.choices = no_yes;
    return field;
}

struct field *form_find(const struct form *form, const char *id)
{
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->fields[i].is.key, id) == 0)
            return &form->fields[i];
    return NULL;
}

static bool can_focus(const struct field *field)
{
    return !field->absent && field->is.kind != FIELD_FIXED;
}

/* The first field from here on that can have it gets the focus. */
static void focus_from(struct form *form, size_t at)
{
    while (at + 1 < form->count && !can_focus(&form->fields[at]))
        at++;
    form->focus = at;
}

/* Values ------------------------------------------------------------------------------------------------------- */

const char *form_value(const struct form *form, const char *id)
{
    const struct field *field = form_find(form, id);
    if (!field || field->absent)
        return "";
    return field->is.choices ? field->is.choices[field->chosen].code : field->edit.text;
}

int64_t form_number(const struct form *form, const char *id)
{
    const struct field *field = form_find(form, id);
    int64_t number = 0;
    if (!field || field->absent)
        return 0;
    if (field->is.kind == FIELD_PICK)
        return field->number;
    return number_parse(field->edit.text, &number) ? number : 0;
}

banshi_date form_day(const struct form *form, const char *id)
{
    return number_day(form_value(form, id));
}

bool form_yes(const struct form *form, const char *id)
{
    return strcmp(form_value(form, id), "yes") == 0;
}

char *form_json(const struct form *form, const char *without)
{
    const char **pairs = calloc(form->count + 1, sizeof *pairs), *wrong = NULL;
    size_t n = 0;
    char *json = NULL;
    bool ok = pairs != NULL;
    for (size_t i = 0; ok && i < form->count; i++) {
        const struct field *field = &form->fields[i];
        char *pair = NULL;
        if (!can_focus(field) || (without && strcmp(field->is.key, without) == 0))
            continue;
        ok = asprintf(&pair, "%s=%s", field->is.key, form_value(form, field->is.key)) >= 0;
        if (ok)
            pairs[n++] = pair;
    }
    if (ok)
        json = banshi_json_object(pairs, n, &wrong);
    while (n > 0)
        free((char *)(uintptr_t)pairs[--n]);
    free(pairs);
    return json;
}

/* Does a condition such as "kind=leave|training" hold? */
static bool holds(const struct form *form, const char *when)
{
    char id[64];
    bool not = *when == '!', is = false;
    const char *name = when + not, *value = name + strcspn(name, "=");
    snprintf(id, sizeof id, "%.*s", (int)(value - name), name);
    const char *now = form_value(form, id);
    while (*value && !is) {
        size_t n = strcspn(++value, "|");
        is = strlen(now) == n && strncmp(now, value, n) == 0;
        value += n;
    }
    return is != not ;
}

/* Something has: what was told may be over, and other fields may be asked for. */
static void changed(struct form *form)
{
    for (size_t i = 0; i < form->count; i++) {
        struct field *field = &form->fields[i];
        if (field->told)
            field->problem[0] = '\0';
        field->told = false;
        if (field->is.when)
            field->absent = !holds(form, field->is.when);
    }
}

void form_declare(struct form *form, const struct form_field *fields, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        struct form_field is = fields[i];
        is.label = _(is.label);
        is.title = is.title ? _(is.title) : NULL;
        is.beside = is.beside ? _(is.beside) : NULL;
        form_add(form, &is);
    }
    changed(form);
    focus_from(form, form->focus);
}

void form_set(struct form *form, const char *id, const char *value)
{
    struct field *field = form_find(form, id);
    if (!field)
        return;
    field->problem[0] = '\0';
    if (!field->is.choices)
        edit_set(&field->edit, value);
    for (int i = 0; field->is.choices && field->is.choices[i].code; i++)
        if (strcmp(field->is.choices[i].code, value) == 0)
            field->chosen = i;
    changed(form);
}

void form_offer(struct form *form, const char *id, const char *value)
{
    struct field *field = form_find(form, id);
    form_set(form, id, value);
    if (field && !field->is.choices)
        edit_offer(&field->edit, value);
}

void form_fix(struct form *form, const char *id, const char *value)
{
    struct field *field = form_find(form, id);
    if (!field)
        return;
    field->is.kind = FIELD_FIXED;
    form_set(form, id, value);
    focus_from(form, form->focus);
}

void form_omit(struct form *form, const char *id)
{
    struct field *field = form_find(form, id);
    if (!field)
        return;
    field->absent = true;
    field->is.when = NULL;
    focus_from(form, form->focus);
}

void form_pick(struct form *form, const char *id, const char *text, int64_t number)
{
    struct field *field = form_find(form, id);
    if (!field)
        return;
    field->number = number;
    field->picked = true;
    form_set(form, id, text);
}

/* What is wrong ------------------------------------------------------------------------------------------------- */

/* NULL: nothing. To be committed, what is needed has to be there. */
static const char *wrong(const struct form *form, struct field *field, bool commit, char room[256])
{
    const struct form_field *is = &field->is;
    int64_t number = 0;
    if (is->choices || is->kind == FIELD_FIXED)
        return NULL;
    if (field->edit.refused)
        return _("This character cannot be stored, or the field is full");
    if (is->kind == FIELD_PICK)
        return commit && is->must && !field->picked ? _("Nothing is chosen") : NULL;
    if (!field->edit.text[0])
        return !commit ? NULL : is->must ? _("This is needed") : is->check ? is->check(form, field, room) : NULL;
    if (is->kind == FIELD_DATE && !number_day(field->edit.text))
        return _("a day like 2026-11-24");
    if (is->kind == FIELD_NUMBER && !number_parse(field->edit.text, &number))
        return _("a whole number, in digits");
    if (is->kind == FIELD_NUMBER && number < is->least) {
        snprintf(room, 256, _("at least %d"), is->least);
        return room;
    }
    return is->check ? is->check(form, field, room) : NULL;
}

static bool check(const struct form *form, struct field *field, bool commit)
{
    char room[256];
    if (field->absent || field->told)
        return !field->told;
    const char *problem = wrong(form, field, commit, room);
    snprintf(field->problem, sizeof field->problem, "%s", problem ? problem : "");
    return !problem;
}

bool form_ready(struct form *form)
{
    size_t first = form->count;
    for (size_t i = 0; i < form->count; i++)
        if (!check(form, &form->fields[i], true) && first == form->count)
            first = i;
    if (first < form->count && can_focus(&form->fields[first]))
        form->focus = first;
    return first == form->count;
}

bool form_problem(struct form *form, const char *id, const char *problem)
{
    struct field *field = form_find(form, id);
    if (!field)
        return false;
    snprintf(field->problem, sizeof field->problem, "%s", problem);
    field->told = true;
    if (can_focus(field))
        form->focus = (size_t)(field - form->fields);
    return true;
}

/* Keys --------------------------------------------------------------------------------------------------------- */

int field_choices(const struct field *field)
{
    int n = 0;
    while (field->is.choices[n].code)
        n++;
    return n;
}

static bool choose(struct field *field, key k)
{
    int n = field_choices(field);
    if (k == K_RIGHT || k == ' ')
        field->chosen = (field->chosen + 1) % n;
    else if (k == K_LEFT)
        field->chosen = (field->chosen + n - 1) % n;
    else if (k >= '1' && k < '1' + (key)n)
        field->chosen = (int)(k - '1');
    else
        return false;
    return true;
}

bool form_key(struct form *form, key k)
{
    struct field *field = form->count ? &form->fields[form->focus] : NULL;
    if (!field || field->is.kind == FIELD_FIXED || field->is.kind == FIELD_PICK)
        return false;
    if (!(field->is.choices ? choose(field, k) : edit_key(&field->edit, k)))
        return false;
    field->problem[0] = '\0';
    changed(form);
    if (!field->is.choices && field->edit.refused)
        check(form, field, false);
    return true;
}

/* A problem of another field may be over, and this one is looked at. */
static void move(struct form *form, size_t at)
{
    for (size_t i = 0; i < form->count; i++)
        if (i == form->focus || form->fields[i].problem[0])
            check(form, &form->fields[i], false);
    form->focus = at;
}

bool form_act(struct form *form, enum action action)
{
    size_t at = form->focus;
    if (action == ACTION_FIELD_NEXT) {
        while (++at < form->count && !can_focus(&form->fields[at]))
            continue;
    } else if (action == ACTION_FIELD_BEFORE) {
        while (at > 0 && !can_focus(&form->fields[--at]))
            continue;
    } else {
        return false;
    }
    if (form->count)
        move(form, at < form->count && can_focus(&form->fields[at]) ? at : form->focus);
    return true;
}

bool form_asks(const struct form *form, const char *id)
{
    const struct field *field = form_find(form, id);
    return field && can_focus(field);
}

bool form_first(const struct form *form)
{
    size_t at = 0;
    while (at < form->focus && !can_focus(&form->fields[at]))
        at++;
    return at >= form->focus;
}

bool form_last(const struct form *form)
{
    size_t at = form->focus + 1;
    while (at < form->count && !can_focus(&form->fields[at]))
        at++;
    return at >= form->count;
}

bool form_past(const struct form *form, const char *id)
{
    const struct field *field = form_find(form, id);
    return field && form->focus >= (size_t)(field - form->fields);
}

bool form_jump(struct form *form, const char *id)
{
    const struct field *field = form_find(form, id);
    if (!field || !can_focus(field) || form_past(form, id))
        return false;
    form->from = form->focus;
    move(form, (size_t)(field - form->fields));
    return true;
}

bool form_jump_back(struct form *form, const char *id)
{
    if (!form_past(form, id))
        return false;
    size_t at = form->from; /* what was filled in meanwhile may have made it absent */
    while (at < form->focus && !can_focus(&form->fields[at]))
        at++;
    move(form, at < form->focus ? at : form->focus);
    return true;
}

void form_leave(struct form *form, const char *id)
{
    const struct field *field = form_find(form, id);
    if (!field)
        return;
    form->focus = (size_t)(field - form->fields);
    form_act(form, ACTION_FIELD_NEXT);
}

void form_free(struct form *form)
{
    if (form->fields)
        explicit_bzero(form->fields, form->room * sizeof *form->fields);
    free(form->fields);
    *form = (struct form){0};
}
