/* SPDX-License-Identifier: MIT */
/* Forms and the line editor: Chinese, cursor, limits, choices, drafts. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include "draft.h"
#include "kit/form.h"
#include "kit/lines.h"
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

/* Forms */

static const struct banshi_word kinds[] = {{.code = "person", .message = "person"},
                                           {.code = "enterprise", .message = "enterprise"},
                                           {.code = "other", .message = "other"},
                                           {.code = NULL}};

static struct form example(void)
{
    struct form f = {0};
    form_add_choice(&f, "kind", "Kind", kinds);
    form_add(&f, "name", "Name", 10);
    form_add(&f, "contact", "Contact", 10)->absent = true;
    form_add(&f, "due", "Due", 0)->read_only = true;
    form_add(&f, "note", "Note", 10);
    return f;
}

static void enter_goes_past_what_is_not_asked(void **state)
{
    (void)state;
    struct form f = example();
    assert_true(form_act(&f, ACTION_FIELD_NEXT));
    assert_int_equal(f.focus, 1);
    form_act(&f, ACTION_FIELD_NEXT);
    assert_int_equal(f.focus, 4);
    form_act(&f, ACTION_FIELD_NEXT);
    assert_int_equal(f.focus, 4);
    form_act(&f, ACTION_FIELD_BEFORE);
    assert_int_equal(f.focus, 1);
    assert_false(form_act(&f, ACTION_COMMIT));
    form_free(&f);
}

static void a_jump_goes_to_the_field_and_back_to_where_it_came_from(void **state)
{
    (void)state;
    struct form f = {0};
    form_add(&f, "name", "Name", 20);
    form_add(&f, "phone", "Phone", 20);
    form_add(&f, "material", "Material", 20);
    form_add(&f, "outcome", "Decision", 20);
    form_add(&f, "reason", "Reason", 20);
    form_act(&f, ACTION_FIELD_NEXT);
    assert_false(form_jump_back(&f, "outcome"));
    assert_true(form_jump(&f, "outcome"));
    assert_int_equal(f.focus, 3);
    form_act(&f, ACTION_FIELD_NEXT);
    assert_false(form_jump(&f, "outcome")); /* it is past it already */
    assert_true(form_past(&f, "outcome"));
    assert_true(form_jump_back(&f, "outcome"));
    assert_int_equal(f.focus, 1);
    form_jump(&f, "outcome");
    f.fields[1].absent = true;
    assert_true(form_jump_back(&f, "outcome"));
    assert_int_equal(f.focus, 2);
    assert_false(form_jump(&f, "nothing"));
    form_free(&f);
}

static void choices_go_round_and_by_number(void **state)
{
    (void)state;
    struct form f = example();
    form_key(&f, K_LEFT);
    assert_string_equal(form_value(&f, "kind"), "other");
    form_key(&f, K_RIGHT);
    assert_string_equal(form_value(&f, "kind"), "person");
    form_key(&f, '2');
    assert_string_equal(form_value(&f, "kind"), "enterprise");
    assert_false(form_key(&f, '7'));
    form_set(&f, "kind", "person");
    assert_string_equal(form_value(&f, "kind"), "person");
    form_free(&f);
}

static void absent_fields_have_no_value(void **state)
{
    (void)state;
    struct form f = example();
    form_set(&f, "contact", "王");
    assert_string_equal(form_value(&f, "contact"), "");
    form_find(&f, "contact")->absent = false;
    assert_string_equal(form_value(&f, "contact"), "王");
    form_free(&f);
}

static void a_problem_is_shown_at_its_field_until_it_is_typed_over(void **state)
{
    (void)state;
    struct form f = example();
    struct canvas canvas = {0};
    canvas_resize(&canvas, 8, 40);
    assert_true(form_problem(&f, "name", "wrong"));
    assert_false(form_problem(&f, "nothing", "wrong"));
    assert_int_equal(f.focus, 1);
    form_draw(&f, canvas_area(&canvas));
    char *line = canvas_text(&canvas, 2);
    assert_non_null(strstr(line, "! wrong"));
    free(line);
    form_key(&f, 'a');
    assert_string_equal(form_find(&f, "name")->problem, "");
    canvas_free(&canvas);
    form_free(&f);
}

static void the_field_in_hand_is_always_seen(void **state)
{
    (void)state;
    struct form f = {0};
    struct canvas canvas = {0};
    char ids[40][24];
    canvas_resize(&canvas, 7, 40);
    for (int i = 0; i < 40; i++) {
        snprintf(ids[i], sizeof ids[i], "field%d", i);
        form_add(&f, ids[i], ids[i], 10);
        if (i % 3 == 0)
            form_find(&f, ids[i])->title = "Part";
    }
    for (size_t i = 0; i < 40; i++) {
        f.focus = i;
        canvas_clear(&canvas);
        form_draw(&f, canvas_area(&canvas));
        assert_true(canvas.cursor);
    }
    canvas_free(&canvas);
    form_free(&f);
}

static void what_is_sent_is_what_is_asked_for(void **state)
{
    (void)state;
    struct form f = {0};
    static const struct banshi_word two[] = {
        {.code = "one", .message = "One"}, {.code = "two", .message = "Two"}, {.code = NULL}};
    form_add_choice(&f, "kind", "Kind", two);
    form_add(&f, "name", "Name", 20);
    form_add(&f, "note", "Note", 20);
    form_add(&f, "due", "Due", 20);
    form_set(&f, "kind", "two");
    form_set(&f, "name", "张\"三");
    form_set(&f, "note", "x");
    form_find(&f, "note")->absent = true;
    form_find(&f, "due")->read_only = true;
    char *json = form_json(&f);
    assert_string_equal(json, "{\"kind\":\"two\",\"name\":\"张\\\"三\"}");
    free(json);
    form_free(&f);
}

static void a_password_is_in_no_draft(void **state)
{
    char folder[] = "/tmp/banshi-draft.XXXXXX", value[64], path[128];
    (void)state;
    assert_non_null(mkdtemp(folder));
    setenv("XDG_STATE_HOME", folder, 1);
    struct form f = {0};
    form_add(&f, "login", "Login", 20);
    form_add(&f, "password", "Password", 20)->edit.hidden = true;
    form_set(&f, "login", "ann");
    form_set(&f, "password", "secret");
    assert_true(draft_save("test-3", "00000000-0000-4000-8000-000000000001", &f, true));
    assert_true(draft_peek("test-3", "login", value, sizeof value));
    assert_false(draft_peek("test-3", "password", value, sizeof value));
    draft_remove("test-3");
    form_free(&f);
    static const char *const made[] = {"/banshi/drafts", "/banshi", ""};
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s%s", folder, made[i]);
        assert_int_equal(rmdir(path), 0);
    }
}

static void a_draft_comes_back_with_its_operation_and_is_the_owners_alone(void **state)
{
    (void)state;
    char folder[] = "/tmp/banshi-draft.XXXXXX", path[128], opid[BANSHI_OPID_SIZE], value[64];
    assert_non_null(mkdtemp(folder));
    setenv("XDG_STATE_HOME", folder, 1);
    struct form f = example(), again = example();
    form_set(&f, "kind", "enterprise");
    form_set(&f, "name", "云南 官渡\\有限公司");
    assert_false(draft_load("test-1", opid, &again));
    assert_true(draft_save("test-1", "00000000-0000-4000-8000-000000000001", &f, false));
    assert_true(draft_save("test-1", "00000000-0000-4000-8000-000000000001", &f, true));
    snprintf(path, sizeof path, "%s/banshi/drafts/test-1", folder);
    struct stat st;
    assert_int_equal(stat(path, &st), 0);
    assert_int_equal(st.st_mode & 0777, 0600);
    assert_true(draft_peek("test-1", "name", value, sizeof value));
    assert_string_equal(value, "云南 官渡\\有限公司");
    assert_true(draft_load("test-1", opid, &again));
    assert_string_equal(opid, "00000000-0000-4000-8000-000000000001");
    assert_string_equal(form_value(&again, "name"), "云南 官渡\\有限公司");
    assert_string_equal(form_value(&again, "kind"), "enterprise");
    struct timespec old[2] = {{.tv_sec = 1000}, {.tv_sec = 1000}};
    assert_true(draft_save("test-2", opid, &f, false));
    utimensat(AT_FDCWD, path, old, 0);
    draft_expire(); /* the old one goes, the fresh one stays */
    assert_int_equal(access(path, F_OK), -1);
    assert_true(draft_load("test-2", opid, &again));
    draft_remove("test-2");
    assert_false(draft_load("test-2", opid, &again));
    form_free(&f);
    form_free(&again);
    static const char *const made[] = {"/banshi/drafts", "/banshi", ""};
    for (size_t i = 0; i < 3; i++) {
        snprintf(path, sizeof path, "%s%s", folder, made[i]);
        assert_int_equal(rmdir(path), 0);
    }
}

/* Lists */

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
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(chinese_is_edited_by_characters),
        cmocka_unit_test(words_are_cut_at_blanks),
        cmocka_unit_test(limits_count_characters_and_say_so),
        cmocka_unit_test(what_cannot_be_stored_cannot_be_typed),
        cmocka_unit_test(the_room_of_a_line_is_never_exceeded),
        cmocka_unit_test(the_cursor_is_seen_in_a_long_line),
        cmocka_unit_test(passwords_are_not_shown),
        cmocka_unit_test(enter_goes_past_what_is_not_asked),
        cmocka_unit_test(a_jump_goes_to_the_field_and_back_to_where_it_came_from),
        cmocka_unit_test(choices_go_round_and_by_number),
        cmocka_unit_test(absent_fields_have_no_value),
        cmocka_unit_test(a_problem_is_shown_at_its_field_until_it_is_typed_over),
        cmocka_unit_test(the_field_in_hand_is_always_seen),
        cmocka_unit_test(what_is_sent_is_what_is_asked_for),
        cmocka_unit_test(a_password_is_in_no_draft),
        cmocka_unit_test(a_draft_comes_back_with_its_operation_and_is_the_owners_alone),
        cmocka_unit_test(moving_stays_within_the_list),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
