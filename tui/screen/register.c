/* SPDX-License-Identifier: MIT */
/* The documents of a day: opened, exported as a table, or printed all together. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "export.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"

enum tag { TAG_EXPORT = 1, TAG_PRINT };

struct day {
    const struct banshi_rows *rows;
    struct list list;
    banshi_date date; /* 0: today */
};

static void on_list(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct day *d = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&d->rows, rows);
    list_resize(&d->list, rows->count);
}

static void read_again(struct app *app, struct day *d)
{
    app_watch(app, d, on_list, banshi_register_list, d->date, 0);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    read_again(app, state);
}

static void event(struct app *app, void *state, int concept)
{
    if (concept == BANSHI_CONCEPT_ALL || concept == BANSHI_CONCEPT_DOCUMENT || concept == BANSHI_CONCEPT_CASE)
        read_again(app, state);
}

/* Printing ------------------------------------------------------------------------------------------------------ */

static void on_printed(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    if (!rows->count) {
        app_say(app, STYLE_WARN, "%s", _("No document was issued on this day"));
        return;
    }
    const struct banshi_print *print = banshi_row(struct banshi_print, rows, 0);
    char why[512];
    detail_words(print->message, why, sizeof why);
    if (strcmp(print->state, "held") == 0)
        app_say(app, STYLE_WARN, _("The printer has it and waits: %s. It prints by itself; do not print again"),
                *why ? why : _("no reason given"));
    else
        app_say(app, STYLE_GOOD, _("Printed to %s"), print->destination);
}

static void print_all(struct app *app, struct day *d, const char *destination)
{
    app_say(app, STYLE_NORMAL, _("Printing %d documents to %s"), (int)(d->rows ? d->rows->count : 0), destination);
    app_ask(app, d, on_printed, banshi_register_print, d->date, 0, destination, 0);
}

/* Asking where to ----------------------------------------------------------------------------------------------- */

static void ask_where(struct app *app, const struct day *d)
{
    const char *home = getenv("HOME");
    char path[400], day[16];
    snprintf(path, sizeof path, "%s/%s.pdf", home ? home : ".", day_text(d->date ? d->date : day_of(time_now()), day));
    app_open(
        app, "prompt", TAG_PRINT,
        &(struct question){_("Print all documents of the day"), _("A file .pdf, printer:NAME, or ipp://…"), path, 400});
}

static banshi_date shown_day(const struct day *d)
{
    return d->date ? d->date : day_of(time_now());
}

static void go_to(struct app *app, struct day *d, banshi_date day)
{
    if (day > day_of(time_now()))
        return;
    d->date = day == day_of(time_now()) ? 0 : day;
    read_again(app, d);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct day *d = state;
    if (r->tag == TAG_PRINT && r->chosen && r->text[0])
        print_all(app, d, r->text);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct day *d = state;
    switch (action) {
    case ACTION_OPEN_DOCUMENT:
        if (d->rows && d->list.selected < d->rows->count) {
            struct record_start start = {.id = banshi_row(struct banshi_register, d->rows, d->list.selected)->id};
            app_open(app, "document", 0, &start);
        }
        return true;
    case ACTION_EXPORT:
    case ACTION_PRINT_REGISTER:
        if (d->rows)
            app_open(app, "export", TAG_EXPORT,
                     &(struct export_start){.title = _("Register of documents"),
                                            .name = _("register"),
                                            .rows = d->rows,
                                            .documents = true,
                                            .day = d->date,
                                            .print = action == ACTION_PRINT_REGISTER});
        return true;
    case ACTION_PRINT_ALL:
        ask_where(app, d);
        return true;
    case ACTION_REGISTER_BEFORE:
    case ACTION_REGISTER_AFTER:
        go_to(app, d, day_add(shown_day(d), action == ACTION_REGISTER_BEFORE ? -1 : 1));
        return true;
    default:
        return list_act(&d->list, action);
    }
}

/* The selected line in full. */
static void detail_of(const struct banshi_register *line, char *ret, size_t size)
{
    char prints[64];
    snprintf(prints, sizeof prints, _("printed: %d"), (int)line->prints);
    snprintf(ret, size, "%s  %s  %s%s%s\n%s%s%s\n%s", line->number, line->staff_name, line->counter_label,
             *line->counter_label ? "  " : "", prints, line->applicant_name, *line->applicant_name ? "\n" : "",
             line->item_name, line->case_number);
}

static void draw_line(const struct banshi_register *line, struct area lines, int r, enum style style)
{
    enum { TITLE = 22, WIDE = 112, APPLICANT = 32 };
    bool wide = lines.cols >= WIDE;
    int at = 41 + TITLE, left = lines.cols - at - 1;
    char time[16];
    paint_cell(lines, r, 0, lines.cols, style, "");
    paint_cell(lines, r, 1, 5, style, clock_text(line->issued_at, time));
    paint_cell(lines, r, 7, 24, style, line->number);
    paint_cell(lines, r, 32, 7, style, _(line->state));
    paint_cell(lines, r, 40, TITLE, style, line->title);
    paint_cell(lines, r, at, wide ? APPLICANT : left, style, line->applicant_name);
    if (wide)
        paint_cell(lines, r, at + APPLICANT + 1, left - APPLICANT - 1, style, line->item_name);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct day *d = state;
    char day[16], title[64], detail[1200];
    (void)app;
    snprintf(title, sizeof title, d->date ? _("Documents of %s") : _("Documents of today"), day_text(d->date, day));
    paint_rule(area, 0, title);
    if (d->rows && !d->rows->count)
        paint(area, 1, 1, STYLE_WEAK, _("No document was issued on this day"));
    if (!d->rows || d->list.selected >= d->rows->count)
        return;
    const struct banshi_register *chosen = banshi_row(struct banshi_register, d->rows, d->list.selected);
    detail_of(chosen, detail, sizeof detail);
    struct area lines = paint_detail(area_part(area, 1, 0, area.rows - 1, area.cols), 4, chosen->title, detail);
    size_t top = list_top(&d->list, lines.rows);
    for (int r = 0; r < lines.rows && top + (size_t)r < d->rows->count; r++)
        draw_line(banshi_row(struct banshi_register, d->rows, top + (size_t)r), lines, r,
                  top + (size_t)r == d->list.selected ? STYLE_SELECTED : STYLE_NORMAL);
}

static void close(struct app *app, void *state)
{
    struct day *d = state;
    (void)app;
    banshi_rows_free(d->rows);
}

const struct screen screen_register = {
    .name = "register",
    .title = N_("The register of documents"),
    .contexts = {CONTEXT_REGISTER, CONTEXT_LIST},
    .size = sizeof(struct day),
    .open = open,
    .act = act,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
