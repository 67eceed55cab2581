/* SPDX-License-Identifier: MIT */
/* Translation: _() translates now, N_() marks a message id for later. */
#ifndef BANSHI_TUI_I18N_H
#define BANSHI_TUI_I18N_H

#include <libintl.h>

#define _(id) gettext(id)
#define N_(id) (id)

#endif
