/* SPDX-License-Identifier: MIT */
/* The two lines at the bottom: which key does what here, as bound now. */
#ifndef BANSHI_TUI_KEYBAR_H
#define BANSHI_TUI_KEYBAR_H

#include "canvas.h"
#include "keymap.h"

/* The actions of the contexts (CONTEXT_NONE ends them) in the order of action.def, then the global ones. */
void keybar_draw(const struct keymap *keys, const enum context *contexts, struct area area);

#endif
