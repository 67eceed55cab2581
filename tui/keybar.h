/* SPDX-License-Identifier: MIT */
/* The key bar: what the keys of the top screen do now, and on which key it lies. */
#ifndef BANSHI_TUI_KEYBAR_H
#define BANSHI_TUI_KEYBAR_H

#include "app.h"

/* Paint as many acts as fit, the most useful first; the way back and the help always, at the end of the last line. */
void keybar_draw(const struct app *app, struct area area);

#endif
