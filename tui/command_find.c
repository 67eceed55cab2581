/* SPDX-License-Identifier: MIT */
/* Finding what a command line names: nouns, verbs, options. */
#include <config.h>

#include <string.h>

#include "cmd.h"
#include "command_line.h"

bool cmd_is_option(const struct cmd_param *param)
{
    return param->name[0] == '-';
}

bool cmd_is_field(const struct cmd_param *param)
{
    return param->name[strlen(param->name) - 1] == '=';
}

bool cmd_is_argument(const struct cmd_param *param)
{
    return !cmd_is_option(param) && !cmd_is_field(param);
}

const struct banshi_word *cmd_codes(const struct banshi_word *codes)
{
    while (codes && codes->code && !codes->code[0])
        codes++;
    return codes && codes->code ? codes : NULL;
}

const struct cmd *cmd_find(const char *noun)
{
    const struct cmd *const *c = cmd_registry;
    while (*c && strcmp((*c)->name, noun) != 0)
        c++;
    return *c;
}

const struct cmd_verb *cmd_find_verb(const struct cmd *noun, const char *name)
{
    const struct cmd_verb *v = noun->verbs;
    while (v->name && strcmp(v->name, name) != 0)
        v++;
    return v->name ? v : NULL;
}

/* The one of that name; *count is raised by each whose name begins so, and the last of them is *begins. */
static const struct cmd_param *find(const struct cmd_param *params, const char *name, size_t length,
                                    const struct cmd_param **begins, size_t *count)
{
    for (const struct cmd_param *p = params; p && p->name; p++)
        if (strncmp(p->name, name, length) == 0) {
            if (!p->name[length])
                return p;
            *begins = p;
            ++*count;
        }
    return NULL;
}

const struct cmd_param *cmd_find_option(const struct cmd_verb *verb, const char *name)
{
    const struct cmd_param *begins = NULL, *found;
    size_t length = strcspn(name, "="), count = 0;
    found = find(verb ? verb->params : NULL, name, length, &begins, &count);
    if (!found)
        found = find(cmd_globals, name, length, &begins, &count);
    return found ? found : count == 1 ? begins : NULL;
}

const struct cmd_param *cmd_find_letter(char letter)
{
    const struct cmd_param *p = cmd_globals;
    while (p->name && p->letter != letter)
        p++;
    return p->name ? p : NULL;
}

bool word_is_option(const char *word)
{
    return word[0] == '-' && word[1];
}

/* Is the word after this option its value? Before the verb is known, as with any verb that has it. */
static bool value_follows(const char *word)
{
    const struct cmd_param *p = word[1] == '-' ? cmd_find_option(NULL, word) : cmd_find_letter(word[1]);
    for (const struct cmd *const *c = cmd_registry; !p && word[1] == '-' && *c; c++)
        for (const struct cmd_verb *v = (*c)->verbs; !p && v->name; v++)
            p = cmd_find_option(v, word);
    return p && p->kind != CMD_FLAG && (word[1] == '-' ? !strchr(word, '=') : !word[2]);
}

struct cmd_found cmd_find_command(int count, const char *const *words)
{
    struct cmd_found found = {.noun_at = -1, .verb_at = -1};
    bool ended = false, second = false;
    for (int i = 0; i < count; i++) {
        if (!ended && word_is_option(words[i])) {
            ended = strcmp(words[i], "--") == 0;
            found.help |= strcmp(words[i], "--help") == 0 || strcmp(words[i], "-h") == 0;
            found.version |= strcmp(words[i], "--version") == 0;
            i += value_follows(words[i]);
        } else if (found.noun_at < 0) {
            found.noun_at = i;
            found.noun = cmd_find(words[i]);
            found.verb = found.noun ? cmd_find_verb(found.noun, "") : NULL;
        } else if (found.noun && !second) {
            const struct cmd_verb *verb = words[i][0] ? cmd_find_verb(found.noun, words[i]) : NULL;
            second = true;
            if (verb || !found.verb) {
                found.verb_at = i;
                found.verb = verb;
            }
        }
    }
    return found;
}
