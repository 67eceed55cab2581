/* SPDX-License-Identifier: MIT */
/* Error codes and the caller's error record. */
#ifndef BANSHI_ERROR_H
#define BANSHI_ERROR_H

enum banshi_code {
    BANSHI_OK = 0,
    BANSHI_EBASE = -1000,
#define ERROR(name, sqlstate, sentence, hint) BANSHI_E##name,
#include <banshi/error.def>
#undef ERROR
    BANSHI_EEND
};

/* What went wrong, filled by the first failure; the caller owns it, no pointer inside.
 * code: 0 or BANSHI_E…; sqlstate: five characters when the server said it, else "";
 * detail: UTF-8 without control characters, names the thing (number, field, path and line). */
struct banshi_error {
    int code;
    char sqlstate[6];
    char detail[1018];
};

/* English sentence and hint of a code; never NULL, lent for ever. Translate with gettext. */
const char *banshi_error_sentence(int code);
const char *banshi_error_hint(int code);

#endif
