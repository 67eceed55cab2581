/* SPDX-License-Identifier: MIT */
/* One case: what was applied for, its materials, history and documents; deciding on it later. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"

struct show {
    int64_t id;
    const struct banshi_rows *rows, *materials, *documents, *history;
    struct list list; /* of documents */
};

static void on_case(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct show *s = state;
    if (error->code != 0)
        app_error(app, error);
    else
        keep_rows(&s->rows, rows);
}
static void on_materials(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct show *s = state;
    if (error->code != 0)
        app_error(app, error);
    else
        keep_rows(&s->materials, rows);
}
static void on_documents(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct show *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->documents, rows);
    list_resize(&s->list, rows->count);
}
static void on_history(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct show *s = state;
    if (error->code != 0)
        app_error(app, error);
    else
        keep_rows(&s->history, rows);
}

static void read_all(struct app *app, struct show *s)
{
    app_ask(app, s, on_case, banshi_case_show, s->id, NULL);
    app_ask(app, s, on_materials, banshi_case_material_list, s->id);
    app_ask(app, s, on_documents, banshi_document_list, s->id);
    app_ask(app, s, on_history, banshi_case_history, s->id);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct show *s = state;
    s->id = ((const struct record_start *)argument)->id;
    read_all(app, s);
}

static void result(struct app *app, void *state, const struct result *r)
{
    (void)r;
    read_all(app, state);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct show *s = state;
    if (action == ACTION_SHOW_DOCUMENT && s->documents && s->list.selected < s->documents->count) {
        struct record_start start = {banshi_row(struct banshi_document, s->documents, s->list.selected)->id};
        app_open(app, "document", 0, &start);
        return true;
    }
    if (action == ACTION_DECIDE) {
        app_open(app, "case_decide", 0, &(struct record_start){s->id});
        return true;
    }
    if (action == ACTION_ISSUE_DOCUMENT && s->rows && s->rows->count) {
        app_open(app, "document_issue", 0, &(struct document_issue_start){banshi_row(struct banshi_case, s->rows, 0)});
        return true;
    }
    return list_act(&s->list, action);
}

/* A label and its value, when there is one; returns the next row. */
static int line(struct area area, int row, const char *label, const char *value)
{
    if (!value || !value[0])
        return row;
    paint_right(area, row, 0, 14, STYLE_LABEL, label);
    int used = paint_wrap(area_part(area, row, 16, area.rows - row, area.cols - 16), 0, 0, STYLE_NORMAL, value);
    return row + (used > 0 ? used : 1);
}

static int draw_case(const struct banshi_case *c, struct area area, int row)
{
    char text[512], day[16], other[16];
    row = line(area, row, _("Number"), c->number);
    snprintf(text, sizeof text, "%s%s%s", _(c->state), c->reason[0] ? "  " : "", c->reason);
    row = line(area, row, _("State"), text);
    row = line(area, row, _("Item"), c->item_name);
    snprintf(text, sizeof text, "%s  %s %s  %s", c->applicant_name, _(c->id_kind), c->id_number, c->phone);
    row = line(area, row, _("Applicant"), text);
    if (c->agent_name[0]) {
        snprintf(text, sizeof text, "%s  %s  %s", c->agent_name, c->agent_id_number, c->agent_authority);
        row = line(area, row, _("Agent"), text);
    }
    if (c->assistance) {
        snprintf(text, sizeof text, "%s  %s", c->helper_name, c->assistance_note);
        row = line(area, row, _("Assistance"), text);
    }
    snprintf(text, sizeof text, "%s  %s", _(c->delivery), c->delivery_note);
    row = line(area, row, _("Delivery"), text);
    if (c->statutory_due || c->promised_due) {
        snprintf(text, sizeof text, _("statutory %s  promised %s%s"), day_text(c->statutory_due, day),
                 day_text(c->promised_due, other), c->due_published ? "" : _("  ! calendar not published"));
        row = line(area, row, _("Decided by"), text);
    }
    if (c->supplement_by)
        row = line(area, row, _("Supplement by"), day_text(c->supplement_by, day));
    return row;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct show *s = state;
    char text[512], time[16];
    int row = 1;
    (void)app;
    paint_rule(area, 0, _("Case"));
    if (s->rows && s->rows->count)
        row = draw_case(banshi_row(struct banshi_case, s->rows, 0), area, row);
    paint_rule(area, row++, _("Documents"));
    for (size_t i = 0; s->documents && i < s->documents->count; i++) {
        const struct banshi_document *d = banshi_row(struct banshi_document, s->documents, i);
        snprintf(text, sizeof text, "%s  %s  %s  %s", clock_text(d->issued_at, time), d->title, d->number, _(d->state));
        paint_cell(area, row++, 1, area.cols - 2, i == s->list.selected ? STYLE_SELECTED : STYLE_NORMAL, text);
    }
    paint_rule(area, row++, _("Materials"));
    for (size_t i = 0; s->materials && i < s->materials->count; i++) {
        const struct banshi_case_material *m = banshi_row(struct banshi_case_material, s->materials, i);
        paintf(area, row++, 1, strcmp(m->state, "received") == 0 ? STYLE_NORMAL : STYLE_WARN, "%s  %s  %s", _(m->state),
               m->name, m->note);
    }
    paint_rule(area, row++, _("History"));
    for (size_t i = 0; s->history && i < s->history->count; i++) {
        const struct banshi_case_event *e = banshi_row(struct banshi_case_event, s->history, i);
        detail_words(e->detail, text, sizeof text);
        paintf(area, row++, 1, STYLE_NORMAL, "%s  %s  %s  %s", clock_text(e->at, time), _(e->kind), e->staff_name,
               text);
    }
}

static void close(struct app *app, void *state)
{
    struct show *s = state;
    (void)app;
    banshi_rows_free(s->rows);
    banshi_rows_free(s->materials);
    banshi_rows_free(s->documents);
    banshi_rows_free(s->history);
}

const struct screen screen_case_show = {
    .name = "case_show",
    .title = N_("Case"),
    .contexts = {CONTEXT_CASE, CONTEXT_LIST},
    .size = sizeof(struct show),
    .open = open,
    .act = act,
    .result = result,
    .draw = draw,
    .close = close,
};
