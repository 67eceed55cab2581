/* SPDX-License-Identifier: MIT */
/* Work beside the loop: threads and the loop share nothing that they have not agreed on. Built with the sanitizer of threads, this
 * is where it looks. */
#include <config.h>

#include <errno.h>
#include <poll.h>
#include <semaphore.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include <banshi/banshi.h>

#include "db/rows.h"

enum { ROWS = 5000, HALF = ROWS / 2 };

struct line {
    const char *name;
};
static const struct banshi_field fields[] = {{"name", "Name", BANSHI_TEXT, offsetof(struct line, name), NULL}};
static const struct banshi_shape shape = {"line", sizeof(struct line), 1, fields};

/* The threads stop in the middle of their rows while the gate is shut, and say so. */
static atomic_bool shut;
static sem_t arrived, gate;

static void waiting(sem_t *semaphore)
{
    while (sem_wait(semaphore) != 0)
        assert_int_equal(errno, EINTR);
}

static const char *heading(const char *label)
{
    return label;
}
static void value(const struct banshi_rows *rows, size_t row, const struct banshi_field *field, char *ret, size_t size)
{
    (void)field;
    if (row == HALF && atomic_load(&shut)) {
        sem_post(&arrived);
        waiting(&gate);
    }
    snprintf(ret, size, "%s", ((const struct line *)rows->items)[row].name);
}
static const struct banshi_table_words words = {heading, value};

static char folder[] = "/tmp/banshi-work.XXXXXX";
static char path[4][64];

static struct banshi_rows *many_rows(void)
{
    struct banshi_rows *rows = rows_new(&shape, ROWS);
    for (int i = 0; i < ROWS; i++) {
        char name[16];
        snprintf(name, sizeof name, "%d", i);
        assert_int_equal(rows_add(rows, (const char *const[]){name}, NULL), 0);
    }
    return rows;
}

static struct banshi *opened(void)
{
    struct banshi *b = NULL;
    for (size_t i = 0; i < 4; i++) {
        snprintf(path[i], sizeof path[i], "%s/%zu.csv", folder, i);
        unlink(path[i]);
    }
    assert_int_equal(banshi_open(&b, &(struct banshi_options){.conninfo = "host=none"}, NULL), 0);
    return b;
}

/* Turn the loop once. */
static void turn(struct banshi *b)
{
    struct pollfd fds[4];
    size_t n = banshi_pollfds(b, fds, 4);
    assert_true(n >= 1 && n <= 4);
    assert_true(poll(fds, n, banshi_timeout(b)) >= 0 || errno == EINTR);
    banshi_process(b);
}

static void on_done(void *closure, const struct banshi_error *error, const struct banshi_rows *rows)
{
    int *done = closure;
    assert_int_equal(error->code, 0);
    assert_int_equal(rows->count, 1);
    assert_string_equal(banshi_row(struct banshi_print, rows, 0)->state, "done");
    ++*done;
}

static void several_are_done_at_once_and_tell_how_far_they_are(void **state)
{
    struct banshi *b = opened();
    struct banshi_rows *rows = many_rows();
    int done = 0;
    size_t some, all;
    (void)state;
    atomic_store(&shut, true);
    struct banshi_op *op = banshi_table_export(b, rows, &words, path[0], false, on_done, &done);
    for (int i = 1; i < 4; i++)
        assert_non_null(banshi_table_export(b, rows, &words, path[i], false, on_done, &done));
    banshi_rows_free(rows); /* each has its own hold of them */
    for (int i = 0; i < 4; i++)
        waiting(&arrived);
    assert_true(banshi_progress(op, &some, &all));
    assert_int_equal(all, ROWS);
    assert_true(some > 0 && some <= HALF);
    assert_int_equal(done, 0);
    for (int i = 0; i < 4; i++)
        sem_post(&gate);
    while (done < 4)
        turn(b);
    for (int i = 0; i < 4; i++)
        assert_int_equal(access(path[i], R_OK), 0);
    banshi_close(b);
}

static void what_is_cancelled_ends_early_and_leaves_no_file(void **state)
{
    struct banshi *b = opened();
    struct banshi_rows *rows = many_rows();
    int done = 0;
    struct pollfd fd;
    (void)state;
    atomic_store(&shut, true);
    banshi_cancel(banshi_table_export(b, rows, &words, path[0], false, on_done, &done));
    struct banshi_op *op = banshi_table_export(b, rows, &words, path[1], false, on_done, &done);
    /* the first may have ended before its middle */
    waiting(&arrived);
    banshi_cancel(op);
    sem_post(&gate);
    sem_post(&gate);
    while (banshi_pollfds(b, &fd, 1) > 0)
        turn(b);
    assert_int_equal(done, 0);
    assert_int_equal(access(path[0], F_OK), -1);
    assert_int_equal(access(path[1], F_OK), -1);
    banshi_rows_free(rows);
    banshi_close(b);
}

static void closing_waits_for_them(void **state)
{
    struct banshi *b = opened();
    struct banshi_rows *rows = many_rows();
    int done = 0;
    (void)state;
    atomic_store(&shut, false);
    for (int i = 0; i < 4; i++)
        banshi_table_export(b, rows, &words, path[i], i % 2, on_done, &done);
    banshi_rows_free(rows);
    banshi_close(b);
    assert_int_equal(done, 0);
}

static int begin(void **state)
{
    (void)state;
    sem_init(&arrived, 0, 0);
    sem_init(&gate, 0, 0);
    return 0;
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup(several_are_done_at_once_and_tell_how_far_they_are, begin),
        cmocka_unit_test_setup(what_is_cancelled_ends_early_and_leaves_no_file, begin),
        cmocka_unit_test_setup(closing_waits_for_them, begin),
    };
    if (!mkdtemp(folder))
        return 1;
    int failed = cmocka_run_group_tests(tests, NULL, NULL);
    for (size_t i = 0; i < 4; i++)
        unlink(path[i]);
    rmdir(folder);
    return failed;
}
