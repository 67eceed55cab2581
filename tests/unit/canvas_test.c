/* SPDX-License-Identifier: MIT */
/* Columns of text: nothing is split, nothing dangerous is shown, lines break where Chinese lines may break. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kit/canvas.h"
#include "kit/text.h"

static void chinese_takes_two_columns(void **state)
{
    (void)state;
    assert_int_equal(text_width("办事A012"), 8);
    assert_int_equal(text_width("〔2026〕1号"), 11);
    assert_int_equal(text_width("e\xcc\x81"), 1); /* e and a combining accent */
}

static void characters_without_a_width_are_shown_as_geta(void **state)
{
    (void)state;
    assert_int_equal(text_visible(0x36c3), 0x36c3);     /* 㛃 */
    assert_int_equal(text_visible(0x2c35b), 0x2c35b);   /* extension E */
    assert_int_equal(text_visible(0x323b0), TEXT_GETA); /* newer than the C library */
    assert_int_equal(text_columns(0x323b0), 2);
}

static void control_characters_never_reach_the_terminal(void **state)
{
    (void)state;
    const uint32_t bad[] = {0x07, 0x1b, 0x7f, 0x9b, 0x202e, 0x2066, 0xe000, 0xfffd};
    for (size_t i = 0; i < sizeof bad / sizeof bad[0]; i++)
        assert_int_equal(text_visible(bad[i]), TEXT_GETA);
    assert_int_equal(text_visible(0x200d), 0);
}

static void broken_bytes_are_one_mark_each(void **state)
{
    (void)state;
    assert_int_equal(text_width("\xff\xe5\x8a"), 6);
}

static void clipping_never_splits_a_character(void **state)
{
    (void)state;
    int used;
    assert_int_equal(text_clip("办事", 3, &used), 3);
    assert_int_equal(used, 2);
    assert_int_equal(text_clip("办事", 4, NULL), 6);
    assert_int_equal(text_clip("办事", 1, &used), 0);
    assert_int_equal(used, 0);
}

static void wrapped(const char *text, int columns, const char *expected)
{
    char lines[1024] = "";
    for (size_t next; *text; text += next) {
        size_t n = text_wrap(text, columns, &next);
        assert_true(next > 0);
        strncat(lines, text, n);
        strcat(lines, "|");
    }
    assert_string_equal(lines, expected);
}

static void lines_break_between_characters_but_not_before_punctuation(void **state)
{
    (void)state;
    wrapped("您好，请坐。", 6, "您好，|请坐。|");
    wrapped("您好，请坐。", 4, "您|好，|请|坐。|");
    wrapped("请到《官渡》", 6, "请到|《官|渡》|");
    wrapped("one two three", 8, "one two|three|");
    wrapped("a\nb", 8, "a|b|");
    wrapped("abcdefgh", 3, "abc|def|gh|");
    wrapped("办", 2, "办|");
}

static void painting_stays_in_its_area_and_keeps_wide_characters_whole(void **state)
{
    (void)state;
    struct canvas canvas = {0};
    assert_true(canvas_resize(&canvas, 3, 8));
    struct area area = area_part(canvas_area(&canvas), 0, 1, 2, 5);
    paint(area, 0, 0, STYLE_NORMAL, "办事大厅");
    paint(area, 1, 0, STYLE_NORMAL, "办事");
    paint(area, 1, 1, STYLE_NORMAL, "x");                                /* over the right half of 办 */
    paint_cell(canvas_area(&canvas), 2, 0, 4, STYLE_NORMAL, "办事大厅"); /* what is cut says so */
    paint(area, 2, 0, STYLE_NORMAL, "out");
    paint(area, 0, 9, STYLE_NORMAL, "out");
    char *line = canvas_text(&canvas, 0);
    assert_string_equal(line, " 办事…");
    free(line);
    line = canvas_text(&canvas, 1);
    assert_string_equal(line, "  x事");
    free(line);
    line = canvas_text(&canvas, 2);
    assert_string_equal(line, "办…");
    free(line);
    canvas_free(&canvas);
}

static void every_row_has_exactly_the_columns_of_the_terminal(void **state)
{
    (void)state;
    struct canvas canvas = {0};
    for (int cols = 1; cols < 30; cols++) {
        assert_true(canvas_resize(&canvas, 6, cols));
        struct area area = canvas_area(&canvas);
        struct area inside = paint_frame(area, "办事指南一次性告知");
        paint_wrap(inside, 0, 0, STYLE_NORMAL, "请您出示办理居民身份证所需的材料。");
        paint_right(area, 5, 0, cols, STYLE_BAR, "19:25 现场");
        paint_cell(area, 4, cols / 2, 9, STYLE_KEY, "叫号");
        for (int row = 0; row < 6; row++) {
            int width = 0;
            for (int col = 0; col < cols; col++) {
                const struct cell *cell = &canvas.cells[row * cols + col];
                if (cell->width == 2)
                    assert_true(col + 1 < cols && cell[1].width == 0);
                if (cell->width == 0)
                    assert_true(col > 0 && cell[-1].width == 2);
                width += cell->width;
            }
            assert_int_equal(width, cols);
        }
    }
    canvas_free(&canvas);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_takes_two_columns),
        cmocka_unit_test(characters_without_a_width_are_shown_as_geta),
        cmocka_unit_test(control_characters_never_reach_the_terminal),
        cmocka_unit_test(broken_bytes_are_one_mark_each),
        cmocka_unit_test(clipping_never_splits_a_character),
        cmocka_unit_test(lines_break_between_characters_but_not_before_punctuation),
        cmocka_unit_test(painting_stays_in_its_area_and_keeps_wide_characters_whole),
        cmocka_unit_test(every_row_has_exactly_the_columns_of_the_terminal),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
