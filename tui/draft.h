/* SPDX-License-Identifier: MIT */
/* Forms survive a crash: what has been typed is kept in a file of the user's own (0600), with the operation id that makes
 * sending it twice harmless. */
#ifndef BANSHI_TUI_DRAFT_H
#define BANSHI_TUI_DRAFT_H

#include <banshi/session.h>

#include "kit/form.h"

/* Write the form under a name ("case_intake-17"), replacing what was there: that survives the program being killed; with
 * flush also a power cut. False: errno tells. */
bool draft_save(const char *name, const char opid[BANSHI_OPID_SIZE], const struct form *form, bool flush);
/* Fill the form from a draft; false when there is none. The fields must have been added before. */
bool draft_load(const char *name, char ret_opid[BANSHI_OPID_SIZE], struct form *form);
/* The value of one field of a draft, before the form has its fields; false when there is none. */
bool draft_peek(const char *name, const char *id, char *ret, size_t size);
void draft_remove(const char *name);
/* Remove drafts that nobody has touched for DRAFT_DAYS days: they hold personal data. */
enum { DRAFT_DAYS = 7 };
void draft_expire(void);

#endif
