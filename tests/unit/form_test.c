/* SPDX-License-Identifier: MIT */
/* Forms: choices, what is asked for, what is checked, what is sent. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kit/form.h"

static const struct banshi_word kinds[] = {{.code = "person", .message = "person"},
                                           {.code = "enterprise", .message = "enterprise"},
                                           {.code = "other", .message = "other"},
                                           {.code = NULL}};

static struct form example(void)
{
    static const struct form_field fields[] = {{"kind", "Kind", FIELD_CHOICE, .choices = kinds},
                                               {"name", "Name", .limit = 10},
                                               {"contact", "Contact", .limit = 10, .when = "!kind=person"},
                                               {"due", "Due", .kind = FIELD_FIXED},
                                               {"note", "Note", .limit = 10}};
    struct form f = {0};
    form_declare(&f, fields, 5);
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
    form_add(&f, &(struct form_field){"name", "Name", .limit = 20});
    form_add(&f, &(struct form_field){"phone", "Phone", .limit = 20});
    form_add(&f, &(struct form_field){"material", "Material", .limit = 20});
    form_add(&f, &(struct form_field){"outcome", "Decision", .limit = 20});
    form_add(&f, &(struct form_field){"reason", "Reason", .limit = 20});
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
    form_key(&f, K_RIGHT);
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

/* A form with a field of each kind that is checked. */
static const char *check_name(const struct form *form, struct field *field, char room[256])
{
    (void)form;
    snprintf(room, 256, "no %.20s", field->edit.text);
    return strcmp(field->edit.text, "nobody") == 0 ? room : NULL;
}

static struct form checked(void)
{
    static const struct form_field fields[] = {
        {"days", "Days", FIELD_NUMBER, .limit = 3, .least = 1, .beside = "working days"},
        {"day", "Day", .kind = FIELD_DATE},
        {"name", "Name", .limit = 10, .must = true, .check = check_name, .beside = "as in the register"},
        {"who", "Who", FIELD_PICK, .must = true},
        {"party", "Party", .kind = FIELD_FLAG},
        {"note", "Note", .limit = 10}};
    struct form f = {0};
    form_declare(&f, fields, 6);
    return f;
}

/* What is told when the field is left with this text in it. */
static const char *told(struct form *f, const char *id, const char *text)
{
    form_set(f, id, text);
    while (strcmp(f->fields[f->focus].is.key, id) != 0)
        form_act(f, f->focus > (size_t)(form_find(f, id) - f->fields) ? ACTION_FIELD_BEFORE : ACTION_FIELD_NEXT);
    form_act(f, ACTION_FIELD_NEXT);
    return form_find(f, id)->problem;
}

static void what_is_typed_is_checked_when_it_is_left(void **state)
{
    (void)state;
    struct form f = checked();
    assert_string_not_equal(told(&f, "days", "x"), "");
    assert_int_equal(form_number(&f, "days"), 0);
    assert_string_not_equal(told(&f, "days", "0"), "");
    assert_string_not_equal(told(&f, "days", "5x"), "");
    assert_string_equal(told(&f, "days", "1"), "");
    assert_string_equal(told(&f, "days", "5"), "");
    assert_int_equal(form_number(&f, "days"), 5);
    assert_string_not_equal(told(&f, "day", "tomorrow"), "");
    assert_int_equal(form_day(&f, "day"), 0);
    assert_string_equal(told(&f, "day", "2026-11-24"), "");
    assert_int_equal(form_day(&f, "day"), 20261124);
    assert_string_equal(told(&f, "name", "nobody"), "no nobody");
    assert_string_equal(told(&f, "name", ""), ""); /* it is not committed yet */
    form_free(&f);
}

static void what_was_found_wrong_is_typed_over(void **state)
{
    (void)state;
    struct form f = checked();
    told(&f, "days", "x");
    form_act(&f, ACTION_FIELD_BEFORE);
    form_key(&f, K_BACKSPACE);
    assert_string_equal(form_find(&f, "days")->problem, "");
    form_free(&f);
}

static void nothing_that_is_wrong_or_lacking_is_committed(void **state)
{
    (void)state;
    struct form f = checked();
    form_set(&f, "days", "x");
    assert_false(form_ready(&f));
    assert_int_equal(f.focus, 0); /* the first of them */
    assert_string_not_equal(form_find(&f, "name")->problem, "");
    assert_string_not_equal(form_find(&f, "who")->problem, "");
    form_set(&f, "days", "");
    form_set(&f, "name", "王芳");
    assert_false(form_ready(&f));
    assert_int_equal(f.focus, 3);
    form_pick(&f, "who", "李娜", 0);
    assert_true(form_ready(&f));
    assert_int_equal(form_number(&f, "who"), 0);
    assert_string_equal(form_value(&f, "who"), "李娜");
    form_set(&f, "name", "nobody");
    assert_false(form_ready(&f));
    form_omit(&f, "name"); /* what is not asked for is not wrong */
    assert_true(form_ready(&f));
    form_free(&f);
}

static void a_field_that_refused_a_character_is_not_committed(void **state)
{
    (void)state;
    struct form f = checked();
    form_set(&f, "name", "abcdefghij"); /* as long as it may be */
    form_pick(&f, "who", "李娜", 7);
    f.focus = 2;
    form_key(&f, 'k');
    assert_string_not_equal(form_find(&f, "name")->problem, "");
    assert_false(form_ready(&f));
    form_act(&f, ACTION_FIELD_NEXT);
    assert_string_not_equal(form_find(&f, "name")->problem, "");
    assert_false(form_ready(&f));
    assert_int_equal(f.focus, 2);
    form_key(&f, K_END); /* it was looked at */
    assert_true(form_ready(&f));
    form_free(&f);
}

static void what_an_answer_told_is_over_when_anything_changes(void **state)
{
    (void)state;
    struct form f = checked();
    form_set(&f, "name", "王芳");
    form_pick(&f, "who", "李娜", 7);
    assert_true(form_ready(&f));
    form_problem(&f, "name", "taken");
    assert_false(form_ready(&f));
    assert_string_equal(form_find(&f, "name")->problem, "taken");
    f.focus = 5;
    form_key(&f, 'x');
    assert_true(form_ready(&f));
    form_free(&f);
}

static void what_is_offered_goes_when_something_is_typed(void **state)
{
    (void)state;
    struct form f = checked();
    form_offer(&f, "days", "10");
    assert_int_equal(form_number(&f, "days"), 10);
    form_key(&f, '5');
    assert_int_equal(form_number(&f, "days"), 5);
    form_free(&f);
}

static void what_follows_from_another_field_is_asked_for_with_it(void **state)
{
    static const struct banshi_word kinds_[] = {{.code = "leave", .message = "l"},
                                                {.code = "training", .message = "t"},
                                                {.code = "part_time", .message = "p"},
                                                {.code = NULL}};
    static const struct form_field fields[] = {
        {"weekday", "Weekday", .when = "kind=part_time"},
        {"course", "Course", .when = "kind=training|part_time"},
        {"until", "Until", .when = "!kind=leave"},
        {"kind", "Kind", FIELD_CHOICE, .choices = kinds_},
    };
    static const char *const asked[][3] = {{"", "", ""}, {"", "b", "c"}, {"a", "b", "c"}};
    (void)state;
    struct form f = {0};
    form_declare(&f, fields, 4);
    assert_int_equal(f.focus, 3); /* the first that is asked for */
    form_set(&f, "weekday", "a");
    form_set(&f, "course", "b");
    form_set(&f, "until", "c");
    for (size_t i = 0; i < 3; i++, form_key(&f, K_RIGHT)) {
        assert_string_equal(form_value(&f, "weekday"), asked[i][0]);
        assert_string_equal(form_value(&f, "course"), asked[i][1]);
        assert_string_equal(form_value(&f, "until"), asked[i][2]);
    }
    form_free(&f);
}

static void a_flag_is_no_until_it_is_yes(void **state)
{
    (void)state;
    struct form f = checked();
    assert_false(form_yes(&f, "party"));
    f.focus = 4;
    form_key(&f, ' ');
    assert_true(form_yes(&f, "party"));
    form_free(&f);
}

static void what_is_fixed_is_neither_typed_nor_sent(void **state)
{
    (void)state;
    struct form f = checked();
    form_fix(&f, "days", "7");
    assert_int_equal(f.focus, 1);
    assert_string_equal(form_value(&f, "days"), "7");
    f.focus = 0;
    assert_false(form_key(&f, '1'));
    char *json = form_json(&f, "note");
    assert_string_equal(json, "{\"day\":\"\",\"name\":\"\",\"who\":\"\",\"party\":\"no\"}");
    free(json);
    form_free(&f);
}

static void what_is_to_be_known_stands_with_the_field(void **state)
{
    (void)state;
    struct form f = checked();
    struct canvas canvas = {0};
    canvas_resize(&canvas, 12, 40);
    form_draw(&f, canvas_area(&canvas));
    char *days = canvas_text(&canvas, 0), *name = canvas_text(&canvas, 3);
    assert_non_null(strstr(days, "working days"));
    assert_non_null(strstr(name, "as in the register"));
    free(days);
    free(name);
    assert_int_equal(form_rows(&f, 40), 7);
    form_problem(&f, "name", "somebody has this name already, and more than one line is needed to say it");
    assert_int_equal(form_rows(&f, 40), 9);
    canvas_clear(&canvas);
    form_draw(&f, canvas_area(&canvas));
    name = canvas_text(&canvas, 3);
    assert_null(strstr(name, "as in the register"));
    assert_non_null(strstr(name, "! somebody"));
    free(name);
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
        form_add(&f, &(struct form_field){ids[i], ids[i], .limit = 10, .title = i % 3 ? NULL : "Part"});
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
    form_add(&f, &(struct form_field){"kind", "Kind", FIELD_CHOICE, .choices = two});
    form_add(&f, &(struct form_field){"name", "Name", .limit = 20});
    form_add(&f, &(struct form_field){"note", "Note", .limit = 20});
    form_add(&f, &(struct form_field){"due", "Due", .limit = 20});
    form_set(&f, "kind", "two");
    form_set(&f, "name", "张\"三");
    form_set(&f, "note", "x");
    form_find(&f, "note")->absent = true;
    form_find(&f, "due")->is.kind = FIELD_FIXED;
    char *json = form_json(&f, NULL);
    assert_string_equal(json, "{\"kind\":\"two\",\"name\":\"张\\\"三\"}");
    free(json);
    form_free(&f);
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(enter_goes_past_what_is_not_asked),
        cmocka_unit_test(a_jump_goes_to_the_field_and_back_to_where_it_came_from),
        cmocka_unit_test(choices_go_round_and_by_number),
        cmocka_unit_test(absent_fields_have_no_value),
        cmocka_unit_test(a_problem_is_shown_at_its_field_until_it_is_typed_over),
        cmocka_unit_test(what_is_typed_is_checked_when_it_is_left),
        cmocka_unit_test(what_was_found_wrong_is_typed_over),
        cmocka_unit_test(nothing_that_is_wrong_or_lacking_is_committed),
        cmocka_unit_test(a_field_that_refused_a_character_is_not_committed),
        cmocka_unit_test(what_an_answer_told_is_over_when_anything_changes),
        cmocka_unit_test(what_is_offered_goes_when_something_is_typed),
        cmocka_unit_test(what_follows_from_another_field_is_asked_for_with_it),
        cmocka_unit_test(a_flag_is_no_until_it_is_yes),
        cmocka_unit_test(what_is_fixed_is_neither_typed_nor_sent),
        cmocka_unit_test(what_is_to_be_known_stands_with_the_field),
        cmocka_unit_test(the_field_in_hand_is_always_seen),
        cmocka_unit_test(what_is_sent_is_what_is_asked_for),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
