/* SPDX-License-Identifier: MIT */
/* What the connection does when things go wrong: refused, of another version, lost, silent. */
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
#include "db/migrate.h"
#include "fake_link.h"
#include "fake_pq.h"

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
    struct banshi *b = fake_open(script);
    assert_int_equal(fake_connect(b, &error), BANSHI_ECONNECT);
    assert_int_equal(fake_played(), 1);
    banshi_close(b);
}

static void a_host_that_does_not_answer_is_passed_over(void **state)
{
    const struct fake_line script[] = {{"connect", FAKE_SILENCE, NULL, NULL, NULL, 0}, FAKE_CONNECTED, {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    banshi_close(b);
}

/* What the first connection fails with when the server says so. */
static int connection_error(const char *sqlstate, const char *message, struct banshi_error *error)
{
    const struct fake_line script[] = {{"connect", FAKE_DIE, sqlstate, message, NULL, 0}, {0}};
    struct banshi *b = fake_open(script);
    *error = (struct banshi_error){0};
    int code = fake_connect(b, error);
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

static int connect_to_version(const char *have, struct banshi_error *error)
{
    const struct fake_line script[] = {{"connect", FAKE_ROWS, NULL, NULL, NULL, 0},
                                       {"set timezone", FAKE_ROWS, "x", "", NULL, 0},
                                       {"api.version", FAKE_ROWS, "schema|release|interface", have, NULL, 0},
                                       {0}};
    struct banshi *b = fake_open(script);
    int code = fake_connect(b, error);
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
        struct banshi *b = fake_open(script);
        assert_int_equal(fake_connect(b, &error), BANSHI_EOLDER);
        banshi_close(b);
    }
}

static void what_the_server_says_unasked_is_not_in_the_log(void **state)
{
    const struct fake_line script[] = {FAKE_CONNECTED, {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_non_null(strstr(fake_logged, "notice")); /* that it did is */
    assert_null(strstr(fake_logged, FAKE_NOTICE));
    assert_null(strstr(fake_logged, "530111"));
    banshi_close(b);
}

static void the_server_is_left_alone_longer_each_time_and_never_for_long(void **state)
{
    enum { TIMES = 9, LEAST = 100, MOST = 5000 };
    struct fake_line script[32] = {FAKE_CONNECTED, {"procedure test", FAKE_DIE, NULL, NULL, NULL, 0}};
    const struct fake_line again[] = {
        FAKE_CONNECTED, {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0}, {0}};
    int64_t waits[TIMES];
    (void)state;
    for (size_t i = 0; i < TIMES - 1; i++)
        script[FAKE_CONNECTED_LINES + 1 + i] =
            (struct fake_line){"connect", FAKE_DIE, NULL, "connection refused", NULL, 0};
    memcpy(script + FAKE_CONNECTED_LINES + TIMES, again, sizeof again);
    struct banshi *b = fake_connected(script);
    struct banshi_op *op = fake_call(b, "test", NULL, NULL);
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

static void a_login_without_a_person_is_refused(void **state)
{
    const struct fake_line script[] = {{"connect", FAKE_ROWS, NULL, NULL, NULL, 0},
                                       {"set timezone", FAKE_ROWS, "x", "", NULL, 0},
                                       {"api.version", FAKE_ROWS, "schema|release|interface", fake_version, NULL, 0},
                                       {"session", FAKE_ROWS, FAKE_SESSION_COLUMNS, "", NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = fake_open(script);
    assert_int_equal(fake_connect(b, NULL), BANSHI_EAUTH);
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
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"", FAKE_ROWS, "x", "", NULL, 0},
                                       {"", FAKE_SILENCE, NULL, NULL, NULL, 0},
                                       FAKE_CONNECTED,
                                       {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    assert_in_range(banshi_timeout(b), 1, 60000); /* the loop is woken for it */
    assert_in_range(play_to(b, sizeof script / sizeof script[0] - 1, 30000), 500, 5000);
    banshi_process(b);
    assert_string_equal(fake_changed, "* "); /* what happened meanwhile is read again */
    banshi_close(b);
}

static void what_is_asked_while_the_server_is_asked_for_a_sign_of_life_is_not_lost(void **state)
{
    static const char opid[] = "00000000-0000-4000-8000-000000000003";
    const struct fake_line script[] = {FAKE_CONNECTED,
                                       {"", FAKE_SILENCE, NULL, NULL, NULL, 0},
                                       FAKE_CONNECTED,
                                       {"procedure test", FAKE_ROWS, FAKE_ROW_COLUMNS, FAKE_ROW, NULL, 0},
                                       {0}};
    (void)state;
    struct banshi *b = fake_connected(script);
    while (fake_played() < 6)
        banshi_process(b);
    assert_int_equal(banshi_run(b, fake_call(b, "test", NULL, opid), NULL, NULL), 0);
    assert_string_equal(fake_arguments(), opid);
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
        cmocka_unit_test(a_database_of_another_version_is_refused_in_words),
        cmocka_unit_test(a_database_without_a_version_is_older),
        cmocka_unit_test(what_the_server_says_unasked_is_not_in_the_log),
        cmocka_unit_test(the_server_is_left_alone_longer_each_time_and_never_for_long),
        cmocka_unit_test(a_login_without_a_person_is_refused),
        cmocka_unit_test(a_server_that_becomes_silent_while_nothing_is_asked_is_noticed_and_found_again),
        cmocka_unit_test(what_is_asked_while_the_server_is_asked_for_a_sign_of_life_is_not_lost),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
