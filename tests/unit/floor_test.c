/* SPDX-License-Identifier: MIT */
/* What is wrong on the floor, by the clock alone: idle counters (norm 1.4), traffic lights, duties, and their order. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <banshi/floor.h>

enum { MINUTE = 60000000 };
static const banshi_time noon = 1764043200000000;

static const struct banshi_floor_counter counters[] = {
    {.id = 1, .label = "1", .staff_name = "安", .waiting = 3, .idle_minutes = 10},
    {.id = 2, .label = "2", .staff_name = "白", .waiting = 2, .idle_minutes = 10, .idle_since = noon},
    {.id = 3,
     .label = "3",
     .staff_name = "常",
     .waiting = 2,
     .idle_minutes = 10,
     .idle_since = noon - 5 * (banshi_time)MINUTE},
};
static const struct banshi_floor_queue queues[] = {
    {.id = 1, .code = "A", .name = "综合", .waiting = 0, .open = 0, .wait_warn = 15, .wait_limit = 30},
    {.id = 2,
     .code = "B",
     .name = "公安",
     .waiting = 4,
     .open = 1,
     .oldest_at = noon,
     .wait_warn = 15,
     .wait_limit = 30},
    {.id = 3,
     .code = "C",
     .name = "税务",
     .waiting = 1,
     .open = 0,
     .oldest_at = noon,
     .wait_warn = 15,
     .wait_limit = 30},
};
static const struct banshi_floor_duty duties[] = {
    {.id = 7,
     .counter = 1,
     .counter_label = "1",
     .staff_name = "安",
     .state = "checked in",
     .cause = "",
     .today = true},
    {.id = 8, .counter = 2, .counter_label = "2", .staff_name = "白", .state = "not there", .cause = "", .today = true},
    {.id = 9, .counter = 3, .counter_label = "3", .staff_name = "", .state = "vacant", .cause = "unskilled"},
};
static const struct banshi_floor floor_line = {.overdue = 2, .due_today = 1};

static struct banshi_rows rows_of(const struct banshi_shape *shape, const void *items, size_t count)
{
    return (struct banshi_rows){.shape = shape, .items = items, .count = count};
}

/* "not there 2; calls nobody 3 10; …" */
static void alerts_at(int minutes, char ret[512])
{
    struct banshi_rows c = rows_of(&banshi_floor_counter_shape, counters, 3),
                       q = rows_of(&banshi_floor_queue_shape, queues, 3),
                       d = rows_of(&banshi_floor_duty_shape, duties, 3),
                       f = rows_of(&banshi_floor_shape, &floor_line, 1);
    struct banshi_rows *alerts = banshi_floor_alerts(&c, &q, &d, &f, noon + minutes * (banshi_time)MINUTE);
    assert_non_null(alerts);
    ret[0] = '\0';
    for (size_t i = 0; i < alerts->count; i++) {
        const struct banshi_floor_alert *a = banshi_row(struct banshi_floor_alert, alerts, i);
        size_t used = strlen(ret);
        snprintf(ret + used, 512 - used, "%s%s %s %s %d", i ? "; " : "", a->light, a->kind, a->subject,
                 (int)a->minutes);
    }
    banshi_rows_free(alerts);
}

static void norm_1_4_idle_counters_are_seen_when_their_time_has_come(void **state)
{
    (void)state;
    assert_int_equal(banshi_floor_idle(&counters[0], noon + 100 * (banshi_time)MINUTE), 0); /* it could call nobody */
    assert_int_equal(banshi_floor_idle(&counters[1], noon + 10 * (banshi_time)MINUTE - 1), 0);
    assert_int_equal(banshi_floor_idle(&counters[1], noon + 10 * (banshi_time)MINUTE), 10);
    assert_int_equal(banshi_floor_idle(&counters[1], noon - MINUTE), 0); /* it only helps out later */
}

static void norm_5_1_a_queue_turns_yellow_and_red_by_the_clock(void **state)
{
    (void)state;
    assert_string_equal(banshi_floor_light(&queues[0], noon), "green"); /* nobody waits */
    assert_string_equal(banshi_floor_light(&queues[1], noon + 14 * (banshi_time)MINUTE), "green");
    assert_string_equal(banshi_floor_light(&queues[1], noon + 15 * (banshi_time)MINUTE), "yellow");
    assert_string_equal(banshi_floor_light(&queues[1], noon + 30 * (banshi_time)MINUTE), "red");
    assert_string_equal(banshi_floor_light(&queues[2], noon), "red"); /* no counter is open */
}

static void the_worst_comes_first(void **state)
{
    char text[512];
    (void)state;
    alerts_at(0, text);
    assert_string_equal(
        text, "red not there 2 0; red no counter open C 0; red overdue  0; yellow vacant 3 0; yellow due today  0");
    alerts_at(16, text);
    assert_string_equal(text,
                        "red not there 2 0; red calls nobody 3 21; red calls nobody 2 16; red no counter open C 16; "
                        "red overdue  0; yellow waits too long B 16; yellow vacant 3 0; yellow due today  0");
}

static void norm_2_5_an_incident_comes_before_everything_else(void **state)
{
    static const struct banshi_floor_counter one = {.id = 4,
                                                    .label = "4",
                                                    .staff_name = "安",
                                                    .idle_minutes = 10,
                                                    .idle_since = noon,
                                                    .incident = 9,
                                                    .incident_at = noon,
                                                    .incident_text = "争执"};
    (void)state;
    struct banshi_rows c = rows_of(&banshi_floor_counter_shape, &one, 1),
                       d = rows_of(&banshi_floor_duty_shape, duties, 3);
    struct banshi_rows *alerts = banshi_floor_alerts(&c, NULL, &d, NULL, noon + 12 * (banshi_time)MINUTE);
    assert_non_null(alerts);
    assert_int_equal(alerts->count, 4); /* the counter is idle, too */
    const struct banshi_floor_alert *a = banshi_row(struct banshi_floor_alert, alerts, 0);
    assert_string_equal(a->kind, "incident");
    assert_string_equal(a->detail, "争执");
    assert_int_equal(a->minutes, 12);
    assert_int_equal(a->counter, 4);
    banshi_rows_free(alerts);
}

static void what_was_not_read_is_not_wrong(void **state)
{
    (void)state;
    struct banshi_rows *alerts = banshi_floor_alerts(NULL, NULL, NULL, NULL, noon);
    assert_non_null(alerts);
    assert_int_equal(alerts->count, 0);
    banshi_rows_free(alerts);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(norm_1_4_idle_counters_are_seen_when_their_time_has_come),
        cmocka_unit_test(norm_5_1_a_queue_turns_yellow_and_red_by_the_clock),
        cmocka_unit_test(the_worst_comes_first),
        cmocka_unit_test(norm_2_5_an_incident_comes_before_everything_else),
        cmocka_unit_test(what_was_not_read_is_not_wrong),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
