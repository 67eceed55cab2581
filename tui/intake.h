/* SPDX-License-Identifier: MIT */
/* Arguments of the screens about cases and documents. */
#ifndef BANSHI_TUI_INTAKE_H
#define BANSHI_TUI_INTAKE_H

#include <stdbool.h>
#include <stdint.h>

/* "case_intake": for the number in hand, or without one (0, 0, ""). Its result is chosen when a case was taken in. */
struct intake_start {
    int64_t ticket, item;
    const char *number; /* of the ticket, for the heading */
};

/* "document_issue": what is written on a case besides its decisions; the case is only read while opening. */
struct banshi_case;
struct document_issue_start {
    const struct banshi_case *of;
};

/* "document_serve": the document, only read while opening. */
struct banshi_document;
struct document_serve_start {
    const struct banshi_document *document;
};

/* "item": an item, or 0 to choose one. */

/* "material_form": the forms of an item's materials, beginning with those of one (NULL: any). */
struct material_form_start {
    int64_t item;
    const char *material;
};

/* "material_file": a form of a material, and where it goes. */
struct material_file_start {
    int64_t form;
    const char *destination;
};

#endif
