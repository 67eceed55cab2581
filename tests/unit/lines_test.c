/* SPDX-License-Identifier: MIT */
/* Moving in lists and in texts that are longer than the screen: never beyond the ends, and the selected line is always seen. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kit/lines.h"
#include "kit/page.h"

static size_t after(size_t count, size_t selected, enum action action)
{
    struct lines l = {count, selected};
    assert_true(lines_act(&l, action));
    return l.selected;
}

static void a_list_is_not_left_at_its_ends(void **state)
{
    (void)state;
    assert_int_equal(after(30, 5, ACTION_UP), 4);
    assert_int_equal(after(30, 0, ACTION_UP), 0);
    assert_int_equal(after(30, 5, ACTION_DOWN), 6);
    assert_int_equal(after(30, 29, ACTION_DOWN), 29);
    assert_int_equal(after(30, 15, ACTION_PAGE_UP), 5);
    assert_int_equal(after(30, 9, ACTION_PAGE_UP), 0);
    assert_int_equal(after(30, 5, ACTION_PAGE_DOWN), 15);
    assert_int_equal(after(30, 20, ACTION_PAGE_DOWN), 29);
    assert_int_equal(after(30, 5, ACTION_FIRST), 0);
    assert_int_equal(after(30, 5, ACTION_LAST), 29);
    for (enum action a = ACTION_UP; a <= ACTION_LAST; a++)
        assert_int_equal(after(0, 0, a), 0);
    struct lines l = {30, 5};
    assert_false(lines_act(&l, ACTION_PROCEED));
}

static void a_shorter_list_keeps_a_line_in_hand(void **state)
{
    struct lines l = {30, 20};
    (void)state;
    lines_resize(&l, 25);
    assert_int_equal(l.selected, 20);
    lines_resize(&l, 20);
    assert_int_equal(l.selected, 19);
    lines_resize(&l, 0);
    assert_int_equal(l.selected, 0);
}

static void the_line_in_hand_is_always_seen_and_no_room_is_wasted(void **state)
{
    (void)state;
    for (size_t count = 0; count < 40; count++)
        for (int rows = 1; rows < 12; rows++)
            for (size_t selected = 0; selected < count; selected++) {
                struct lines l = {count, selected};
                size_t top = lines_top(&l, rows);
                assert_true(top <= selected && selected < top + (size_t)rows);
                assert_true(count <= (size_t)rows ? top == 0 : top + (size_t)rows <= count);
            }
    assert_int_equal(lines_top(&(struct lines){40, 20}, 10), 15);
    assert_int_equal(lines_top(&(struct lines){40, 3}, 0), 3);
}

static void a_text_is_read_to_its_end_and_no_further(void **state)
{
    struct page p;
    (void)state;
    page_begin(&p, 25, 10);
    assert_int_equal(page_first(&p, 10), 0);
    assert_true(page_act(&p, ACTION_DOWN, 10));
    assert_int_equal(page_first(&p, 10), 1);
    page_act(&p, ACTION_PAGE_DOWN, 10);
    assert_int_equal(page_first(&p, 10), 10); /* one line is seen again */
    page_act(&p, ACTION_PAGE_DOWN, 10);
    assert_int_equal(page_first(&p, 10), 15);
    page_act(&p, ACTION_DOWN, 10);
    assert_int_equal(page_first(&p, 10), 15);
    page_act(&p, ACTION_PAGE_UP, 10);
    assert_int_equal(page_first(&p, 10), 6);
    page_act(&p, ACTION_UP, 10);
    assert_int_equal(page_first(&p, 10), 5);
    page_act(&p, ACTION_FIRST, 10);
    page_act(&p, ACTION_UP, 10);
    assert_int_equal(page_first(&p, 10), 0);
    page_act(&p, ACTION_LAST, 10);
    assert_int_equal(page_first(&p, 10), 15);
    assert_int_equal(page_first(&p, 20), 5); /* the terminal has become higher */
    assert_false(page_act(&p, ACTION_PROCEED, 10));
    assert_null(page_hint(&p, ACTION_DOWN));
    assert_non_null(page_hint(&p, ACTION_PAGE_DOWN));
    page_begin(&p, 10, 10);
    assert_null(page_hint(&p, ACTION_PAGE_DOWN));
}

static void the_lines_above_and_below_are_counted(void **state)
{
    struct canvas canvas = {0};
    (void)state;
    setlocale(LC_ALL, "C.UTF-8");
    assert_true(canvas_resize(&canvas, 4, 60));
    struct area area = canvas_area(&canvas);
    page_mark(area, 0, 25, 5, 10);
    page_mark(area, 1, 25, 0, 10);
    page_mark(area, 2, 25, 15, 10);
    page_mark(area, 3, 10, 0, 10);
    static const char *const wanted[][2] = {{"▲ 5", "▼ 10"}, {"▼ 15", "▼ 15"}, {"▲ 15", "▲ 15"}, {"", ""}};
    for (int row = 0; row < 4; row++) {
        char *text = canvas_text(&canvas, row);
        assert_non_null(strstr(text, wanted[row][0]));
        assert_non_null(strstr(text, wanted[row][1]));
        assert_true(row != 1 || !strstr(text, "▲"));
        assert_true(row != 2 || !strstr(text, "▼"));
        assert_true(row != 3 || !*text);
        free(text);
    }
    canvas_free(&canvas);
}

static void moving_stays_within_the_list(void **state)
{
    (void)state;
    struct lines list = {0};
    static const enum action moves[] = {ACTION_UP,        ACTION_DOWN,  ACTION_PAGE_UP,
                                        ACTION_PAGE_DOWN, ACTION_FIRST, ACTION_LAST};
    for (size_t count = 0; count < 30; count++) {
        lines_resize(&list, count);
        for (size_t i = 0; i < 60; i++) {
            assert_true(lines_act(&list, moves[(i * 7 + count) % 6]));
            assert_true(list.selected < count || (count == 0 && list.selected == 0));
            for (int rows = 0; rows < 12; rows++) {
                size_t top = lines_top(&list, rows), fit = rows ? (size_t)rows : 1;
                assert_true(top <= list.selected && list.selected < top + fit);
                assert_true(top + fit <= count || top == 0);
            }
        }
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_list_is_not_left_at_its_ends),
        cmocka_unit_test(moving_stays_within_the_list),
        cmocka_unit_test(a_shorter_list_keeps_a_line_in_hand),
        cmocka_unit_test(the_line_in_hand_is_always_seen_and_no_room_is_wasted),
        cmocka_unit_test(a_text_is_read_to_its_end_and_no_further),
        cmocka_unit_test(the_lines_above_and_below_are_counted),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
