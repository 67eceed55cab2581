/* SPDX-License-Identifier: MIT */
/* The slip of a number that was just given, on the slip printer of the counter. Norm 5.2. */
#ifndef BANSHI_TUI_SLIP_H
#define BANSHI_TUI_SLIP_H

#include <stdint.h>

struct app;

/* Print it when a rule names a printer for slips; nobody waits, only what goes wrong is told. */
void slip_print(struct app *app, int64_t ticket);

#endif
