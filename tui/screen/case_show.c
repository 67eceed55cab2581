/* SPDX-License-Identifier: MIT */
/* One case: what was applied for, its materials, history and documents; deciding on it later. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "app.h"
#include "case_act.h"
#include "i18n.h"
#include "intake.h"
#include "kit/lines.h"
#include "kit/page.h"

enum tag { TAG_CLOCK = 1 };
enum { DETAILS = 80, BELOW = 3 }; /* rows that the head has at most; below the selected line */

/* The selected line: 0 what was applied for, then the documents, materials and events. */
struct show {
    int64_t id;
    enum rank rank; /* of who is signed on */
    bool placed;    /* placed: the first document was selected */
    const struct banshi_rows *rows, *materials, *documents, *history;
    struct lines list;
};

static size_t count_of(const struct banshi_rows *rows)
{
    return rows ? rows->count : 0;
}

static int head_rows(const struct show *s, int cols);

/* A case opens at its head; its first document is selected when there is room for both. */
static void resize(const struct app *app, struct show *s)
{
    lines_resize(&s->list, 1 + count_of(s->documents) + count_of(s->materials) + count_of(s->history));
    if (!s->placed && count_of(s->documents)) {
        s->list.selected = head_rows(s, app->canvas.cols) + 1 + BELOW <= app->rows;
        s->placed = true;
    }
}

static void keep(struct app *app, struct show *s, const struct banshi_rows **kept, const struct banshi_error *error,
                 const struct banshi_rows *rows)
{
    if (error->code != 0)
        app_error(app, error);
    else
        keep_rows(kept, rows);
    resize(app, s);
}
static void on_case(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    keep(app, state, &((struct show *)state)->rows, error, rows);
}
static void on_materials(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    keep(app, state, &((struct show *)state)->materials, error, rows);
}
static void on_documents(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    keep(app, state, &((struct show *)state)->documents, error, rows);
}
static void on_history(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    keep(app, state, &((struct show *)state)->history, error, rows);
}

static void read_all(struct app *app, struct show *s)
{
    app_watch(app, s, on_case, banshi_case_show, s->id, NULL);
    app_watch(app, s, on_materials, banshi_case_material_list, s->id);
    app_watch(app, s, on_documents, banshi_document_list, s->id);
    app_watch(app, s, on_history, banshi_case_history, s->id);
}

/* What happened to the case, besides being read. */
static size_t happened(const struct banshi_rows *history)
{
    size_t count = 0;
    for (size_t i = 0; i < count_of(history); i++)
        count += strcmp(banshi_row(struct banshi_case_event, history, i)->kind, "read") != 0;
    return count;
}

/* Something changed about some case: this one is read again, which is recorded, only when it is this one. */
static void on_news(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct show *s = state;
    if (error->code != 0 || happened(rows) == happened(s->history))
        return;
    read_all(app, s);
}

static void event(struct app *app, void *state, const struct banshi_event *event)
{
    struct show *s = state;
    bool mine = event->concept == BANSHI_CONCEPT_CASE && (!event->id || event->id == s->id);
    if (s->history && (mine || event->concept == BANSHI_CONCEPT_ALL || event->concept == BANSHI_CONCEPT_DOCUMENT))
        app_watch(app, s, on_news, banshi_case_history, s->id);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct show *s = state;
    s->id = ((const struct record_start *)argument)->id;
    s->rank = app_rank(app);
    read_all(app, s);
}

static void result(struct app *app, void *state, const struct result *r)
{
    read_all(app, state);
    if (r->tag != TAG_CLOCK || !r->chosen)
        return;
    app_say(app, STYLE_GOOD, "%s", r->text);
    if (r->number)
        app_open(app, "document", 0, &(struct record_start){.id = r->number});
}

static const struct banshi_case *shown(const struct show *s)
{
    return s->rows && s->rows->count ? banshi_row(struct banshi_case, s->rows, 0) : NULL;
}

/* The selected document; NULL: another line is selected. */
static const struct banshi_document *document_in_hand(const struct show *s)
{
    size_t i = s->list.selected;
    return i >= 1 && i <= count_of(s->documents) ? banshi_row(struct banshi_document, s->documents, i - 1) : NULL;
}

static bool can_be_decided(const struct banshi_case *c)
{
    return c && (strcmp(c->state, "received") == 0 || strcmp(c->state, "supplement") == 0);
}

static const char *hint(const void *state, enum action action)
{
    const struct show *s = state;
    if (action == ACTION_DECIDE)
        return can_be_decided(shown(s)) ? NULL : "";
    if (action == ACTION_SHOW_DOCUMENT || action == ACTION_CASE_PRINT)
        return document_in_hand(s) ? NULL : "";
    if (case_act_is(action))
        return s->rank >= case_act_least(action) && case_act_possible(shown(s), action) ? NULL : "";
    return NULL;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct show *s = state;
    const struct banshi_document *document = document_in_hand(s);
    if (action == ACTION_SHOW_DOCUMENT || action == ACTION_CASE_PRINT) {
        if (document)
            app_open(app, "document", 0,
                     &(struct record_start){.id = document->id, .print = action == ACTION_CASE_PRINT});
        return true;
    }
    if (action == ACTION_DECIDE) {
        if (can_be_decided(shown(s)))
            app_open(app, "case_decide", 0, &(struct record_start){.id = s->id});
        else if (shown(s))
            app_impossible(app, action);
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
    return lines_act(&s->list, action);
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
        snprintf(text, sizeof text, "%s  %s", word_text(banshi_word_case_result, c->result),
                 day_text(c->finished_on, day));
        row = line(area, row, _("Result"), text);
    }
    if (c->delivered_on) {
        snprintf(text, sizeof text, "%s  %s", word_text(banshi_word_case_delivery, c->delivered_by),
                 day_text(c->delivered_on, other));
        row = line(area, row, _("Delivered"), text);
    }
    return row;
}

static int draw_case(const struct banshi_case *c, struct area area, int row)
{
    char text[512], day[16], other[16];
    row = line(area, row, _("Number"), c->number);
    row = line(area, row, _("State"), word_text(banshi_word_case_state, c->state));
    row = line(area, row, _("Reason"), c->reason);
    row = line(area, row, _("Item"), c->item_name);
    snprintf(text, sizeof text, "%s  %s %s  %s", c->applicant_name, word_text(banshi_word_id_kind, c->id_kind),
             c->id_number, c->phone);
    row = line(area, row, _("Applicant"), text);
    if (c->agent_name[0]) {
        snprintf(text, sizeof text, "%s  %s  %s", c->agent_name, c->agent_id_number, c->agent_authority);
        row = line(area, row, _("Agent"), text);
    }
    if (c->assistance) {
        snprintf(text, sizeof text, "%s  %s", c->helper_name, c->assistance_note);
        row = line(area, row, _("Assistance"), text);
    }
    snprintf(text, sizeof text, "%s  %s", word_text(banshi_word_case_delivery, c->delivery), c->delivery_note);
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

/* Rows of the head with its heading. */
static int head_rows(const struct show *s, int cols)
{
    struct canvas canvas = {0};
    const struct banshi_case *c = shown(s);
    int rows = 1;
    if (c && canvas_resize(&canvas, DETAILS, cols))
        rows = draw_case(c, canvas_area(&canvas), rows);
    canvas_free(&canvas);
    return rows;
}

/* A time of today by its clock, another with its day. */
static const char *when(banshi_time at, char ret[32])
{
    char clock[16], day[16];
    if (day_of(at) == day_of(time_now()))
        snprintf(ret, 32, "%s", clock_text(at, clock));
    else
        snprintf(ret, 32, "%s %s", day_text(day_of(at), day), clock_text(at, clock));
    return ret;
}

/* The lists below what was applied for, on one sheet. */
struct sheet {
    const struct show *s;
    struct area area;
    int row, hand; /* hand: the row of the selected line */
    size_t lines;
};

static void put_line(struct sheet *sheet, enum style style, const char *text)
{
    bool in_hand = sheet->lines++ == sheet->s->list.selected;
    if (in_hand)
        sheet->hand = sheet->row;
    paint_cell(sheet->area, sheet->row++, 1, sheet->area.cols - 2, in_hand ? STYLE_SELECTED : style, text);
}

static void draw_lists(struct sheet *sheet)
{
    const struct show *s = sheet->s;
    char text[1200], detail[1024], time[32];
    paint_rule(sheet->area, sheet->row++, _("Documents"));
    for (size_t i = 0; i < count_of(s->documents); i++) {
        const struct banshi_document *d = banshi_row(struct banshi_document, s->documents, i);
        snprintf(text, sizeof text, "%s  %s  %s  %s", when(d->issued_at, time), d->title, d->number,
                 word_text(banshi_word_document_state, d->state));
        put_line(sheet, STYLE_NORMAL, text);
    }
    paint_rule(sheet->area, sheet->row++, _("Materials"));
    for (size_t i = 0; i < count_of(s->materials); i++) {
        const struct banshi_case_material *m = banshi_row(struct banshi_case_material, s->materials, i);
        snprintf(text, sizeof text, "%s  %s  %s", word_text(banshi_word_case_material_state, m->state), m->name,
                 m->note);
        put_line(sheet, strcmp(m->state, "received") == 0 ? STYLE_NORMAL : STYLE_WARN, text);
    }
    paint_rule(sheet->area, sheet->row++, _("History"));
    for (size_t i = 0; i < count_of(s->history); i++) {
        const struct banshi_case_event *e = banshi_row(struct banshi_case_event, s->history, i);
        detail_words(e->detail, detail, sizeof detail);
        snprintf(text, sizeof text, "%s  %s  %s  %s", when(e->at, time), word_text(banshi_word_event_kind, e->kind),
                 e->staff_name, detail);
        put_line(sheet, STYLE_NORMAL, text);
    }
}

/* All of it is painted on a sheet as long as it takes; what is around the selected line is shown. */
static void draw(const struct app *app, const void *state, struct area area)
{
    const struct show *s = state;
    struct canvas canvas = {0};
    struct sheet sheet = {.s = s, .row = 1, .lines = 1}; /* line 0: the top */
    (void)app;
    if (!canvas_resize(&canvas, DETAILS + (int)s->list.count, area.cols))
        return;
    sheet.area = canvas_area(&canvas);
    paint_rule(sheet.area, 0, _("Case"));
    if (shown(s))
        sheet.row = draw_case(shown(s), sheet.area, sheet.row);
    draw_lists(&sheet);
    int rows = sheet.row, fit = rows > area.rows ? area.rows - 1 : area.rows, most = rows > fit ? rows - fit : 0;
    int first = sheet.hand + BELOW > fit ? sheet.hand + BELOW - fit : 0;
    first = first < most ? first : most;
    paint_view(area_part(area, 0, 0, fit, area.cols), &canvas, first);
    page_mark(area, area.rows - 1, (size_t)rows, (size_t)first, (size_t)fit);
    canvas_free(&canvas);
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
    .least = RANK_CLERK,
    .size = sizeof(struct show),
    .open = open,
    .act = act,
    .event = event,
    .hint = hint,
    .result = result,
    .draw = draw,
    .close = close,
};
