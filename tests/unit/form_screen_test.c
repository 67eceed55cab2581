/* SPDX-License-Identifier: MIT */
/* Screens of forms: when they send, where an answer says what is wrong, what they pick from, how they close; and what all of them
 * declare. */
#include <config.h>

#include <locale.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "form_screen.h"

struct example {
    struct form_state form;
    int sent, changes;
    char changed[32];
    bool there; /* what is picked from */
};

static const struct form_field fields[] = {
    {"who", "Who", FIELD_PICK, .must = true},
    {"days", "Days", FIELD_NUMBER, .least = 1, .must = true},
    {"department", "Department", .limit = 20},
};

static void people(const struct app *app, const void *state, struct picks *picks)
{
    (void)app;
    if (!((const struct example *)state)->there)
        return;
    pick_add(picks, 5, "%s", "王芳");
    pick_add(picks, 0, "%s", "李娜");
}
static void departments(const struct app *app, const void *state, struct picks *picks)
{
    (void)app, (void)state;
    pick_add(picks, 1, "%s", "税务");
}
static const struct form_pick picks[] = {{"who", "Who?", people}, {"department", "Which?", departments}};

static void changed(struct app *app, void *state, const char *id)
{
    struct example *s = state;
    (void)app;
    s->changes++;
    snprintf(s->changed, sizeof s->changed, "%s", id);
}

static void send(struct app *app, void *state)
{
    (void)app;
    ((struct example *)state)->sent++;
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), FORM_PICKS_OF(picks), .changed = changed, .send = send,
                                        .says = "{name} is stored"};
static const struct screen screen_example = {
    .name = "example", .title = "Example", .size = sizeof(struct example), .dialog = true, .form = &form};

/* What the screen below is told. */
static struct {
    int times;
    bool chosen;
    char text[128];
    int64_t number;
} told;

static void tell(struct app *app, void *state, const struct result *result)
{
    (void)app, (void)state;
    told.times++;
    told.chosen = result->chosen;
    snprintf(told.text, sizeof told.text, "%s", result->text);
    told.number = result->number;
}
static const struct screen screen_below = {.name = "below", .title = "Below", .size = 1, .result = tell};

static struct app app;

/* As app_open does, of a screen that is in no registry. */
static struct opened *opened(const struct screen *screen)
{
    struct opened *o = calloc(1, sizeof *o + screen->size + 16);
    assert_non_null(o);
    o->screen = screen;
    o->below = app.top;
    app.top = o;
    if (screen->form)
        form_begin(&app, screen->form, o->state);
    return o;
}

static struct example *s;

static int setup(void **state)
{
    (void)state;
    app = (struct app){0};
    memset(&told, 0, sizeof told);
    keymap_init(&app.keys);
    opened(&screen_below);
    s = (struct example *)(void *)opened(&screen_example)->state;
    s->there = true;
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    app_close_all(&app);
    return 0;
}

static const char *top(void)
{
    return app.top->screen->name;
}

static void what_must_be_picked_is_asked_for_first(void **state)
{
    (void)state;
    s->there = false;
    form_pick_first(&app, s);
    assert_string_equal(top(), "example"); /* there is nothing to choose from */
    s->there = true;
    form_pick_first(&app, s);
    assert_string_equal(top(), "pick");
    app_act(&app, ACTION_CHOOSE);
    assert_string_equal(top(), "example");
    assert_string_equal(form_value(&s->form.form, "who"), "王芳");
    assert_int_equal(form_number(&s->form.form, "who"), 5);
    assert_string_equal(s->changed, "who");
    assert_int_equal(s->form.form.focus, 1); /* it goes on behind it */
    form_pick_first(&app, s);
    assert_string_equal(top(), "example"); /* nothing is left to pick */
}

static void who_picks_nothing_at_first_gives_the_form_up(void **state)
{
    (void)state;
    form_pick_first(&app, s);
    app_act(&app, ACTION_BACK);
    assert_string_equal(top(), "below");
    assert_int_equal(told.times, 1);
    assert_false(told.chosen);
}

static void what_was_picked_stays_when_it_is_looked_at_again(void **state)
{
    (void)state;
    form_pick(&s->form.form, "who", "李娜", 0);
    app_act(&app, ACTION_PICK);
    assert_string_equal(top(), "pick");
    app_act(&app, ACTION_BACK);
    assert_string_equal(top(), "example");
    assert_string_equal(form_value(&s->form.form, "who"), "李娜");
}

static void typing_on_what_is_picked_finds_it_in_its_list(void **state)
{
    (void)state;
    app_press(&app, 'l');
    assert_string_equal(top(), "pick");
    app_press(&app, K_ENTER);
    assert_string_equal(form_value(&s->form.form, "who"), "李娜");
    app_press(&app, '7');
    assert_int_equal(form_number(&s->form.form, "days"), 7);
    assert_string_equal(s->changed, "days");
}

static void a_text_may_be_picked_too(void **state)
{
    (void)state;
    form_pick(&s->form.form, "who", "李娜", 0);
    form_leave(&s->form.form, "days");
    app_act(&app, ACTION_PICK);
    app_act(&app, ACTION_CHOOSE);
    assert_string_equal(form_value(&s->form.form, "department"), "税务");
    assert_int_equal(s->form.form.focus, 2);
}

static void what_is_not_asked_for_is_not_picked(void **state)
{
    (void)state;
    form_omit(&s->form.form, "who");
    app_act(&app, ACTION_PICK); /* of the field that is there */
    assert_string_equal(top(), "pick");
    app_act(&app, ACTION_CHOOSE);
    assert_string_equal(form_value(&s->form.form, "department"), "税务");
    form_omit(&s->form.form, "department");
    assert_string_equal(app_hint(&app, app.top, ACTION_PICK), "");
    app_act(&app, ACTION_PICK);
    assert_string_equal(top(), "example");
}

static void keys_that_would_do_nothing_are_not_named(void **state)
{
    static struct form_screen enter;
    (void)state;
    assert_string_equal(app_hint(&app, app.top, ACTION_FIELD_BEFORE), "");
    assert_string_equal(app_hint(&app, app.top, ACTION_FIELD_NEXT), action_table[ACTION_FIELD_NEXT].label);
    form_leave(&s->form.form, "days");
    assert_string_equal(app_hint(&app, app.top, ACTION_FIELD_BEFORE), action_table[ACTION_FIELD_BEFORE].label);
    assert_string_equal(app_hint(&app, app.top, ACTION_FIELD_NEXT), "");
    enter = form;
    enter.enter_commits = true;
    s->form.screen = &enter;
    assert_string_equal(app_hint(&app, app.top, ACTION_FIELD_NEXT), action_table[ACTION_COMMIT].label);
    assert_string_equal(app_hint(&app, app.top, ACTION_COMMIT), "");
    for (size_t i = 0; i < 3; i++)
        form_omit(&s->form.form, fields[i].key);
    s->form.screen = &form;
    assert_string_equal(app_hint(&app, app.top, ACTION_FIELD_NEXT), "");
    assert_string_equal(app_hint(&app, app.top, ACTION_FIELD_BEFORE), "");
    assert_string_equal(app_hint(&app, app.top, ACTION_COMMIT), action_table[ACTION_COMMIT].label);
}

static void a_form_is_sent_when_all_of_it_is_right(void **state)
{
    (void)state;
    app_act(&app, ACTION_COMMIT);
    form_pick(&s->form.form, "who", "李娜", 0);
    form_set(&s->form.form, "days", "x");
    app_act(&app, ACTION_COMMIT);
    assert_int_equal(s->sent, 0);
    assert_int_equal(s->form.form.focus, 1);
    form_set(&s->form.form, "days", "3");
    app_act(&app, ACTION_COMMIT);
    assert_int_equal(s->sent, 1);
}

static void while_an_answer_is_awaited_the_form_stays_as_it_is(void **state)
{
    (void)state;
    form_pick(&s->form.form, "who", "李娜", 0);
    form_set(&s->form.form, "days", "3");
    form_leave(&s->form.form, "days");
    struct request *request = request_new(&app, s, form_answer, false);
    app_press(&app, 'x');
    app_act(&app, ACTION_COMMIT);
    assert_string_equal(form_value(&s->form.form, "department"), "");
    assert_int_equal(s->sent, 0);
    request_done(request, &(struct banshi_error){.code = BANSHI_ECANCELLED}, NULL);
    app_press(&app, 'x');
    app_act(&app, ACTION_COMMIT);
    assert_string_equal(form_value(&s->form.form, "department"), "x");
    assert_int_equal(s->sent, 1);
}

static void an_answer_says_what_is_wrong_at_its_field(void **state)
{
    struct banshi_error error = {.code = BANSHI_EINVALID, .detail = "days · 400"};
    (void)state;
    form_pick(&s->form.form, "who", "李娜", 0);
    form_set(&s->form.form, "days", "400");
    form_answer(&app, s, &error, NULL);
    assert_non_null(strstr(form_find(&s->form.form, "days")->problem, "400"));
    assert_int_equal(s->form.form.focus, 1);
    app_act(&app, ACTION_COMMIT);
    assert_int_equal(s->sent, 0); /* nothing has changed */
    app_press(&app, K_BACKSPACE);
    app_act(&app, ACTION_COMMIT);
    assert_int_equal(s->sent, 1);
    error = (struct banshi_error){.code = BANSHI_EINVALID, .detail = "moon · full"};
    app.message[0] = '\0';
    form_answer(&app, s, &error, NULL);
    assert_non_null(strstr(app.message, "full")); /* no field's: it is said */
    assert_string_equal(top(), "example");
}

static void what_is_wrong_with_a_file_stands_at_its_field(void **state)
{
    struct banshi_error error = {.code = BANSHI_EIO, .detail = "/nonexist/a.csv · No such file or directory"};
    (void)state;
    assert_false(form_ok(&app, s, "department", &error));
    assert_non_null(strstr(form_find(&s->form.form, "department")->problem, "/nonexist/a.csv"));
    assert_int_equal(s->form.form.focus, 2);
    form_set(&s->form.form, "department", "");
    assert_false(form_ok(&app, s, "department", &(struct banshi_error){.code = BANSHI_ECANCELLED}));
    assert_string_equal(form_find(&s->form.form, "department")->problem, ""); /* it was given up */
    assert_true(form_ok(&app, s, "department", &(struct banshi_error){.code = 0}));
}

static void a_file_is_exported_as_what_its_name_says(void **state)
{
    static const struct {
        const char *format, *path;
        bool fits;
    } files[] = {
        {".pdf", "17:00-18:00", false}, {".pdf", "a.txt", false},      {".pdf", ".pdf", false},
        {".pdf", "a.PDF", true},        {".csv", "a.pdf", false},      {".csv", "a.csv", true},
        {"gb", "a.csv", true},          {"gb", "a.xlsx", false},       {".xlsx", "a.csv", false},
        {".xlsx", "/tmp/a.xlsx", true}, {"print", "printer:甲", true}, {"print", "17:00-18:00", true},
    };
    (void)state;
    void *export = opened(app_screen("export"))->state;
    for (size_t i = 0; i < sizeof files / sizeof files[0]; i++) {
        form_set(export, "format", files[i].format);
        form_set(export, "path", files[i].path);
        if (form_ready(export) != files[i].fits)
            fail_msg("%s as %s", files[i].path, files[i].format);
    }
}

static void a_document_on_a_case_is_issued_with_what_it_needs(void **state)
{
    static const struct {
        const char *kind, *lacking[3];
    } kinds[] = {{"assistance", {"assistance.helper"}},
                 {"authority", {"agent.name", "agent.authority"}},
                 {"tolerance", {"tolerance.by"}}};
    (void)state;
    void *issue = opened(app_screen("document_issue"))->state;
    for (size_t i = 0; i < sizeof kinds / sizeof kinds[0]; i++) {
        form_set(issue, "kind", kinds[i].kind);
        assert_false(form_ready(issue));
        for (size_t k = 0; kinds[i].lacking[k]; k++)
            assert_string_equal(form_find(issue, kinds[i].lacking[k])->problem, "This is needed");
    }
}

static void hours_of_a_day_are_said_unless_it_is_closed(void **state)
{
    (void)state;
    void *hours = opened(app_screen("hours_form"))->state;
    form_set(hours, "day", "2030-02-28");
    assert_false(form_ready(hours));
    assert_string_equal(form_find(hours, "time")->problem, "This is needed");
    form_set(hours, "session", "closed");
    assert_true(form_ready(hours));
    form_set(hours, "session", "lunch");
    form_fix(hours, "day", "Monday"); /* what was there is taken away */
    assert_true(form_ready(hours));
}

struct stored {
    int64_t id;
    const char *name;
};
static const struct banshi_field stored_fields[] = {{"id", NULL, BANSHI_INT, offsetof(struct stored, id), NULL},
                                                    {"name", NULL, BANSHI_TEXT, offsetof(struct stored, name), NULL}};
static const struct banshi_shape stored_shape = {"stored", sizeof(struct stored), 2, stored_fields};
static const struct stored stored[] = {{3, "李娜"}, {4, "王芳"}};
static const struct banshi_rows rows = {&stored_shape, 2, stored};

static void what_was_done_closes_the_form_and_is_told_below(void **state)
{
    (void)state;
    form_answer(&app, s, &(struct banshi_error){.code = 0}, &rows);
    assert_string_equal(top(), "below");
    assert_true(told.chosen);
    assert_string_equal(told.text, "王芳 is stored");
    assert_int_equal(told.number, 4);
}

static void what_was_done_closes_the_form_under_what_was_opened_meanwhile(void **state)
{
    (void)state;
    app_act(&app, ACTION_HELP);
    assert_string_equal(top(), "help");
    form_answer(&app, s, &(struct banshi_error){.code = 0}, &rows);
    assert_string_equal(top(), "help");
    assert_int_equal(told.times, 1);
    assert_true(told.chosen);
    app_act(&app, ACTION_BACK);
    assert_string_equal(top(), "below");
}

static void the_picture_has_room_for_all_fields(void **state)
{
    struct canvas canvas = {0};
    (void)state;
    assert_true(canvas_resize(&canvas, 24, 80));
    form_screen_draw(&app, &screen_example, s, canvas_area(&canvas));
    int seen = 0;
    for (int row = 0; row < 24; row++) {
        char *text = canvas_text(&canvas, row);
        for (size_t i = 0; i < 3; i++)
            seen += strstr(text, fields[i].label) != NULL;
        free(text);
    }
    assert_int_equal(seen, 3);
    canvas_free(&canvas);
}

/* All forms ------------------------------------------------------------------------------------------------------ */

static bool has(const struct form_screen *of, const char *id, size_t length)
{
    for (size_t i = 0; i < of->count; i++)
        if (strncmp(of->fields[i].key, id, length) == 0 && of->fields[i].key[length] == '\0')
            return true;
    return false;
}

static void all_forms_declare_what_they_have(void **state)
{
    (void)state;
    for (const struct screen *const *screen = screen_registry; *screen; screen++) {
        const struct form_screen *of = (*screen)->form;
        const char *name = (*screen)->name;
        if (of && !of->send)
            fail_msg("%s: it sends nothing", name);
        for (size_t i = 0; of && i < of->count; i++) {
            const struct form_field *field = &of->fields[i];
            const char *when = field->when ? field->when + (field->when[0] == '!') : NULL;
            bool picked = false;
            for (size_t k = 0; k < of->pick_count; k++)
                picked = picked || strcmp(of->picks[k].key, field->key) == 0;
            if (when && !has(of, when, strcspn(when, "=")))
                fail_msg("%s: %s is asked for when there is no field: %s", name, field->key, when);
            if (field->kind == FIELD_PICK && !picked)
                fail_msg("%s: %s is picked from nothing", name, field->key);
            if ((field->kind == FIELD_CHOICE) != (field->choices != NULL))
                fail_msg("%s: %s has no choices", name, field->key);
        }
        for (size_t k = 0; of && k < of->pick_count; k++)
            if (!has(of, of->picks[k].key, strlen(of->picks[k].key)))
                fail_msg("%s: %s is picked for no field", name, of->picks[k].key);
    }
}

int main(void)
{
    setlocale(LC_ALL, "C.UTF-8");
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(what_must_be_picked_is_asked_for_first, setup, teardown),
        cmocka_unit_test_setup_teardown(who_picks_nothing_at_first_gives_the_form_up, setup, teardown),
        cmocka_unit_test_setup_teardown(what_was_picked_stays_when_it_is_looked_at_again, setup, teardown),
        cmocka_unit_test_setup_teardown(typing_on_what_is_picked_finds_it_in_its_list, setup, teardown),
        cmocka_unit_test_setup_teardown(a_text_may_be_picked_too, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_not_asked_for_is_not_picked, setup, teardown),
        cmocka_unit_test_setup_teardown(keys_that_would_do_nothing_are_not_named, setup, teardown),
        cmocka_unit_test_setup_teardown(a_form_is_sent_when_all_of_it_is_right, setup, teardown),
        cmocka_unit_test_setup_teardown(while_an_answer_is_awaited_the_form_stays_as_it_is, setup, teardown),
        cmocka_unit_test_setup_teardown(an_answer_says_what_is_wrong_at_its_field, setup, teardown),
        cmocka_unit_test_setup_teardown(a_document_on_a_case_is_issued_with_what_it_needs, setup, teardown),
        cmocka_unit_test_setup_teardown(hours_of_a_day_are_said_unless_it_is_closed, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_wrong_with_a_file_stands_at_its_field, setup, teardown),
        cmocka_unit_test_setup_teardown(a_file_is_exported_as_what_its_name_says, setup, teardown),
        cmocka_unit_test_setup_teardown(what_was_done_closes_the_form_and_is_told_below, setup, teardown),
        cmocka_unit_test_setup_teardown(what_was_done_closes_the_form_under_what_was_opened_meanwhile, setup, teardown),
        cmocka_unit_test_setup_teardown(the_picture_has_room_for_all_fields, setup, teardown),
        cmocka_unit_test(all_forms_declare_what_they_have),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
