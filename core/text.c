/* SPDX-License-Identifier: MIT */
/* Text from outside: decoding, what may be stored, taking in files. */
#include <config.h>

#include <banshi/text.h>

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>

#include "error.h"

size_t banshi_text_decode(const char *s, size_t n, uint32_t *ret)
{
    const unsigned char *p = (const unsigned char *)s;
    static const uint32_t least[] = {0, 0, 0x80, 0x800, 0x10000};
    size_t length = p[0] < 0x80             ? 1
                    : (p[0] & 0xe0) == 0xc0 ? 2
                    : (p[0] & 0xf0) == 0xe0 ? 3
                    : (p[0] & 0xf8) == 0xf0 ? 4
                                            : 0;
    if (length == 0 || length > n)
        return 0;
    uint32_t c = length == 1 ? p[0] : p[0] & (0x7fu >> length);
    for (size_t i = 1; i < length; i++) {
        if ((p[i] & 0xc0) != 0x80)
            return 0;
        c = c << 6 | (p[i] & 0x3fu);
    }
    if (c < least[length] || c > 0x10ffff || (c >= 0xd800 && c <= 0xdfff))
        return 0;
    *ret = c;
    return length;
}

size_t banshi_text_length(const char *s)
{
    size_t count = 0;
    for (; *s; s++)
        count += ((unsigned char)*s & 0xc0) != 0x80;
    return count;
}

bool banshi_text_allowed(uint32_t c)
{
    static const struct {
        uint32_t first, last;
    } refused[] = {
        {0x00, 0x1f},     {0x7f, 0x9f},       {0xad, 0xad},        {0x61c, 0x61c},   {0x200b, 0x200f},
        {0x2028, 0x202e}, {0x2060, 0x206f},   {0xd800, 0xf8ff},    {0xfdd0, 0xfdef}, {0xfeff, 0xfeff},
        {0xfff9, 0xffff}, {0xe0000, 0xe00ff}, {0xf0000, 0x10ffff},
    };
    for (size_t i = 0; i < sizeof refused / sizeof refused[0]; i++)
        if (c >= refused[i].first && c <= refused[i].last)
            return false;
    return (c & 0xfffe) != 0xfffe && c <= 0x10ffff;
}

int banshi_text_check(const char *s, struct banshi_error *error)
{
    size_t place = 1;
    for (const char *end = s + strlen(s); s < end; place++) {
        uint32_t c;
        size_t n = banshi_text_decode(s, (size_t)(end - s), &c);
        if (n == 0)
            return error_set(error, BANSHI_ETEXT, "0x%02X · %zu", (unsigned char)*s, place);
        if (!banshi_text_allowed(c))
            return error_set(error, BANSHI_ETEXT, "U+%04X · %zu", (unsigned)c, place);
        s += n;
    }
    return 0;
}

/* Offset of the first byte that is not UTF-8, n if there is none. */
static size_t utf8_until(const char *bytes, size_t n)
{
    size_t at = 0;
    for (uint32_t c; at < n;) {
        size_t length = banshi_text_decode(bytes + at, n - at, &c);
        if (length == 0)
            break;
        at += length;
    }
    return at;
}

static char *copy(const char *bytes, size_t n)
{
    char *s = malloc(n + 1);
    if (s) {
        memcpy(s, bytes, n);
        s[n] = '\0';
    }
    return s;
}

/* GB 18030 to UTF-8, at most twice as long. */
static int from_gb18030(const char *bytes, size_t n, char **ret_s, size_t *ret_bad)
{
    iconv_t conversion = iconv_open("UTF-8", "GB18030");
    size_t room = n * 2 + 4;
    char *s = conversion == (iconv_t)-1 ? NULL : malloc(room + 1);
    if (!s) {
        if (conversion != (iconv_t)-1)
            iconv_close(conversion);
        return BANSHI_ENOMEM;
    }
    char *in = (char *)(uintptr_t)bytes, *out = s;
    size_t left = n;
    size_t result = iconv(conversion, &in, &left, &out, &room);
    iconv_close(conversion);
    if (result == (size_t)-1) {
        *ret_bad = n - left;
        free(s);
        return BANSHI_ETEXT;
    }
    *out = '\0';
    *ret_s = s;
    return 0;
}

int banshi_text_import(const char *bytes, size_t n, char **ret_s, struct banshi_error *error)
{
    if (n >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0) {
        bytes += 3;
        n -= 3;
    }
    const char *nul = memchr(bytes, '\0', n);
    if (nul)
        return error_set(error, BANSHI_ETEXT, "0x00 · %zu", (size_t)(nul - bytes));
    size_t good = utf8_until(bytes, n);
    char *s = NULL;
    int code = 0;
    size_t bad = 0;
    if (good == n) {
        s = copy(bytes, n);
        code = s ? 0 : BANSHI_ENOMEM;
    } else {
        code = from_gb18030(bytes, n, &s, &bad);
    }
    if (code == BANSHI_ETEXT)
        return error_set(error, code, "0x%02X · %zu", (unsigned char)bytes[good > bad ? good : bad],
                         good > bad ? good : bad);
    if (code != 0)
        return error_set(error, code, "banshi_text_import");
    *ret_s = s;
    return 0;
}
