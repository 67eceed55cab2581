/* SPDX-License-Identifier: MIT */
/* The line editor: Chinese, cursor, limits, passwords. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kit/edit.h"
#include "kit/text.h"

static void type(struct edit *edit, const char *text)
{
    uint32_t c;
    for (size_t n; (n = text_next(text, &c)) > 0; text += n)
        edit_key(edit, c);
}

static void chinese_is_edited_by_characters(void **state)
{
    (void)state;
    struct edit e = {.limit = 0};
    type(&e, "张曲㛃𬍛");
    edit_key(&e, K_LEFT);
    edit_key(&e, K_BACKSPACE);
    assert_string_equal(e.text, "张曲𬍛");
    edit_key(&e, K_HOME);
    edit_key(&e, K_DELETE);
    type(&e, "章");
    assert_string_equal(e.text, "章曲𬍛");
    edit_key(&e, K_END);
    edit_key(&e, K_CTRL('u'));
    assert_string_equal(e.text, "");
    edit_key(&e, K_BACKSPACE);
    edit_key(&e, K_DELETE);
    edit_key(&e, K_LEFT);
    edit_key(&e, K_RIGHT);
    assert_string_equal(e.text, "");
    assert_int_equal(e.cursor, 0);
}

static void words_are_cut_at_blanks(void **state)
{
    (void)state;
    struct edit e = {.limit = 0};
    type(&e, "官渡区 政务 ");
    edit_key(&e, K_CTRL('w'));
    assert_string_equal(e.text, "官渡区 ");
    edit_key(&e, K_CTRL('a'));
    edit_key(&e, K_CTRL('k'));
    assert_string_equal(e.text, "");
}

static void limits_count_characters_and_say_so(void **state)
{
    (void)state;
    struct edit e = {.limit = 3};
    type(&e, "张曲㛃");
    assert_false(e.refused);
    type(&e, "多");
    assert_true(e.refused);
    assert_string_equal(e.text, "张曲㛃");
}

static void what_cannot_be_stored_cannot_be_typed(void **state)
{
    (void)state;
    struct edit e = {.limit = 0};
    assert_false(edit_key(&e, 0x1b));
    edit_key(&e, 0x202e);
    assert_true(e.refused);
    edit_key(&e, 0xe000);
    assert_true(e.refused);
    assert_string_equal(e.text, "");
}

static void the_room_of_a_line_is_never_exceeded(void **state)
{
    (void)state;
    struct edit e = {.limit = 0};
    for (int i = 0; i < 2000; i++)
        edit_key(&e, 0x2c35b); /* four bytes */
    assert_true(strlen(e.text) < sizeof e.text);
    assert_int_equal(strlen(e.text) % 4, 0);
    char big[4000];
    memset(big, 'x', sizeof big - 1);
    big[sizeof big - 1] = '\0';
    memcpy(big + sizeof e.text - 2, "办", 3); /* would be cut in the middle */
    edit_set(&e, big);
    assert_int_equal(strlen(e.text), sizeof e.text - 2);
}

static void the_cursor_is_seen_in_a_long_line(void **state)
{
    (void)state;
    struct canvas canvas = {0};
    struct edit e = {.limit = 0};
    canvas_resize(&canvas, 1, 20);
    for (int i = 0; i < 30; i++) {
        type(&e, i % 2 ? "政" : "a");
        canvas_clear(&canvas);
        edit_draw(&e, canvas_area(&canvas), 0, 0, 20, true);
        assert_true(canvas.cursor && canvas.cursor_col < 20);
    }
    canvas_free(&canvas);
}

static void passwords_are_not_shown(void **state)
{
    (void)state;
    struct canvas canvas = {0};
    struct edit e = {.hidden = true};
    canvas_resize(&canvas, 1, 20);
    type(&e, "密码ab");
    edit_draw(&e, canvas_area(&canvas), 0, 0, 20, true);
    char *line = canvas_text(&canvas, 0);
    assert_string_equal(line, "****");
    free(line);
    canvas_free(&canvas);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_is_edited_by_characters),
        cmocka_unit_test(words_are_cut_at_blanks),
        cmocka_unit_test(limits_count_characters_and_say_so),
        cmocka_unit_test(what_cannot_be_stored_cannot_be_typed),
        cmocka_unit_test(the_room_of_a_line_is_never_exceeded),
        cmocka_unit_test(the_cursor_is_seen_in_a_long_line),
        cmocka_unit_test(passwords_are_not_shown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
