/* SPDX-License-Identifier: MIT */
/* What the files that read a command line share; cmd.h is what commands see of them. */
#ifndef BANSHI_TUI_COMMAND_LINE_H
#define BANSHI_TUI_COMMAND_LINE_H

#include <stdbool.h>
#include <stddef.h>

struct cmd_param;
struct cmd_value;

/* Does a word of the line look like an option? */
bool word_is_option(const char *word);
/* A value that was said, or is taken otherwise. False: it is none. */
bool value_read(const struct cmd_param *param, const char *text, struct cmd_value *ret);
/* What would have been right; "" when any text is. */
void value_wanted(const struct cmd_param *param, char *ret, size_t size);

#endif
