/* SPDX-License-Identifier: MIT */
/* Writing a file for the person. */
#ifndef BANSHI_TUI_SAVE_H
#define BANSHI_TUI_SAVE_H

/* A path in the person's home folder, in printf's manner. */
enum { SAVE_SIZE = 512 };
const char *save_place(char ret[SAVE_SIZE], const char *format, ...) __attribute__((format(printf, 2, 3)));
/* That of a file which is not there yet: the second one of a name has a number. */
const char *save_fresh(char ret[SAVE_SIZE], const char *name, const char *ending);
/* Write a new file; one that was there is never overwritten. 0, or -1 with errno. */
int save_new(const char *path, const char *text);

#endif
