/* SPDX-License-Identifier: MIT */
/* Arguments of the screens about cases and documents. */
#ifndef BANSHI_TUI_INTAKE_H
#define BANSHI_TUI_INTAKE_H

#include <stdint.h>

/* "case_intake": for the ticket in hand, or without one (0, 0, ""). Its result is chosen when a case was taken in. */
struct intake_start {
    int64_t ticket, item;
    const char *number; /* of the ticket, for the heading */
};

/* "document", "case_show": by id. */
struct record_start {
    int64_t id;
};

#endif
