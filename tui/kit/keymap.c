/* SPDX-License-Identifier: MIT */
/* Which key does what. */
#include <config.h>

#include "keymap.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "i18n.h"

const struct action_entry action_table[ACTION_COUNT] = {
#define CONTEXT(id, heading)
#define ACTION(id, context, keys, label, help) [ACTION_##id] = {#id, CONTEXT_##context, keys, label, help},
#include "action.def"
#undef CONTEXT
#undef ACTION
};

const char *const context_heading[CONTEXT_COUNT] = {
#define CONTEXT(id, heading) [CONTEXT_##id] = heading,
#define ACTION(id, context, keys, label, help)
#include "action.def"
#undef CONTEXT
#undef ACTION
};

/* Bind the blank-separated keys; the one that is none is returned with its length. */
static const char *bind(key ret[KEYMAP_KEYS], const char *keys, size_t *ret_length)
{
    size_t count = 0;
    key bound[KEYMAP_KEYS] = {K_NONE};
    for (;;) {
        keys += strspn(keys, " \t\r\n");
        size_t n = strcspn(keys, " \t\r\n");
        if (n == 0)
            break;
        key k = key_parse(keys, n);
        if (k == K_NONE || count == KEYMAP_KEYS) {
            *ret_length = n;
            return keys;
        }
        bound[count++] = k;
        keys += n;
    }
    memcpy(ret, bound, sizeof bound);
    return NULL;
}

void keymap_init(struct keymap *map)
{
    size_t length;
    memset(map, 0, sizeof *map);
    for (int i = 1; i < ACTION_COUNT; i++)
        bind(map->keys[i], action_table[i].keys, &length);
}

static bool has(const struct keymap *map, int action, key k)
{
    for (int i = 0; i < KEYMAP_KEYS && map->keys[action][i] != K_NONE; i++)
        if (map->keys[action][i] == k)
            return true;
    return false;
}

bool keymap_line(struct keymap *map, const char *line, char *ret_problem, size_t size)
{
    line += strspn(line, " \t");
    size_t name = strcspn(line, " \t=\r\n");
    if (*line == '#' || line[strspn(line, " \t\r\n")] == '\0')
        return true;
    const char *equals = line + name + strspn(line + name, " \t");
    if (*equals != '=') {
        snprintf(ret_problem, size, _("“action = key” is expected"));
        return false;
    }
    int action = 1;
    while (action < ACTION_COUNT &&
           (strlen(action_table[action].name) != name || strncasecmp(action_table[action].name, line, name) != 0))
        action++;
    if (action == ACTION_COUNT) {
        snprintf(ret_problem, size, _("there is no action “%.*s”"), (int)name, line);
        return false;
    }
    key keys[KEYMAP_KEYS];
    size_t length;
    const char *bad = bind(keys, equals + 1, &length);
    if (bad) {
        snprintf(ret_problem, size, _("“%.*s” is not a key, or one too many"), (int)length, bad);
        return false;
    }
    /* A key means one thing in a context: whoever had it loses it. */
    for (int other = 1; other < ACTION_COUNT; other++) {
        if (action_table[other].context != action_table[action].context)
            continue;
        size_t kept = 0;
        for (size_t i = 0; i < KEYMAP_KEYS; i++) {
            key k = map->keys[other][i];
            bool taken = false;
            for (size_t j = 0; j < KEYMAP_KEYS; j++)
                taken |= k != K_NONE && k == keys[j];
            if (!taken)
                map->keys[other][kept++] = k;
        }
        while (kept < KEYMAP_KEYS)
            map->keys[other][kept++] = K_NONE;
    }
    memcpy(map->keys[action], keys, sizeof keys);
    return true;
}

bool keymap_load(struct keymap *map, const char *path, char *ret_problem, size_t size)
{
    struct stat is;
    if (stat(path, &is) == 0 && !S_ISREG(is.st_mode)) { /* a device or a pipe may have no end */
        snprintf(ret_problem, size, "%s: %s", path, strerror(EINVAL));
        return false;
    }
    FILE *file = fopen(path, "re");
    if (!file) {
        if (errno == ENOENT || errno == ENOTDIR)
            return true;
        snprintf(ret_problem, size, "%s: %s", path, strerror(errno));
        return false;
    }
    char *line = NULL, problem[256];
    size_t room = 0;
    bool fine = true;
    for (int number = 1; getline(&line, &room, file) >= 0; number++)
        if (!keymap_line(map, line, problem, sizeof problem) && fine) {
            snprintf(ret_problem, size, "%s:%d: %s", path, number, problem);
            fine = false;
        }
    free(line);
    fclose(file);
    return fine;
}

enum action keymap_find(const struct keymap *map, const enum context *contexts, key k)
{
    for (; *contexts != CONTEXT_NONE; contexts++)
        for (int action = 1; action < ACTION_COUNT; action++)
            if (action_table[action].context == *contexts && has(map, action, k))
                return (enum action)action;
    return ACTION_NONE;
}

key keymap_shown(const struct keymap *map, const enum context *contexts, enum action action, bool typing)
{
    for (size_t i = 0; i < KEYMAP_KEYS && map->keys[action][i] != K_NONE; i++) {
        key k = map->keys[action][i];
        if (!(typing && key_is_text(k)) && keymap_find(map, contexts, k) == action)
            return k;
    }
    return K_NONE;
}
