/* SPDX-License-Identifier: MIT */
/* Translation from tables inside of the program: gettext reads no catalogue unless the system has generated a locale, and minimal
   systems have none. */
#include "i18n.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define DEFAULT_LANGUAGE "zh_CN"
#define SOURCE_LANGUAGE "en"

static const struct catalogue *chosen; /* set once, before the first message */

/* How much of two names is the same: nothing, the language, or the country too; what follows is the encoding. */
static int likeness(const char *name, size_t length, const char *language)
{
    size_t country = strcspn(language, "_");
    length = strcspn(name, ".@:") < length ? strcspn(name, ".@:") : length;
    if (length == strlen(language) && strncmp(name, language, length) == 0)
        return 2;
    return length >= country && strncmp(name, language, country) == 0 && (length == country || name[country] == '_');
}

static const struct catalogue *find(const char *name, size_t length)
{
    const struct catalogue *found = NULL;
    int best = 0;
    for (const struct catalogue *c = catalogues; c->language; c++)
        if (likeness(name, length, c->language) > best) {
            best = likeness(name, length, c->language);
            found = c;
        }
    return found;
}

/* Choose from a list of names with colons between them; false when it names no language at all. */
static bool choose_from(const char *names)
{
    bool named = false;
    for (size_t length; *names; names += length + (names[length] == ':')) {
        length = strcspn(names, ":");
        if (length == 0 || likeness(names, length, "C") || likeness(names, length, "POSIX"))
            continue;
        named = true;
        chosen = find(names, length);
        if (chosen || likeness(names, length, SOURCE_LANGUAGE))
            break;
    }
    return named;
}

const char *language_choose(void)
{
    static const char *const variables[] = {"LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG"};
    bool named = false;
    for (size_t i = 0; i < sizeof variables / sizeof variables[0] && !named; i++) {
        const char *value = getenv(variables[i]);
        named = value && choose_from(value);
    }
    if (!named)
        choose_from(DEFAULT_LANGUAGE);
    return chosen ? chosen->language : SOURCE_LANGUAGE;
}

static int by_id(const void *id, const void *message)
{
    return strcmp(id, ((const struct message *)message)->id);
}

const char *message_text(const char *id)
{
    const struct message *found = chosen ? bsearch(id, chosen->messages, chosen->count, sizeof *found, by_id) : NULL;
    return found ? found->text : id;
}
