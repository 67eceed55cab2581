/* SPDX-License-Identifier: MIT */
/* Writing a file for the person. */
#ifndef BANSHI_TUI_SAVE_H
#define BANSHI_TUI_SAVE_H

/* Write a new file; one that was there is never overwritten. 0, or -1 with errno. */
int save_new(const char *path, const char *text);

#endif
