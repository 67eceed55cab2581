/* SPDX-License-Identifier: MIT */
/* Importing a file, for the commands that do. */
#ifndef BANSHI_TUI_IMPORT_FILE_H
#define BANSHI_TUI_IMPORT_FILE_H

#include "cmd.h"

/* Read, check and apply a file; the report belongs to the caller (ret_rows may be NULL). Exit status. */
int import_file(struct cmd_run *run, const char *kind, const char *path, const struct banshi_rows **ret_rows);

#endif
