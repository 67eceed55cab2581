/* SPDX-License-Identifier: MIT */
/* Where the terminal keeps what is the user's own, and what it remembers: the last login and counter. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

#include "habit.h"
#include "place.h"

static char home[32];

static int setup(void **state)
{
    (void)state;
    snprintf(home, sizeof home, "/tmp/banshi-place.XXXXXX");
    assert_non_null(mkdtemp(home));
    unsetenv("XDG_STATE_HOME");
    setenv("HOME", home, 1);
    return 0;
}

static int teardown(void **state)
{
    char command[64];
    (void)state;
    snprintf(command, sizeof command, "rm -rf %s", home);
    return system(command);
}

static void files_lie_in_the_state_folder_or_at_home(void **state)
{
    char path[PLACE_SIZE], wanted[128];
    struct stat st;
    (void)state;
    assert_true(place_file("drafts/x", path));
    snprintf(wanted, sizeof wanted, "%s/.local/state/banshi/drafts/x", home);
    assert_string_equal(path, wanted);
    snprintf(wanted, sizeof wanted, "%s/.local/state/banshi/drafts", home);
    assert_int_equal(stat(wanted, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0700); /* nobody else looks in */
    setenv("XDG_STATE_HOME", "relative", 1);   /* which the standard says to ignore */
    assert_true(place_file("y", path));
    snprintf(wanted, sizeof wanted, "%s/.local/state/banshi/y", home);
    assert_string_equal(path, wanted);
    snprintf(wanted, sizeof wanted, "%s/other", home);
    setenv("XDG_STATE_HOME", wanted, 1);
    assert_true(place_file("y", path));
    snprintf(wanted, sizeof wanted, "%s/other/banshi/y", home);
    assert_string_equal(path, wanted);
    unsetenv("XDG_STATE_HOME");
    setenv("HOME", "", 1);
    assert_false(place_file("y", path));
}

static void a_terminal_remembers_its_login_and_counter(void **state)
{
    struct habit habit = {.counter = 17};
    char path[PLACE_SIZE];
    (void)state;
    assert_string_equal(habit_read().login, "");
    assert_int_equal(habit_read().counter, 0);
    snprintf(habit.login, sizeof habit.login, "wangfang");
    habit_write(&habit);
    assert_string_equal(habit_read().login, "wangfang");
    assert_int_equal(habit_read().counter, 17);
    assert_true(place_file("terminal", path));
    FILE *f = fopen(path, "w");
    fputs("lina\n", f); /* without a counter */
    fclose(f);
    assert_string_equal(habit_read().login, "lina");
    assert_int_equal(habit_read().counter, 0);
    assert_int_equal(truncate(path, 0), 0);
    assert_string_equal(habit_read().login, "");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(files_lie_in_the_state_folder_or_at_home, setup, teardown),
        cmocka_unit_test_setup_teardown(a_terminal_remembers_its_login_and_counter, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
