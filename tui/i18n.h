/* SPDX-License-Identifier: MIT */
/* Translation: _() translates now, N_() marks a message id for later. */
#ifndef BANSHI_TUI_I18N_H
#define BANSHI_TUI_I18N_H

#include <stddef.h>

#define _(id) message_text(id)
#define N_(id) (id)

struct message {
    const char *id, *text;
};
struct catalogue {
    const char *language;           /* zh_CN */
    const struct message *messages; /* sorted by id */
    size_t count;
};
/* One for each po/<language>.po, made by build-aux/messages.sh; the last has no language. */
extern const struct catalogue catalogues[];

/* Choose the language that LANGUAGE, LC_ALL, LC_MESSAGES or LANG names; C names none, and Chinese it is when nothing else is
   asked for. Which locales the system has generated plays no part. Returns the language's name. */
const char *language_choose(void);

/* The message in the chosen language, or as it is in the sources. */
const char *message_text(const char *id) __attribute__((format_arg(1)));

#endif
