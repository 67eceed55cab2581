/* SPDX-License-Identifier: MIT */
/* An item as people are told of it: all conditions and materials at once, as the one-time notice says them; issuing that notice,
 * and the forms of the materials. Norms 2.3, 4.5, 6.2. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "intake.h"
#include "kit/page.h"
#include "kit/text.h"
#include "picks.h"

enum { PAPER_COLUMNS = 76, FRAME = 2 };

struct item {
    int64_t id;
    const struct banshi_rows *items;
    char *text;
    struct page page;
};

static void on_preview(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct item *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    free(s->text);
    s->text = banshi_paper_text(banshi_row(struct banshi_document_preview, rows, 0)->content, PAPER_COLUMNS);
    page_begin(&s->page, text_count(s->text), app->rows - FRAME);
}

static void read_item(struct app *app, struct item *s)
{
    app_ask(app, s, on_preview, banshi_document_preview, "enquiry", 0, s->id, 0, NULL);
}

static void ask_item(struct app *app, void *state)
{
    const struct item *s = state;
    item_pick(app, s->items, ACTION_ITEM_OTHER, s->id);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct item *s = state;
    s->id = ((const struct record_start *)argument)->id;
    if (s->id)
        read_item(app, s);
    else
        app_need(app, s, &s->items, ask_item, banshi_item_list);
}

static void on_issued(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (app_ok(app, error))
        app_open(app, "document", 0, &(struct record_start){.id = banshi_row(struct banshi_document, rows, 0)->id});
}

static void issue(struct app *app, struct item *s, const char *name)
{
    const char *wrong = NULL;
    char pair[512];
    snprintf(pair, sizeof pair, "applicant.name=%s", name);
    char *values = banshi_json_object((const char *const[]){pair}, 1, &wrong);
    if (!values)
        return;
    app_write(app, s, on_issued, banshi_document_issue, "enquiry", 0, s->id, values);
    free(values);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct item *s = state;
    if (r->tag == ACTION_ITEM_OTHER && r->chosen) {
        s->id = r->number;
        read_item(app, s);
    } else if (r->tag == ACTION_ITEM_OTHER && !s->id) {
        app_close(app, false, NULL, 0);
    } else if (r->tag == ACTION_ITEM_NOTICE && r->chosen) {
        issue(app, s, r->text);
    }
}

static bool act(struct app *app, void *state, enum action action)
{
    struct item *s = state;
    switch (action) {
    case ACTION_ITEM_NOTICE:
        if (s->text)
            ask_text(app, (int)action, _("One-time notice"), _("Who is told? Empty: nobody is named"), "", 100);
        return true;
    case ACTION_ITEM_FORMS:
        if (s->text)
            app_open(app, "material_form", 0, &(struct material_form_start){s->id, NULL});
        return true;
    case ACTION_ITEM_OTHER:
        app_need(app, s, &s->items, ask_item, banshi_item_list);
        return true;
    default:
        return page_act(&s->page, action, app->rows - FRAME);
    }
}

static const char *hint(const void *state, enum action action)
{
    return page_hint(&((const struct item *)state)->page, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct item *s = state;
    (void)app;
    int cols = PAPER_COLUMNS + 4 < area.cols ? PAPER_COLUMNS + 4 : area.cols;
    struct area frame = area_part(area, 0, (area.cols - cols) / 2, area.rows, cols);
    struct area inside = paint_frame(frame, _("Item guide"));
    page_draw(&s->page, inside, s->text ? s->text : "");
    page_mark(frame, frame.rows - 1, s->page.lines, page_first(&s->page, inside.rows), (size_t)inside.rows);
}

static void close(struct app *app, void *state)
{
    (void)app;
    free(((struct item *)state)->text);
}

const struct screen screen_item = {
    .name = "item",
    .title = N_("Item guide"),
    .contexts = {CONTEXT_ITEM, CONTEXT_LIST},
    .least = RANK_CLERK,
    .size = sizeof(struct item),
    .open = open,
    .act = act,
    .hint = hint,
    .result = result,
    .draw = draw,
    .close = close,
};
