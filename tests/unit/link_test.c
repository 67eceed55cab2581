/* SPDX-License-Identifier: MIT */
/* What the connection does when things go wrong. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include <banshi/banshi.h>

#include "db/db.h"
#include "fake_pq.h"
#include "db/handle.h"
#include "db/link.h"
#include "db/migrate.h"
#include "sql.h"

#define SESSION_COLUMNS \
    "staff|login|name|department|role|centre|centre_name|time_zone|counter|counter_name|counter_state|party_member|" \
    "now"
#define SESSION_ROW "7|ann|安|公安分局|clerk|1|中心|Asia/Shanghai|3|A1|open|t|2026-11-24 01:02:03.5+00"
#define CONNECTED(version) \
    {"connect", FAKE_ROWS, NULL, NULL, NULL, 0}, {"set timezone", FAKE_ROWS, "x", "", NULL, 0}, \
        {"api.version", FAKE_ROWS, "schema|release|interface", version, NULL, 0}, \
        {"session", FAKE_ROWS, SESSION_COLUMNS, SESSION_ROW, NULL, 0}, \
    { \
        "listen banshi_1", FAKE_ROWS, "x", "", NULL, 0 \
    }

struct row {
    int64_t id;
    banshi_time at;
    banshi_date day;
    bool yes;
};
static const struct banshi_field row_fields[] = {
    FIELD(struct row, id, "Id", BANSHI_INT), FIELD(struct row, at, NULL, BANSHI_TIME),
    FIELD(struct row, day, NULL, BANSHI_DATE), FIELD(struct row, yes, NULL, BANSHI_BOOL)};
static const struct banshi_shape row_shape = {"row", sizeof(struct row), 4, row_fields};
#define ROW_COLUMNS "id|at|day|yes"
#define ROW "5|2026-11-24 00:00:00+00|2026-11-24|t"

static char version[128];
static char changed[256];
static char logged[8192];

static void note(void *closure, enum banshi_concept concept)
{
    (void)closure;
    strcat(strcat(changed, link_payload(concept)), " ");
}

static void keep_log(void *closure, int level, const char *line)
{
    (void)closure;
    (void)level;
    size_t n = strlen(logged);
    snprintf(logged + n, sizeof logged - n, "%s\n", line);
}

static struct banshi *open_fake(const struct fake_line *script)
{
    struct banshi *b = NULL;
    struct banshi_options options = {.conninfo = "host=one,two", .log = keep_log};
    char interface[DIGEST_SIZE];
    migrate_interface(interface);
    snprintf(version, sizeof version, "%ld|%s|%s", migrate_version(), PACKAGE_VERSION, interface);
    fake_script(script);
    changed[0] = logged[0] = '\0';
    assert_int_equal(banshi_open(&b, &options, NULL), 0);
    banshi_on_event(b, note, NULL);
    return b;
}

static int connect_fake(struct banshi *b, struct banshi_error *error)
{
    return banshi_run(b, banshi_session_connect(b, "ann", "secret", NULL, NULL), NULL, error);
}

static void a_connection_string_that_cannot_be_read_is_refused(void **state)
{
    struct banshi *b = NULL;
    struct banshi_error error = {0};
    (void)state;
    assert_int_equal(banshi_open(&b, &(struct banshi_options){.conninfo = "host!"}, &error), BANSHI_EINVALID);
    assert_null(b);
}

static void a_refused_connection_is_told_and_not_tried_again(void **state)
{
    static const struct fake_line script[] = {{"connect", FAKE_DIE, NULL, "connection refused", NULL, 0}, {0}};
    struct banshi_error error = {0};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, &error), BANSHI_ECONNECT);
    assert_int_equal(fake_played(), 1);
    banshi_close(b);
}

static void a_host_that_does_not_answer_is_passed_over(void **state)
{
    const struct fake_line script[] = {{"connect", FAKE_SILENCE, NULL, NULL, NULL, 0}, CONNECTED(version), {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    banshi_close(b);
}

/* What the first connection fails with when the server says so. */
static int connection_error(const char *sqlstate, const char *message, struct banshi_error *error)
{
    const struct fake_line script[] = {{"connect", FAKE_DIE, sqlstate, message, NULL, 0}, {0}};
    struct banshi *b = open_fake(script);
    *error = (struct banshi_error){0};
    int code = connect_fake(b, error);
    banshi_close(b);
    return code;
}

static void a_refusal_is_understood_in_any_language(void **state)
{
    struct banshi_error error;
    (void)state;
    assert_int_equal(connection_error("28P01", "用户 \"ann\" Password 认证失败", &error), BANSHI_EAUTH);
    assert_string_equal(error.sqlstate, "28P01");
    assert_string_equal(error.detail, "连接失败: 致命错误:  28P01: 用户 \"ann\" Password 认证失败");
    assert_int_equal(connection_error("28000", "没有用于主机的 pg_hba.conf 记录", &error), BANSHI_EAUTH);
    assert_int_equal(connection_error("42501", "访问数据库的权限不够", &error), BANSHI_EAUTH);
    assert_int_equal(connection_error("3D000", "数据库 \"banshi\" 不存在", &error), BANSHI_EOLDER);
    assert_int_equal(connection_error("57P03", "数据库系统启动中", &error), BANSHI_ECONNECT);
    assert_int_equal(connection_error("53300", "已保留的连接位置", &error), BANSHI_ECONNECT);
}

static void a_network_error_is_no_refusal_whatever_its_words(void **state)
{
    struct banshi_error error;
    (void)state;
    assert_int_equal(connection_error(NULL, "could not look up host \"password\": role \"x\"\n", &error),
                     BANSHI_ECONNECT);
    assert_null(strpbrk(error.detail, "\n\x1b"));
}

static void a_statement_that_its_tables_have_outgrown_is_prepared_again_in_any_language(void **state)
{
    const struct fake_line script[] = {
        CONNECTED(version),
        {"procedure test", FAKE_ERROR, "0A000", "缓存计划不能改变结果类型", "RevalidateCachedQuery", 0},
        CONNECTED(version),
        {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
        {"procedure test", FAKE_ERROR, "0A000", "cached plan", "ExecCopy", 0},
        {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, NULL),
                     BANSHI_EDATABASE);
    banshi_close(b);
}

static int connect_to_version(const char *have, struct banshi_error *error)
{
    const struct fake_line script[] = {{"connect", FAKE_ROWS, NULL, NULL, NULL, 0},
                                       {"set timezone", FAKE_ROWS, "x", "", NULL, 0},
                                       {"api.version", FAKE_ROWS, "schema|release|interface", have, NULL, 0},
                                       {0}};
    struct banshi *b = open_fake(script);
    int code = connect_fake(b, error);
    banshi_close(b);
    return code;
}

static void a_database_of_another_version_is_refused_in_words(void **state)
{
    char interface[DIGEST_SIZE], have[160];
    (void)state;
    migrate_interface(interface);
    const struct {
        long schema;
        const char *release, *interface;
        int code;
    } cases[] = {
        {migrate_version() + 1, PACKAGE_VERSION, interface, BANSHI_EVERSION},
        {migrate_version() - 1, PACKAGE_VERSION, interface, BANSHI_EOLDER},
        {migrate_version() + 1, "0.0.1", "other", BANSHI_EVERSION}, /* the tables count more than the release */
        {migrate_version(), PACKAGE_VERSION, "other", BANSHI_EOLDER},
        {migrate_version(), "0.0.9", "other", BANSHI_EOLDER},
        {migrate_version(), "99.10.0", "other", BANSHI_EVERSION},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct banshi_error error = {0};
        snprintf(have, sizeof have, "%ld|%s|%s", cases[i].schema, cases[i].release, cases[i].interface);
        assert_int_equal(connect_to_version(have, &error), cases[i].code);
        assert_non_null(strstr(error.detail, PACKAGE_STRING));
        assert_non_null(strstr(error.detail, cases[i].release));
    }
}

static void a_database_without_a_version_is_older(void **state)
{
    static const char *const states[] = {"42P01", "3F000", "42703"}; /* no view, no schema, another view */
    (void)state;
    for (size_t i = 0; i < 3; i++) {
        const struct fake_line script[] = {{"connect", FAKE_ROWS, NULL, NULL, NULL, 0},
                                           {"set timezone", FAKE_ROWS, "x", "", NULL, 0},
                                           {"api.version", FAKE_ERROR, states[i], "no", NULL, 0},
                                           {0}};
        struct banshi_error error = {0};
        struct banshi *b = open_fake(script);
        assert_int_equal(connect_fake(b, &error), BANSHI_EOLDER);
        banshi_close(b);
    }
}

static void rows_are_decoded_by_name(void **state)
{
    const struct fake_line script[] = {
        CONNECTED(version), {"procedure test", FAKE_ROWS, "yes|" ROW_COLUMNS, "f|" ROW, NULL, 0}, {0}};
    const struct banshi_rows *rows = NULL;
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "oI", NULL, (int64_t)0), &rows, NULL), 0);
    const struct row *r = banshi_row(struct row, rows, 0);
    assert_true(r->id == 5 && r->day == 20261124 && r->at == INT64_C(1795478400000000));
    assert_int_equal(strlen(fake_arguments()), 36 + strlen("|NULL"));
    banshi_rows_free(rows);
    banshi_close(b);
}

static void what_the_server_says_unasked_is_not_in_the_log(void **state)
{
    const struct fake_line script[] = {CONNECTED(version), {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_non_null(strstr(logged, "notice")); /* that it did is */
    assert_null(strstr(logged, FAKE_NOTICE));
    assert_null(strstr(logged, "530111"));
    banshi_close(b);
}

static void the_server_is_left_alone_longer_each_time_and_never_for_long(void **state)
{
    enum { TIMES = 9, LEAST = 100, MOST = 5000 };
    struct fake_line script[32] = {CONNECTED(version), {"procedure test", FAKE_DIE, NULL, NULL, NULL, 0}};
    const struct fake_line again[] = {
        CONNECTED(version), {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0}, {0}};
    int64_t waits[TIMES];
    (void)state;
    for (size_t i = 0; i < TIMES - 1; i++)
        script[6 + i] = (struct fake_line){"connect", FAKE_DIE, NULL, "connection refused", NULL, 0};
    memcpy(script + 6 + TIMES - 1, again, sizeof again);
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    struct banshi_op *op = db_call(b, "test", &row_shape, NULL, NULL, "o", NULL);
    while (b->link.stage != LINK_WAITING)
        banshi_process(b);
    for (size_t i = 0; i < TIMES; i++) {
        assert_int_equal(b->link.stage, LINK_WAITING);
        waits[i] = b->link.deadline - clock_ms();
        int64_t wanted = (int64_t)LEAST << i < MOST ? (int64_t)LEAST << i : MOST;
        assert_in_range(waits[i], wanted - 50, wanted + wanted / 4); /* not all terminals at once */
        assert_true(i == 0 || wanted == MOST || waits[i] > waits[i - 1]);
        b->link.deadline = clock_ms(); /* as if it had passed */
        banshi_process(b);
    }
    assert_int_equal(banshi_run(b, op, NULL, NULL), 0);
    assert_int_equal(b->link.attempts, 0); /* found again, it begins anew */
    banshi_close(b);
}

/* Is a statement that failed so sent again, and the connection made anew before? */
static int sent_again(const char *sqlstate, bool *ret_anew)
{
    const struct fake_line script[] = {CONNECTED(version),
                                       {"procedure test", FAKE_ERROR, sqlstate, "x", NULL, 0},
                                       CONNECTED(version),
                                       {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                       {0}};
    const struct fake_line same[] = {CONNECTED(version),
                                     {"procedure test", FAKE_ERROR, sqlstate, "x", NULL, 0},
                                     {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                     {0}};
    bool conflict = strncmp(sqlstate, "40", 2) == 0;
    struct banshi *b = open_fake(conflict ? same : script);
    assert_int_equal(connect_fake(b, NULL), 0);
    int code = banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, NULL);
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

static void which_table_one_may_not_use_is_not_told(void **state)
{
    const struct fake_line script[] = {
        CONNECTED(version), {"procedure test", FAKE_ERROR, "42501", "table secret", NULL, 0}, {0}};
    struct banshi_error error = {0};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", NULL, NULL, NULL, "o", NULL), NULL, &error), BANSHI_EPERMISSION);
    assert_string_equal(error.detail, "");
    assert_string_equal(error.sqlstate, "42501");
    banshi_close(b);
}

static void a_login_without_a_person_is_refused(void **state)
{
    const struct fake_line script[] = {{"connect", FAKE_ROWS, NULL, NULL, NULL, 0},
                                       {"set timezone", FAKE_ROWS, "x", "", NULL, 0},
                                       {"api.version", FAKE_ROWS, "schema|release|interface", version, NULL, 0},
                                       {"session", FAKE_ROWS, SESSION_COLUMNS, "", NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), BANSHI_EAUTH);
    banshi_close(b);
}

static void malformed_values_and_missing_columns_are_named(void **state)
{
    const struct fake_line script[] = {CONNECTED(version),
                                       {"procedure test", FAKE_ROWS, ROW_COLUMNS, "x5|" ROW, NULL, 0},
                                       {"procedure test", FAKE_ROWS, "id|at|yes", "5", NULL, 0},
                                       {0}};
    struct banshi_error error = {0};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, &error),
                     BANSHI_EDATABASE);
    assert_non_null(strstr(error.detail, "row.id"));
    error = (struct banshi_error){0};
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, &error),
                     BANSHI_EDATABASE);
    assert_non_null(strstr(error.detail, "row.day"));
    banshi_close(b);
}

static void a_rule_of_the_database_has_its_code_and_detail(void **state)
{
    const struct fake_line script[] = {
        CONNECTED(version), {"procedure test", FAKE_ERROR, "BS004", "A012 · done", NULL, 0}, {0}};
    struct banshi_error error = {0};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", NULL, NULL, NULL, "o", NULL), NULL, &error), BANSHI_ESTATE);
    assert_string_equal(error.detail, "A012 · done");
    banshi_close(b);
}

static void a_lost_statement_is_sent_again_with_the_same_operation_id(void **state)
{
    static const char opid[] = "00000000-0000-4000-8000-000000000001";
    const struct fake_line script[] = {CONNECTED(version),
                                       {"procedure test", FAKE_DIE, NULL, NULL, NULL, 0},
                                       CONNECTED(version),
                                       {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", opid), NULL, NULL), 0);
    assert_string_equal(fake_arguments(), opid);
    assert_int_equal(fake_played(), 12);
    assert_string_equal(changed, "* ");
    assert_int_equal(banshi_link_state(b, NULL), BANSHI_ONLINE);
    banshi_close(b);
}

static void a_serialization_failure_is_sent_again(void **state)
{
    const struct fake_line script[] = {CONNECTED(version),
                                       {"procedure test", FAKE_ERROR, "40001", "again", NULL, 0},
                                       {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, NULL), 0);
    banshi_close(b);
}

static void a_change_is_announced_after_it_is_safe_and_until_the_server_has_heard_it(void **state)
{
    const struct fake_line script[] = {CONNECTED(version),
                                       {"procedure test", FAKE_ERROR, "BS004", "A012 · done", NULL, 0},
                                       {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                       {"pg_notify('banshi_1', 'ticket')", FAKE_DIE, NULL, NULL, NULL, 0},
                                       CONNECTED(version),
                                       {"pg_notify('banshi_1', 'ticket')", FAKE_ROWS, "x", "", NULL, 0},
                                       {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    for (int i = 0; i < 2; i++) {
        struct banshi_op *op = db_call(b, "test", &row_shape, NULL, NULL, "o", NULL);
        assert_int_equal(banshi_run(b, db_announce(op, BANSHI_CONCEPT_TICKET), NULL, NULL), i == 0 ? BANSHI_ESTATE : 0);
    }
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, NULL), 0);
    assert_int_equal(fake_played(), sizeof script / sizeof script[0] - 1);
    banshi_close(b);
}

static void notifications_are_delivered_once_a_round(void **state)
{
    const struct fake_line script[] = {
        CONNECTED(version), {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, "ticket", 3}, {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, NULL), 0);
    banshi_process(b);
    assert_string_equal(changed, "ticket ");
    banshi_close(b);
}

static void an_unknown_notification_is_nobodys(void **state)
{
    const struct fake_line script[] = {
        CONNECTED(version), {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, "tikcet", 1}, {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, NULL), 0);
    banshi_process(b);
    assert_string_equal(changed, "");
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
        CONNECTED(version), {"procedure two", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0}, {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    struct banshi_op *being_prepared = db_call(b, "one", &row_shape, never, NULL, "o", NULL);
    struct banshi_op *waiting = db_call(b, "three", &row_shape, never, NULL, "o", NULL);
    banshi_process(b);
    banshi_cancel(being_prepared);
    banshi_cancel(waiting);
    assert_int_equal(banshi_run(b, db_call(b, "two", &row_shape, NULL, NULL, "o", NULL), NULL, NULL), 0);
    banshi_close(b);
}

static void the_answer_to_what_was_cancelled_is_not_taken_for_anothers(void **state)
{
    const struct fake_line script[] = {
        CONNECTED(version),
        {"procedure one", FAKE_LATE, ROW_COLUMNS, ROW, NULL, 0},
        {"procedure two", FAKE_ROWS, ROW_COLUMNS, "6|2026-11-24 00:00:00+00|2026-11-24|t", NULL, 0},
        {0}};
    const struct banshi_rows *rows = NULL;
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    struct banshi_op *one = db_call(b, "one", &row_shape, never, NULL, "o", NULL);
    struct banshi_op *two = db_call(b, "two", &row_shape, NULL, NULL, "o", NULL);
    while (fake_played() < 6)
        banshi_process(b);
    banshi_cancel(one); /* it is under way */
    assert_int_equal(banshi_run(b, two, &rows, NULL), 0);
    assert_int_equal(banshi_row(struct row, rows, 0)->id, 6);
    assert_int_equal(fake_played(), 7);
    banshi_rows_free(rows);
    banshi_close(b);
}

static void a_cancelled_operation_does_not_hold_the_line_of_a_silent_server(void **state)
{
    const struct fake_line script[] = {CONNECTED(version),
                                       {"procedure one", FAKE_SILENCE, NULL, NULL, NULL, 0},
                                       CONNECTED(version),
                                       {"procedure two", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    int64_t start = clock_ms();
    struct banshi_op *one = db_call(b, "one", &row_shape, never, NULL, "o", NULL);
    struct banshi_op *two = db_call(b, "two", &row_shape, NULL, NULL, "o", NULL);
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
    const struct fake_line script[] = {CONNECTED(version),
                                       {"procedure one", FAKE_SILENCE, NULL, NULL, NULL, 0},
                                       CONNECTED(version),
                                       {"procedure one", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    int64_t start = clock_ms();
    struct banshi_op *one = db_call(b, "one", &row_shape, NULL, NULL, "o", opid);
    struct banshi_op *two = db_call(b, "two", &row_shape, never, NULL, "o", NULL);
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
                                       CONNECTED(version),
                                       {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    banshi_cancel(banshi_session_connect(b, "ann", "secret", never, NULL));
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", NULL), NULL, NULL), 0);
    banshi_close(b);
}

/* Run the loop until the script has been played to its end; how long the link was seen lost. */
static int64_t play_to(struct banshi *b, size_t lines, int64_t most)
{
    int64_t start = clock_ms(), lost_at = 0, end = 0;
    while (!(fake_played() == lines && banshi_link_state(b, NULL) == BANSHI_ONLINE) && clock_ms() - start < most) {
        struct pollfd fds[4];
        size_t n = banshi_pollfds(b, fds, 4);
        bool was = banshi_link_state(b, NULL) == BANSHI_LOST;
        lost_at = was && !lost_at ? clock_ms() : lost_at;
        poll(fds, n, 10 < banshi_timeout(b) ? 10 : 0);
        banshi_process(b);
        end = clock_ms();
    }
    assert_int_equal(fake_played(), lines);
    return lost_at ? end - lost_at : 0;
}

static void a_server_that_becomes_silent_while_nothing_is_asked_is_noticed_and_found_again(void **state)
{
    const struct fake_line script[] = {CONNECTED(version),
                                       {"", FAKE_ROWS, "x", "", NULL, 0},
                                       {"", FAKE_SILENCE, NULL, NULL, NULL, 0},
                                       CONNECTED(version),
                                       {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    assert_in_range(banshi_timeout(b), 1, 60000); /* the loop is woken for it */
    assert_in_range(play_to(b, sizeof script / sizeof script[0] - 1, 30000), 500, 5000);
    banshi_process(b);
    assert_string_equal(changed, "* "); /* what happened meanwhile is read again */
    banshi_close(b);
}

static void what_is_asked_while_the_server_is_asked_for_a_sign_of_life_is_not_lost(void **state)
{
    static const char opid[] = "00000000-0000-4000-8000-000000000003";
    const struct fake_line script[] = {CONNECTED(version),
                                       {"", FAKE_SILENCE, NULL, NULL, NULL, 0},
                                       CONNECTED(version),
                                       {"procedure test", FAKE_ROWS, ROW_COLUMNS, ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = open_fake(script);
    assert_int_equal(connect_fake(b, NULL), 0);
    while (fake_played() < 6)
        banshi_process(b);
    assert_int_equal(banshi_run(b, db_call(b, "test", &row_shape, NULL, NULL, "o", opid), NULL, NULL), 0);
    assert_string_equal(fake_arguments(), opid);
    banshi_close(b);
}

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
    struct banshi *b = open_fake(script);
    assert_non_null(banshi_case_intake(b, NULL, &intake, &decision, count, NULL));
    assert_int_equal(called, 0);
    banshi_process(b);
    assert_int_equal(called, 1);
    banshi_close(b);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_connection_string_that_cannot_be_read_is_refused),
        cmocka_unit_test(a_refused_connection_is_told_and_not_tried_again),
        cmocka_unit_test(a_host_that_does_not_answer_is_passed_over),
        cmocka_unit_test(a_refusal_is_understood_in_any_language),
        cmocka_unit_test(a_network_error_is_no_refusal_whatever_its_words),
        cmocka_unit_test(a_statement_that_its_tables_have_outgrown_is_prepared_again_in_any_language),
        cmocka_unit_test(a_database_of_another_version_is_refused_in_words),
        cmocka_unit_test(a_database_without_a_version_is_older),
        cmocka_unit_test(rows_are_decoded_by_name),
        cmocka_unit_test(what_the_server_says_unasked_is_not_in_the_log),
        cmocka_unit_test(the_server_is_left_alone_longer_each_time_and_never_for_long),
        cmocka_unit_test(what_passes_is_tried_again_and_nothing_else),
        cmocka_unit_test(which_table_one_may_not_use_is_not_told),
        cmocka_unit_test(a_login_without_a_person_is_refused),
        cmocka_unit_test(malformed_values_and_missing_columns_are_named),
        cmocka_unit_test(a_rule_of_the_database_has_its_code_and_detail),
        cmocka_unit_test(a_lost_statement_is_sent_again_with_the_same_operation_id),
        cmocka_unit_test(a_serialization_failure_is_sent_again),
        cmocka_unit_test(a_change_is_announced_after_it_is_safe_and_until_the_server_has_heard_it),
        cmocka_unit_test(notifications_are_delivered_once_a_round),
        cmocka_unit_test(an_unknown_notification_is_nobodys),
        cmocka_unit_test(a_cancelled_operation_never_calls_back),
        cmocka_unit_test(the_answer_to_what_was_cancelled_is_not_taken_for_anothers),
        cmocka_unit_test(a_cancelled_operation_does_not_hold_the_line_of_a_silent_server),
        cmocka_unit_test(what_waits_before_a_cancelled_operation_is_sent_again_to_a_silent_server),
        cmocka_unit_test(a_server_that_becomes_silent_while_nothing_is_asked_is_noticed_and_found_again),
        cmocka_unit_test(what_is_asked_while_the_server_is_asked_for_a_sign_of_life_is_not_lost),
        cmocka_unit_test(signing_on_that_was_given_up_does_not_stop_the_next),
        cmocka_unit_test(a_callback_is_never_called_by_the_starting_call),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
