/* SPDX-License-Identifier: MIT */
/* Words: the codes that records hold (states, kinds, modes, roles …), one vocabulary a file of core/word, where they are listed
 * and said to be what. They are the values of forms and of options, in this order; the first is what is taken when nothing is
 * said. Later releases add codes: who reads records takes one that it does not know as it is. */
#ifndef BANSHI_WORD_H
#define BANSHI_WORD_H

#include <stdbool.h>

#include <banshi/rows.h>

/* The word of a code among these, which end with a null code; NULL: there is none. */
const struct banshi_word *banshi_word_find(const struct banshi_word *words, const char *code);
/* The same for what a person wrote into a list: the code, its Chinese or another name, without regard to case. */
const struct banshi_word *banshi_word_read(const struct banshi_word *words, const char *text);
/* The message id of a code; the code itself when there is none. With words NULL what the first vocabulary that has it calls it. */
const char *banshi_word_message(const struct banshi_word *words, const char *code);

/* All vocabularies by name, and parts of them; ends with a null name. */
struct banshi_vocabulary {
    const char *name;
    const struct banshi_word *words;
};
extern const struct banshi_vocabulary banshi_vocabularies[];

/* banshi_word_<name>: the vocabulary of core/word/<name>.word, or a part of it; document_kind is that of data/layout. */
extern const struct banshi_word banshi_word_absence_kind[];
extern const struct banshi_word banshi_word_applicant_kind[];
extern const struct banshi_word banshi_word_assistance_result[];
extern const struct banshi_word banshi_word_case_channel[];
extern const struct banshi_word banshi_word_case_delivery[];
extern const struct banshi_word banshi_word_case_material_state[];
extern const struct banshi_word banshi_word_case_notice[];
extern const struct banshi_word banshi_word_case_outcome[];
extern const struct banshi_word banshi_word_case_outcome_intake[];
extern const struct banshi_word banshi_word_case_outcome_later[];
extern const struct banshi_word banshi_word_case_result[];
extern const struct banshi_word banshi_word_case_state[];
extern const struct banshi_word banshi_word_centre_issue_policy[];
extern const struct banshi_word banshi_word_centre_restore_policy[];
extern const struct banshi_word banshi_word_counter_state[];
extern const struct banshi_word banshi_word_deadline_duty[];
extern const struct banshi_word banshi_word_deadline_urgency[];
extern const struct banshi_word banshi_word_document_kind[];
extern const struct banshi_word banshi_word_document_kind_of_case[];
extern const struct banshi_word banshi_word_document_kind_written[];
extern const struct banshi_word banshi_word_document_proof_state[];
extern const struct banshi_word banshi_word_document_state[];
extern const struct banshi_word banshi_word_dress[];
extern const struct banshi_word banshi_word_dress_party[];
extern const struct banshi_word banshi_word_event_kind[];
extern const struct banshi_word banshi_word_extension_outcome[];
extern const struct banshi_word banshi_word_extension_request_kind[];
extern const struct banshi_word banshi_word_extension_request_state[];
extern const struct banshi_word banshi_word_floor_alert[];
extern const struct banshi_word banshi_word_floor_light[];
extern const struct banshi_word banshi_word_hours_session[];
extern const struct banshi_word banshi_word_hours_session_open[];
extern const struct banshi_word banshi_word_id_kind[];
extern const struct banshi_word banshi_word_import_kind[];
extern const struct banshi_word banshi_word_import_line_outcome[];
extern const struct banshi_word banshi_word_item_subject[];
extern const struct banshi_word banshi_word_limit_unit[];
extern const struct banshi_word banshi_word_material_form[];
extern const struct banshi_word banshi_word_material_form_kind[];
extern const struct banshi_word banshi_word_material_form_type[];
extern const struct banshi_word banshi_word_phrase_step[];
extern const struct banshi_word banshi_word_print_state[];
extern const struct banshi_word banshi_word_printer_state[];
extern const struct banshi_word banshi_word_roster_duty_cause[];
extern const struct banshi_word banshi_word_roster_duty_state[];
extern const struct banshi_word banshi_word_roster_swap_state[];
extern const struct banshi_word banshi_word_service_mode[];
extern const struct banshi_word banshi_word_service_relation[];
extern const struct banshi_word banshi_word_staff_role[];
extern const struct banshi_word banshi_word_staff_role_desk[];
extern const struct banshi_word banshi_word_staff_role_device[];
extern const struct banshi_word banshi_word_staff_role_rank[];
extern const struct banshi_word banshi_word_suspension_kind[];
extern const struct banshi_word banshi_word_ticket_purpose[];
extern const struct banshi_word banshi_word_ticket_state[];

#endif
