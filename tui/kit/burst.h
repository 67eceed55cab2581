/* SPDX-License-Identifier: MIT */
/* Scanners and card readers are keyboards: a burst of characters that no hand can type is text to look up, not acts.
 *
 * Only where nothing is being typed: there a digit or a capital, with which every code begins, is held back for a few
 * milliseconds, to see whether more follow. Pasted text is the same, and known as such by the terminal's marks. */
#ifndef BANSHI_TUI_BURST_H
#define BANSHI_TUI_BURST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "key.h"

enum { BURST_KEYS = 256, BURST_FIRST_MS = 12, BURST_GAP_MS = 30, BURST_LEAST = 4 };

struct burst {
    key keys[BURST_KEYS];
    size_t count;
    bool pasted;
    int64_t last; /* when the last key came, milliseconds */
};

/* Offer a key. True: it is held, ask burst_due; false: not part of a burst, it is to be done after those held. */
bool burst_hold(struct burst *burst, key k, bool pasted, int64_t now);
/* Milliseconds until what is held is to be taken; 0 now; -1 nothing is held. */
int burst_due(const struct burst *burst, int64_t now);
/* Is what is held one text rather than keys struck one by one? Then it is in ret (UTF-8). */
bool burst_text(const struct burst *burst, char *ret, size_t size);

#endif
