/* SPDX-License-Identifier: MIT */
/* What changed, as the server tells it: read, kept, delivered in time, and what goes unheard. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>

#include <cmocka.h>

#include "db/event.h"

static char heard[4096];

static void hear(void *closure, const struct banshi_event *event)
{
    size_t used = strlen(heard);
    (void)closure;
    snprintf(heard + used, sizeof heard - used, "[%s %d %d %d %d %s]", event_concept(event->concept), (int)event->id,
             (int)event->queue, (int)event->counter, (int)event->department, event->state);
}

/* What is delivered at a time. */
static const char *at(struct events *events, int64_t now)
{
    heard[0] = '\0';
    events_deliver(events, now, hear, NULL);
    return heard;
}

static void an_event_says_what_changed(void **state)
{
    struct events events = {0};
    (void)state;
    events_note(&events, "17 ticket 4711 5 12 3 called", 1000);
    events_note(&events, "18 hours 0 0 0 0 -", 1000);
    assert_true(events_due(&events) > 0);
    assert_string_equal(at(&events, 1000), "[ticket 4711 5 12 3 called][hours 0 0 0 0 ]");
    assert_int_equal(events_due(&events), 0);
    assert_string_equal(at(&events, 1000), "");
}

static void the_last_of_several_changes_of_one_thing_is_told(void **state)
{
    struct events events = {0};
    (void)state;
    events_note(&events, "1 ticket 4711 5 12 3 called", 1000);
    events_note(&events, "2 ticket 4711 5 12 3 serving", 1000);
    events_note(&events, "3 ticket 4711 6 0 3 waiting", 1000); /* in another queue: both lines are told */
    assert_string_equal(at(&events, 1000), "[ticket 4711 5 12 3 serving][ticket 4711 6 0 3 waiting]");
}

static void what_is_none_of_ours_is_ignored(void **state)
{
    static const char *const payloads[] = {"",
                                           "ticket",
                                           "*",
                                           "1",
                                           "1 ",
                                           "x ticket 1 2 3 4 -",
                                           "1 ticket",
                                           "1 ticket 1 2 3 4",
                                           "1 ticket 1 2 3 4 ",
                                           "1 ticket 1 2 3 4 called now",
                                           "1 ticket 1 2 3 4 \x1b[2J",
                                           "1 ticket -1 2 3 4 called",
                                           "1 ticket 1 2 3 4 CALLED",
                                           "0 ticket 1 2 3 4 called",
                                           "-1 ticket 1 2 3 4 called",
                                           "1 ticket 99999999999999999999 2 3 4 called",
                                           "99999999999999999999 ticket 1 2 3 4 called",
                                           "1 ticket 1 2 3 4 aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                                           "1 ticket\t1 2 3 4 called",
                                           "1  ticket 1 2 3 4 called",
                                           "1 tick 1 2 3 4 called",
                                           "1 tickets 1 2 3 4 called"};
    (void)state;
    for (size_t i = 0; i < sizeof payloads / sizeof payloads[0]; i++) {
        struct events events = {0};
        events_note(&events, payloads[i], 1000);
        assert_string_equal(at(&events, 100000), "");
        assert_int_equal(events_due(&events), 0);
    }
}

static void many_at_once_are_told_as_their_concepts(void **state)
{
    struct events events = {0};
    char payload[64];
    (void)state;
    for (int i = 1; i <= EVENTS_MOST + 1; i++) {
        snprintf(payload, sizeof payload, "%d %s %d 0 0 0 called", i, i == 3 ? "case" : "ticket", i);
        events_note(&events, payload, 1000);
    }
    assert_string_equal(at(&events, 1000), "[ticket 0 0 0 0 ][case 0 0 0 0 ]");
}

static void whatever_arrives_is_told_a_bounded_number_of_times_a_second(void **state)
{
    struct events events = {0};
    char payload[64];
    int told = 0;
    (void)state;
    for (int ms = 1; ms <= 10000; ms++) {
        snprintf(payload, sizeof payload, "%d ticket %d 0 0 0 called", ms, ms);
        events_note(&events, payload, 5000 + ms);
        told += at(&events, 5000 + ms)[0] != '\0';
    }
    assert_in_range(told, 10000 / EVENTS_PACE_MS, 10000 / EVENTS_PACE_MS + EVENTS_BURST);
    assert_true(events_due(&events) > 15000 || events_due(&events) == 0);
    /* calm again, it is told at once */
    at(&events, 15200);
    events_note(&events, "10001 ticket 1 0 0 0 called", 20000);
    assert_string_equal(at(&events, 20000), "[ticket 1 0 0 0 called]");
}

static void a_number_that_stays_away_means_reading_all_again(void **state)
{
    struct events events = {0};
    (void)state;
    events_note(&events, "10 ticket 1 0 0 0 called", 1000);
    events_note(&events, "12 ticket 2 0 0 0 called", 1500);
    at(&events, 1500);
    assert_int_equal(events_due(&events), 1500 + GAP_MS);
    assert_string_equal(at(&events, 1500 + GAP_MS - 1), "");
    assert_string_equal(at(&events, 1500 + GAP_MS), "[* 0 0 0 0 ]");
    assert_int_equal(events_due(&events), 0);
}

static void numbers_in_another_order_are_no_gap(void **state)
{
    struct events events = {0};
    (void)state;
    events_note(&events, "10 ticket 1 0 0 0 called", 1000);
    events_note(&events, "13 ticket 2 0 0 0 called", 1000);
    events_note(&events, "12 ticket 3 0 0 0 called", 1100);
    events_note(&events, "9 ticket 4 0 0 0 called", 1100);   /* begun before the listening */
    events_note(&events, "11 unknown 3 0 0 0 called", 1200); /* its number counts */
    assert_string_equal(at(&events, 1200),
                        "[ticket 1 0 0 0 called][ticket 2 0 0 0 called][ticket 3 0 0 0 called][ticket 4 0 0 0 called]");
    assert_int_equal(events_due(&events), 0);
}

static void a_leap_of_the_numbers_means_reading_all_again_but_not_all_the_time(void **state)
{
    struct events events = {0};
    (void)state;
    events_note(&events, "10 ticket 1 0 0 0 called", 10000);
    events_note(&events, "900000 ticket 1 0 0 0 called", 10000);
    assert_string_equal(at(&events, 10000), "[* 0 0 0 0 ]");
    events_note(&events, "11 ticket 1 0 0 0 called", 10001); /* the server's go on: the leap was a lie */
    assert_string_equal(at(&events, 10001), "[ticket 1 0 0 0 called]");
    assert_int_equal(events_due(&events), 10000 + ALL_PACE_MS);
    events_note(&events, "13 ticket 1 0 0 0 called", 10002);
    assert_string_equal(at(&events, 10002), "[ticket 1 0 0 0 called]");
    assert_string_equal(at(&events, 10000 + ALL_PACE_MS), "[* 0 0 0 0 ]");
    assert_string_equal(at(&events, 20000), "");
}

static void a_new_connection_counts_anew_and_reads_all_again_each_at_another_time(void **state)
{
    struct events one = {0}, other = {0};
    (void)state;
    events_connected(&one, false, 1000, 4000);
    assert_int_equal(events_due(&one), 0); /* the first one */
    events_note(&one, "10 ticket 1 0 0 0 called", 1000);
    events_connected(&one, true, 2000, 4001);
    events_connected(&other, true, 2000, 4002);
    assert_int_not_equal(one.all_at, other.all_at);
    assert_in_range(one.all_at, 2000, 2000 + ALL_SPREAD_MS);
    events_note(&one, "5 ticket 2 0 0 0 called", 2000); /* of a server that has counted less */
    assert_string_equal(at(&one, one.all_at), "[* 0 0 0 0 ]");
    assert_int_equal(events_due(&one), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_event_says_what_changed),
        cmocka_unit_test(the_last_of_several_changes_of_one_thing_is_told),
        cmocka_unit_test(what_is_none_of_ours_is_ignored),
        cmocka_unit_test(many_at_once_are_told_as_their_concepts),
        cmocka_unit_test(whatever_arrives_is_told_a_bounded_number_of_times_a_second),
        cmocka_unit_test(a_number_that_stays_away_means_reading_all_again),
        cmocka_unit_test(numbers_in_another_order_are_no_gap),
        cmocka_unit_test(a_leap_of_the_numbers_means_reading_all_again_but_not_all_the_time),
        cmocka_unit_test(a_new_connection_counts_anew_and_reads_all_again_each_at_another_time),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
