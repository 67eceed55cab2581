/* SPDX-License-Identifier: MIT */
/* Vocabularies: codes are found, read as people write them, and called something; records know those of their members. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/banshi.h>

#include "app.h"
#include "words.h"

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

static const struct banshi_field *field_of(const struct banshi_shape *shape, const char *name)
{
    for (size_t i = 0; i < shape->count; i++)
        if (strcmp(shape->fields[i].name, name) == 0)
            return &shape->fields[i];
    fail_msg("no %s", name);
    return NULL;
}

static void a_record_says_what_its_members_are(void **state)
{
    const struct banshi_field *ticket_state = field_of(&banshi_ticket_shape, "state");
    (void)state;
    assert_string_equal(ticket_state->label, "State");
    assert_ptr_equal(ticket_state->words, banshi_word_ticket_state);
    assert_int_equal(ticket_state->offset, offsetof(struct banshi_ticket, state));
    /* the labels of several members stand in their order */
    assert_string_equal(field_of(&banshi_case_material_shape, "originals")->label, "Originals");
    assert_string_equal(field_of(&banshi_case_material_shape, "copies")->label, "Copies");
    assert_null(field_of(&banshi_ticket_shape, "queue")->label);
    assert_null(field_of(&banshi_ticket_shape, "queue_name")->words);
    assert_int_equal(banshi_ticket_shape.size, sizeof(struct banshi_ticket));
}

static void a_member_is_shown_in_its_own_words(void **state)
{
    const struct banshi_field *kind = field_of(&banshi_layout_shape, "kind");
    char text[64];
    (void)state;
    text_words(kind, "receipt", text, sizeof text);
    assert_string_equal(text, "receipt of the application");
    text_words(field_of(&banshi_phrase_shape, "step"), "receipt", text, sizeof text);
    assert_string_equal(text, "receipt");
    text_words(kind, "of the centre · part_time", text, sizeof text);
    assert_string_equal(text, "of the centre · part-time");
    /* where nobody knows whose code it is */
    assert_string_equal(banshi_word_message(NULL, "receipt"), "receipt");
}

static void ranks_are_in_their_order(void **state)
{
    (void)state;
    assert_int_equal(rank_of("clerk"), RANK_CLERK);
    assert_int_equal(rank_of("lead"), RANK_LEAD);
    assert_int_equal(rank_of("supervisor"), RANK_SUPERVISOR);
    assert_int_equal(rank_of("admin"), RANK_ADMIN);
    assert_int_equal(rank_of("kiosk"), RANK_NONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(codes_are_found_exactly),
        cmocka_unit_test(lists_name_words_as_people_do),
        cmocka_unit_test(a_code_is_called_by_its_vocabulary),
        cmocka_unit_test(a_part_has_the_words_of_the_whole),
        cmocka_unit_test(a_record_says_what_its_members_are),
        cmocka_unit_test(a_member_is_shown_in_its_own_words),
        cmocka_unit_test(ranks_are_in_their_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
