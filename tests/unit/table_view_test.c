/* SPDX-License-Identifier: MIT */
/* A table: widths for the terminal, the selected line that stays on its record, filter, order, marks; and what records say. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "list.h"
#include "say.h"

struct person {
    int64_t id;
    const char *name, *role, *note;
    int64_t visits;
    bool away;
    banshi_date day;
};
#define OF(member, type) \
    { \
#member, NULL, type, offsetof(struct person, member), NULL \
    }
static const struct banshi_field fields[] = {OF(id, BANSHI_INT),    OF(name, BANSHI_TEXT),  OF(role, BANSHI_TEXT),
                                             OF(note, BANSHI_TEXT), OF(visits, BANSHI_INT), OF(away, BANSHI_BOOL),
                                             OF(day, BANSHI_DATE)};
static const struct banshi_shape shape = {"person", sizeof(struct person), sizeof fields / sizeof fields[0], fields};

static const struct column columns[] = {
    {"Name", .says = "{name}", .least = 4},
    {"Role", .says = "{role}", .optional = true},
    {"Visits", .says = "{visits:number}", .right = true},
    {"Note", .says = "{note}", .least = 6, .weight = 1},
};
static const struct table_shape people_shape = {TABLE_OF(columns), .styles = {{"away", STYLE_WEAK}}, .none = "Nobody"};
static const struct table_shape urgent_shape = {TABLE_OF(columns), .none = "Nobody", .top_stays = true};

static const struct person people[] = {
    {1, "王芳", "clerk", "户政窗口，周三上午不在", 12, false, 20261124},
    {2, "李娜", "lead", "", 9, true, 0},
    {3, "张伟", "clerk", "社保", 100, false, 0},
    {4, "陈洁", "clerk", "公积金提取", 0, false, 0},
};
static struct table t;

static int setup(void **state)
{
    (void)state;
    t = (struct table){.shape = &people_shape, .words = &say_words};
    table_set(&t, &shape, people, 4);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    table_free(&t);
    return 0;
}

/* "王芳 李娜 …" */
static const char *names(void)
{
    static char text[256];
    text[0] = '\0';
    for (size_t i = 0; i < t.lines.count; i++) {
        strcat(text, i ? " " : "");
        strcat(text, ((const struct person *)table_line(&t, i))->name);
    }
    return text;
}

static void type(const char *text)
{
    table_act(&t, ACTION_FILTER);
    for (; *text; text++)
        table_key(&t, (key)*text);
}

static void widths_follow_what_is_said_and_the_terminal(void **state)
{
    (void)state;
    int widths[TABLE_COLUMNS];
    table_layout(&t, 80, widths);
    assert_int_equal(widths[0], 4);
    assert_int_equal(widths[1], 5);
    assert_int_equal(widths[2], 6); /* the heading */
    assert_int_equal(widths[0] + widths[1] + widths[2] + widths[3] + 3, 78);
    for (int cols = 24; cols < 200; cols++) {
        int used = -1;
        table_layout(&t, cols, widths);
        for (int c = 0; c < 4; c++)
            used += widths[c] ? widths[c] + 1 : 0;
        assert_true(used <= cols - 2);
        assert_true(widths[3] >= 6);
    }
}

static void what_is_optional_goes_first_in_a_narrow_terminal(void **state)
{
    (void)state;
    int widths[TABLE_COLUMNS];
    table_layout(&t, 24, widths);
    assert_int_equal(widths[1], 0);
    assert_true(widths[0] && widths[2] && widths[3]);
}

static void a_column_that_says_nothing_takes_no_room(void **state)
{
    (void)state;
    int widths[TABLE_COLUMNS];
    static const struct person silent[] = {{1, "王芳", "", "", 1, false, 0}};
    table_set(&t, &shape, silent, 1);
    table_layout(&t, 80, widths);
    assert_int_equal(widths[1], 0);
}

static void the_line_in_hand_stays_on_its_record(void **state)
{
    (void)state;
    static const struct person later[] = {{9, "新来", "clerk", "", 0, false, 0},
                                          {4, "陈洁", "clerk", "", 0, false, 0},
                                          {3, "张伟", "clerk", "", 0, false, 0}};
    table_take(&t, 3);
    table_set(&t, &shape, later, 3);
    assert_int_equal(((const struct person *)table_selected(&t))->id, 3);
    table_set(&t, &shape, people, 2); /* it is gone: the last one */
    assert_int_equal(((const struct person *)table_selected(&t))->id, 2);
    table_set(&t, &shape, NULL, 0);
    assert_null(table_selected(&t));
}

static void at_the_top_of_what_is_urgent_one_stays_there(void **state)
{
    (void)state;
    static const struct person worse[] = {{9, "新来", "clerk", "", 0, false, 0}, {1, "王芳", "clerk", "", 0, false, 0}};
    t.shape = &urgent_shape;
    table_set(&t, &shape, worse, 2);
    assert_int_equal(((const struct person *)table_selected(&t))->id, 9);
}

static void the_filter_takes_words_and_pinyin(void **state)
{
    (void)state;
    table_take(&t, 3);
    type("sb");
    assert_string_equal(names(), "张伟"); /* 社保 */
    assert_int_equal(((const struct person *)table_selected(&t))->id, 3);
    table_key(&t, K_ENTER);
    assert_false(t.filtering);
    assert_string_equal(names(), "张伟");
    type("\x7f\x7flead");
    assert_string_equal(names(), "李娜");
    table_key(&t, K_ESC);
    assert_int_equal(t.lines.count, 4);
}

static void lines_are_sorted_as_people_count(void **state)
{
    (void)state;
    table_take(&t, 4);
    for (int i = 0; i < 3; i++)
        table_act(&t, ACTION_SORT);
    assert_string_equal(names(), "陈洁 李娜 王芳 张伟"); /* 0 9 12 100 */
    assert_int_equal(((const struct person *)table_selected(&t))->id, 4);
    table_act(&t, ACTION_SORT_BACKWARDS);
    assert_string_equal(names(), "张伟 王芳 李娜 陈洁");
    table_act(&t, ACTION_SORT);
    table_act(&t, ACTION_SORT); /* as they came */
    assert_string_equal(names(), "王芳 李娜 张伟 陈洁");
}

static void what_is_not_shown_is_not_sorted_by(void **state)
{
    static const struct person silent[] = {{1, "王芳", "", "", 2, false, 0}, {2, "李娜", "", "", 1, false, 0}};
    (void)state;
    table_set(&t, &shape, silent, 2);
    table_act(&t, ACTION_SORT);
    assert_int_equal(t.sort, 1);
    table_act(&t, ACTION_SORT);
    assert_int_equal(t.sort, 3); /* nobody has a role */
    assert_string_equal(names(), "李娜 王芳");
    table_act(&t, ACTION_SORT);
    assert_int_equal(t.sort, 0);
}

static void marks_stay_on_their_records(void **state)
{
    (void)state;
    size_t count, *chosen = table_chosen(&t, &count);
    assert_int_equal(count, 4); /* none is marked: all are meant */
    free(chosen);
    table_act(&t, ACTION_MARK);
    table_act(&t, ACTION_DOWN);
    table_act(&t, ACTION_MARK);
    table_set(&t, &shape, people + 1, 3);
    assert_int_equal(t.marked, 1); /* the first is gone */
    assert_true(table_is_marked(&t, &people[2]));
    chosen = table_chosen(&t, &count);
    assert_int_equal(count, 1);
    assert_int_equal(chosen[0], 1);
    free(chosen);
    table_take(&t, 3);
    table_act(&t, ACTION_MARK);
    assert_int_equal(t.marked, 0);
}

static void a_filter_does_not_take_marked_records_out_of_what_is_chosen(void **state)
{
    (void)state;
    table_take(&t, 1);
    table_act(&t, ACTION_MARK);
    table_take(&t, 4);
    table_act(&t, ACTION_MARK);
    type("lead");
    for (int i = 0; i < 3; i++)
        table_act(&t, ACTION_SORT);
    size_t count, *chosen = table_chosen(&t, &count);
    assert_string_equal(names(), "李娜");
    assert_int_equal(count, 2);
    assert_int_equal(chosen[0], 3); /* 0 years, then 12 */
    assert_int_equal(chosen[1], 0);
    free(chosen);
}

static void counts_are_told(void **state)
{
    (void)state;
    char title[64];
    table_title(&t, "Staff", title, sizeof title);
    assert_string_equal(title, "Staff 4");
    type("clerk");
    table_title(&t, "Staff", title, sizeof title);
    assert_string_equal(title, "Staff 3/4");
}

/* Rows of the picture in a terminal of this size. */
static void draws(int rows, int cols, const char *const expected[])
{
    struct canvas canvas = {0};
    assert_true(canvas_resize(&canvas, rows, cols));
    table_draw(&t, canvas_area(&canvas), true);
    for (int r = 0; r < rows; r++) {
        char *text = canvas_text(&canvas, r);
        assert_string_equal(text, expected[r]);
        free(text);
    }
    canvas_free(&canvas);
}

static void only_what_there_is_room_for_is_drawn_with_the_line_in_hand(void **state)
{
    (void)state;
    table_take(&t, 3);
    draws(3, 40, (const char *const[]){" Name Role  Visits Note", " 李娜 lead       9", " 张伟 clerk    100 社保"});
    draws(3, 24, (const char *const[]){" Name Visits Note", " 李娜      9", " 张伟    100 社保"});
    table_act(&t, ACTION_MARK);
    table_act(&t, ACTION_SORT); /* as the characters are numbered: 张 李 王 陈 */
    draws(3, 24, (const char *const[]){" ↑Name Visits Note", " 王芳      12 户政窗口…", " 陈洁       0 公积金提…"});
    table_act(&t, ACTION_FIRST);
    draws(2, 24, (const char *const[]){" ↑Name Visits Note", "*张伟     100 社保"});
    table_set(&t, &shape, NULL, 0);
    draws(1, 40, (const char *const[]){" Nobody"});
}

/* What records say ----------------------------------------------------------------------------------------------- */

static const char *said(const char *says, size_t who)
{
    static char text[128];
    say(&shape, says, &people[who], text, sizeof text);
    return text;
}

static void members_conditions_and_groups(void **state)
{
    (void)state;
    assert_string_equal(said("{name}: {visits}", 0), "王芳: 12");
    assert_string_equal(said("{visits}|{visits:number}", 3), "|0");
    assert_string_equal(said("{note|role}", 1), "lead");
    assert_string_equal(said("{day} {day:short}", 0), "2026-11-24 11-24");
    assert_string_equal(said("{name}[ ({note})]", 1), "李娜");
    assert_string_equal(said("{away?away}{!away?there}", 1), "away");
    assert_string_equal(said("{role=lead?leads}[{!role=lead?}{name} serves]", 1), "leads");
    assert_string_equal(said("[{!role=lead?}{name} serves]", 0), "王芳 serves");
    assert_string_equal(said("{nothing}", 0), "{nothing}");
    assert_true(say_is(&shape, "away", &people[1]));
    assert_true(say_is(&shape, "away&role=lead&!note", &people[1]));
    assert_false(say_is(&shape, "away&role=clerk", &people[1]));
    assert_false(say_is(&shape, "!away&role=lead", &people[1]));
    char small[8];
    say(&shape, "{name}{name}{name}", &people[0], small, sizeof small);
    assert_true(strlen(small) < sizeof small);
}

static void names_and_minutes_are_said_as_people_do(void **state)
{
    static const struct banshi_field of[] = {{"names", NULL, BANSHI_TEXT, 0, NULL},
                                             {"at", NULL, BANSHI_TIME, sizeof(const char *), NULL}};
    struct {
        const char *names;
        banshi_time at;
    } record = {"A1、B2、C3", time_now() - 90 * (banshi_time)1000000};
    const struct banshi_shape both = {"both", sizeof record, 2, of};
    char text[64];
    (void)state;
    say(&both, "{names:names} {at:min} {at:begun}", &record, text, sizeof text);
    assert_string_equal(text, "A1, B2, C3 1 2");
    record.names = "A1";
    say(&both, "{names:names}", &record, text, sizeof text);
    assert_string_equal(text, "A1");
}

static void a_wrong_name_is_found(void **state)
{
    (void)state;
    char *wrong = say_unknown(&shape, "{name} [{note|nmae:word}]");
    assert_string_equal(wrong, "nmae");
    free(wrong);
    assert_null(say_unknown(&shape, "{name|note:word}{role=lead?leads}{!away?}{day:short}"));
}

/* A name that no record has would be read on the screen. */
static void all_lists_name_members_that_their_records_have(void **state)
{
    (void)state;
    for (const struct screen *const *s = screen_registry; *s; s++)
        for (size_t i = 0; (*s)->list && i < (*s)->list->view_count; i++) {
            const struct list_view *view = &(*s)->list->views[i];
            const char *texts[4 * TABLE_COLUMNS] = {view->details, view->table.key};
            size_t n = 2;
            for (size_t c = 0; c < view->table.count; c++)
                texts[n++] = view->table.columns[c].says;
            for (size_t k = 0; k < n; k++) {
                char *wrong = texts[k] ? say_unknown(view->of, texts[k]) : NULL;
                if (wrong)
                    fail_msg("screen %s, list %s: no %s", (*s)->name, view->name, wrong);
            }
        }
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(widths_follow_what_is_said_and_the_terminal, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_optional_goes_first_in_a_narrow_terminal, setup, teardown),
        cmocka_unit_test_setup_teardown(a_column_that_says_nothing_takes_no_room, setup, teardown),
        cmocka_unit_test_setup_teardown(the_line_in_hand_stays_on_its_record, setup, teardown),
        cmocka_unit_test_setup_teardown(at_the_top_of_what_is_urgent_one_stays_there, setup, teardown),
        cmocka_unit_test_setup_teardown(the_filter_takes_words_and_pinyin, setup, teardown),
        cmocka_unit_test_setup_teardown(lines_are_sorted_as_people_count, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_shown_is_not_sorted_by, setup, teardown),
        cmocka_unit_test_setup_teardown(marks_stay_on_their_records, setup, teardown),
        cmocka_unit_test_setup_teardown(a_filter_does_not_take_marked_records_out_of_what_is_chosen, setup, teardown),
        cmocka_unit_test_setup_teardown(counts_are_told, setup, teardown),
        cmocka_unit_test_setup_teardown(only_what_there_is_room_for_is_drawn_with_the_line_in_hand, setup, teardown),
        cmocka_unit_test(members_conditions_and_groups),
        cmocka_unit_test(names_and_minutes_are_said_as_people_do),
        cmocka_unit_test(a_wrong_name_is_found),
        cmocka_unit_test(all_lists_name_members_that_their_records_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
