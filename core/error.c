/* SPDX-License-Identifier: MIT */
/* Errors: the list in words, and setting a caller's record. */
#include <config.h>

#include <banshi/error.h>

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

#include <banshi/text.h>

#include "error.h"

struct entry {
    const char *sqlstate, *sentence, *hint;
};

static const struct entry entries[] = {
#define ERROR(name, sqlstate, sentence, hint) {sqlstate, sentence, hint},
#include <banshi/error.def>
#undef ERROR
};

static const struct entry *entry_of(int code)
{
    static const struct entry fine = {"00000", "Done", ""};
    static const struct entry strange = {"", "Unknown error", "Tell the administrator."};
    if (code == BANSHI_OK)
        return &fine;
    return code > BANSHI_EBASE && code < BANSHI_EEND ? &entries[code - BANSHI_EBASE - 1] : &strange;
}

const char *banshi_error_sentence(int code)
{
    return entry_of(code)->sentence;
}

const char *banshi_error_hint(int code)
{
    return entry_of(code)->hint;
}

int error_of_sqlstate(const char *sqlstate)
{
    static const struct {
        const char *sqlstate;
        int code;
    } others[] = {
        {"42501", BANSHI_EPERMISSION}, {"28P01", BANSHI_EAUTH},  {"28000", BANSHI_EAUTH}, {"57014", BANSHI_ETIMEOUT},
        {"55P03", BANSHI_ETIMEOUT},    {"3D000", BANSHI_EOLDER}, {"22021", BANSHI_ETEXT},
    };
    for (size_t i = 0; i < sizeof entries / sizeof entries[0]; i++)
        if (entries[i].sqlstate[0] && strcmp(entries[i].sqlstate, sqlstate) == 0)
            return BANSHI_EBASE + 1 + (int)i;
    for (size_t i = 0; i < sizeof others / sizeof others[0]; i++)
        if (strcmp(others[i].sqlstate, sqlstate) == 0)
            return others[i].code;
    return BANSHI_EDATABASE;
}

/* Replace what must not reach a terminal, and cut at a character. */
static void make_safe(char *text)
{
    char *out = text;
    for (const char *s = text; *s;) {
        uint32_t c;
        size_t n = banshi_text_decode(s, strlen(s), &c);
        if (n == 0 && strlen(s) < 4 && (unsigned char)*s >= 0xc0)
            break; /* cut off by the end of the buffer */
        if (n == 0 || !banshi_text_allowed(c)) {
            *out++ = n == 1 && (*s == '\n' || *s == '\t') ? ' ' : '?';
            s += n ? n : 1;
        } else {
            memmove(out, s, n);
            out += n;
            s += n;
        }
    }
    *out = '\0';
}

int error_set(struct banshi_error *error, int code, const char *format, ...)
{
    if (error && error->code == 0) {
        va_list args;
        va_start(args, format);
        vsnprintf(error->detail, sizeof error->detail, format, args);
        va_end(args);
        make_safe(error->detail);
        error->code = code;
    }
    return code;
}
