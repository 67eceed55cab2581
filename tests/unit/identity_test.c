/* SPDX-License-Identifier: MIT */
/* Identity numbers (GB 11643), credit codes (GB 32100), telephone numbers. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/identity.h>

static void valid_identity_numbers_are_taken(void **state)
{
    static const char *const valid[] = {"11010519491231002X", "440524188001010014", "530111199001010016",
                                        "530111199001010024", "530122198503150021", "11010519491231002x"};
    char ret[19];
    (void)state;
    for (size_t i = 0; i < sizeof valid / sizeof valid[0]; i++) {
        struct banshi_error error = {0};
        assert_int_equal(banshi_identity_resident(valid[i], 0, ret, &error), 0);
    }
    assert_string_equal(ret, "11010519491231002X");
}

static void wrong_identity_numbers_say_what_is_wrong(void **state)
{
    static const struct {
        const char *number, *what;
    } wrong[] = {{"530111202602300013", "date of birth"},
                 {"530111199001010017", "check digit"},
                 {"53011119900101001", "length"},
                 {"5301111990O1010016", "digit"},
                 {"", "length"}};
    char ret[19];
    (void)state;
    for (size_t i = 0; i < 5; i++) {
        struct banshi_error error = {0};
        assert_int_equal(banshi_identity_resident(wrong[i].number, 0, ret, &error), BANSHI_EIDNUMBER);
        assert_non_null(strstr(error.detail, wrong[i].what));
    }
    struct banshi_error error = {0};
    assert_int_equal(banshi_identity_resident("530111199001010016", 19891231, ret, &error), BANSHI_EIDNUMBER);
}

static void credit_codes_are_checked(void **state)
{
    static const char *const valid[] = {"91350100M000100Y43", "91530111MA0000007D", "11530111MB0000019Y"};
    char ret[19];
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct banshi_error error = {0};
        assert_int_equal(banshi_identity_credit_code(valid[i], ret, &error), 0);
    }
    struct banshi_error error = {0};
    assert_int_equal(banshi_identity_credit_code("91350100M000100Y4Z", ret, &error), BANSHI_ECREDITCODE);
}

static void mobiles_and_landlines_are_taken(void **state)
{
    char ret[24];
    struct banshi_error error = {0};
    (void)state;
    assert_int_equal(banshi_identity_phone("138 8888 0000", ret, &error), 0);
    assert_string_equal(ret, "13888880000");
    assert_int_equal(banshi_identity_phone("0871-67181234-802", ret, &error), 0);
    assert_string_equal(ret, "0871-67181234-802");
    assert_int_equal(banshi_identity_phone("087167181234", ret, &error), 0);
    assert_string_equal(ret, "0871-67181234");
    assert_int_equal(banshi_identity_phone("67181234", ret, &error), 0);
    assert_int_equal(banshi_identity_phone("1288888000", ret, &error), BANSHI_EPHONE);
    error = (struct banshi_error){0};
    assert_int_equal(banshi_identity_phone("", ret, &error), BANSHI_EPHONE);
    error = (struct banshi_error){0};
    assert_int_equal(banshi_identity_phone("abc", ret, &error), BANSHI_EPHONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid_identity_numbers_are_taken),
        cmocka_unit_test(wrong_identity_numbers_say_what_is_wrong),
        cmocka_unit_test(credit_codes_are_checked),
        cmocka_unit_test(mobiles_and_landlines_are_taken),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
