/* SPDX-License-Identifier: MIT */
/* Keys: names, the user's own bindings, and telling a scanner from fingers. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "app.h"
#include "kit/burst.h"
#include "kit/keymap.h"

static const enum context counter[] = {CONTEXT_COUNTER, CONTEXT_LIST, CONTEXT_GLOBAL, CONTEXT_NONE};

static key named(const char *name)
{
    return key_parse(name, strlen(name));
}

static void names_of_keys_are_read(void **state)
{
    (void)state;
    assert_int_equal(named("f5"), K_F1 + 4);
    assert_int_equal(named("F12"), K_F1 + 11);
    assert_int_equal(named("Enter"), K_ENTER);
    assert_int_equal(named("ctrl-s"), K_CTRL('s'));
    assert_int_equal(named("+"), '+');
    assert_int_equal(named("受"), 0x53d7);
    assert_int_equal(named("f13"), K_NONE);
    assert_int_equal(named("f0"), K_NONE);
    assert_int_equal(named("nonsense"), K_NONE);
    assert_int_equal(named(""), K_NONE);
}

static void every_default_key_is_a_key_and_means_one_thing_in_its_context(void **state)
{
    (void)state;
    struct keymap map;
    keymap_init(&map);
    for (int a = 1; a < ACTION_COUNT; a++) {
        assert_int_not_equal(map.keys[a][0], K_NONE);
        for (int b = a + 1; b < ACTION_COUNT; b++)
            for (int i = 0; i < KEYMAP_KEYS && action_table[a].context == action_table[b].context; i++)
                for (int j = 0; j < KEYMAP_KEYS && map.keys[a][i] != K_NONE; j++)
                    assert_int_not_equal(map.keys[a][i], map.keys[b][j]);
    }
}

static bool among(const enum context contexts[CONTEXTS_MOST], enum context context)
{
    int i = 0;
    while (contexts[i] != CONTEXT_NONE && contexts[i] != context)
        i++;
    return contexts[i] != CONTEXT_NONE;
}

/* What is nearer to the screen wins; where two acts have a key, neither may lose its last one. */
static void every_act_of_a_screen_has_a_key_that_works_there(void **state)
{
    (void)state;
    struct keymap map;
    keymap_init(&map);
    for (const struct screen *const *s = screen_registry; *s; s++) {
        enum context contexts[CONTEXTS_MOST];
        app_contexts(*s, contexts);
        for (int a = 1; a < ACTION_COUNT; a++)
            if (a != ACTION_FILTER_KEEP && /* Enter, while a filter is typed, whatever else it does */
                among(contexts, action_table[a].context) &&
                keymap_shown(&map, contexts, (enum action)a, false) == K_NONE)
                fail_msg("screen %s: %s has no key left", (*s)->name, action_table[a].name);
    }
}

static void no_two_acts_of_a_screen_have_one_name(void **state)
{
    (void)state;
    for (const struct screen *const *s = screen_registry; *s; s++) {
        enum context contexts[CONTEXTS_MOST];
        app_contexts(*s, contexts);
        for (int a = 1; a < ACTION_COUNT; a++)
            for (int b = 1; b < a; b++)
                if (among(contexts, action_table[a].context) && among(contexts, action_table[b].context) &&
                    strcmp(action_table[a].label, action_table[b].label) == 0)
                    fail_msg("screen %s: %s and %s", (*s)->name, action_table[a].name, action_table[b].name);
    }
}

static void all_acts_of_the_counters_day_have_a_key_on_the_numeric_keypad(void **state)
{
    (void)state;
    static const enum action day[] = {ACTION_PROCEED,     ACTION_RECALL, ACTION_SKIP,     ACTION_INTAKE,
                                      ACTION_HOLD,        ACTION_HELD,   ACTION_TRANSFER, ACTION_DONE,
                                      ACTION_CASE_SEARCH, ACTION_ISSUE,  ACTION_PAUSE};
    struct keymap map;
    keymap_init(&map);
    for (size_t i = 0; i < sizeof day / sizeof day[0]; i++) {
        bool found = false;
        for (int k = 0; k < KEYMAP_KEYS && map.keys[day[i]][k] != K_NONE; k++)
            found = found || strchr("0123456789+-*/.\r", (int)map.keys[day[i]][k]);
        assert_true(found);
    }
}

static void a_users_key_takes_it_from_whoever_had_it(void **state)
{
    (void)state;
    struct keymap map;
    char problem[256];
    keymap_init(&map);
    assert_true(keymap_line(&map, "# comment\n", problem, sizeof problem));
    assert_true(keymap_line(&map, "  \n", problem, sizeof problem));
    assert_true(keymap_line(&map, "skip = f3 n\n", problem, sizeof problem));
    assert_int_equal(keymap_find(&map, counter, K_F1 + 2), ACTION_SKIP);
    assert_int_equal(keymap_find(&map, counter, K_F1 + 3), ACTION_NONE);
    assert_int_equal(keymap_shown(&map, counter, ACTION_RECALL, false), '3');
    assert_int_equal(keymap_shown(&map, counter, ACTION_SKIP, false), K_F1 + 2);
    static const enum context intake[] = {CONTEXT_INTAKE, CONTEXT_NONE};
    assert_true(keymap_line(&map, "skip = f8\n", problem, sizeof problem));
    assert_int_equal(keymap_find(&map, counter, K_F1 + 7), ACTION_SKIP);
    assert_int_equal(keymap_find(&map, intake, K_F1 + 7), ACTION_ALL_RECEIVED); /* elsewhere it means what it meant */
}

static void a_wrong_line_is_named_and_changes_nothing(void **state)
{
    (void)state;
    struct keymap map;
    char problem[256];
    keymap_init(&map);
    assert_false(keymap_line(&map, "fly = f3\n", problem, sizeof problem));
    assert_non_null(strstr(problem, "fly"));
    assert_false(keymap_line(&map, "skip = f3 hyper-x\n", problem, sizeof problem));
    assert_non_null(strstr(problem, "hyper-x"));
    assert_false(keymap_line(&map, "skip f3\n", problem, sizeof problem));
    assert_false(keymap_line(&map, "skip = a b c d e\n", problem, sizeof problem));
    assert_int_equal(keymap_find(&map, counter, K_F1 + 3), ACTION_SKIP);
}

static void the_file_is_read_to_its_end_and_the_bad_line_is_told(void **state)
{
    (void)state;
    struct keymap map;
    char path[] = "/tmp/banshi-keys.XXXXXX", problem[512];
    FILE *f = fdopen(mkstemp(path), "w");
    fputs("recall = F11\nskip = what\nhold = H\n", f);
    fclose(f);
    keymap_init(&map);
    assert_false(keymap_load(&map, path, problem, sizeof problem));
    assert_non_null(strstr(problem, ":2: "));
    assert_int_equal(keymap_find(&map, counter, K_F1 + 10), ACTION_RECALL);
    assert_int_equal(keymap_find(&map, counter, 'H'), ACTION_HOLD);
    unlink(path);
    assert_true(keymap_load(&map, path, problem, sizeof problem)); /* no file is fine */
}

static void hints_show_the_key_that_works_here(void **state)
{
    (void)state;
    static const enum context sign_on[] = {CONTEXT_SIGN_ON, CONTEXT_FORM, CONTEXT_GLOBAL, CONTEXT_NONE};
    struct keymap map;
    keymap_init(&map);
    assert_int_equal(keymap_shown(&map, sign_on, ACTION_SIGN_ON, true), K_ENTER);
    assert_int_equal(keymap_shown(&map, sign_on, ACTION_FIELD_NEXT, true), K_TAB); /* Enter signs on */
    assert_int_equal(keymap_shown(&map, sign_on, ACTION_HELP, true), K_F1);        /* ? is typed */
    assert_int_equal(keymap_shown(&map, counter, ACTION_HELP, false), '?');
}

/* Strike keys so many milliseconds apart; how many were held. */
static size_t strike(struct burst *b, const char *keys, int gap, int64_t *now)
{
    size_t held = 0;
    for (; *keys; keys++, *now += gap)
        held += burst_hold(b, (key)*keys, false, *now);
    return held;
}

static void a_scanned_code_is_one_text(void **state)
{
    (void)state;
    struct burst b = {.count = 0};
    char text[BURST_KEYS * 4];
    int64_t now = 1000;
    assert_int_equal(strike(&b, "530111199001010016\r", 3, &now), 19);
    assert_int_equal(burst_due(&b, now), 0);
    assert_true(burst_text(&b, text, sizeof text));
    assert_string_equal(text, "530111199001010016");
}

static void typed_digits_are_acts_and_wait_no_longer_than_a_picture(void **state)
{
    (void)state;
    struct burst b = {.count = 0};
    char text[BURST_KEYS * 4];
    int64_t now = 1000;
    assert_true(burst_hold(&b, '3', false, now));
    assert_true(burst_due(&b, now) <= 12);
    assert_int_equal(burst_due(&b, now + 12), 0);
    assert_false(burst_text(&b, text, sizeof text));
}

static void letters_of_acts_are_not_held_back(void **state)
{
    (void)state;
    struct burst b = {.count = 0};
    assert_false(burst_hold(&b, 'j', false, 0));
    assert_false(burst_hold(&b, K_ENTER, false, 0));
    assert_false(burst_hold(&b, K_F1, false, 0));
}

static void a_key_held_down_is_no_code(void **state)
{
    (void)state;
    struct burst b = {.count = 0};
    char text[BURST_KEYS * 4];
    int64_t now = 0;
    assert_int_equal(strike(&b, "333333", 15, &now), 6);
    assert_false(burst_text(&b, text, sizeof text));
}

static void a_slow_hand_is_not_joined_to_a_code(void **state)
{
    (void)state;
    struct burst b = {.count = 0};
    int64_t now = 0;
    assert_int_equal(strike(&b, "3", 100, &now), 1);
    assert_int_equal(strike(&b, "4", 100, &now), 0);
}

static void pasted_text_is_looked_up_whatever_it_is(void **state)
{
    (void)state;
    struct burst b = {.count = 0};
    char text[BURST_KEYS * 4];
    assert_true(burst_hold(&b, 0x5b98, true, 0)); /* 官 */
    assert_true(burst_hold(&b, K_ENTER, true, 1));
    assert_true(burst_hold(&b, '1', true, 2));
    assert_false(burst_hold(&b, '1', false, 3));
    assert_true(burst_text(&b, text, sizeof text));
    assert_string_equal(text, "官1");
}

static void a_flood_of_characters_fits(void **state)
{
    (void)state;
    struct burst b = {.count = 0};
    char text[BURST_KEYS * 4];
    size_t held = 0;
    while (burst_hold(&b, 0x4e2d, true, 0))
        held++;
    assert_int_equal(held, BURST_KEYS);
    assert_true(burst_text(&b, text, sizeof text));
    assert_true(strlen(text) < sizeof text);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(names_of_keys_are_read),
        cmocka_unit_test(every_default_key_is_a_key_and_means_one_thing_in_its_context),
        cmocka_unit_test(every_act_of_a_screen_has_a_key_that_works_there),
        cmocka_unit_test(no_two_acts_of_a_screen_have_one_name),
        cmocka_unit_test(all_acts_of_the_counters_day_have_a_key_on_the_numeric_keypad),
        cmocka_unit_test(a_users_key_takes_it_from_whoever_had_it),
        cmocka_unit_test(a_wrong_line_is_named_and_changes_nothing),
        cmocka_unit_test(the_file_is_read_to_its_end_and_the_bad_line_is_told),
        cmocka_unit_test(hints_show_the_key_that_works_here),
        cmocka_unit_test(a_scanned_code_is_one_text),
        cmocka_unit_test(typed_digits_are_acts_and_wait_no_longer_than_a_picture),
        cmocka_unit_test(letters_of_acts_are_not_held_back),
        cmocka_unit_test(a_key_held_down_is_no_code),
        cmocka_unit_test(a_slow_hand_is_not_joined_to_a_code),
        cmocka_unit_test(pasted_text_is_looked_up_whatever_it_is),
        cmocka_unit_test(a_flood_of_characters_fits),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
