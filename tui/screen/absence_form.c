/* SPDX-License-Identifier: MIT */
/* The form of an absence: who, why, from when to when. */
#include <config.h>

#include "form_screen.h"
#include "i18n.h"
#include "picks.h"

struct absence_form {
    struct form_state form;
    const struct banshi_rows *staff;
};

static const struct form_field fields[] = {
    {"login", N_("Staff"), FIELD_PICK, .must = true},
    {"kind", N_("Kind"), FIELD_CHOICE, .choices = banshi_word_absence_kind},
    {"weekday", N_("Weekday"), FIELD_CHOICE, .choices = weekdays, .when = "kind=part_time"},
    {"day", N_("First day"), FIELD_DATE, .must = true},
    {"last", N_("Last day"), FIELD_DATE, .must = true},
    {"note", N_("Remark"), .limit = 100},
};

static void lines(const struct app *app, const void *state, struct picks *picks)
{
    (void)app;
    staff_lines(((const struct absence_form *)state)->staff, picks);
}
static const struct form_pick picks[] = {{"login", N_("Who will not be there?"), lines}};

static void open(struct app *app, void *state, const void *argument)
{
    char day[16];
    (void)argument;
    day_text(day_add(day_of(time_now()), 1), day);
    form_offer(state, "day", day);
    form_offer(state, "last", day);
    app_need(app, state, &((struct absence_form *)state)->staff, form_pick_first, banshi_staff_list);
}

static void send(struct app *app, void *state)
{
    const struct banshi_rows *staff = ((const struct absence_form *)state)->staff;
    const char *weekday = form_value(state, "weekday");
    app_write(app, state, form_answer, banshi_absence_add,
              banshi_row(struct banshi_staff, staff, (size_t)form_number(state, "login"))->login,
              form_value(state, "kind"), form_day(state, "day"), form_day(state, "last"), *weekday ? *weekday - '0' : 0,
              form_value(state, "note"));
}

static const struct form_screen form = {
    FORM_FIELDS_OF(fields),
    FORM_PICKS_OF(picks),
    .send = send,
    .says = N_("{staff_name} is away from {first} on; look for vacancies in the roster"),
};

const struct screen screen_absence_form = {
    .name = "absence_form",
    .title = N_("Absence"),
    .size = sizeof(struct absence_form),
    .dialog = true,
    .opened_by = ACTION_ABSENCE_NEW,
    .least = RANK_LEAD,
    .form = &form,
    .open = open,
};
