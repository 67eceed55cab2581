/* SPDX-License-Identifier: MIT */
/* Names of keys: as written in action.def and the user's file, and as shown. */
#include <config.h>

#include "key.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <banshi/text.h>

#include "i18n.h"
#include "text.h"

static const struct {
    const char *name;
    const char *label;
    key k;
} named[] = {
    {"enter", N_("Enter"), K_ENTER},
    {"esc", N_("Esc"), K_ESC},
    {"tab", N_("Tab"), K_TAB},
    {"space", N_("Space"), ' '},
    {"backspace", N_("Backspace"), K_BACKSPACE},
    {"up", "↑", K_UP},
    {"down", "↓", K_DOWN},
    {"left", "←", K_LEFT},
    {"right", "→", K_RIGHT},
    {"home", "Home", K_HOME},
    {"end", "End", K_END},
    {"pgup", "PgUp", K_PGUP},
    {"pgdn", "PgDn", K_PGDN},
    {"insert", "Ins", K_INSERT},
    {"delete", "Del", K_DELETE},
    {"shift-tab", "⇧Tab", K_BACKTAB},
};

bool key_is_text(key k)
{
    return k >= 0x20 && k != K_BACKSPACE && k < 0x110000;
}

key key_parse(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (strlen(named[i].name) == length && strncasecmp(named[i].name, name, length) == 0)
            return named[i].k;
    if (length >= 2 && length <= 3 && (name[0] == 'f' || name[0] == 'F')) {
        int n = atoi(name + 1);
        if (n >= 1 && n <= 12)
            return K_F1 + (key)n - 1;
    }
    if (length == 6 && strncasecmp(name, "ctrl-", 5) == 0 &&
        ((name[5] >= 'a' && name[5] <= 'z') || (name[5] >= 'A' && name[5] <= 'Z')))
        return K_CTRL(name[5]);
    uint32_t c;
    if (length > 0 && text_next(name, &c) == length && banshi_text_allowed(c))
        return c;
    return K_NONE;
}

const char *key_label(key k, char ret[KEY_LABEL_SIZE])
{
    for (size_t i = 0; i < sizeof named / sizeof named[0]; i++)
        if (named[i].k == k) {
            snprintf(ret, KEY_LABEL_SIZE, "%s", _(named[i].label));
            return ret;
        }
    if (k >= K_F1)
        snprintf(ret, KEY_LABEL_SIZE, "F%u", (unsigned)(k - K_F1 + 1) & 0xffu);
    else if (k < 0x20)
        snprintf(ret, KEY_LABEL_SIZE, "^%c", (char)(k + '@'));
    else
        ret[text_encode(ret, k)] = '\0';
    return ret;
}
