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
#include "text.h"

struct field *form_add(struct form *form, const char *id, const char *label, size_t limit)
{
    if (!form->fields) {
        form->fields = calloc(FORM_FIELDS, sizeof *form->fields);
        form->room = form->fields ? FORM_FIELDS : 0;
    }
    if (form->count == form->room)
        return NULL;
    struct field *field = &form->fields[form->count++];
    *field = (struct field){.key = id, .label = label, .edit = {.limit = limit}};
    return field;
}

struct field *form_add_choice(struct form *form, const char *id, const char *label, const struct banshi_word *choices)
{
    struct field *field = form_add(form, id, label, 0);
    if (field)
        field->choices = choices;
    return field;
}

struct field *form_find(const struct form *form, const char *id)
{
    for (size_t i = 0; i < form->count; i++)
        if (strcmp(form->fields[i].key, id) == 0)
            return &form->fields[i];
    return NULL;
}

const char *form_value(const struct form *form, const char *id)
{
    const struct field *field = form_find(form, id);
    if (!field || field->absent)
        return "";
    return field->choices ? field->choices[field->chosen].code : field->edit.text;
}

char *form_json(const struct form *form)
{
    const char **pairs = calloc(form->count + 1, sizeof *pairs), *wrong = NULL;
    size_t n = 0;
    char *json = NULL;
    bool ok = pairs != NULL;
    for (size_t i = 0; ok && i < form->count; i++) {
        const struct field *field = &form->fields[i];
        char *pair = NULL;
        if (field->absent || field->read_only)
            continue;
        ok = asprintf(&pair, "%s=%s", field->key, form_value(form, field->key)) >= 0;
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

void form_set(struct form *form, const char *id, const char *value)
{
    struct field *field = form_find(form, id);
    if (!field)
        return;
    field->problem[0] = '\0';
    if (!field->choices) {
        edit_set(&field->edit, value);
        return;
    }
    for (int i = 0; field->choices[i].code; i++)
        if (strcmp(field->choices[i].code, value) == 0)
            field->chosen = i;
}

void form_offer(struct form *form, const char *id, const char *value)
{
    struct field *field = form_find(form, id);
    form_set(form, id, value);
    if (field && !field->choices)
        edit_offer(&field->edit, value);
}

static int choice_count(const struct field *field)
{
    int n = 0;
    while (field->choices[n].code)
        n++;
    return n;
}

bool form_key(struct form *form, key k)
{
    if (!form->count)
        return false;
    struct field *field = &form->fields[form->focus];
    if (field->read_only)
        return false;
    if (!field->choices) {
        bool used = edit_key(&field->edit, k);
        if (used)
            field->problem[0] = '\0';
        if (used && field->edit.refused)
            snprintf(field->problem, sizeof field->problem, "%s",
                     _("This character cannot be stored, or the field is full"));
        return used;
    }
    int n = choice_count(field);
    if (k == K_RIGHT || k == ' ')
        field->chosen = (field->chosen + 1) % n;
    else if (k == K_LEFT)
        field->chosen = (field->chosen + n - 1) % n;
    else if (k >= '1' && k < '1' + (key)n)
        field->chosen = (int)(k - '1');
    else
        return false;
    field->problem[0] = '\0';
    return true;
}

static bool can_focus(const struct field *field)
{
    return !field->absent && !field->read_only;
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
    if (at < form->count && can_focus(&form->fields[at]))
        form->focus = at;
    return true;
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
    form->focus = (size_t)(field - form->fields);
    return true;
}

bool form_jump_back(struct form *form, const char *id)
{
    if (!form_past(form, id))
        return false;
    size_t at = form->from; /* what was filled in meanwhile may have made it absent */
    while (at < form->focus && !can_focus(&form->fields[at]))
        at++;
    form->focus = at < form->focus ? at : form->focus;
    return true;
}

bool form_problem(struct form *form, const char *id, const char *problem)
{
    struct field *field = form_find(form, id);
    if (!field)
        return false;
    snprintf(field->problem, sizeof field->problem, "%s", problem);
    if (can_focus(field))
        form->focus = (size_t)(field - form->fields);
    return true;
}

bool form_wrong(struct form *form)
{
    for (size_t i = 0; i < form->count; i++)
        if (!form->fields[i].absent && form->fields[i].problem[0]) {
            form->focus = can_focus(&form->fields[i]) ? i : form->focus;
            return true;
        }
    return false;
}

static int field_rows(const struct field *field)
{
    return field->absent ? 0 : 1 + (field->title ? 1 : 0) + (field->problem[0] ? 1 : 0);
}

/* "‹ person ›", or all values when there is room. */
static void draw_choice(const struct field *field, struct area area, int row, int col, bool focus)
{
    int width = 0, n = choice_count(field);
    for (int i = 0; i < n; i++)
        width += text_width(_(field->choices[i].message)) + 3;
    if (col + width > area.cols) {
        paintf(area, row, col, focus ? STYLE_FOCUS : STYLE_FIELD, "‹ %s › %d/%d",
               _(field->choices[field->chosen].message), field->chosen + 1, n);
        return;
    }
    for (int i = 0; i < n; i++) {
        bool chosen = i == field->chosen;
        const char *label = _(field->choices[i].message);
        enum style style = !chosen ? STYLE_WEAK : focus ? STYLE_FOCUS : STYLE_STRONG;
        col += paintf(area, row, col, style, chosen ? "[%s]" : " %s ", label) + 1;
    }
}

static int label_columns(const struct form *form, const struct area *area)
{
    int widest = 8;
    for (size_t i = 0; i < form->count; i++)
        if (!form->fields[i].absent) {
            int width = text_width(form->fields[i].label);
            widest = width > widest ? width : widest;
        }
    int most = area->cols * 2 / 5;
    return widest > most ? most : widest;
}

struct area form_frame(struct area area, int rows, const char *title)
{
    return paint_dialog(area, rows, area.cols > 84 ? 80 : area.cols - 2, title);
}

void form_draw(const struct form *form, struct area area)
{
    int labels = label_columns(form, &area), focus_row = 0, row = 0;
    for (size_t i = 0; i < form->count; i++) {
        if (i == form->focus)
            focus_row = row + field_rows(&form->fields[i]);
        row += field_rows(&form->fields[i]);
    }
    int total = row, skip = focus_row > area.rows * 2 / 3 ? focus_row - area.rows * 2 / 3 : 0;
    if (skip > total - area.rows)
        skip = total > area.rows ? total - area.rows : 0;
    row = -skip;
    for (size_t i = 0; i < form->count; i++) {
        const struct field *field = &form->fields[i];
        bool focus = i == form->focus;
        if (field->absent)
            continue;
        if (field->title && row >= 0)
            paint_rule(area, row, field->title);
        row += field->title != NULL;
        if (row >= 0) {
            paint_right(area, row, 0, labels, focus ? STYLE_STRONG : STYLE_LABEL, field->label);
            if (field->read_only)
                paint(area, row, labels + 2, STYLE_NORMAL, field->edit.text);
            else if (field->choices)
                draw_choice(field, area, row, labels + 2, focus);
            else
                edit_draw(&field->edit, area, row, labels + 2, area.cols - labels - 3, focus);
        }
        row++;
        if (field->problem[0]) {
            if (row >= 0)
                paintf(area, row, labels + 2, STYLE_BAD, "! %s", field->problem);
            row++;
        }
    }
}

void form_free(struct form *form)
{
    if (form->fields)
        explicit_bzero(form->fields, form->room * sizeof *form->fields);
    free(form->fields);
    *form = (struct form){0};
}
