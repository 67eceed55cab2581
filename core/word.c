/* SPDX-License-Identifier: MIT */
/* Looking for words in vocabularies. */
#include <config.h>

#include <banshi/word.h>

#include <string.h>
#include <strings.h>

const struct banshi_word *banshi_word_find(const struct banshi_word *words, const char *code)
{
    while (words->code && strcmp(words->code, code) != 0)
        words++;
    return words->code ? words : NULL;
}

/* Is the text one of those in a list with spaces between? */
static bool among(const char *list, const char *text)
{
    size_t n = strlen(text);
    for (; *list; list += strcspn(list, " "), list += *list == ' ')
        if (strcspn(list, " ") == n && strncasecmp(list, text, n) == 0)
            return true;
    return false;
}

const struct banshi_word *banshi_word_read(const struct banshi_word *words, const char *text)
{
    while (words->code && strcasecmp(words->code, text) != 0 && (!*text || strcmp(words->document, text) != 0) &&
           !among(words->also, text))
        words++;
    return words->code ? words : NULL;
}

const char *banshi_word_message(const struct banshi_word *words, const char *code)
{
    const struct banshi_word *word = words ? banshi_word_find(words, code) : NULL;
    for (const struct banshi_vocabulary *v = banshi_vocabularies; !words && !word && v->name; v++)
        word = banshi_word_find(v->words, code);
    return word ? word->message : code;
}
