/* SPDX-License-Identifier: MIT */
/* Materials and decision in forms. */
#include <config.h>

#include "case_form.h"

#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "words.h"

void case_materials_add(struct case_materials *m, const struct banshi_case_material *material)
{
    if (m->count == CASE_MATERIALS)
        return;
    size_t i = m->count++;
    m->items[i] = *material;
    snprintf(m->keys[i], sizeof m->keys[i], "material%zu", i + 1);
    snprintf(m->note_keys[i], sizeof m->note_keys[i], "note%zu", i + 1);
    snprintf(m->wrong[i], sizeof m->wrong[i], "material%zu=wrong", i + 1);
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
        form_add(form, &(struct form_field){m->keys[i], m->labels[i], FIELD_CHOICE,
                                            .choices = banshi_word_case_material_state,
                                            .title = i ? NULL : _("Materials (* required; originals+copies)")});
        form_add(form, &(struct form_field){m->note_keys[i], _("What is wrong"), .limit = 200, .when = m->wrong[i]});
        form_set(form, m->keys[i], m->items[i].state);
        form_set(form, m->note_keys[i], m->items[i].note);
    }
}

void case_materials_all_received(const struct case_materials *m, struct form *form)
{
    for (size_t i = 0; i < m->count; i++)
        form_set(form, m->keys[i], "received");
}

const char *case_materials_focus(const struct case_materials *m, const struct form *form)
{
    const char *focus = form->focus < form->count ? form->fields[form->focus].is.key : "";
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
    static const struct form_field rest[] = {
        {"corrected", N_("Corrected on the spot"), FIELD_FLAG, .when = "outcome=accept"},
        {"reason", N_("Reason"), .limit = 500, .must = true, .when = "outcome=refuse|not_required|withdraw"},
        {"basis", N_("Legal basis"), .limit = 300, .when = "outcome=refuse|not_required"},
        {"organ", N_("Competent organ"), .limit = 100, .when = "outcome=refuse"},
        {"supplement_days", N_("Days for the supplement"), FIELD_NUMBER, .limit = 3, .least = 1,
         .when = "outcome=supplement"},
        {"override_reason", N_("Why a second notice"), .limit = 200, .when = "outcome=supplement"},
    };
    const struct form_field outcome = {"outcome", N_("Decision"), FIELD_CHOICE, .title = N_("Decision"),
                                       .choices =
                                           intake ? banshi_word_case_outcome_intake : banshi_word_case_outcome_later};
    form_declare(form, &outcome, 1);
    form_declare(form, rest, sizeof rest / sizeof rest[0]);
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
    return (struct banshi_decision){
        .outcome = form_value(form, "outcome"),
        .reason = form_value(form, "reason"),
        .basis = form_value(form, "basis"),
        .organ = form_value(form, "organ"),
        .corrected = form_yes(form, "corrected"),
        .override_reason = form_value(form, "override_reason"),
        .supplement_days = form_number(form, "supplement_days"),
    };
}

/* What a check has found; what is right is written properly. */
static const char *found(struct field *field, const struct banshi_error *error, const char *fixed, char room[256])
{
    char detail[128];
    if (error->code == 0) {
        edit_set(&field->edit, fixed);
        return NULL;
    }
    detail_words(error->detail, detail, sizeof detail);
    snprintf(room, 256, "%s%s%s", _(banshi_error_sentence(error->code)), _(": "), detail);
    return room;
}

const char *case_check_agent(const struct form *form, struct field *field, char room[256])
{
    struct banshi_error error = {0};
    char fixed[24] = "";
    (void)form;
    if (!field->edit.text[0])
        return NULL;
    banshi_identity_resident(field->edit.text, 0, fixed, &error);
    return found(field, &error, fixed, room);
}

const char *case_check_id(const struct form *form, struct field *field, char room[256])
{
    const char *kind = form_value(form, "id_kind");
    struct banshi_error error = {0};
    char fixed[24] = "";
    if (strcmp(kind, "resident") == 0)
        return case_check_agent(form, field, room);
    if (strcmp(kind, "credit_code") != 0 || !field->edit.text[0])
        return NULL;
    banshi_identity_credit_code(field->edit.text, fixed, &error);
    return found(field, &error, fixed, room);
}

const char *case_check_phone(const struct form *form, struct field *field, char room[256])
{
    struct banshi_error error = {0};
    char fixed[24] = "";
    (void)form;
    if (!field->edit.text[0])
        return NULL;
    banshi_identity_phone(field->edit.text, fixed, &error);
    return found(field, &error, fixed, room);
}
