/* SPDX-License-Identifier: MIT */
/* Materials and decision in forms. */
#include <config.h>

#include "case_form.h"

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "choice.h"
#include "i18n.h"

void case_materials_add(struct case_materials *m, const struct banshi_case_material *material)
{
    if (m->count == CASE_MATERIALS)
        return;
    size_t i = m->count++;
    m->items[i] = *material;
    snprintf(m->keys[i], sizeof m->keys[i], "material%zu", i + 1);
    snprintf(m->note_keys[i], sizeof m->note_keys[i], "note%zu", i + 1);
    /* the counts say original, copy or both; the room is for the name */
    char counts[64];
    if (material->originals || material->copies)
        snprintf(counts, sizeof counts, "%d+%d", (int)material->originals, (int)material->copies);
    else
        snprintf(counts, sizeof counts, "%s", word_text(banshi_word_material_form, material->form));
    snprintf(m->labels[i], sizeof m->labels[i], "%s%.180s (%s)", material->required ? "*" : "", material->name, counts);
}

void case_materials_fields(struct case_materials *m, struct form *form)
{
    for (size_t i = 0; i < m->count; i++) {
        struct field *state = form_add_choice(form, m->keys[i], m->labels[i], banshi_word_case_material_state);
        struct field *note = form_add(form, m->note_keys[i], _("What is wrong"), 200);
        if (!state || !note)
            return;
        if (i == 0)
            state->title = _("Materials (* required; originals+copies)");
        form_set(form, m->keys[i], m->items[i].state);
        form_set(form, m->note_keys[i], m->items[i].note);
    }
    case_materials_show(m, form);
}

void case_materials_all_received(const struct case_materials *m, struct form *form)
{
    for (size_t i = 0; i < m->count; i++)
        form_set(form, m->keys[i], "received");
}

void case_materials_show(const struct case_materials *m, struct form *form)
{
    for (size_t i = 0; i < m->count; i++) {
        struct field *note = form_find(form, m->note_keys[i]);
        if (note)
            note->absent = strcmp(form_value(form, m->keys[i]), "wrong") != 0;
    }
}

const char *case_materials_focus(const struct case_materials *m, const struct form *form)
{
    const char *focus = form->focus < form->count ? form->fields[form->focus].key : "";
    for (size_t i = 0; i < m->count; i++)
        if (strcmp(focus, m->keys[i]) == 0 || strcmp(focus, m->note_keys[i]) == 0)
            return m->items[i].name;
    return NULL;
}

void case_materials_read(struct case_materials *m, const struct form *form)
{
    for (size_t i = 0; i < m->count; i++) {
        m->items[i].state = form_value(form, m->keys[i]);
        m->items[i].note = form_value(form, m->note_keys[i]);
    }
}

void decision_fields(struct form *form, bool intake)
{
    struct field *outcome = form_add_choice(form, "outcome", _("Decision"),
                                            intake ? banshi_word_case_outcome_intake : banshi_word_case_outcome_later);
    if (outcome)
        outcome->title = _("Decision");
    form_add_choice(form, "corrected", _("Corrected on the spot"), no_yes);
    form_add(form, "reason", _("Reason"), 500);
    form_add(form, "basis", _("Legal basis"), 300);
    form_add(form, "organ", _("Competent organ"), 100);
    form_add(form, "supplement_days", _("Days for the supplement"), 3);
    form_add(form, "override_reason", _("Why a second notice"), 200);
    decision_show(form);
}

void decision_show(struct form *form)
{
    const char *outcome = form_value(form, "outcome");
    bool refuse = strcmp(outcome, "refuse") == 0, supplement = strcmp(outcome, "supplement") == 0;
    bool not_required = strcmp(outcome, "not_required") == 0, withdraw = strcmp(outcome, "withdraw") == 0;
    const struct {
        const char *key;
        bool asked;
    } fields[] = {
        {"corrected", strcmp(outcome, "accept") == 0},
        {"reason", refuse || not_required || withdraw},
        {"basis", refuse || not_required},
        {"organ", refuse},
        {"supplement_days", supplement},
        {"override_reason", supplement},
    };
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        struct field *field = form_find(form, fields[i].key);
        if (field)
            field->absent = !fields[i].asked;
    }
}

bool decision_act(struct form *form, enum action action)
{
    if (action == ACTION_DECISION)
        form_jump(form, "outcome");
    else if (action == ACTION_DECISION_BACK)
        form_jump_back(form, "outcome");
    else
        return false;
    return true;
}

const char *decision_hint(const struct form *form, enum action action)
{
    bool there = form_past(form, "outcome");
    return (action == ACTION_DECISION && there) || (action == ACTION_DECISION_BACK && !there) ? "" : NULL;
}

struct banshi_decision decision_read(const struct form *form)
{
    int days = 0;
    sscanf(form_value(form, "supplement_days"), "%3d", &days);
    return (struct banshi_decision){
        .outcome = form_value(form, "outcome"),
        .reason = form_value(form, "reason"),
        .basis = form_value(form, "basis"),
        .organ = form_value(form, "organ"),
        .corrected = strcmp(form_value(form, "corrected"), "yes") == 0,
        .override_reason = form_value(form, "override_reason"),
        .supplement_days = days,
    };
}

void case_form_check(struct form *form)
{
    struct field *field = form->count ? &form->fields[form->focus] : NULL;
    struct banshi_error error = {0};
    char fixed[24], detail[1024];
    if (!field || field->choices || !field->edit.text[0])
        return;
    const char *text = field->edit.text, *kind = form_value(form, "id_kind");
    bool agent = strcmp(field->key, "agent_id_number") == 0;
    if (agent || (strcmp(field->key, "id_number") == 0 && strcmp(kind, "resident") == 0))
        banshi_identity_resident(text, 0, fixed, &error);
    else if (strcmp(field->key, "id_number") == 0 && strcmp(kind, "credit_code") == 0)
        banshi_identity_credit_code(text, fixed, &error);
    else if (strcmp(field->key, "phone") == 0 || strcmp(field->key, "agent_phone") == 0)
        banshi_identity_phone(text, fixed, &error);
    else
        return;
    if (error.code == 0) {
        edit_set(&field->edit, fixed);
        field->problem[0] = '\0';
        return;
    }
    detail_words(error.detail, detail, sizeof detail);
    snprintf(field->problem, sizeof field->problem, "%s%s%.120s", _(banshi_error_sentence(error.code)), _(": "),
             detail);
}

void case_form_error(struct app *app, struct form *form, const struct banshi_error *error)
{
    char id[64], detail[1024], problem[1400];
    const char *dot = strstr(error->detail, " · ");
    size_t n = dot ? (size_t)(dot - error->detail) : strlen(error->detail);
    app_error(app, error);
    snprintf(id, sizeof id, "%.*s", (int)(n < sizeof id ? n : sizeof id - 1), error->detail);
    detail_words(dot ? dot + strlen(" · ") : "", detail, sizeof detail);
    snprintf(problem, sizeof problem, "%s%s%s", _(banshi_error_sentence(error->code)), detail[0] ? _(": ") : "",
             detail);
    if (form_problem(form, id, problem))
        app_say(app, STYLE_BAD, "%s", _("Correct the field marked with !, then commit again"));
}
