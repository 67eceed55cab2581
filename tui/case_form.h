/* SPDX-License-Identifier: MIT */
/* The parts of a form that taking in a case and deciding on one later have in common: materials and decision. */
#ifndef BANSHI_TUI_CASE_FORM_H
#define BANSHI_TUI_CASE_FORM_H

#include <banshi/banshi.h>

#include "kit/form.h"

enum { CASE_MATERIALS = 60 };

/* The materials of a form: keys, labels and conditions of the fields live here. */
struct case_materials {
    size_t count;
    struct banshi_case_material items[CASE_MATERIALS]; /* texts belong to the rows they came from */
    char keys[CASE_MATERIALS][16], note_keys[CASE_MATERIALS][16], wrong[CASE_MATERIALS][24],
        labels[CASE_MATERIALS][256];
};

/* Add one material; state and note are offered. Only the first 60 can be ticked off here. */
void case_materials_add(struct case_materials *materials, const struct banshi_case_material *material);
/* Their fields: state, and of a wrong one what is wrong. */
void case_materials_fields(struct case_materials *materials, struct form *form);
void case_materials_all_received(const struct case_materials *materials, struct form *form);
/* Name of the material of the selected field; NULL: another field. */
const char *case_materials_focus(const struct case_materials *materials, const struct form *form);
/* What the form says now; texts are lent by the form. */
void case_materials_read(struct case_materials *materials, const struct form *form);

/* The decision's fields, which ask for what the chosen outcome needs; intake: with "only receive". */
void decision_fields(struct form *form, bool intake);
/* Acts that move to the decision and back; false for another. And what they would do now. */
bool decision_act(struct form *form, enum action action);
const char *decision_hint(const struct form *form, enum action action);
struct banshi_decision decision_read(const struct form *form);

/* Numbers of people, which are written properly: the applicant's by the kind in "id_kind", an agent's, of a telephone. */
field_check case_check_id, case_check_agent, case_check_phone;

#endif
