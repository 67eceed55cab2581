/* SPDX-License-Identifier: MIT */
/* What text may be stored, how files are taken in. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/rows.h>
#include <banshi/text.h>

#include "core/db/db.h"
#include "kit/text.h"

static int check(const char *s)
{
    struct banshi_error error = {0};
    return banshi_text_check(s, &error);
}

static void rare_characters_may_be_stored(void **state)
{
    (void)state;
    assert_int_equal(check("㛃䶮𬍛"), 0);
    assert_int_equal(banshi_text_length("㛃䶮𬍛"), 3);
    assert_int_equal(check("买买提·艾力"), 0);
}

static void control_bidi_and_private_characters_are_refused(void **state)
{
    (void)state;
    assert_int_equal(check("a\x1b[31m"), BANSHI_ETEXT);
    assert_int_equal(check("a\nb"), BANSHI_ETEXT);
    assert_int_equal(check("\xe2\x80\xae"), BANSHI_ETEXT); /* U+202E */
    assert_int_equal(check("\xee\x80\x80"), BANSHI_ETEXT); /* U+E000 */
    assert_int_equal(check("\xef\xbf\xbe"), BANSHI_ETEXT); /* U+FFFE */
}

static void each_range_is_refused_from_its_first_to_its_last_character(void **state)
{
    static const uint32_t ranges[][2] = {{0x00, 0x1f},       {0x7f, 0x9f},      {0xad, 0xad},     {0x61c, 0x61c},
                                         {0x200b, 0x200f},   {0x2028, 0x202e},  {0x2060, 0x206f}, {0xd800, 0xf8ff},
                                         {0xfdd0, 0xfdef},   {0xfeff, 0xfeff},  {0xfff9, 0xffff}, {0xe0000, 0xe00ff},
                                         {0x1fffe, 0x1ffff}, {0x2fffe, 0x2ffff}};
    (void)state;
    for (size_t i = 0; i < sizeof ranges / sizeof ranges[0]; i++) {
        assert_false(banshi_text_allowed(ranges[i][0]) || banshi_text_allowed(ranges[i][1]));
        assert_true((ranges[i][0] & 0xffff) == 0 || banshi_text_allowed(ranges[i][0] - 1));
        assert_true(banshi_text_allowed(ranges[i][1] + 1));
    }
    assert_false(banshi_text_allowed(0xf0000) || banshi_text_allowed(0x10ffff) || banshi_text_allowed(0x110000));
}

static void what_is_wrong_is_told_with_its_place(void **state)
{
    struct banshi_error error = {0};
    (void)state;
    assert_int_equal(banshi_text_check("张\x1b", &error), BANSHI_ETEXT);
    assert_string_equal(error.detail, "U+001B · 2");
    error = (struct banshi_error){0};
    assert_int_equal(banshi_text_check("张三\xff", &error), BANSHI_ETEXT);
    assert_string_equal(error.detail, "0xFF · 3");
}

/* Decoded from memory of exactly n bytes, so that a sanitizer sees a read beyond them. */
static size_t decode(const char *bytes, size_t n)
{
    uint32_t c = 0x2a;
    char *own = malloc(n);
    assert_non_null(own);
    memcpy(own, bytes, n);
    size_t length = banshi_text_decode(own, n, &c);
    free(own);
    if (length == 0)
        assert_int_equal(c, 0x2a); /* what is refused says nothing */
    return length;
}

static void broken_utf8_is_refused_wherever_it_is_read(void **state)
{
    static const struct {
        const char *bytes, *what;
    } broken[] = {
        {"\xc0\x80", "overlong NUL"},
        {"\xc0\xaf", "overlong slash, two bytes"},
        {"\xc1\xbf", "overlong DEL"},
        {"\xe0\x80\xaf", "overlong slash, three bytes"},
        {"\xe0\x9f\xbf", "overlong U+07FF"},
        {"\xf0\x80\x80\xaf", "overlong slash, four bytes"},
        {"\xf0\x8f\xbf\xbf", "overlong U+FFFF"},
        {"\xed\xa0\x80", "the first surrogate"},
        {"\xed\xbf\xbf", "the last surrogate"},
        {"\xf4\x90\x80\x80", "U+110000"},
        {"\xf5\x80\x80\x80", "a first byte beyond U+10FFFF"},
        {"\xf8\x88\x80\x80\x80", "five bytes"},
        {"\xfe", "no first byte at all"},
        {"\xff", "no first byte at all"},
        {"\x80", "a continuation byte alone"},
        {"\xb7", "a continuation byte alone, the interpunct's in Latin-1"},
        {"\xe4\xb8", "cut off after two of three"},
        {"\xe4", "cut off after one of three"},
        {"\xf0\xa0\x80", "cut off after three of four"},
        {"\xf0", "cut off after one of four"},
        {"\xc2", "cut off after one of two"},
        {"\xe4\x41\x41", "continued by letters"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof broken / sizeof broken[0]; i++) {
        char text[16], *s = NULL;
        struct banshi_error error = {0};
        uint32_t c;
        assert_string_equal(decode(broken[i].bytes, strlen(broken[i].bytes)) == 0 ? broken[i].what : "",
                            broken[i].what);
        snprintf(text, sizeof text, "a=%s", broken[i].bytes);
        assert_int_equal(check(text), BANSHI_ETEXT);
        assert_int_equal(text_next(broken[i].bytes, &c), 1);
        assert_int_equal(c, 0xfffd);
        error_set(&error, BANSHI_EINVALID, "%s · x", broken[i].bytes);
        assert_int_equal(check(error.detail), 0);
        assert_null(banshi_json_object((const char *const[]){text}, 1, &(const char *){NULL}));
        if (banshi_text_import(text, strlen(text), &s, &error) == 0) /* read as GB 18030, then */
            for (size_t at = 0, n; s[at]; at += n)
                assert_true((n = banshi_text_decode(s + at, strlen(s + at), &c)) > 0);
        free(s);
    }
    assert_int_equal(decode("\xf4\x8f\xbf\xbf", 4), 4);
    assert_int_equal(decode("\xed\x9f\xbf", 3), 3);
    assert_int_equal(decode("\xe0\xa0\x80", 3), 3);
    assert_int_equal(decode("\xf0\x90\x80\x80", 4), 4);
    assert_int_equal(decode("\xc2\x80", 2), 2);
}

static void files_are_taken_in_as_utf8_or_gb18030(void **state)
{
    (void)state;
    struct banshi_error error = {0};
    char *s = NULL;
    assert_int_equal(banshi_text_import("\xef\xbb\xbf"
                                        "好",
                                        6, &s, &error),
                     0);
    assert_string_equal(s, "好");
    free(s);
    assert_int_equal(banshi_text_import("\xba\xc3", 2, &s, &error), 0);
    assert_string_equal(s, "好");
    free(s);
    assert_int_equal(banshi_text_import("\x82\x30\xb1\x35", 4, &s, &error), 0); /* four bytes */
    free(s);
    assert_int_equal(banshi_text_import("a\xff", 2, &s, &error), BANSHI_ETEXT);
    assert_string_equal(error.detail, "0xFF · 1");
    error = (struct banshi_error){0};
    assert_int_equal(banshi_text_import("ab\0c", 4, &s, &error), BANSHI_ETEXT);
    assert_string_equal(error.detail, "0x00 · 2");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rare_characters_may_be_stored),
        cmocka_unit_test(control_bidi_and_private_characters_are_refused),
        cmocka_unit_test(each_range_is_refused_from_its_first_to_its_last_character),
        cmocka_unit_test(what_is_wrong_is_told_with_its_place),
        cmocka_unit_test(broken_utf8_is_refused_wherever_it_is_read),
        cmocka_unit_test(files_are_taken_in_as_utf8_or_gb18030),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
