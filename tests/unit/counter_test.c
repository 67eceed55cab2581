/* SPDX-License-Identifier: MIT */
/* The counter: what comes next, what is possible then, which lines the filter lets through. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "screen/counter/counter.h"
#include "say.h"
#include "words.h"

static const struct banshi_ticket waiting[] = {{.id = 1,
                                                .number = "B001",
                                                .state = "waiting",
                                                .priority = "ordinary",
                                                .priority_name = "",
                                                .item_name = "居民身份证",
                                                .reason = "",
                                                .purpose = "case"},
                                               {.id = 2,
                                                .number = "B002",
                                                .state = "waiting",
                                                .priority = "elderly",
                                                .priority_name = "老年人",
                                                .item_name = "户口迁移",
                                                .reason = "",
                                                .purpose = "case"},
                                               {.id = 3,
                                                .number = "B013",
                                                .state = "waiting",
                                                .priority = "ordinary",
                                                .priority_name = "",
                                                .item_name = "居民身份证",
                                                .reason = "材料",
                                                .purpose = "case"}};
static const struct banshi_ticket held[] = {{.id = 4,
                                             .number = "B009",
                                             .state = "held",
                                             .priority = "ordinary",
                                             .priority_name = "",
                                             .item_name = "",
                                             .reason = "填表",
                                             .purpose = "case"}};
static const struct banshi_ticket skipped[] = {{.id = 5,
                                                .number = "B008",
                                                .state = "skipped",
                                                .priority = "ordinary",
                                                .priority_name = "",
                                                .item_name = "",
                                                .reason = "",
                                                .purpose = "case"}};
static struct banshi_ticket hand;
static const struct banshi_rows lists[PANES] = {[PANE_WAITING] = {&banshi_ticket_shape, 3, waiting},
                                                [PANE_HELD] = {&banshi_ticket_shape, 1, held},
                                                [PANE_SKIPPED] = {&banshi_ticket_shape, 1, skipped}};
static const struct banshi_rows in_hand = {&banshi_ticket_shape, 1, &hand};
static const struct list_screen screen = {.views = counter_views, .view_count = PANES};
static struct counter c;

static int setup(void **state)
{
    (void)state;
    c = (struct counter){.lists = {.screen = &screen, .pane = PANE_WAITING}};
    for (int pane = 0; pane < PANES; pane++) {
        struct list *l = &c.lists.panes[pane];
        l->view = &counter_views[pane];
        l->rows = &lists[pane];
        l->table = (struct table){.shape = &l->view->table, .words = &say_words, .state = &c};
        list_show(&c, (size_t)pane, lists[pane].items, lists[pane].count);
    }
    hand = (struct banshi_ticket){.id = 9, .number = "B007", .state = "called", .purpose = "case"};
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    for (int pane = 0; pane < PANES; pane++)
        table_free(&c.lists.panes[pane].table);
    return 0;
}

static void filter(const char *words)
{
    edit_set(&c.lists.panes[PANE_WAITING].table.filter, words);
    list_update(&c);
}

static void the_filter_looks_at_number_item_priority_and_reason(void **state)
{
    static const struct {
        const char *words;
        size_t count;
        int64_t first;
    } list[] = {{"", 3, 1},     {"13", 1, 3},  {"b00", 2, 1},  {"迁移", 1, 2},   {"hkqy", 1, 2},
                {"老年", 1, 2}, {"lnr", 1, 2}, {"材料", 1, 3}, {"nothing", 0, 0}};
    (void)state;
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        filter(list[i].words);
        assert_int_equal(c.lists.panes[PANE_WAITING].table.lines.count, list[i].count);
        const struct banshi_ticket *t = counter_first(&c);
        assert_int_equal(t ? t->id : 0, list[i].first);
    }
}

static void an_act_is_about_the_line_that_is_marked_under_a_filter_too(void **state)
{
    (void)state;
    c.lists.panes[PANE_WAITING].table.lines.selected = 2;
    assert_int_equal(counter_selected(&c)->id, 3);
    filter("13");
    assert_int_equal(counter_selected(&c)->id, 3);
    filter("居民");
    c.lists.panes[PANE_WAITING].table.lines.selected = 1;
    assert_int_equal(counter_selected(&c)->id, 3);
    filter("nothing");
    assert_null(counter_selected(&c));
    filter("");
    c.lists.pane = PANE_HELD;
    assert_int_equal(counter_selected(&c)->id, 4);
}

static void what_comes_next_is_said(void **state)
{
    (void)state;
    assert_string_equal(counter_next_step(&c), "Call the next number");
    c.current = &in_hand;
    assert_string_equal(counter_next_step(&c), "The person is here: take in the application");
    hand.purpose = "enquiry";
    assert_string_equal(counter_next_step(&c), "The person is here");
    hand.state = "serving";
    assert_string_equal(counter_next_step(&c), "Finish the visit");
    hand.purpose = "case";
    assert_string_equal(counter_next_step(&c), "Take in the application");
    c.taken_in = 9;
    assert_string_equal(counter_next_step(&c), "Finish the visit");
    c.paused = true;
    assert_string_equal(counter_next_step(&c), "Finish the visit"); /* a pause waits for the end of the visit */
    c.current = NULL;
    assert_string_equal(counter_next_step(&c), "Open the counter again");
    c.lists.pane = PANE_HELD;
    assert_string_equal(counter_next_step(&c), "Take this number up again");
    c.lists.pane = PANE_SKIPPED;
    assert_string_equal(counter_next_step(&c), "Bring this number back");
    c.closed = true;
    assert_string_equal(counter_next_step(&c), "Sign on again");
}

static void who_was_paused_by_somebody_else_waits_for_them(void **state)
{
    const struct banshi_floor_mine mine = {.state = "paused", .by_name = "赵敏", .reason = "演习", .held = true};
    const struct banshi_floor_mine own = {.state = "paused", .by_name = "王芳", .reason = "", .held = false};
    const struct banshi_rows theirs = {&banshi_floor_mine_shape, 1, &mine},
                             my_own = {&banshi_floor_mine_shape, 1, &own};
    char text[128];
    (void)state;
    c.paused = true;
    c.mine = &my_own;
    assert_false(counter_paused_by_others(&c));
    assert_false(counter_waits_for_others(&c));
    c.mine = &theirs;
    assert_true(counter_waits_for_others(&c));
    assert_string_equal(counter_hint(&c, ACTION_PROCEED), "");
    assert_string_equal(counter_hint(&c, ACTION_PAUSE), "");
    assert_true(counter_done_to(&c, text, sizeof text));
    assert_string_equal(text, "Paused by 赵敏: 演习");
    c.lists.pane = PANE_HELD; /* what is held can be finished */
    assert_false(counter_waits_for_others(&c));
    c.lists.pane = PANE_WAITING;
    c.current = &in_hand;
    assert_false(counter_waits_for_others(&c));
    c.current = NULL;
    c.paused = false;
    assert_false(counter_waits_for_others(&c));
}

/* For each act whether it is possible: with nobody, called, serving; the list in hand. */
static void what_is_possible_depends_on_who_is_in_hand_and_which_list(void **state)
{
    static const struct {
        enum action action;
        enum pane pane;
        bool nobody, called, serving;
    } list[] = {
        {ACTION_RECALL, PANE_WAITING, false, true, false},      {ACTION_SKIP, PANE_WAITING, false, true, false},
        {ACTION_RETURN, PANE_WAITING, false, true, false},      {ACTION_INTAKE, PANE_WAITING, false, true, true},
        {ACTION_TRANSFER, PANE_WAITING, false, true, true},     {ACTION_HOLD, PANE_WAITING, false, false, true},
        {ACTION_DONE, PANE_WAITING, false, false, true},        {ACTION_SIGN_OFF, PANE_WAITING, true, false, false},
        {ACTION_CALL_CHOSEN, PANE_WAITING, true, false, false}, {ACTION_CALL_CHOSEN, PANE_HELD, true, true, true},
        {ACTION_LEAVE, PANE_WAITING, true, true, true},         {ACTION_LEAVE, PANE_HELD, false, false, false},
        {ACTION_VOID, PANE_SKIPPED, true, true, true},          {ACTION_VOID, PANE_WAITING, false, false, false},
        {ACTION_WHY, PANE_WAITING, true, true, true},           {ACTION_PROCEED, PANE_WAITING, true, true, true},
        {ACTION_CHECK_IN, PANE_WAITING, false, false, false},
    };
    (void)state;
    for (size_t i = 0; i < sizeof list / sizeof list[0]; i++) {
        c.lists.pane = list[i].pane;
        c.current = NULL;
        assert_int_equal(counter_possible(&c, list[i].action), list[i].nobody);
        c.current = &in_hand;
        hand.state = "called";
        assert_int_equal(counter_possible(&c, list[i].action), list[i].called);
        hand.state = "serving";
        assert_int_equal(counter_possible(&c, list[i].action), list[i].serving);
        c.closed = true; /* then only signing on, and reading */
        assert_int_equal(counter_possible(&c, list[i].action), list[i].action == ACTION_PROCEED);
        c.closed = false;
    }
    c.current = NULL;
    c.lists.pane = PANE_WAITING;
    filter("nothing");
    assert_false(counter_possible(&c, ACTION_LEAVE));
    assert_false(counter_possible(&c, ACTION_WHY));
}

static void a_paused_counter_calls_nobody(void **state)
{
    (void)state;
    c.lists.pane = PANE_WAITING;
    assert_true(counter_possible(&c, ACTION_CALL_CHOSEN));
    c.paused = true;
    assert_false(counter_possible(&c, ACTION_CALL_CHOSEN));
    c.lists.pane = PANE_HELD;
    assert_false(counter_possible(&c, ACTION_CALL_CHOSEN));
    c.lists.pane = PANE_SKIPPED; /* it is brought back to its line */
    assert_true(counter_possible(&c, ACTION_CALL_CHOSEN));
}

static void the_key_bar_names_what_a_key_does_now(void **state)
{
    (void)state;
    c.lists.pane = PANE_HELD;
    assert_string_equal(counter_hint(&c, ACTION_CALL_CHOSEN), "Resume");
    c.lists.pane = PANE_SKIPPED;
    assert_string_equal(counter_hint(&c, ACTION_CALL_CHOSEN), "Bring back");
    c.lists.pane = PANE_WAITING;
    assert_null(counter_hint(&c, ACTION_CALL_CHOSEN));
    assert_null(counter_hint(&c, ACTION_PAUSE));
    c.paused = true;
    assert_string_equal(counter_hint(&c, ACTION_PAUSE), "Open");
}

/* A duty in that state, that begins and ends so many minutes from now: can one check in? */
static bool can_check_in(const char *duty_state, int begins, int ends)
{
    const banshi_time minute = 60000000;
    const struct banshi_roster_duty duty = {
        .state = duty_state, .starts = time_now() + begins * minute, .ends = time_now() + ends * minute};
    const struct banshi_rows duties = {&banshi_roster_duty_shape, 1, &duty};
    c.duties = &duties;
    bool can = counter_duty(&c) != NULL && counter_possible(&c, ACTION_CHECK_IN);
    c.duties = NULL;
    return can;
}

static void checking_in_is_offered_from_half_an_hour_before_to_the_end(void **state)
{
    (void)state;
    assert_false(can_check_in("planned", 31, 90));
    assert_true(can_check_in("planned", 29, 90));
    assert_true(can_check_in("expected", 0, 60));
    assert_true(can_check_in("not there", -30, 60));
    assert_false(can_check_in("not there", -90, -1));
    assert_false(can_check_in("checked in", -30, 60));
    assert_false(can_check_in("late", -30, 60));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(the_filter_looks_at_number_item_priority_and_reason, setup, teardown),
        cmocka_unit_test_setup_teardown(an_act_is_about_the_line_that_is_marked_under_a_filter_too, setup, teardown),
        cmocka_unit_test_setup_teardown(what_comes_next_is_said, setup, teardown),
        cmocka_unit_test_setup_teardown(who_was_paused_by_somebody_else_waits_for_them, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_possible_depends_on_who_is_in_hand_and_which_list, setup, teardown),
        cmocka_unit_test_setup_teardown(a_paused_counter_calls_nobody, setup, teardown),
        cmocka_unit_test_setup_teardown(the_key_bar_names_what_a_key_does_now, setup, teardown),
        cmocka_unit_test_setup_teardown(checking_in_is_offered_from_half_an_hour_before_to_the_end, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
