/* SPDX-License-Identifier: MIT */
/* One case: what was applied for, its materials, history and documents; deciding on it later. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "case_act.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"

enum tag { TAG_CLOCK = 1 };

struct show {
    int64_t id;
    bool leads;
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
    s->leads = app_leads(app);
    read_all(app, s);
}

static void result(struct app *app, void *state, const struct result *r)
{
    read_all(app, state);
    if (r->tag != TAG_CLOCK || !r->chosen)
        return;
    app_say(app, STYLE_GOOD, "%s", r->text);
    if (r->number)
        app_open(app, "document", 0, &(struct record_start){r->number});
}

static const struct banshi_case *shown(const struct show *s)
{
    return s->rows && s->rows->count ? banshi_row(struct banshi_case, s->rows, 0) : NULL;
}

static const char *hint(const void *state, enum action action)
{
    const struct show *s = state;
    return case_act_is(action) && !case_act_possible(shown(s), s->leads, action) ? "" : NULL;
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
    if (case_act_is(action)) {
        case_act_open(app, TAG_CLOCK, shown(s), action);
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

/* Where the clock stands. */
static int draw_clock(const struct banshi_case *c, struct area area, int row)
{
    char text[512], day[16], other[16];
    if (c->deemed) {
        snprintf(text, sizeof text, _("by law from the day of receipt: nobody was told within five working days"));
        row = line(area, row, _("Accepted"), text);
    }
    if (strcmp(c->state, "received") == 0)
        row = line(area, row, _("To be told by"), day_text(c->tell_by, day));
    if (strcmp(c->state, "suspended") == 0)
        row = line(area, row, _("Resumed by"), day_text(c->resume_by, day));
    if (strcmp(c->state, "decided") == 0)
        row = line(area, row, _("Delivered by"), day_text(c->deliver_by, day));
    if (c->finished_on) {
        snprintf(text, sizeof text, "%s  %s", _(c->result), day_text(c->finished_on, day));
        row = line(area, row, _("Result"), text);
    }
    if (c->delivered_on) {
        snprintf(text, sizeof text, "%s  %s", _(c->delivered_by), day_text(c->delivered_on, other));
        row = line(area, row, _("Delivered"), text);
    }
    return row;
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
    return draw_clock(c, area, row);
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
    .hint = hint,
    .result = result,
    .draw = draw,
    .close = close,
};
