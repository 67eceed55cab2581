/* SPDX-License-Identifier: MIT */
/* Keys as the program sees them, free of curses: a code point, a control character, or one of K_…. */
#ifndef BANSHI_TUI_KEY_H
#define BANSHI_TUI_KEY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef uint32_t key;

enum {
    K_NONE = 0,
    K_TAB = '\t',
    K_ENTER = '\r',
    K_ESC = 0x1b,
    K_BACKSPACE = 0x7f,
    K_UP = 0x110000,
    K_DOWN,
    K_LEFT,
    K_RIGHT,
    K_HOME,
    K_END,
    K_PGUP,
    K_PGDN,
    K_INSERT,
    K_DELETE,
    K_BACKTAB,
    K_F1 /* F1 … F12 follow */
};
#define K_CTRL(letter) ((key)((letter)&0x1f))

/* A character that can be typed into text? */
bool key_is_text(key k);
/* Parse the name of a key: one character, or a name such as "f5", "enter", "space", "ctrl-s", "pgdn". K_NONE: no such
 * key. */
key key_parse(const char *name, size_t length);
/* What stands on the key, for people: "F5", "Enter", "^S", "a". */
#define KEY_LABEL_SIZE 16
const char *key_label(key k, char ret[KEY_LABEL_SIZE]);

#endif
