/* SPDX-License-Identifier: MIT */
/* Vocabularies: codes are found, read as people write them, and called something. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/word.h>

static void codes_are_found_exactly(void **state)
{
    (void)state;
    assert_string_equal(banshi_word_find(banshi_word_staff_role, "lead")->document, "窗口负责人");
    assert_null(banshi_word_find(banshi_word_staff_role, "Lead"));
    assert_null(banshi_word_find(banshi_word_staff_role, "组长"));
    assert_null(banshi_word_find(banshi_word_staff_role, ""));
    assert_non_null(banshi_word_find(banshi_word_case_outcome, ""));
}

static void lists_name_words_as_people_do(void **state)
{
    static const struct {
        const struct banshi_word *words;
        const char *text, *code;
    } written[] = {
        {banshi_word_staff_role, "Clerk", "clerk"},          {banshi_word_staff_role, "窗口人员", "clerk"},
        {banshi_word_staff_role, "工作人员", "clerk"},       {banshi_word_staff_role, "组长", "lead"},
        {banshi_word_limit_unit, "自然日", "day"},           {banshi_word_limit_unit, "1", "working_day"},
        {banshi_word_limit_unit, "个工作日", "working_day"}, {banshi_word_material_form, "复印件", "copy"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof written / sizeof written[0]; i++)
        assert_string_equal(banshi_word_read(written[i].words, written[i].text)->code, written[i].code);
    assert_null(banshi_word_read(banshi_word_limit_unit, ""));
    assert_null(banshi_word_read(banshi_word_limit_unit, "然日"));
    assert_null(banshi_word_read(banshi_word_limit_unit, "日 自然日"));
    assert_null(banshi_word_read(banshi_word_staff_role, "经理"));
}

static void a_code_is_called_by_its_vocabulary(void **state)
{
    (void)state;
    assert_string_equal(banshi_word_message(banshi_word_service_mode, "left"), "left, not signed for");
    assert_string_equal(banshi_word_message(banshi_word_ticket_state, "left"), "left");
    assert_string_equal(banshi_word_message(banshi_word_ticket_state, "lost"), "lost");
    assert_string_equal(banshi_word_message(NULL, "receipt"), "receipt"); /* a kind of document is called otherwise */
    assert_string_equal(banshi_word_message(NULL, "part_time"), "part-time");
    assert_string_equal(banshi_word_message(NULL, "nobody's"), "nobody's");
}

static void a_part_has_the_words_of_the_whole(void **state)
{
    (void)state;
    for (const struct banshi_word *w = banshi_word_case_outcome_later; w->code; w++)
        assert_string_equal(banshi_word_find(banshi_word_case_outcome, w->code)->message, w->message);
    assert_string_equal(banshi_word_case_outcome_later[0].code, "accept");
    assert_null(banshi_word_find(banshi_word_case_outcome_later, ""));
    size_t n = 0;
    for (const struct banshi_vocabulary *v = banshi_vocabularies; v->name; v++)
        n += v->words == banshi_word_case_outcome || v->words == banshi_word_case_outcome_later;
    assert_int_equal(n, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_found_exactly),
        cmocka_unit_test(lists_name_words_as_people_do),
        cmocka_unit_test(a_code_is_called_by_its_vocabulary),
        cmocka_unit_test(a_part_has_the_words_of_the_whole),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
