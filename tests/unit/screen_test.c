/* SPDX-License-Identifier: MIT */
/* Which key opens a screen and who may is declared by the screen: what is offered, done and refused follows from it. */
#include <config.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "form_screen.h"
#include "list.h"
#include "screen/roster/roster.h"

static struct banshi_session session;
static const struct banshi_rows rows = {&banshi_session_shape, 1, &session};
static const char *const roles[] = {NULL, "clerk", "lead", "supervisor",
                                    "admin"}; /* by rank; NULL: nobody has signed on */
static struct app app;

static void signed_on(enum rank rank)
{
    session.role = roles[rank] ? roles[rank] : "";
    app.session = roles[rank] ? &rows : NULL;
}

/* As app_open does, without reading anything. */
static void put(const struct screen *screen)
{
    struct opened *o = calloc(1, sizeof *o + screen->size + 16);
    assert_non_null(o);
    o->screen = screen;
    o->below = app.top;
    app.top = o;
    if (screen->list)
        list_begin(&app, screen->list, o->state);
    if (screen->form)
        form_begin(&app, screen->form, o->state);
}

static const struct screen screen_plain = {.name = "plain", .title = "Plain", .size = 1};

static int setup(void **state)
{
    (void)state;
    app = (struct app){0};
    keymap_init(&app.keys);
    signed_on(RANK_NONE);
    put(&screen_plain);
    return 0;
}

static int teardown(void **state)
{
    (void)state;
    app_close_all(&app);
    return 0;
}

static void an_action_opens_one_screen(void **state)
{
    (void)state;
    for (const struct screen *const *a = screen_registry; *a; a++)
        for (const struct screen *const *b = screen_registry; (*a)->opened_by != ACTION_NONE && *b; b++)
            if (a != b && (*a)->opened_by == (*b)->opened_by)
                fail_msg("%s and %s are opened by the same act", (*a)->name, (*b)->name);
}

static void what_opens_a_screen_is_offered_to_those_who_may(void **state)
{
    (void)state;
    for (const struct screen *const *s = screen_registry; *s; s++)
        for (int rank = RANK_NONE; rank <= RANK_ADMIN && (*s)->opened_by != ACTION_NONE; rank++) {
            signed_on((enum rank)rank);
            bool offered = *app_hint(&app, app.top, (*s)->opened_by) != '\0';
            if (offered != (rank >= (int)(*s)->least))
                fail_msg("%s is %soffered to %s", (*s)->name, offered ? "" : "not ",
                         roles[rank] ? roles[rank] : "nobody");
        }
}

static void who_may_not_is_told_and_nothing_opens(void **state)
{
    (void)state;
    for (const struct screen *const *s = screen_registry; *s; s++)
        for (int rank = RANK_NONE; rank < (int)(*s)->least; rank++) {
            signed_on((enum rank)rank);
            app.message[0] = '\0';
            if ((*s)->opened_by != ACTION_NONE)
                app_act(&app, (*s)->opened_by);
            else
                app_open(&app, (*s)->name, 0, NULL);
            assert_ptr_equal(app.top->screen, &screen_plain);
            assert_non_null(strstr(app.message, (*s)->title));
        }
}

static void every_screen_says_who_may_open_it(void **state)
{
    static const char *const open[] = {"sign_on", "help", "palette", "confirm", "prompt", "pick", "viewer"};
    (void)state;
    for (const struct screen *const *s = screen_registry; *s; s++) {
        bool known = (*s)->least > RANK_NONE;
        for (size_t i = 0; i < sizeof open / sizeof open[0] && !known; i++)
            known = strcmp(open[i], (*s)->name) == 0;
        if (!known)
            fail_msg("%s does not", (*s)->name);
    }
}

static void an_act_of_a_list_is_for_whom_the_screen_is_that_it_opens(void **state)
{
    (void)state;
    signed_on(RANK_LEAD);
    put(app_screen("staff"));
    assert_string_equal(app_hint(&app, app.top, ACTION_STAFF_NEW), "");
    app_act(&app, ACTION_STAFF_NEW);
    assert_string_equal(app.top->screen->name, "staff");
    assert_non_null(strstr(app.message, "administrators"));
    signed_on(RANK_ADMIN);
    put(app_screen("staff"));
    assert_string_equal(app_hint(&app, app.top, ACTION_STAFF_NEW), action_table[ACTION_STAFF_NEW].label);
    assert_string_equal(app_hint(&app, app.top, ACTION_STAFF_EDIT), ""); /* of whom? */
}

static void at_the_sign_on_screen_nobody_is_signed_on(void **state)
{
    struct banshi_session admin = {0};
    (void)state;
    for (size_t i = 0; i < banshi_session_shape.count; i++)
        if (banshi_session_shape.fields[i].type == BANSHI_TEXT)
            *(const char **)(void *)((char *)&admin + banshi_session_shape.fields[i].offset) = "";
    admin.role = "admin";
    app.session = banshi_rows_copy(&banshi_session_shape, &admin, (const size_t[]){0}, 1);
    put(app_screen("sign_on"));
    put(app_screen("dress"));
    app_close(&app, true, NULL, 0); /* the counter comes next */
    assert_int_equal(app_rank(&app), RANK_ADMIN);
    put(app_screen("dress"));
    app_act(&app, ACTION_BACK);
    assert_string_equal(app.top->screen->name, "sign_on");
    assert_null(app.session);
    assert_string_equal(app_hint(&app, app.top, ACTION_STAFF), "");
    app_act(&app, ACTION_STAFF);
    assert_string_equal(app.top->screen->name, "sign_on");
}

static void a_line_that_shows_what_was_refused_answers_nothing(void **state)
{
    (void)state;
    app_open(&app, "prompt", 0, &(struct question){.title = "Why", .limit = 2});
    app_press(&app, 'a');
    app_press(&app, 'b');
    app_press(&app, 'c');
    app_press(&app, K_ENTER);
    assert_string_equal(app.top->screen->name, "prompt");
    app_press(&app, K_END);
    app_press(&app, K_ENTER);
    assert_ptr_equal(app.top->screen, &screen_plain);
}

static void an_act_of_a_screen_says_whom_it_is_for(void **state)
{
    static const struct {
        const char *screen;
        enum action action;
        enum rank least;
        const char *said;
    } acts[] = {
        {"roster", ACTION_ROSTER_GENERATE, RANK_SUPERVISOR, "for supervisors and administrators"},
        {"roster", ACTION_ROSTER_PUBLISH, RANK_SUPERVISOR, "for supervisors and administrators"},
        {"roster", ACTION_ROSTER_ASSIGN, RANK_LEAD, "for leads and above"},
        {"roster", ACTION_ROSTER_EMPTY, RANK_LEAD, "for leads and above"},
        {"roster", ACTION_ROSTER_STAND_IN, RANK_LEAD, "for leads and above"},
        {"roster", ACTION_ROSTER_WHY, RANK_LEAD, "for leads and above"},
        {"case_show", ACTION_CASE_EXTEND, RANK_LEAD, "for leads and above"},
    };
    (void)state;
    for (size_t i = 0; i < sizeof acts / sizeof acts[0]; i++) {
        signed_on(acts[i].least - 1);
        put(app_screen(acts[i].screen));
        app_act(&app, acts[i].action);
        assert_non_null(strstr(app.message, acts[i].said));
        assert_string_equal(app_hint(&app, app.top, acts[i].action), "");
        app_close(&app, false, NULL, 0);
    }
}

static void enter_is_offered_when_there_is_something_to_take(void **state)
{
    static const char *const screens[] = {"pick", "palette"};
    (void)state;
    for (size_t i = 0; i < 2; i++) {
        app_open(&app, screens[i], 0, &(struct options){"Which?", (const struct option[]){{"help", 1}}, 1, 0});
        assert_string_equal(app_hint(&app, app.top, ACTION_CHOOSE), action_table[ACTION_CHOOSE].label);
        app_press(&app, '~');
        assert_string_equal(app_hint(&app, app.top, ACTION_CHOOSE), "");
        app_close(&app, false, NULL, 0);
    }
}

static void while_a_filter_is_typed_enter_keeps_it(void **state)
{
    static const struct {
        const char *screen;
        enum action enter;
    } lists[] = {{"staff", ACTION_STAFF_EDIT}, {"absence", ACTION_FILTER_KEEP}, {"help", ACTION_CHOOSE}};
    (void)state;
    signed_on(RANK_ADMIN);
    for (size_t i = 0; i < sizeof lists / sizeof lists[0]; i++) {
        put(app_screen(lists[i].screen));
        assert_string_not_equal(app_hint(&app, app.top, lists[i].enter), "Keep the filter");
        app_act(&app, ACTION_FILTER);
        assert_string_equal(app_hint(&app, app.top, lists[i].enter), "Keep the filter");
        assert_string_equal(app_hint(&app, app.top, ACTION_STAFF_NEW), "");
        assert_string_equal(app_hint(&app, app.top, ACTION_BACK), action_table[ACTION_BACK].label);
        app_close(&app, false, NULL, 0);
    }
}

static void a_line_that_is_needed_is_not_empty(void **state)
{
    static const key keys[] = {K_ENTER, ' ', K_ENTER};
    (void)state;
    ask_needed(&app, 0, "Void", "Reason", "", 20);
    for (size_t i = 0; i < 3; i++) {
        app_press(&app, keys[i]);
        assert_string_equal(app.top->screen->name, "prompt");
    }
    app_press(&app, 'x');
    app_press(&app, K_ENTER);
    assert_ptr_equal(app.top->screen, &screen_plain);
    ask_text(&app, 0, "Hold", "Reason", "", 20);
    app_press(&app, K_ENTER);
    assert_ptr_equal(app.top->screen, &screen_plain);
}

static void a_refused_sign_on_is_told_in_a_sentence(void **state)
{
    struct banshi_error error = {
        .code = BANSHI_EAUTH,
        .detail = "connection to server on socket \"/run/s\" failed: FATAL:  28P01: password authentication failed"};
    (void)state;
    app_error(&app, &error);
    assert_non_null(strstr(app.message, "Sign-on refused. Check the login"));
    assert_null(strstr(app.message, "failed"));
    error.code = BANSHI_ECONNECT;
    app_error(&app, &error);
    assert_non_null(strstr(app.message, "The server cannot be reached. Nothing was sent."));
    assert_null(strstr(app.message, "/run/s"));
    assert_non_null(strstr(app.message, "28P01")); /* for who mends it, at the end */
}

static void what_there_is_nothing_for_is_not_offered(void **state)
{
    const banshi_time minute = 60000000, now = time_now();
    struct banshi_roster_duty duty = {.published = 7, .state = "expected", .starts = now, .ends = now + minute};
    const struct banshi_rows duties = {&banshi_roster_duty_shape, 1, &duty};
    (void)state;
    signed_on(RANK_CLERK);
    put(app_screen("register"));
    assert_string_equal(app_hint(&app, app.top, ACTION_PRINT_ALL), ""); /* no document */
    assert_string_equal(app_hint(&app, app.top, ACTION_REGISTER_AFTER), "");
    assert_string_not_equal(app_hint(&app, app.top, ACTION_REGISTER_BEFORE), "");
    put(app_screen("roster"));
    struct roster *roster = (struct roster *)(void *)app.top->state;
    roster->me = 7;
    roster->today = roster->day = 20261124;
    roster->lists.panes[0].rows = &duties;
    assert_string_not_equal(app_hint(&app, app.top, ACTION_ROSTER_CHECK_IN), "");
    duty.published = 8; /* somebody else's */
    assert_string_equal(app_hint(&app, app.top, ACTION_ROSTER_CHECK_IN), "");
    duty.published = 7;
    duty.state = "checked in";
    assert_string_equal(app_hint(&app, app.top, ACTION_ROSTER_CHECK_IN), "");
    roster->day = 20261125; /* today is not shown: there may be one */
    assert_string_not_equal(app_hint(&app, app.top, ACTION_ROSTER_CHECK_IN), "");
    roster->lists.panes[0].rows = NULL;
}

static void who_chooses_nobody_leaves_the_skills(void **state)
{
    (void)state;
    put(app_screen("skill"));
    app_open(&app, "pick", ACTION_COUNT, &(struct options){"Whose?", (const struct option[]){{"王芳", 1}}, 1, 0});
    app_act(&app, ACTION_BACK);
    assert_ptr_equal(app.top->screen, &screen_plain);
}

/* Is the text on the top screen, whole? */
static bool is_drawn(const char *text)
{
    struct canvas canvas = {0};
    bool is = false;
    assert_true(canvas_resize(&canvas, 24, 80));
    app.top->screen->draw(&app, app.top->state, canvas_area(&canvas));
    for (int row = 0; row < 24; row++) {
        char *line = canvas_text(&canvas, row);
        is = is || strstr(line, text);
        free(line);
    }
    canvas_free(&canvas);
    return is;
}

static void what_is_said_of_an_empty_field_has_room(void **state)
{
    (void)state;
    signed_on(RANK_CLERK);
    put(app_screen("case_search"));
    assert_true(is_drawn("pinyin initials; newest shown"));
}

static void an_alert_that_is_cut_is_said_whole_below(void **state)
{
    const struct banshi_floor_alert alert = {
        .light = "red",
        .kind = "no counter open",
        .subject = "A",
        .detail = "a queue of a name that is rather long",
        .queue = 1,
        .count = 12,
        .minutes = 40,
    };
    (void)state;
    signed_on(RANK_LEAD);
    put(app_screen("floor"));
    list_show(app.top->state, 0, &alert, 1);
    assert_true(is_drawn("40"));
}

static void a_screen_is_not_opened_over_itself(void **state)
{
    (void)state;
    app_act(&app, ACTION_HELP);
    assert_string_equal(app.top->screen->name, "help");
    app_act(&app, ACTION_HELP);
    assert_ptr_equal(app.top->screen, &screen_plain); /* the same key closes the help */
    app_act(&app, ACTION_PALETTE);
    app_act(&app, ACTION_PALETTE);
    app_act(&app, ACTION_BACK);
    assert_ptr_equal(app.top->screen, &screen_plain);
}

/* What a screen is told of. */
static int told;
static int64_t told_id;

static void note(struct app *a, void *state, const struct banshi_event *event)
{
    (void)a, (void)state;
    told++;
    told_id = event->id;
}

static const struct screen screen_listens = {.name = "listens", .title = "Listens", .size = 1, .event = note};

static void tell(enum banshi_concept concept, int count)
{
    for (int i = 0; i < count; i++)
        app_event(&app, &(struct banshi_event){.concept = concept, .id = i + 1, .state = ""});
}

static void what_is_rare_is_told_a_bounded_number_of_times(void **state)
{
    (void)state;
    put(&screen_listens);
    told = 0;
    tell(BANSHI_CONCEPT_TICKET, 50);
    assert_int_equal(told, 50);
    assert_int_equal(app_due(&app), 0);
    tell(BANSHI_CONCEPT_COUNTER, 50);
    assert_int_equal(told, 50 + PACE_BURST);
    assert_int_equal(told_id, PACE_BURST);
    tell(BANSHI_CONCEPT_ROSTER, 1); /* of another concept */
    assert_int_equal(told, 50 + PACE_BURST + 1);
    app_do_due(&app, app_due(&app) - 1);
    assert_int_equal(told, 50 + PACE_BURST + 1);
    app_do_due(&app, app_due(&app)); /* those that waited, as one */
    assert_int_equal(told, 50 + PACE_BURST + 2);
    assert_int_equal(told_id, 0);
    assert_int_equal(app_due(&app), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(an_action_opens_one_screen),
        cmocka_unit_test_setup_teardown(what_opens_a_screen_is_offered_to_those_who_may, setup, teardown),
        cmocka_unit_test_setup_teardown(who_may_not_is_told_and_nothing_opens, setup, teardown),
        cmocka_unit_test(every_screen_says_who_may_open_it),
        cmocka_unit_test_setup_teardown(what_is_rare_is_told_a_bounded_number_of_times, setup, teardown),
        cmocka_unit_test_setup_teardown(an_act_of_a_list_is_for_whom_the_screen_is_that_it_opens, setup, teardown),
        cmocka_unit_test_setup_teardown(at_the_sign_on_screen_nobody_is_signed_on, setup, teardown),
        cmocka_unit_test_setup_teardown(a_line_that_shows_what_was_refused_answers_nothing, setup, teardown),
        cmocka_unit_test_setup_teardown(an_act_of_a_screen_says_whom_it_is_for, setup, teardown),
        cmocka_unit_test_setup_teardown(enter_is_offered_when_there_is_something_to_take, setup, teardown),
        cmocka_unit_test_setup_teardown(while_a_filter_is_typed_enter_keeps_it, setup, teardown),
        cmocka_unit_test_setup_teardown(a_line_that_is_needed_is_not_empty, setup, teardown),
        cmocka_unit_test_setup_teardown(a_refused_sign_on_is_told_in_a_sentence, setup, teardown),
        cmocka_unit_test_setup_teardown(what_there_is_nothing_for_is_not_offered, setup, teardown),
        cmocka_unit_test_setup_teardown(who_chooses_nobody_leaves_the_skills, setup, teardown),
        cmocka_unit_test_setup_teardown(what_is_said_of_an_empty_field_has_room, setup, teardown),
        cmocka_unit_test_setup_teardown(an_alert_that_is_cut_is_said_whole_below, setup, teardown),
        cmocka_unit_test_setup_teardown(a_screen_is_not_opened_over_itself, setup, teardown),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
