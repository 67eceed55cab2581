/* SPDX-License-Identifier: MIT */
/* What comes with the time alone. */
#include <config.h>

#include "sweep.h"

#include "app.h"
#include "i18n.h"

static void on_day(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)app, (void)state, (void)error, (void)rows; /* what it did is notified */
}

void sweep_day(struct app *app, void *state)
{
    app_write_behind(app, state, on_day, banshi_extension_sweep);
}

static void on_cases(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code == 0 && rows->count && banshi_row(struct banshi_swept, rows, 0)->cases > 0)
        app_say(app, STYLE_WARN, _("%d cases count as accepted: nobody was told within five working days"),
                (int)banshi_row(struct banshi_swept, rows, 0)->cases);
}

void sweep_cases(struct app *app, void *state)
{
    app_write_behind(app, state, on_cases, banshi_case_sweep);
}
