/* SPDX-License-Identifier: MIT */
/* Screens of lists: questions about the selected line, what an answer does, reading again; and what all of them have. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "kit/clock.h"
#include "list.h"

struct person {
    int64_t id;
    const char *name;
    bool away, mine;
};
#define OF(member, type) \
    { \
#member, "Label", type, offsetof(struct person, member), NULL \
    }
static const struct banshi_field fields[] = {OF(id, BANSHI_INT), OF(name, BANSHI_TEXT), OF(away, BANSHI_BOOL),
                                             OF(mine, BANSHI_BOOL)};
static const struct banshi_shape shape = {"person", sizeof(struct person), 4, fields};
static const struct person people[] = {{1, "王芳", false, true}, {2, "李娜", true, true}, {3, "张伟", true, false}};

struct example {
    struct lists lists;
    int reads, done;
    int64_t id;
    int tag;
    char text[32];
    struct request *asked;
};

/* In the place of list_watch, without a core. */
static void read_people(struct app *app, void *state)
{
    struct example *s = state;
    s->reads++;
    s->asked = request_new(app, s, list_answer(s), true);
}

static void title(const void *state, char *ret, size_t size)
{
    (void)state;
    snprintf(ret, size, "Who is here");
}
static void remark(const void *state, char *ret, size_t size)
{
    (void)state;
    snprintf(ret, size, "until 12:00");
}

static const struct column columns[] = {{"Name", .says = "{name}", .weight = 1}};
static const struct list_view views[] = {{.name = "People",
                                          .of = &shape,
                                          .table = {TABLE_OF(columns), .none = "Nobody"},
                                          .concepts = {BANSHI_CONCEPT_STAFF},
                                          .read = read_people,
                                          .title = title,
                                          .remark = remark}};

static void does(struct app *app, void *state, const struct result *r)
{
    struct example *s = state;
    (void)app;
    s->done++;
    s->id = list_subject_id(s);
    s->tag = r->tag;
    snprintf(s->text, sizeof s->text, "%s", r->text);
}

static const struct list_act acts[] = {
    {ACTION_STAFF_LEAVE, .confirm = "Does {name} leave?", .does = does},
    {ACTION_STAFF_ROLE, .ask = "Why {name}?", .does = does},
    {ACTION_STAFF_PASSWORD, .when = "mine&away", .label = "Call back", .does = does, .done = "{name} is called"},
    {ACTION_STAFF_PASSWORD, .when = "mine", .does = does},
};
static const struct screen screen_example = {
    .name = "example", .title = "Example", .size = sizeof(struct example), .list = LIST_SCREEN(views, acts)};

static struct app app;
static struct example *s;

static int setup(void **state)
{
    (void)state;
    app = (struct app){0};
    keymap_init(&app.keys);
    app.top = calloc(1, sizeof *app.top + screen_example.size + 16);
    assert_non_null(app.top);
    app.top->screen = &screen_example;
    s = (struct example *)(void *)app.top->state;
    list_begin(&app, screen_example.list, s);
    list_show(s, 0, people, 3);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    app_close_all(&app);
    return 0;
}

/* Is the text in the picture of the screen? */
static bool seen(const char *text)
{
    struct canvas canvas = {0};
    bool is = false;
    assert_true(canvas_resize(&canvas, 12, 80));
    if (app.top->screen->draw)
        app.top->screen->draw(&app, app.top->state, canvas_area(&canvas));
    else
        list_draw(&app, app.top->state, canvas_area(&canvas));
    for (int row = 0; row < 12; row++) {
        char *line = canvas_text(&canvas, row);
        is = is || strstr(line, text);
        free(line);
    }
    canvas_free(&canvas);
    return is;
}

static void a_question_names_the_line_and_yes_does_it_to_it(void **state)
{
    (void)state;
    app_act(&app, ACTION_DOWN);
    app_act(&app, ACTION_STAFF_LEAVE);
    assert_true(seen("Does 李娜 leave?"));
    app_act(&app, ACTION_NO);
    assert_int_equal(s->done, 0);
    app_act(&app, ACTION_STAFF_LEAVE);
    app_act(&app, ACTION_YES);
    assert_int_equal(s->done, 1);
    assert_int_equal(s->id, 2);
    assert_int_equal(s->tag, ACTION_STAFF_LEAVE);
}

static void a_line_of_text_is_asked_for_and_brought(void **state)
{
    (void)state;
    app_act(&app, ACTION_STAFF_ROLE);
    assert_true(seen("Why 王芳?"));
    app_press(&app, 'x');
    app_press(&app, K_ENTER);
    assert_int_equal(s->done, 1);
    assert_int_equal(s->id, 1);
    assert_string_equal(s->text, "x");
}

static void what_an_act_does_and_is_called_follows_from_the_line(void **state)
{
    (void)state;
    assert_null(list_hint(s, ACTION_STAFF_PASSWORD)); /* as action.def says */
    app_act(&app, ACTION_STAFF_PASSWORD);
    assert_int_equal(s->done, 1);
    app_act(&app, ACTION_DOWN);
    assert_string_equal(list_hint(s, ACTION_STAFF_PASSWORD), "Call back");
    app_act(&app, ACTION_STAFF_PASSWORD);
    assert_int_equal(s->done, 2);
    list_done(&app, s, &(struct banshi_error){.code = 0}, &(struct banshi_rows){&shape, 1, people + 1});
    assert_string_equal(app.message, "李娜 is called");
    app_act(&app, ACTION_DOWN);
    assert_string_equal(list_hint(s, ACTION_STAFF_PASSWORD), "");
    app_act(&app, ACTION_STAFF_PASSWORD);
    assert_int_equal(s->done, 2); /* not mine */
}

static void the_heading_counts_whatever_it_is_called(void **state)
{
    (void)state;
    assert_true(seen("Who is here 3 · until 12:00"));
    app_act(&app, ACTION_FILTER);
    app_press(&app, 'l');
    assert_true(seen("Who is here 1/3 · until 12:00"));
    app_press(&app, K_ENTER);
    app_act(&app, ACTION_MARK);
    assert_true(seen("1/3 · 1 marked"));
    app_act(&app, ACTION_BACK); /* first the filter goes */
    assert_true(seen("Who is here 3"));
    assert_string_equal(app.top->screen->name, "example");
}

static void what_changes_while_it_is_read_is_read_again(void **state)
{
    (void)state;
    static const size_t all[] = {0, 1, 2};
    struct banshi_rows *rows = banshi_rows_copy(&shape, people, all, 3);
    assert_non_null(rows);
    list_event(&app, s, EVENT(BANSHI_CONCEPT_ALL));
    assert_int_equal(s->reads, 1);
    list_event(&app, s, EVENT(BANSHI_CONCEPT_ALL));
    request_done(s->asked, &(struct banshi_error){.code = 0}, rows);
    assert_int_equal(s->reads, 2);
    request_done(s->asked, &(struct banshi_error){.code = 0}, rows);
    assert_int_equal(s->reads, 2);
    list_event(&app, s, EVENT(BANSHI_CONCEPT_ROSTER));
    assert_int_equal(list_due(s), 0);
    banshi_rows_free(rows);
}

static void what_changes_all_the_time_is_read_once_in_a_while(void **state)
{
    (void)state;
    static const size_t all[] = {0, 1, 2};
    struct banshi_rows *rows = banshi_rows_copy(&shape, people, all, 3);
    assert_non_null(rows);
    int64_t began = now_ms();
    for (int i = 1; i <= PACE_BURST; i++) { /* at once */
        list_event(&app, s, EVENT(BANSHI_CONCEPT_STAFF));
        assert_int_equal(s->reads, i);
        request_done(s->asked, &(struct banshi_error){.code = 0}, rows);
    }
    for (int i = 0; i < 100; i++)
        list_event(&app, s, EVENT(BANSHI_CONCEPT_STAFF));
    assert_int_equal(s->reads, PACE_BURST);
    assert_in_range(app_due(&app), began + PACE_MS, began + 3 * PACE_MS);
    app_do_due(&app, app_due(&app) - 1);
    assert_int_equal(s->reads, PACE_BURST);
    app_do_due(&app, app_due(&app));
    assert_int_equal(s->reads, PACE_BURST + 1);
    assert_int_equal(app_due(&app), 0);
    banshi_rows_free(rows);
}

/* All lists ------------------------------------------------------------------------------------------------------ */

static void all_lists_are_filtered_sorted_marked_exported_and_printed_by_keys(void **state)
{
    static const enum action common[] = {ACTION_FILTER, ACTION_SORT,   ACTION_SORT_BACKWARDS,
                                         ACTION_MARK,   ACTION_EXPORT, ACTION_PRINT_LIST};
    struct keymap map;
    (void)state;
    keymap_init(&map);
    for (const struct screen *const *screen = screen_registry; *screen; screen++) {
        enum context contexts[CONTEXTS_MOST];
        bool typing = (*screen)->key && !(*screen)->typing;
        app_contexts(*screen, contexts);
        for (size_t i = 0; (*screen)->list && i < sizeof common / sizeof common[0]; i++)
            if (keymap_shown(&map, contexts, common[i], typing) == K_NONE)
                fail_msg("%s: no key for %s", (*screen)->name, action_table[common[i]].name);
    }
}

static void all_lists_have_headings_and_say_when_there_is_nothing(void **state)
{
    (void)state;
    for (const struct screen *const *screen = screen_registry; *screen; screen++)
        for (size_t i = 0; (*screen)->list && i < (*screen)->list->view_count; i++) {
            const struct list_view *view = &(*screen)->list->views[i];
            if (!view->table.none || !view->name || !view->of || view->table.count > TABLE_COLUMNS)
                fail_msg("%s: list %zu is not whole", (*screen)->name, i);
        }
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_question_names_the_line_and_yes_does_it_to_it, setup, teardown),
        cmocka_unit_test_setup_teardown(a_line_of_text_is_asked_for_and_brought, setup, teardown),
        cmocka_unit_test_setup_teardown(what_an_act_does_and_is_called_follows_from_the_line, setup, teardown),
        cmocka_unit_test_setup_teardown(the_heading_counts_whatever_it_is_called, setup, teardown),
        cmocka_unit_test_setup_teardown(what_changes_while_it_is_read_is_read_again, setup, teardown),
        cmocka_unit_test_setup_teardown(what_changes_all_the_time_is_read_once_in_a_while, setup, teardown),
        cmocka_unit_test(all_lists_are_filtered_sorted_marked_exported_and_printed_by_keys),
        cmocka_unit_test(all_lists_have_headings_and_say_when_there_is_nothing),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
