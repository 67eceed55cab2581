/* SPDX-License-Identifier: MIT */
/* Which key does what: the defaults of action.def and the user's own file over them. */
#ifndef BANSHI_TUI_KEYMAP_H
#define BANSHI_TUI_KEYMAP_H

#include <stdbool.h>
#include <stddef.h>

#include "key.h"

enum context {
    CONTEXT_NONE, /* ends a screen's list */
#define CONTEXT(id, heading) CONTEXT_##id,
#define ACTION(id, context, keys, label, help)
#include "action.def"
#undef CONTEXT
#undef ACTION
    CONTEXT_COUNT
};

enum action {
    ACTION_NONE,
#define CONTEXT(id, heading)
#define ACTION(id, context, keys, label, help) ACTION_##id,
#include "action.def"
#undef CONTEXT
#undef ACTION
    ACTION_COUNT
};

struct action_entry {
    const char *name; /* "CALL_NEXT"; in files in lower case */
    enum context context;
    const char *keys;
    const char *label, *help; /* message ids */
};
extern const struct action_entry action_table[ACTION_COUNT];
extern const char *const context_heading[CONTEXT_COUNT]; /* message ids */

#define KEYMAP_KEYS 4 /* at most, for one action */
struct keymap {
    key keys[ACTION_COUNT][KEYMAP_KEYS]; /* K_NONE ends */
};

/* The defaults. */
void keymap_init(struct keymap *map);
/* One line of the user's file, `action = key key …` or a comment. False with what is wrong in ret_problem. */
bool keymap_line(struct keymap *map, const char *line, char *ret_problem, size_t size);
/* The user's file, if there is one: what is wrong is named with path and line, the other lines count. */
bool keymap_load(struct keymap *map, const char *path, char *ret_problem, size_t size);
/* The action of a key in the first of the contexts (CONTEXT_NONE ends them) that has one. */
enum action keymap_find(const struct keymap *map, const enum context *contexts, key k);
/* The key to show for an action: the first of its keys that leads to it in these contexts, where characters are no acts
 * while typing; K_NONE when there is none. */
key keymap_shown(const struct keymap *map, const enum context *contexts, enum action action, bool typing);

#endif
