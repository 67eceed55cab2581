/* SPDX-License-Identifier: MIT */
/* Identity numbers (GB 11643), credit codes (GB 32100), telephone numbers. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
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
    assert_int_equal(banshi_identity_resident("530111199001010016", 19900101, ret, NULL), 0); /* born today */
}

/* The number with its check digit put right, by the standard (GB 11643). */
static const char *with_check(char number[19])
{
    static const int weights[] = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    int sum = 0;
    for (size_t i = 0; i < 17; i++)
        sum += (number[i] - '0') * weights[i];
    number[17] = "10X98765432"[sum % 11];
    return number;
}

static int born(const char *day)
{
    char number[19] = "53011100000000001?", ret[19];
    memcpy(number + 6, day, 8);
    return banshi_identity_resident(with_check(number), 0, ret, NULL);
}

static void a_date_of_birth_is_a_day_of_the_calendar(void **state)
{
    static const char *const days[] = {"20000229", "20040229", "18000101", "19900131", "19900430"};
    static const char *const none[] = {"19000229", "20010229", "17991231", "19900132", "19900431", "19901301",
                                       "19900001", "19900100", "19900631", "19900931", "19901131"};
    (void)state;
    for (size_t i = 0; i < sizeof days / sizeof days[0]; i++)
        assert_int_equal(born(days[i]), 0);
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        assert_int_equal(born(none[i]), BANSHI_EIDNUMBER);
}

static void each_digit_of_an_identity_number_counts(void **state)
{
    char ret[19];
    (void)state;
    for (size_t i = 0; i < 17; i++) {
        char number[] = "530111199001010016";
        number[i] = number[i] == '1' ? '2' : '1';
        assert_int_equal(banshi_identity_resident(number, 0, ret, NULL), BANSHI_EIDNUMBER);
        number[i] = 'O';
        assert_int_equal(banshi_identity_resident(number, 0, ret, NULL), BANSHI_EIDNUMBER);
    }
    char number[] = "030111199001010016";
    assert_int_equal(banshi_identity_resident(with_check(number), 0, ret, NULL), BANSHI_EIDNUMBER);
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
    assert_string_equal(error.detail, "character · 18");
    assert_int_equal(banshi_identity_credit_code("91350100M000100Y4", ret, NULL), BANSHI_ECREDITCODE);
    assert_int_equal(banshi_identity_credit_code("91350100M000100Y433", ret, NULL), BANSHI_ECREDITCODE);
    assert_int_equal(banshi_identity_credit_code("91530111ma0000007d", ret, NULL), 0);
    assert_string_equal(ret, "91530111MA0000007D");
}

/* A code with its check character put right, by the standard (GB 32100). */
static const char *credit(char code[19])
{
    static const char set[] = "0123456789ABCDEFGHJKLMNPQRTUWXY";
    int sum = 0, weight = 1;
    for (size_t i = 0; i < 17; i++, weight = weight * 3 % 31)
        sum += (int)(strchr(set, code[i]) - set) * weight;
    code[17] = set[(31 - sum % 31) % 31];
    return code;
}

static void places_3_to_8_of_a_credit_code_are_digits_each_of_them(void **state)
{
    char ret[19], wanted[32];
    (void)state;
    for (size_t i = 0; i < 17; i++) {
        char code[] = "91350100M000100Y43";
        struct banshi_error error = {0};
        code[i] = 'A';
        bool digits = i >= 2 && i < 8;
        assert_int_equal(banshi_identity_credit_code(credit(code), ret, &error), digits ? BANSHI_ECREDITCODE : 0);
        snprintf(wanted, sizeof wanted, "character · %zu", i + 1);
        assert_string_equal(error.detail, digits ? wanted : "");
    }
    for (const char *c = "IOSVZ"; *c; c++) { /* letters that look like digits are not used */
        char code[] = "91350100M000100Y43";
        code[9] = *c;
        assert_int_equal(banshi_identity_credit_code(code, ret, NULL), BANSHI_ECREDITCODE);
    }
}

static void each_character_of_a_credit_code_counts(void **state)
{
    char ret[19];
    (void)state;
    for (size_t i = 0; i < 18; i++) {
        char code[] = "91350100M000100Y43";
        code[i] = code[i] == '1' ? '2' : '1';
        assert_int_equal(banshi_identity_credit_code(code, ret, NULL), BANSHI_ECREDITCODE);
    }
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

static void telephone_numbers_are_as_long_as_they_are(void **state)
{
    static const char *const good[][2] = {
        {"13000000000", "13000000000"},        {"138-8888-0000", "13888880000"},       {"010-12345", NULL},
        {"010-82345678", "010-82345678"},      {"01082345678", "010-82345678"},        {"0871-6718123", "0871-6718123"},
        {"08716718123", "0871-6718123"},       {"0871-67181234-1", "0871-67181234-1"}, {"2345678", "2345678"},
        {"67181234-123456", "67181234-123456"}};
    static const char *const wrong[] = {
        "12888880000",      "1388888000",    "138888800000",   "0871-17181234", "07181234",
        "671812345",        "671812",        "0871-67181234-", "08-67181234",   "08711-67181234",
        "67181234-1234567", "67181234-12-3", "0871671812345",  "67181234x",     "138888800001388888000013888880000"};
    char ret[24];
    (void)state;
    for (size_t i = 0; i < sizeof good / sizeof good[0]; i++) {
        assert_int_equal(banshi_identity_phone(good[i][0], ret, NULL), good[i][1] ? 0 : BANSHI_EPHONE);
        if (good[i][1])
            assert_string_equal(ret, good[i][1]);
    }
    for (size_t i = 0; i < sizeof wrong / sizeof wrong[0]; i++)
        assert_int_equal(banshi_identity_phone(wrong[i], ret, NULL), BANSHI_EPHONE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(valid_identity_numbers_are_taken),
        cmocka_unit_test(wrong_identity_numbers_say_what_is_wrong),
        cmocka_unit_test(a_date_of_birth_is_a_day_of_the_calendar),
        cmocka_unit_test(each_digit_of_an_identity_number_counts),
        cmocka_unit_test(credit_codes_are_checked),
        cmocka_unit_test(places_3_to_8_of_a_credit_code_are_digits_each_of_them),
        cmocka_unit_test(each_character_of_a_credit_code_counts),
        cmocka_unit_test(mobiles_and_landlines_are_taken),
        cmocka_unit_test(telephone_numbers_are_as_long_as_they_are),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
