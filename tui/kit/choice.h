/* SPDX-License-Identifier: MIT */
/* A value to choose and what it is called. */
#ifndef BANSHI_TUI_KIT_CHOICE_H
#define BANSHI_TUI_KIT_CHOICE_H

struct choice {
    const char *value, *label; /* label: message id */
};

#endif
