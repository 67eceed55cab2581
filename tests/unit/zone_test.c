/* SPDX-License-Identifier: MIT */
/* Time zones beside the process's own show what the system's do. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <cmocka.h>

#include <banshi/session.h>

#include "tui/words.h"
#include "tui/zone.h"

static const char *const names[] = {"Asia/Shanghai", "Asia/Urumqi",       "Asia/Kathmandu",   "Europe/Berlin",
                                    "Europe/Dublin", "America/St_Johns",  "America/New_York", "Australia/Lord_Howe",
                                    "America/Nuuk",  "Africa/Casablanca", "Asia/Tokyo",       "UTC"};

static void every_zone_agrees_with_the_system(void **state)
{
    (void)state;
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        const struct zone *zone = zone_named(names[i]);
        if (!zone)
            continue; /* a system without the tz database */
        setenv("TZ", names[i], 1);
        tzset();
        /* every 5 h 17 min from 1949 to beyond the transitions that files list */
        for (time_t t = -662688000; t < 2840140800; t += 5 * 3600 + 17 * 60) {
            struct tm want, got;
            localtime_r(&t, &want);
            zone_local(zone, t, &got);
            if (got.tm_year != want.tm_year || got.tm_yday != want.tm_yday || got.tm_hour != want.tm_hour ||
                got.tm_min != want.tm_min)
                fail_msg("%s at %lld: %02d:%02d, not %02d:%02d", names[i], (long long)t, got.tm_hour, got.tm_min,
                         want.tm_hour, want.tm_min);
        }
    }
}

static void what_is_no_zone_is_refused(void **state)
{
    static const unsigned char not [] = "TZif2 but nothing behind it, nor any count that could be believed at all";
    (void)state;
    assert_null(zone_named(""));
    assert_null(zone_named("/etc/passwd"));
    assert_null(zone_named("../../../etc/passwd"));
    assert_null(zone_named("Nowhere/Land"));
    for (size_t n = 0; n < sizeof not ; n++) {
        unsigned char *own = malloc(n ? n : 1);
        memcpy(own, not, n);
        assert_null(zone_read(own, n));
        free(own);
    }
}

static void the_centres_zone_leaves_the_process_alone(void **state)
{
    struct banshi_session session = {.time_zone = "Asia/Tokyo", .now = 1800000000000000};
    char text[16];
    (void)state;
    if (!zone_named("Asia/Tokyo"))
        skip();
    setenv("TZ", "UTC", 1);
    tzset();
    time_set(&session);
    assert_string_equal(getenv("TZ"), "UTC");
    assert_string_equal(clock_text(1800000000000000, text), "17:00"); /* 08:00 UTC */
    session.time_zone = "Asia/Shanghai";
    time_set(&session);
    assert_string_equal(clock_text(1800000000000000, text), "16:00");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_zone_agrees_with_the_system),
        cmocka_unit_test(what_is_no_zone_is_refused),
        cmocka_unit_test(the_centres_zone_leaves_the_process_alone),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
