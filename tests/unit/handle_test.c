/* SPDX-License-Identifier: MIT */
/* Operations in line: who is called back, what becomes of one that was given up, and of what the server announces. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/banshi.h>

#include "db/handle.h"
#include "fake_link.h"
#include "fake_pq.h"

static int called;
static void count(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)closure;
    (void)rows;
    assert_int_equal(error->code, BANSHI_EREASON);
    called++;
}

static void a_callback_is_never_called_by_the_starting_call(void **state)
{
    static const struct fake_line script[] = {{0}};
    struct banshi_decision decision = {.outcome = "refuse"};
    struct banshi_intake intake = {.applicant_name = "张", .id_number = "1", .phone = "1"};
    (void)state;
    called = 0;
    struct banshi *b = fake_open(script);
    assert_non_null(banshi_case_intake(b, NULL, &intake, &decision, count, NULL));
    assert_int_equal(called, 0);
    banshi_process(b);
    assert_int_equal(called, 1);
    banshi_close(b);
}

static void never(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)closure;
    (void)error;
    (void)rows;
    fail();
}

static void a_cancelled_operation_never_calls_back(void **state)
{
    const struct fake_line script[] = {
        FAKE_CONNECTED, {"procedure two", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0}, {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    struct banshi_op *being_prepared = fake_call(b, "one", never, NULL);
    struct banshi_op *waiting = fake_call(b, "three", never, NULL);
    banshi_process(b);
    banshi_cancel(being_prepared);
    banshi_cancel(waiting);
    assert_int_equal(banshi_run(b, fake_call(b, "two", NULL, NULL), NULL, NULL), 0);
    banshi_close(b);
}

static void the_answer_to_what_was_cancelled_is_not_taken_for_anothers(void **state)
{
    const struct fake_line script[] = {
        FAKE_CONNECTED,
        {"procedure one", FAKE_LATE, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
        {"procedure two", FAKE_ROWS, FAKE_ROW_COLUMNS, "6|2026-11-24 00:00:00+00|2026-11-24|t", NULL, 0},
        {0}};
    const struct banshi_rows *rows = NULL;
    (void)state;
    struct banshi *b = fake_connected(script);
    struct banshi_op *one = fake_call(b, "one", never, NULL);
    struct banshi_op *two = fake_call(b, "two", NULL, NULL);
    while (fake_played() < 6)
        banshi_process(b);
    banshi_cancel(one); /* it is under way */
    assert_int_equal(banshi_run(b, two, &rows, NULL), 0);
    assert_int_equal(banshi_row(struct fake_row, rows, 0)->id, 6);
    assert_int_equal(fake_played(), 7);
    banshi_rows_free(rows);
    banshi_close(b);
}

static void a_cancelled_operation_does_not_hold_the_line_of_a_silent_server(void **state)
{
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"procedure one", FAKE_SILENCE, NULL, NULL, NULL, 0},
                                       FAKE_CONNECTED,
                                       {"procedure two", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    int64_t start = clock_ms();
    struct banshi_op *one = fake_call(b, "one", never, NULL);
    struct banshi_op *two = fake_call(b, "two", NULL, NULL);
    for (int i = 0; i < 3; i++) /* prepared, then sent */
        banshi_process(b);
    assert_int_equal(fake_played(), 6);
    banshi_cancel(one);
    assert_int_equal(banshi_run(b, two, NULL, NULL), 0);
    assert_in_range(clock_ms() - start, 1900, 9999);
    assert_int_equal(fake_played(), sizeof script / sizeof script[0] - 1);
    banshi_close(b);
}

static void what_waits_before_a_cancelled_operation_is_sent_again_to_a_silent_server(void **state)
{
    static const char opid[] = "00000000-0000-4000-8000-000000000002";
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"procedure one", FAKE_SILENCE, NULL, NULL, NULL, 0},
                                       FAKE_CONNECTED,
                                       {"procedure one", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    int64_t start = clock_ms();
    struct banshi_op *one = fake_call(b, "one", NULL, opid);
    struct banshi_op *two = fake_call(b, "two", never, NULL);
    for (int i = 0; i < 3; i++)
        banshi_process(b);
    banshi_cancel(two);
    assert_int_equal(banshi_run(b, one, NULL, NULL), 0);
    assert_string_equal(fake_arguments(), opid);
    assert_in_range(clock_ms() - start, 1900, 9999);
    banshi_close(b);
}

static void signing_on_that_was_given_up_does_not_stop_the_next(void **state)
{
    const struct fake_line script[] = {{"connect", FAKE_SILENCE, NULL, NULL, NULL, 0},
                                       FAKE_CONNECTED,
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = fake_open(script);
    banshi_cancel(banshi_session_connect(b, "ann", "secret", never, NULL));
    assert_int_equal(fake_connect(b, NULL), 0);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, NULL), 0);
    banshi_close(b);
}

static void notifications_are_delivered_once_a_round(void **state)
{
    const struct fake_line script[] = {
        FAKE_CONNECTED, {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, "7 ticket 12 3 0 0 called", 3}, {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, NULL), 0);
    banshi_process(b);
    assert_string_equal(fake_changed, "ticket ");
    banshi_close(b);
}

static void an_unknown_notification_is_nobodys(void **state)
{
    const struct fake_line script[] = {
        FAKE_CONNECTED, {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, "7 tikcet 12 3 0 0 called", 1}, {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, NULL), 0);
    banshi_process(b);
    assert_string_equal(fake_changed, "");
    banshi_close(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_callback_is_never_called_by_the_starting_call),
        cmocka_unit_test(a_cancelled_operation_never_calls_back),
        cmocka_unit_test(the_answer_to_what_was_cancelled_is_not_taken_for_anothers),
        cmocka_unit_test(a_cancelled_operation_does_not_hold_the_line_of_a_silent_server),
        cmocka_unit_test(what_waits_before_a_cancelled_operation_is_sent_again_to_a_silent_server),
        cmocka_unit_test(signing_on_that_was_given_up_does_not_stop_the_next),
        cmocka_unit_test(notifications_are_delivered_once_a_round),
        cmocka_unit_test(an_unknown_notification_is_nobodys),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
