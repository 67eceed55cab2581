/* SPDX-License-Identifier: MIT */
/* What text may be stored, how files are taken in, how names are compared. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
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

static void broken_utf8_is_refused(void **state)
{
    (void)state;
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
    assert_non_null(strstr(error.detail, "0xFF"));
}

static void folding_makes_interpuncts_and_widths_equal(void **state)
{
    (void)state;
    char *a = banshi_text_fold("买买提•艾力 Ａb"), *b = banshi_text_fold("买买提・艾力aB");
    assert_string_equal(b, "买买提·艾力AB");
    assert_string_equal(a, b);
    free(a);
    free(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(rare_characters_may_be_stored),
        cmocka_unit_test(control_bidi_and_private_characters_are_refused),
        cmocka_unit_test(broken_utf8_is_refused),
        cmocka_unit_test(files_are_taken_in_as_utf8_or_gb18030),
        cmocka_unit_test(folding_makes_interpuncts_and_widths_equal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
