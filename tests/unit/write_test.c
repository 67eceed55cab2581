/* SPDX-License-Identifier: MIT */
/* A screen's writes: what was given up and is done again is the same operation, everything else another one. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "write.h"

static const struct banshi_error done = {.code = 0}, given_up = {.code = BANSHI_ECANCELLED},
                                 lost = {.code = BANSHI_ECONNECT}, refused = {.code = BANSHI_ESTATE};
static struct write w;
static char before[BANSHI_OPID_SIZE];

static bool same(const char *opid)
{
    bool is = strcmp(opid, before) == 0;
    snprintf(before, sizeof before, "%s", opid);
    return is;
}

static int setup(void **state)
{
    (void)state;
    w = (struct write){0};
    same(write_begin(&w, "pause", WRITE_WORDS(1, "开会")));
    return 0;
}

static void one_at_a_time(void **state)
{
    (void)state;
    assert_true(w.busy);
    assert_true(write_end(&w, &done));
    assert_false(w.busy);
}

static void what_was_given_up_is_the_same_when_done_again(void **state)
{
    (void)state;
    assert_false(write_end(&w, &given_up));
    assert_true(same(write_begin(&w, "pause", WRITE_WORDS(1, "开会"))));
    assert_false(write_end(&w, &(struct banshi_error){.code = BANSHI_ETIMEOUT}));
    assert_true(same(write_begin(&w, "pause", WRITE_WORDS(1, "开会"))));
    assert_false(write_end(&w, &lost));
    assert_true(same(write_begin(&w, "pause", WRITE_WORDS(1, "开会"))));
}

static void what_was_answered_is_not(void **state)
{
    (void)state;
    write_end(&w, &done);
    assert_false(same(write_begin(&w, "pause", WRITE_WORDS(1, "开会"))));
    write_end(&w, &refused);
    assert_false(same(write_begin(&w, "pause", WRITE_WORDS(1, "开会"))));
}

static void another_act_is_another_operation(void **state)
{
    (void)state;
    write_end(&w, &given_up);
    assert_false(same(write_begin(&w, "pause", WRITE_WORDS(2, "开会"))));
    write_end(&w, &given_up);
    assert_false(same(write_begin(&w, "pause", WRITE_WORDS(2, "开会了"))));
}

static void long_after_it_is_meant_once_more(void **state)
{
    (void)state;
    write_end(&w, &given_up);
    w.since -= 121 * (banshi_time)1000000;
    assert_false(same(write_begin(&w, "pause", WRITE_WORDS(1, "开会"))));
}

static void what_outlives_the_program_has_an_id_of_its_own(void **state)
{
    (void)state;
    write_end(&w, &given_up);
    write_once(&w, "11111111-1111-4111-8111-111111111111");
    assert_true(w.busy);
    assert_string_equal(w.opid, "11111111-1111-4111-8111-111111111111");
    write_end(&w, &given_up);
    assert_false(w.busy);
    assert_string_not_equal(write_begin(&w, "pause", WRITE_WORDS(1, "开会")), "11111111-1111-4111-8111-111111111111");
}

static void an_operation_is_a_random_uuid(void **state)
{
    char id[BANSHI_OPID_SIZE], other[BANSHI_OPID_SIZE];
    (void)state;
    for (int i = 0; i < 50; i++) {
        banshi_opid(id);
        banshi_opid(other);
        assert_string_not_equal(id, other);
        assert_int_equal(strlen(id), 36);
        assert_true(id[8] == '-' && id[13] == '-' && id[18] == '-' && id[23] == '-');
        assert_true(id[14] == '4' && strchr("89ab", id[19])); /* RFC 9562, version 4 */
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(one_at_a_time, setup),
        cmocka_unit_test_setup(what_was_given_up_is_the_same_when_done_again, setup),
        cmocka_unit_test_setup(what_was_answered_is_not, setup),
        cmocka_unit_test_setup(another_act_is_another_operation, setup),
        cmocka_unit_test_setup(what_outlives_the_program_has_an_id_of_its_own, setup),
        cmocka_unit_test(an_operation_is_a_random_uuid),
        cmocka_unit_test_setup(long_after_it_is_meant_once_more, setup),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
