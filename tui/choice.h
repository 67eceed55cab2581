/* SPDX-License-Identifier: MIT */
/* Codes to choose from, for forms and for the options of commands. */
#ifndef BANSHI_TUI_CHOICE_H
#define BANSHI_TUI_CHOICE_H

#include "kit/choice.h"

/* Each ends with {NULL, NULL}. The first is what is taken when nothing is said. */
extern const struct choice applicant_kinds[], id_kinds[], deliveries[], notice_ways[]; /* of a case */
extern const struct choice special_procedures[], case_results[];
extern const struct choice ticket_purposes[];

#endif
