/* SPDX-License-Identifier: MIT */
/* Passwords: what is asked of them. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include "staff.h"

static int check(const char *password)
{
    struct banshi_error error = {0};
    int r = staff_password_check(password, &error);

    assert_int_equal(error.code, r);
    /* a refusal never repeats the password */
    assert_true(*password == '\0' || strstr(error.detail, password) == NULL);
    return r;
}

static void passwords_need_length_and_two_classes(void **state)
{
    char longest[130];

    (void)state;
    assert_int_equal(check("abcdefg1"), 0);
    assert_int_equal(check("ABCDefgh"), 0);
    assert_int_equal(check("1234567 "), 0);
    assert_int_equal(check(""), BANSHI_EINVALID);
    assert_int_equal(check("abcdef1"), BANSHI_EINVALID);
    assert_int_equal(check("abcdefgh"), BANSHI_EINVALID);
    assert_int_equal(check("12345678"), BANSHI_EINVALID);
    memset(longest, 'a', sizeof(longest));
    longest[0] = '1';
    longest[129] = '\0';
    assert_int_equal(check(longest), BANSHI_EINVALID);
    longest[128] = '\0';
    assert_int_equal(check(longest), 0);
}

static void passwords_are_what_every_keyboard_has(void **state)
{
    (void)state;
    assert_int_equal(check("密码密码密码abc1"), BANSHI_EINVALID);
    assert_int_equal(check("abcdefg1\t"), BANSHI_EINVALID);
    assert_int_equal(check("abcdefg１"), BANSHI_EINVALID);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(passwords_need_length_and_two_classes),
        cmocka_unit_test(passwords_are_what_every_keyboard_has),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
