/* SPDX-License-Identifier: MIT */
/* Search by pinyin initials over the generated table. */
#include <config.h>

#include <banshi/pinyin.h>

#include <string.h>

#include <banshi/text.h>

#include "pinyin_table.h"

uint32_t banshi_pinyin_initials(uint32_t c)
{
    size_t page = c / 256;

    return page < pinyin_page_count ? pinyin_masks[pinyin_pages[pinyin_page_of[page]][c % 256]] : 0;
}

/* Full-width forms to ASCII, ASCII to lower case. */
static uint32_t fold(uint32_t c)
{
    if (c >= 0xff01 && c <= 0xff5e)
        c -= 0xfee0;
    return c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c;
}

/* Punctuation and spaces, which a search may leave out; c is folded. */
static bool is_mark(uint32_t c)
{
    if (c < 0x80)
        return !((c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'));
    return c == 0xb7 || (c >= 0x2000 && c <= 0x206f) || (c >= 0x3000 && c <= 0x303f && c != 0x3005 && c != 0x3007);
}

/* The folded code point at s, which is not at its end; returns what follows it. */
static const char *next(const char *s, uint32_t *ret_c)
{
    size_t n = banshi_text_decode(s, strnlen(s, 4), ret_c);

    if (n == 0) {
        *ret_c = 0xfffd;
        n = 1;
    }
    *ret_c = fold(*ret_c);
    return s + n;
}

static bool matches(uint32_t c, uint32_t q)
{
    return c == q || (q >= 'a' && q <= 'z' && (banshi_pinyin_initials(c) >> (q - 'a') & 1));
}

/* Does the query match a run that begins exactly here? */
static bool run_matches(const char *text, const char *query)
{
    bool begun = false;

    while (*query != '\0') {
        uint32_t q, c;
        const char *after = next(query, &q);

        if (q == ' ' || q == 0x3000) {
            query = after;
            continue;
        }
        if (*text == '\0')
            return false;
        text = next(text, &c);
        if (matches(c, q)) {
            query = after;
            begun = true;
        } else if (!begun || !is_mark(c)) {
            return false;
        }
    }
    return true;
}

int banshi_pinyin_find(const char *text, const char *query)
{
    int index = 0;
    uint32_t c;

    do {
        if (run_matches(text, query))
            return index;
        index++;
        text = *text != '\0' ? next(text, &c) : text;
    } while (*text != '\0');
    return -1;
}

size_t banshi_pinyin_spellings(const char *name, char ret[][BANSHI_PINYIN_SPELLING], size_t max)
{
    uint32_t masks[BANSHI_PINYIN_SPELLING - 1]; /* the letters that each place may have */
    char spelling[BANSHI_PINYIN_SPELLING];
    size_t length = 0, count = 0, place;

    while (*name != '\0' && length < sizeof(masks) / sizeof(masks[0])) {
        uint32_t c;

        name = next(name, &c);
        masks[length] = c >= 'a' && c <= 'z' ? UINT32_C(1) << (c - 'a') : banshi_pinyin_initials(c);
        if (masks[length] != 0)
            length++;
    }
    if (length == 0)
        return 0;

    /* count through the combinations, the last place fastest */
    for (place = 0; place < length; place++)
        spelling[place] = (char)('a' + __builtin_ctz(masks[place]));
    spelling[length] = '\0';
    while (count < max) {
        memcpy(ret[count++], spelling, length + 1);
        for (place = length; place > 0; place--) {
            uint32_t later = masks[place - 1] & ~((UINT32_C(2) << (spelling[place - 1] - 'a')) - 1);

            if (later != 0) {
                spelling[place - 1] = (char)('a' + __builtin_ctz(later));
                break;
            }
            spelling[place - 1] = (char)('a' + __builtin_ctz(masks[place - 1]));
        }
        if (place == 0)
            break;
    }
    return count;
}
