/* SPDX-License-Identifier: MIT */
/* Writing tables, for threads. */
#ifndef BANSHI_CORE_TABLE_H
#define BANSHI_CORE_TABLE_H

#include <banshi/table.h>

#include "progress.h"

/* See banshi_table_write; a row written is progress, told to stop it is BANSHI_ECANCELLED and no file is left. */
int table_write(const struct banshi_rows *rows, const struct banshi_table_words *words, const char *path, bool gb18030,
                struct progress *progress, struct banshi_error *error);

#endif
