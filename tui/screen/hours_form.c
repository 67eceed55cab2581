/* SPDX-License-Identifier: MIT */
/* Changing a session of a weekday, or of one day, whose hours then replace its weekday's. Norms 4.4, 7.1. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "form_screen.h"
#include "hours.h"
#include "i18n.h"

struct hours_form {
    struct form_state form;
    struct hours_line line; /* as it is now */
};

/* "09:00-12:00", or "" for none. */
static bool times(const char *text, char ret_opens[6], char ret_closes[6])
{
    char more;
    ret_opens[0] = ret_closes[0] = '\0';
    return !*text || sscanf(text, "%5[0-9:]-%5[0-9:]%c", ret_opens, ret_closes, &more) == 2;
}

static const char *check_times(const struct form *form, struct field *field, char room[256])
{
    char opens[6], closes[6];
    (void)room;
    if (!field->edit.text[0] && form_asks(form, "day")) /* of a session that was there it takes that away */
        return _("This is needed");
    return times(field->edit.text, opens, closes) ? NULL : _("times like 09:00-12:00");
}

static const struct form_field fields[] = {
    {"day", N_("Day"), FIELD_DATE, .must = true, .beside = N_("its hours replace its weekday's")},
    {"session", N_("Session"), FIELD_CHOICE, .choices = banshi_word_hours_session},
    {"time", N_("From–to"), .limit = 11, .check = check_times, .when = "!session=closed",
     .beside = N_("such as 09:00-12:00; empty: none")},
};

/* What the session is now is offered. */
static void changed(struct app *app, void *state, const char *id)
{
    const struct hours_line *line = &((const struct hours_form *)state)->line;
    int session = form_find(state, "session")->chosen;
    char opens[6], closes[6], text[16] = "";
    (void)app;
    if (strcmp(id, "session") != 0 || session >= HOURS_SESSIONS)
        return;
    if (sscanf(line->times[session], "%5[0-9:]–%5[0-9:]", opens, closes) == 2)
        snprintf(text, sizeof text, "%s-%s", opens, closes);
    form_offer(state, "time", text);
}

static void open(struct app *app, void *state, const void *argument)
{
    const struct hours_line *line = ((const struct record_start *)argument)->record;
    char day[16];
    if (((const struct record_start *)argument)->action == ACTION_HOURS_SET) {
        ((struct hours_form *)state)->line = *line;
        form_fix(state, "day", line->name);
        if (line->weekday) { /* without sessions it is closed */
            form_find(state, "session")->is.choices = banshi_word_hours_session_open;
            form_find(state, "day")->is.label = _("Weekday");
            form_find(state, "day")->is.beside = NULL;
        }
    } else {
        form_offer(state, "day", day_text(day_of(time_now()), day));
    }
    changed(app, state, "session");
}

static void send(struct app *app, void *state)
{
    const struct hours_line *line = &((const struct hours_form *)state)->line;
    banshi_date day = line->id ? line->day : form_day(state, "day");
    char opens[6], closes[6];
    times(form_value(state, "time"), opens, closes);
    app_write(app, state, form_answer, banshi_hours_set, day, line->weekday, form_value(state, "session"),
              *opens ? opens : NULL, *opens ? closes : NULL);
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), .changed = changed, .send = send,
                                        .enter_commits = true};

const struct screen screen_hours_form = {
    .name = "hours_form",
    .title = N_("Opening hours"),
    .size = sizeof(struct hours_form),
    .dialog = true,
    .least = RANK_SUPERVISOR,
    .form = &form,
    .open = open,
};
