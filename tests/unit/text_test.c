/* SPDX-License-Identifier: MIT */
/* What text may be stored, how files are taken in, how names are compared. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/text.h>

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

static void broken_utf8_is_refused(void **state)
{
    (void)state;
    assert_int_equal(check("\xc0\xaf"), BANSHI_ETEXT); /* longer than need be */
    assert_int_equal(check("\xe0\x80\xaf"), BANSHI_ETEXT);
    assert_int_equal(check("\xf0\x80\x80\xaf"), BANSHI_ETEXT);
    assert_int_equal(check("\xc1\xbf"), BANSHI_ETEXT);
    assert_int_equal(check("\xe0\x9f\xbf"), BANSHI_ETEXT);
    assert_int_equal(check("\xf0\x8f\xbf\xbf"), BANSHI_ETEXT);
    assert_int_equal(check("\xc3\xbf\xe0\xa0\x80\xf0\x90\x80\x80"), 0); /* as short as can be */
    assert_int_equal(check("\xe4\xb8\x41"), BANSHI_ETEXT);
    assert_int_equal(check("\xc0\x80"), BANSHI_ETEXT);
    assert_int_equal(check("\xed\xa0\x80"), BANSHI_ETEXT);
    assert_int_equal(check("\xf4\x90\x80\x80"), BANSHI_ETEXT);
    assert_int_equal(check("\xe4\xb8"), BANSHI_ETEXT);
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

static void folding_makes_interpuncts_and_widths_equal(void **state)
{
    (void)state;
    char *a = banshi_text_fold("买买提•艾力 Ａb"), *b = banshi_text_fold("买买提・艾力aB");
    assert_string_equal(b, "买买提·艾力AB");
    assert_string_equal(a, b);
    free(a);
    free(b);
    static const char *const dots[] = {"·", "•", "‧", "・", "･", "∙", "⋅", "᛫"};
    for (size_t i = 0; i < sizeof dots / sizeof dots[0]; i++) {
        char *folded = banshi_text_fold(dots[i]);
        assert_string_equal(folded, "·");
        free(folded);
    }
    a = banshi_text_fold("a z　A\u00a0Z！～");
    assert_string_equal(a, "AZAZ!~");
    free(a);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rare_characters_may_be_stored),
        cmocka_unit_test(control_bidi_and_private_characters_are_refused),
        cmocka_unit_test(each_range_is_refused_from_its_first_to_its_last_character),
        cmocka_unit_test(what_is_wrong_is_told_with_its_place),
        cmocka_unit_test(broken_utf8_is_refused),
        cmocka_unit_test(files_are_taken_in_as_utf8_or_gb18030),
        cmocka_unit_test(folding_makes_interpuncts_and_widths_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
