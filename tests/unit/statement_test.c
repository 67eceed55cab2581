/* SPDX-License-Identifier: MIT */
/* What becomes of a statement: its rows, its errors, and when it is sent again. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/banshi.h>

#include "fake_link.h"
#include "fake_pq.h"

static void a_statement_that_its_tables_have_outgrown_is_prepared_again_in_any_language(void **state)
{
    const struct fake_line script[] = {
        FAKE_CONNECTED,
        {"procedure test", FAKE_ERROR, "0A000", "缓存计划不能改变结果类型", "RevalidateCachedQuery", 0},
        FAKE_CONNECTED,
        {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
        {"procedure test", FAKE_ERROR, "0A000", "cached plan", "ExecCopy", 0},
        {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, NULL), 0);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, NULL), BANSHI_EDATABASE);
    banshi_close(b);
}

static void rows_are_decoded_by_name(void **state)
{
    const struct fake_line script[] = {
        FAKE_CONNECTED, {"procedure test", FAKE_ROWS, "yes|" FAKE_ROW_COLUMNS, "f|" FAKE_ROW, NULL, 0}, {0}};
    const struct banshi_rows *rows = NULL;
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(
        banshi_run(b, db_call(b, "test", &fake_row_shape, NULL, NULL, "oI", NULL, (int64_t)0), &rows, NULL), 0);
    const struct fake_row *r = banshi_row(struct fake_row, rows, 0);
    assert_true(r->id == 5 && r->day == 20261124 && r->at == INT64_C(1795478400000000));
    assert_int_equal(strlen(fake_arguments()), 36 + strlen("|NULL"));
    banshi_rows_free(rows);
    banshi_close(b);
}

static void malformed_values_and_missing_columns_are_named(void **state)
{
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, "x5|" FAKE_ROW, NULL, 0},
                                       {"procedure test", FAKE_ROWS, "id|at|yes", "5", NULL, 0},
                                       {0}};
    struct banshi_error error = {0};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, &error), BANSHI_EDATABASE);
    assert_non_null(strstr(error.detail, "row.id"));
    error = (struct banshi_error){0};
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, &error), BANSHI_EDATABASE);
    assert_non_null(strstr(error.detail, "row.day"));
    banshi_close(b);
}

static void a_rule_of_the_database_has_its_code_and_detail(void **state)
{
    const struct fake_line script[] = {
        FAKE_CONNECTED, {"procedure test", FAKE_ERROR, "BS004", "A012 · done", NULL, 0}, {0}};
    struct banshi_error error = {0};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, db_call(b, "test", NULL, NULL, NULL, "o", NULL), NULL, &error), BANSHI_ESTATE);
    assert_string_equal(error.detail, "A012 · done");
    banshi_close(b);
}

static void which_table_one_may_not_use_is_not_told(void **state)
{
    const struct fake_line script[] = {
        FAKE_CONNECTED, {"procedure test", FAKE_ERROR, "42501", "table secret", NULL, 0}, {0}};
    struct banshi_error error = {0};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, db_call(b, "test", NULL, NULL, NULL, "o", NULL), NULL, &error), BANSHI_EPERMISSION);
    assert_string_equal(error.detail, "");
    assert_string_equal(error.sqlstate, "42501");
    banshi_close(b);
}

/* Is a statement that failed so sent again, and the connection made anew before? */
static int sent_again(const char *sqlstate, bool *ret_anew)
{
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"procedure test", FAKE_ERROR, sqlstate, "x", NULL, 0},
                                       FAKE_CONNECTED,
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {0}};
    const struct fake_line same[] = {FAKE_CONNECTED,
                                     {"procedure test", FAKE_ERROR, sqlstate, "x", NULL, 0},
                                     {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                     {0}};
    bool conflict = strncmp(sqlstate, "40", 2) == 0;
    struct banshi *b = fake_connected(conflict ? same : script);
    int code = banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, NULL);
    *ret_anew = fake_played() == 12;
    banshi_close(b);
    return code;
}

static void what_passes_is_tried_again_and_nothing_else(void **state)
{
    static const char *const passing[] = {"40001", "40P01", "57P01", "57P02", "57P03",
                                          "26000", "25006", "08006", "08P01"};
    static const char *const lasting[] = {"23505", "42883", "55P03", "57014", "BS004"};
    bool anew;
    (void)state;
    for (size_t i = 0; i < sizeof passing / sizeof passing[0]; i++) {
        assert_int_equal(sent_again(passing[i], &anew), 0);
        assert_int_equal(anew, passing[i][0] != '4');
    }
    for (size_t i = 0; i < sizeof lasting / sizeof lasting[0]; i++)
        assert_int_not_equal(sent_again(lasting[i], &anew), 0);
}

static void a_lost_statement_is_sent_again_with_the_same_operation_id(void **state)
{
    static const char opid[] = "00000000-0000-4000-8000-000000000001";
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"procedure test", FAKE_DIE, NULL, NULL, NULL, 0},
                                       FAKE_CONNECTED,
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, opid), NULL, NULL), 0);
    assert_string_equal(fake_arguments(), opid);
    assert_int_equal(fake_played(), 12);
    assert_string_equal(fake_changed, "* ");
    assert_int_equal(banshi_link_state(b, NULL), BANSHI_ONLINE);
    banshi_close(b);
}

static void an_act_is_answered_when_no_crash_takes_it_away_any_more(void **state)
{
    static const char opid[] = "00000000-0000-4000-8000-000000000001";
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {"banshi_flush", FAKE_DIE, NULL, NULL, NULL, 0},
                                       FAKE_CONNECTED,
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {"banshi_flush", FAKE_ERROR, "53100", "could not write", NULL, 0},
                                       FAKE_CONNECTED,
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {"banshi_flush", FAKE_ROWS, "x", "", NULL, 0},
                                       {0}};
    const struct banshi_rows *rows = NULL;
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, opid), &rows, NULL), 0);
    assert_string_equal(fake_arguments(), opid);
    assert_int_equal(fake_played(), sizeof script / sizeof script[0] - 1);
    assert_int_equal(banshi_row(struct fake_row, rows, 0)->id, 5);
    banshi_rows_free(rows);
    banshi_close(b);
}

static void what_is_only_read_waits_for_no_disk(void **state)
{
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"query test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {0}};
    static const struct db_query query = {"test", "select"};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, db_read(b, &query, &fake_row_shape, NULL, NULL, ""), NULL, NULL), 0);
    assert_int_equal(fake_flushed(), 0);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, NULL), 0);
    assert_int_equal(fake_flushed(), 1);
    banshi_close(b);
}

static void a_serialization_failure_is_sent_again(void **state)
{
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"procedure test", FAKE_ERROR, "40001", "again", NULL, 0},
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, NULL), NULL, NULL), 0);
    banshi_close(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_statement_that_its_tables_have_outgrown_is_prepared_again_in_any_language),
        cmocka_unit_test(rows_are_decoded_by_name),
        cmocka_unit_test(malformed_values_and_missing_columns_are_named),
        cmocka_unit_test(a_rule_of_the_database_has_its_code_and_detail),
        cmocka_unit_test(which_table_one_may_not_use_is_not_told),
        cmocka_unit_test(what_passes_is_tried_again_and_nothing_else),
        cmocka_unit_test(a_lost_statement_is_sent_again_with_the_same_operation_id),
        cmocka_unit_test(an_act_is_answered_when_no_crash_takes_it_away_any_more),
        cmocka_unit_test(what_is_only_read_waits_for_no_disk),
        cmocka_unit_test(a_serialization_failure_is_sent_again),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
