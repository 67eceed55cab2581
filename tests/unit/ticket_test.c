/* SPDX-License-Identifier: MIT */
/* A line that is kept up to date by its tickets: who waits where, and behind how many. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>

#include <cmocka.h>

#include <banshi/ticket.h>

enum { A = 1, B = 2, ME = 9 };

/* A ticket that waits; sent to a counter alone, or not (0). */
static struct banshi_ticket ticket(int64_t id, int64_t queue, int64_t counter, banshi_time place, const char *state)
{
    struct banshi_ticket t = {0};
    for (size_t i = 0; i < banshi_ticket_shape.count; i++)
        if (banshi_ticket_shape.fields[i].type == BANSHI_TEXT)
            *(const char **)((char *)&t + banshi_ticket_shape.fields[i].offset) = "";
    t.id = id;
    t.queue = queue;
    t.counter = counter;
    t.place = place;
    t.state = state;
    return t;
}

static struct banshi_rows *rows_of(const struct banshi_ticket *tickets, size_t count)
{
    static const size_t all[] = {0, 1, 2, 3, 4, 5, 6, 7};
    struct banshi_rows *rows = banshi_rows_copy(&banshi_ticket_shape, tickets, all, count);
    assert_non_null(rows);
    return rows;
}

static void a_line_stands_in_its_order_and_counts_those_ahead_in_each_queue(void **state)
{
    const struct banshi_ticket before[] = {ticket(1, A, 0, 100, "waiting"), ticket(2, B, 0, 200, "waiting"),
                                           ticket(3, A, 0, 300, "waiting"), ticket(4, A, ME, 400, "waiting"),
                                           ticket(5, B, 0, 500, "waiting")};
    /* 1 was called, 6 came with a head start, 2 went to the other queue and keeps its place, 7 is none of those waiting */
    const struct banshi_ticket read[] = {ticket(6, A, 0, 250, "waiting"), ticket(2, A, 0, 200, "waiting"),
                                         ticket(7, A, 0, 10, "skipped")};
    static const int64_t ids[] = {1, 6, 2, 7};
    static const struct {
        int64_t id, ahead;
    } expected[] = {{2, 0}, {6, 1}, {3, 2}, {4, 0}, {5, 0}};
    struct banshi_rows *waiting = rows_of(before, 5), *fetched = rows_of(read, 3);
    struct banshi_rows *renewed = banshi_ticket_line_renew(waiting, ids, 4, fetched, NULL);
    (void)state;
    assert_non_null(renewed);
    assert_int_equal(renewed->count, 5);
    for (size_t i = 0; i < 5; i++) {
        assert_int_equal(banshi_row(struct banshi_ticket, renewed, i)->id, expected[i].id);
        assert_int_equal(banshi_row(struct banshi_ticket, renewed, i)->ahead, expected[i].ahead);
    }
    banshi_rows_free(renewed);
    banshi_rows_free(fetched);
    banshi_rows_free(waiting);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_line_stands_in_its_order_and_counts_those_ahead_in_each_queue),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
