/* SPDX-License-Identifier: MIT */
/* Where the terminal program keeps files of the user's own: $XDG_STATE_HOME/banshi, else ~/.local/state/banshi. */
#ifndef BANSHI_TUI_PLACE_H
#define BANSHI_TUI_PLACE_H

#include <stdbool.h>

enum { PLACE_SIZE = 1024 };

/* The path of a file there, its folders made (0700). False: there is no place for it. */
bool place_file(const char *name, char ret[PLACE_SIZE]);

#endif
