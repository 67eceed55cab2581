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

enum tag { TAG_ITEM = 1, TAG_NAME, TAG_OTHER };
enum { PAPER_COLUMNS = 76, FRAME = 2 };

struct item {
    int64_t id;
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

static void on_items(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct item *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    struct option *items = calloc(rows->count + 1, sizeof *items);
    char(*texts)[512] = calloc(rows->count + 1, sizeof *texts);
    if (items && texts) {
        for (size_t i = 0; i < rows->count; i++) {
            const struct banshi_item *item = banshi_row(struct banshi_item, rows, i);
            snprintf(texts[i], sizeof texts[i], "%s%s  %s", item->mine ? "★ " : "", item->name, item->department);
            items[i] = (struct option){texts[i], item->id};
        }
        app_open(app, "pick", TAG_ITEM,
                 &(struct options){_("Which item? Type its name, code or pinyin initials"), items, rows->count, s->id});
    }
    free(items);
    free(texts);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct item *s = state;
    s->id = ((const struct record_start *)argument)->id;
    if (s->id)
        read_item(app, s);
    else
        app_ask(app, s, on_items, banshi_item_list);
}

static void on_issued(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (app_ok(app, error))
        app_open(app, "document", TAG_OTHER,
                 &(struct record_start){.id = banshi_row(struct banshi_document, rows, 0)->id});
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
    if (r->tag == TAG_ITEM && r->chosen) {
        s->id = r->number;
        read_item(app, s);
    } else if (r->tag == TAG_ITEM && !s->id) {
        app_close(app, false, NULL, 0);
    } else if (r->tag == TAG_NAME && r->chosen) {
        issue(app, s, r->text);
    }
}

static bool act(struct app *app, void *state, enum action action)
{
    struct item *s = state;
    switch (action) {
    case ACTION_ITEM_NOTICE:
        if (s->text)
            app_open(app, "prompt", TAG_NAME,
                     &(struct question){_("One-time notice"), _("Who is told? Empty: nobody is named"), "", 100});
        return true;
    case ACTION_ITEM_FORMS:
        if (s->text)
            app_open(app, "material_form", TAG_OTHER, &(struct material_form_start){s->id, NULL});
        return true;
    case ACTION_ITEM_OTHER:
        app_ask(app, s, on_items, banshi_item_list);
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
    .size = sizeof(struct item),
    .open = open,
    .act = act,
    .hint = hint,
    .result = result,
    .draw = draw,
    .close = close,
};
