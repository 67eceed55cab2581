/* SPDX-License-Identifier: MIT */
/* The parts of forms about a case: what a decision asks for, what is told at its field, what is read back. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "case_form.h"

static struct form f;

static int teardown(void **state)
{
    (void)state;
    form_free(&f);
    return 0;
}

/* The fields of a decision that are asked for, joined by blanks. */
static const char *asked(const char *outcome)
{
    static char keys[256];
    keys[0] = '\0';
    form_set(&f, "outcome", outcome);
    for (size_t i = 0; i < f.count; i++)
        if (!f.fields[i].absent)
            strcat(strcat(keys, *keys ? " " : ""), f.fields[i].is.key);
    return keys;
}

static void a_decision_asks_for_what_its_ground_needs_alone(void **state)
{
    (void)state;
    decision_fields(&f, true);
    assert_string_equal(asked("accept"), "outcome corrected");
    assert_string_equal(asked("supplement"), "outcome supplement_days override_reason");
    assert_string_equal(asked("refuse"), "outcome reason basis organ");
    assert_string_equal(asked("not_required"), "outcome reason basis");
    assert_string_equal(asked(""), "outcome");
    form_free(&f);
    decision_fields(&f, false);
    assert_string_equal(asked("withdraw"), "outcome reason");
    form_set(&f, "outcome", "not_required"); /* a later decision has no such choice */
    assert_string_equal(form_value(&f, "outcome"), "withdraw");
}

static void a_decision_against_somebody_needs_its_reason(void **state)
{
    static const struct {
        const char *outcome;
        bool needed;
    } outcomes[] = {{"accept", false}, {"supplement", false}, {"refuse", true}, {"not_required", true}, {"", false}};
    (void)state;
    decision_fields(&f, true);
    for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++) {
        form_set(&f, "outcome", outcomes[i].outcome);
        assert_int_equal(form_ready(&f), !outcomes[i].needed);
    }
}

static void what_is_not_asked_for_is_not_decided(void **state)
{
    (void)state;
    decision_fields(&f, true);
    form_set(&f, "reason", "理由");
    form_set(&f, "organ", "机关");
    form_set(&f, "basis", "依据");
    form_set(&f, "supplement_days", "12");
    form_set(&f, "corrected", "yes");
    asked("refuse");
    struct banshi_decision d = decision_read(&f);
    assert_string_equal(d.outcome, "refuse");
    assert_string_equal(d.reason, "理由");
    assert_string_equal(d.organ, "机关");
    assert_string_equal(d.basis, "依据");
    assert_int_equal(d.supplement_days, 0);
    assert_false(d.corrected);
    asked("accept");
    d = decision_read(&f);
    assert_string_equal(d.reason, "");
    assert_true(d.corrected);
    asked("supplement");
    assert_int_equal(decision_read(&f).supplement_days, 12);
}

static void days_that_are_no_number_are_not_decided(void **state)
{
    static const char *const wrong[] = {"x", "1o", "0", "-3", "1 2"};
    (void)state;
    decision_fields(&f, true);
    asked("supplement");
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        form_set(&f, "supplement_days", wrong[i]);
        if (form_ready(&f))
            fail_msg("“%s” is taken for %d days", wrong[i], (int)decision_read(&f).supplement_days);
    }
    form_set(&f, "supplement_days", ""); /* as the centre says */
    assert_true(form_ready(&f));
    form_set(&f, "supplement_days", "x");
    asked("accept"); /* then nobody asks */
    assert_true(form_ready(&f));
}

/* What is told at the field when it is left; the kind of number is what was chosen before. */
static const char *told(const char *id, const char *value, const char *kind)
{
    static const struct banshi_word kinds[] = {{.code = "resident", .message = "r"},
                                               {.code = "credit_code", .message = "c"},
                                               {.code = "passport", .message = "p"},
                                               {.code = NULL}};
    field_check *check = strcmp(id, "id_number") == 0         ? case_check_id
                         : strcmp(id, "agent_id_number") == 0 ? case_check_agent
                         : strstr(id, "phone")                ? case_check_phone
                                                              : NULL;
    form_free(&f);
    form_add(&f, &(struct form_field){"id_kind", "Kind", FIELD_CHOICE, .choices = kinds});
    form_set(&f, "id_kind", kind);
    form_add(&f, &(struct form_field){id, "Field", .limit = 60, .check = check});
    form_set(&f, id, value);
    f.focus = 1;
    form_act(&f, ACTION_FIELD_NEXT);
    assert_int_equal(form_ready(&f), !f.fields[1].problem[0]);
    return f.fields[1].problem;
}

static void a_wrong_number_is_told_at_its_field(void **state)
{
    static const char *const wrong[][3] = {{"id_number", "530111199001010017", "resident"},
                                           {"id_number", "91350100M000100Y40", "credit_code"},
                                           {"agent_id_number", "530111199001010017", "credit_code"},
                                           {"phone", "1388888", "resident"},
                                           {"agent_phone", "1388888", "resident"}};
    static const char *const right[][3] = {{"id_number", "11010519491231002x", "resident"},
                                           {"id_number", "91350100m000100y43", "credit_code"},
                                           {"id_number", "E12345678", "passport"},
                                           {"agent_id_number", "530111199001010016", "credit_code"},
                                           {"phone", "138 8888 0000", "resident"},
                                           {"agent_phone", "087167181234", "resident"},
                                           {"agent_phone", "", "resident"},
                                           {"contact", "1388888", "resident"}};
    static const char *const kept[] = {"11010519491231002X", "91350100M000100Y43", "E12345678", "530111199001010016",
                                       "13888880000",        "0871-67181234",      "",          "1388888"};
    (void)state;
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++) {
        assert_string_not_equal(told(wrong[i][0], wrong[i][1], wrong[i][2]), "");
        assert_string_equal(form_value(&f, wrong[i][0]), wrong[i][1]);
    }
    for (size_t i = 0; i < sizeof right / sizeof right[0]; i++) {
        assert_string_equal(told(right[i][0], right[i][1], right[i][2]), "");
        assert_string_equal(form_value(&f, right[i][0]), kept[i]);
    }
}

static const struct banshi_case_material household = {.seq = 1,
                                                      .name = "户口簿",
                                                      .form = "original",
                                                      .originals = 1,
                                                      .copies = 2,
                                                      .required = true,
                                                      .state = "missing",
                                                      .note = ""};
static const struct banshi_case_material photo = {
    .seq = 2, .name = "照片", .form = "paper", .state = "wrong", .note = "过期"};

static void a_material_says_what_is_wanted_and_asks_what_is_wrong(void **state)
{
    static struct case_materials m;
    (void)state;
    m = (struct case_materials){.count = 0};
    form_add(&f, &(struct form_field){"name", "Name", .limit = 10});
    case_materials_add(&m, &household);
    case_materials_add(&m, &photo);
    case_materials_fields(&m, &f);
    assert_int_equal(f.count, 5);
    assert_string_equal(f.fields[1].is.label, "*户口簿 (1+2)");
    assert_string_equal(f.fields[3].is.label, "照片 (paper)");
    assert_true(f.fields[2].absent);
    assert_false(f.fields[4].absent); /* it is wrong, and why is asked */
    assert_null(case_materials_focus(&m, &f));
    f.focus = 4;
    assert_string_equal(case_materials_focus(&m, &f), "照片");
    case_materials_read(&m, &f);
    assert_string_equal(m.items[1].note, "过期");
    case_materials_all_received(&m, &f);
    case_materials_read(&m, &f);
    for (size_t i = 0; i < 2; i++)
        assert_string_equal(m.items[i].state, "received");
    assert_string_equal(m.items[1].note, ""); /* nothing is wrong any more */
}

static void a_decision_is_jumped_to_and_back(void **state)
{
    (void)state;
    form_add(&f, &(struct form_field){"name", "Name", .limit = 10});
    form_add(&f, &(struct form_field){"phone", "Telephone", .limit = 10});
    decision_fields(&f, true);
    assert_null(decision_hint(&f, ACTION_DECISION));
    assert_string_equal(decision_hint(&f, ACTION_DECISION_BACK), "");
    f.focus = 1;
    assert_true(decision_act(&f, ACTION_DECISION));
    assert_string_equal(f.fields[f.focus].is.key, "outcome");
    assert_string_equal(decision_hint(&f, ACTION_DECISION), "");
    assert_null(decision_hint(&f, ACTION_DECISION_BACK));
    assert_true(decision_act(&f, ACTION_DECISION_BACK));
    assert_int_equal(f.focus, 1);
    assert_false(decision_act(&f, ACTION_COMMIT));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_teardown(a_decision_asks_for_what_its_ground_needs_alone, teardown),
        cmocka_unit_test_teardown(a_decision_against_somebody_needs_its_reason, teardown),
        cmocka_unit_test_teardown(what_is_not_asked_for_is_not_decided, teardown),
        cmocka_unit_test_teardown(days_that_are_no_number_are_not_decided, teardown),
        cmocka_unit_test_teardown(a_wrong_number_is_told_at_its_field, teardown),
        cmocka_unit_test_teardown(a_material_says_what_is_wanted_and_asks_what_is_wrong, teardown),
        cmocka_unit_test_teardown(a_decision_is_jumped_to_and_back, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
