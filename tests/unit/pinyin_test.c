/* SPDX-License-Identifier: MIT */
/* Search by pinyin initials finds what a clerk means, and nothing else. */
#include <config.h>

#include <banshi/pinyin.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

static void initials_find_characters(void **state)
{
    (void)state;
    assert_int_equal(banshi_pinyin_find("居民身份证换领", "sfz"), 2);
    assert_int_equal(banshi_pinyin_find("居民身份证换领", "jmsfzhl"), 0);
    assert_int_equal(banshi_pinyin_find("居民身份证换领", "sfzz"), -1);
    assert_int_equal(banshi_pinyin_find("居民身份证换领", "szf"), -1);
}

static void any_reading_of_a_character_matches(void **state)
{
    (void)state;
    assert_int_equal(banshi_pinyin_find("银行开户", "yhkh"), 0);
    assert_int_equal(banshi_pinyin_find("银行开户", "yxkh"), 0);
    assert_int_equal(banshi_pinyin_find("长水机场", "zs"), 0);
    assert_int_equal(banshi_pinyin_find("长水机场", "csjc"), 0);
    assert_int_equal(banshi_pinyin_find("长水机场", "xs"), -1);
}

static void literal_and_mixed_queries_match(void **state)
{
    (void)state;
    assert_int_equal(banshi_pinyin_find("居民身份证换领", "身份"), 2);
    assert_int_equal(banshi_pinyin_find("居民身份证换领", "身fz"), 2);
    assert_int_equal(banshi_pinyin_find("居民身份证换领", "份证"), 3);
    assert_int_equal(banshi_pinyin_find("居民身份证换领", "份身"), -1);
    assert_int_equal(banshi_pinyin_find("居民身份证换领", "身换"), -1); /* nothing but marks is passed over */
    assert_int_equal(banshi_pinyin_find("社保卡", ""), 0);
    assert_int_equal(banshi_pinyin_find("", "s"), -1);
    assert_int_equal(banshi_pinyin_find("", ""), 0);
}

static void case_and_width_are_folded(void **state)
{
    (void)state;
    assert_int_equal(banshi_pinyin_find("Ａ类营业执照", "a类YYZZ"), 0);
    assert_int_equal(banshi_pinyin_find("a类营业执照", "Ａ类"), 0);
    assert_int_equal(banshi_pinyin_find("511Z07001006", "z07"), 3);
}

static void punctuation_inside_a_run_is_passed_over(void **state)
{
    (void)state;
    assert_int_equal(banshi_pinyin_find("备案（技术改造）", "bajs"), 0);
    assert_int_equal(banshi_pinyin_find("备案（技术改造）", "ba js"), 0);
    assert_int_equal(banshi_pinyin_find("备案（技术改造）", "案（技"), 1);
    assert_int_equal(banshi_pinyin_find("备案（技术改造）", "案，技"), -1);
}

static void rare_characters_have_readings(void **state)
{
    (void)state;
    assert_true(banshi_pinyin_initials(0x36c3) != 0);
    assert_true(banshi_pinyin_initials(0x4dae) & 1u << ('y' - 'a'));
    assert_int_equal(banshi_pinyin_initials('a'), 0);
    assert_int_equal(banshi_pinyin_initials(0x10ffff), 0);
    assert_int_equal(banshi_pinyin_initials(UINT32_MAX), 0);
}

static void spellings_of_a_name_are_all_combinations_within_the_bound(void **state)
{
    char spelling[8][BANSHI_PINYIN_SPELLING];
    char many[64 * 3 + 1] = "";

    (void)state;
    assert_int_equal(banshi_pinyin_spellings("曾长", spelling, 8), 4);
    assert_string_equal(spelling[0], "cc");
    assert_string_equal(spelling[1], "cz");
    assert_string_equal(spelling[2], "zc");
    assert_string_equal(spelling[3], "zz");
    assert_int_equal(banshi_pinyin_spellings("红", spelling, 8), 2); /* letters beside each other */
    assert_string_equal(spelling[0], "g");
    assert_string_equal(spelling[1], "h");
    assert_int_equal(banshi_pinyin_spellings("曾长", spelling, 1), 1);
    assert_int_equal(banshi_pinyin_spellings("买买提·Ali", spelling, 8), 2);
    assert_int_equal(banshi_pinyin_spellings("123", spelling, 8), 0);
    assert_int_equal(banshi_pinyin_spellings("", spelling, 8), 0);
    for (int i = 0; i < 64; i++)
        strcat(many, "长");
    assert_int_equal(banshi_pinyin_spellings(many, spelling, 8), 8);
    assert_int_equal(strlen(spelling[7]), BANSHI_PINYIN_SPELLING - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(initials_find_characters),
        cmocka_unit_test(any_reading_of_a_character_matches),
        cmocka_unit_test(literal_and_mixed_queries_match),
        cmocka_unit_test(case_and_width_are_folded),
        cmocka_unit_test(punctuation_inside_a_run_is_passed_over),
        cmocka_unit_test(rare_characters_have_readings),
        cmocka_unit_test(spellings_of_a_name_are_all_combinations_within_the_bound),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
