/* SPDX-License-Identifier: MIT */
/* What the roster screen tells in boxes to read: an edit that came too late, vacancies and their causes, why
 * somebody has a duty. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "dialog.h"
#include "i18n.h"
#include "roster.h"

enum { VACANCIES_SHOWN = 40 };

void roster_tell_changed(struct app *app, const char *title, const struct banshi_error *error)
{
    char text[1024];
    error_words(error, text, sizeof text);
    app_open(app, "viewer", 0, &(struct reading){title, text});
}

void roster_tell_vacancies(struct app *app, void *state, const struct banshi_error *error,
                           const struct banshi_rows *rows)
{
    char text[4096] = "";
    size_t used = 0, n = 0;
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    for (size_t i = 0; i < rows->count && used + 128 < sizeof text; i++) {
        const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, rows, i);
        if (d->staff || n++ >= VACANCIES_SHOWN)
            continue;
        used += (size_t)snprintf(text + used, sizeof text - used, "%02d-%02d  %s %s: %s\n", d->day / 100 % 100,
                                 d->day % 100, d->counter_label, d->counter_name,
                                 word_text(banshi_word_roster_duty_cause, d->cause));
    }
    if (n)
        app_open(app, "viewer", 0, &(struct reading){_("Vacancies, and why"), text});
}

/* Beside the person of the plan, how many duties they had. */
static const char *detail_of(const struct banshi_roster_reason *r, char ret[64])
{
    if (strcmp(r->fact, "planned") != 0)
        return r->detail;
    snprintf(ret, 64, _("duties before: %s"), r->detail);
    return ret;
}

void roster_tell_why(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    char text[4096] = "", detail[64];
    size_t used = 0;
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    for (size_t i = 0; i < rows->count && used + 2 < sizeof text; i++) {
        const struct banshi_roster_reason *r = banshi_row(struct banshi_roster_reason, rows, i);
        int n = snprintf(text + used, sizeof text - used, _("%s: %s%s%s\n"), _(r->fact), r->value[0] ? _(r->value) : "",
                         r->detail[0] ? "  " : "", detail_of(r, detail));
        used += n > 0 ? (size_t)n : 0;
    }
    app_open(app, "viewer", 0,
             &(struct reading){_("Why this person"), text[0] ? text : _("It was not made by a plan")});
}
