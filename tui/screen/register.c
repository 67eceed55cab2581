/* SPDX-License-Identifier: MIT */
/* The documents of a day: opened, exported as a table, or printed all together. */
#include <config.h>

#include <stdio.h>

#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "save.h"

struct day {
    struct lists lists;
    banshi_date date; /* 0: today */
};

static const struct column columns[] = {
    {N_("Time"), .says = "{issued_at}"},
    {N_("Number"), .says = "{number}", .least = 20},
    {N_("State"), .says = "{state:word}"},
    {N_("Document"), .says = "{title}", .least = 20},
    {N_("Applicant"), .says = "{applicant_name}", .least = 10, .weight = 1},
    {N_("Item"), .says = "{item_name}", .least = 20, .weight = 1, .optional = true},
};

static void title(const void *state, char *ret, size_t size)
{
    const struct day *d = state;
    char day[16];
    snprintf(ret, size, d->date ? _("Documents of %s") : _("Documents of today"), day_text(d->date, day));
}

static banshi_date day_shown(const void *state)
{
    const struct day *d = state;
    return d->date ? d->date : day_of(time_now());
}

static void read_register(struct app *app, void *state)
{
    list_watch(app, state, banshi_register_list, ((const struct day *)state)->date, 0);
}

static const struct list_view views[] = {
    {.name = N_("Register of documents"),
     .of = &banshi_register_shape,
     .file = N_("register"),
     .table = {TABLE_OF(columns), .none = N_("No document was issued on this day")},
     .concepts = {BANSHI_CONCEPT_DOCUMENT, BANSHI_CONCEPT_CASE},
     .read = read_register,
     .title = title,
     .details = N_("{title}\n{number}  {staff_name}[  {counter_label}][  printed: {prints}]\n[{applicant_name}\n]"
                   "{item_name}\n{case_number}"),
     .detail_rows = 4,
     .day = day_shown,
     .papers = true},
};

static void on_printed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (app_ok(app, error) && rows->count)
        app_printed(app, banshi_row(struct banshi_print, rows, 0), false);
    else if (error->code == 0)
        app_say(app, STYLE_WARN, "%s", _("No document was issued on this day"));
}

static void print_all(struct app *app, void *state, const struct result *r)
{
    const struct banshi_rows *rows = list_rows(state, 0);
    if (!r->text[0])
        return;
    app_say(app, STYLE_NORMAL, _("Printing documents (%d) to %s"), rows ? (int)rows->count : 0, r->text);
    app_ask(app, state, on_printed, banshi_register_print, ((const struct day *)state)->date, 0, r->text, 0);
}

static void ask_where(struct app *app, void *state, enum action action, const void *record)
{
    char path[SAVE_SIZE], day[16];
    (void)record;
    save_place(path, "%s.pdf", day_text(day_shown(state), day));
    ask_text(app, (int)action, _("Print all documents of the day"), _("A file .pdf, printer:NAME, or ipp://…"), path,
             400);
}

static void another_day(struct app *app, void *state, const struct result *r)
{
    struct day *d = state;
    banshi_date day = day_add(day_shown(d), r->tag == ACTION_REGISTER_BEFORE ? -1 : 1), today = day_of(time_now());
    if (day > today)
        return;
    d->date = day == today ? 0 : day;
    list_read(app, d, 0);
}

static bool any(const void *state, const void *record)
{
    const struct banshi_rows *rows = list_rows(state, 0);
    (void)record;
    return rows && rows->count;
}

static bool past(const void *state, const void *record)
{
    (void)record;
    return day_shown(state) < day_of(time_now());
}

static const struct list_act acts[] = {
    {ACTION_OPEN_DOCUMENT, .opens = "document"},
    {ACTION_PRINT_ALL, .anyway = true, .possible = any, .begin = ask_where, .does = print_all},
    {ACTION_REGISTER_BEFORE, .anyway = true, .does = another_day},
    {ACTION_REGISTER_AFTER, .anyway = true, .possible = past, .does = another_day},
};

const struct screen screen_register = {
    .name = "register",
    .title = N_("The register of documents"),
    .contexts = {CONTEXT_REGISTER},
    .opened_by = ACTION_REGISTER,
    .least = RANK_CLERK,
    .size = sizeof(struct day),
    .list = LIST_SCREEN(views, acts),
};
