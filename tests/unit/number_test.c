/* SPDX-License-Identifier: MIT */
/* Numbers and days that are typed: what is none is never taken for one. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>

#include <cmocka.h>

#include "kit/number.h"
#include "words.h"

static void what_is_no_number_is_none(void **state)
{
    static const char *const none[] = {"",   "x",   "5x",  "x5",  " 5",         "5 ", "-5",
                                       "+5", "1.5", "1e3", "0x5", "1234567890", "９", "5\n"};
    int64_t number = 42;
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        if (number_parse(none[i], &number))
            fail_msg("“%s” is taken for %d", none[i], (int)number);
    assert_int_equal(number, 42);
}

static void digits_are_a_number(void **state)
{
    int64_t number = 42;
    (void)state;
    assert_true(number_parse("0", &number));
    assert_int_equal(number, 0);
    assert_true(number_parse("015", &number));
    assert_int_equal(number, 15);
    assert_true(number_parse("999999999", &number));
    assert_int_equal(number, 999999999);
}

static void what_is_no_day_is_none(void **state)
{
    static const char *const none[] = {
        "",           "x",          "2026-11",    "2026-11-",     "2026-11-24x", "2026-11-24-",
        "2026-13-01", "2026-00-01", "2026-11-31", "2026-02-29",   "2026-11-00",  "26-11-24",
        "2026/11/24", "20261124",   "-2026-1-1",  "2026- 1-1",    "2026-+1-1",   "02026-1-1",
        "2026-011-1", "2026-1-001", "2100-02-29", "\xe5\xb9\xb4", "--",          "2026--24"};
    (void)state;
    for (size_t i = 0; i < sizeof none / sizeof none[0]; i++)
        if (number_day(none[i]))
            fail_msg("“%s” is taken for %d", none[i], (int)number_day(none[i]));
}

static void every_day_is_read_as_it_is_written(void **state)
{
    char text[16];
    (void)state;
    for (banshi_date day = 20230101; day < 20290101; day = day_add(day, 1))
        assert_int_equal(number_day(day_text(day, text)), day);
    assert_int_equal(number_day("2026-1-5"), 20260105);
    assert_int_equal(number_day("2000-02-29"), 20000229);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_is_no_number_is_none),
        cmocka_unit_test(digits_are_a_number),
        cmocka_unit_test(what_is_no_day_is_none),
        cmocka_unit_test(every_day_is_read_as_it_is_written),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
