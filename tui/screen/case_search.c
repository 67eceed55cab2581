/* SPDX-License-Identifier: MIT */
/* Finding a case by number, name, identity number, telephone or pinyin initials. */
#include <config.h>

#include <stdio.h>
#include <string.h>
#include <time.h>

#include "app.h"
#include "kit/edit.h"
#include "i18n.h"
#include "intake.h"
#include "list.h"

enum { MOST = 200 };

struct search {
    struct edit text;
    const struct banshi_rows *rows;
    struct list list;
    bool reading, again;
    enum action wanted; /* came before the answer to what was typed: it is done when the answer is there */
};

static void ask(struct app *app, struct search *s);

/* The newest that is not void. */
static void on_documents(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    size_t i = rows->count;
    while (i > 0 && strcmp(banshi_row(struct banshi_document, rows, i - 1)->state, "voided") == 0)
        i--;
    if (i > 0)
        app_open(app, "document", 0,
                 &(struct record_start){.id = banshi_row(struct banshi_document, rows, i - 1)->id, .print = true});
    else
        app_say(app, STYLE_WARN, "%s", _("The case has no document"));
}

/* With the case in hand, as soon as it is the one that was typed. */
static void open_or_print(struct app *app, struct search *s, enum action action)
{
    s->wanted = s->reading ? action : ACTION_NONE;
    if (s->reading || !s->rows || s->list.selected >= s->rows->count)
        return;
    int64_t id = banshi_row(struct banshi_case, s->rows, s->list.selected)->id;
    if (action == ACTION_SEARCH_PRINT)
        app_ask(app, s, on_documents, banshi_document_list, id);
    else
        app_open(app, "case_show", 0, &(struct record_start){.id = id});
}

static void on_cases(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct search *s = state;
    s->reading = false;
    if (error->code != 0) {
        app_error(app, error);
    } else {
        keep_rows(&s->rows, rows);
        list_resize(&s->list, rows->count);
    }
    if (s->again)
        ask(app, s);
    else if (s->wanted != ACTION_NONE)
        open_or_print(app, s, s->wanted);
}

/* One question at a time: what is typed meanwhile is asked afterwards. */
static void ask(struct app *app, struct search *s)
{
    s->again = s->reading;
    if (s->reading)
        return;
    s->reading = true;
    app_watch(app, s, on_cases, banshi_case_search, s->text.text, MOST);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct search *s = state;
    if (argument) /* a scanned code, or pasted text */
        edit_set(&s->text, argument);
    ask(app, s);
}

static void event(struct app *app, void *state, const char *concept)
{
    if (concept[0] == '*' || strcmp(concept, "case") == 0)
        ask(app, state);
}

static bool type(struct app *app, void *state, key k)
{
    struct search *s = state;
    if (!edit_key(&s->text, k))
        return false;
    s->list.selected = 0;
    s->wanted = ACTION_NONE;
    ask(app, s);
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct search *s = state;
    if (action == ACTION_SEARCH_PRINT || action == ACTION_OPEN_CASE) {
        open_or_print(app, s, action);
        return true;
    }
    return list_act(&s->list, action);
}

static const char *hint(const void *state, enum action action)
{
    const struct search *s = state;
    bool nothing = s->rows && s->rows->count == 0;
    return nothing && (action == ACTION_OPEN_CASE || action == ACTION_SEARCH_PRINT) ? "" : NULL;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct search *s = state;
    char stamp[32];
    (void)app;
    paint_rule(area, 0, _("Find a case"));
    edit_draw(&s->text, area, 1, 1, area.cols - 2, true);
    if (!s->text.text[0])
        paint(area, 2, 1, STYLE_WEAK,
              _("Number, name, identity number, telephone or pinyin initials; the newest are shown"));
    struct area lines = area_part(area, 3, 0, area.rows - 3, area.cols);
    size_t top = list_top(&s->list, lines.rows);
    int name = lines.cols > 110 ? 30 : 14;
    for (int r = 0; r < lines.rows && s->rows && top + (size_t)r < s->rows->count; r++) {
        size_t i = top + (size_t)r;
        const struct banshi_case *c = banshi_row(struct banshi_case, s->rows, i);
        enum style style = i == s->list.selected ? STYLE_SELECTED : STYLE_NORMAL;
        time_t at = (time_t)(c->received_at / 1000000);
        struct tm tm;
        localtime_r(&at, &tm);
        strftime(stamp, sizeof stamp, "%m-%d %H:%M", &tm);
        paint_cell(lines, r, 0, lines.cols, style, "");
        paint_cell(lines, r, 1, 11, style, stamp);
        paint_cell(lines, r, 13, 10, style, _(c->state));
        paint_cell(lines, r, 24, name, style, c->applicant_name);
        paint_cell(lines, r, 25 + name, 19, style, c->id_number);
        paint_cell(lines, r, 45 + name, lines.cols - 46 - name, style, c->item_name);
    }
    if (s->rows && !s->rows->count)
        paint(lines, 0, 1, STYLE_WEAK, _("Nothing matches"));
}

static void close(struct app *app, void *state)
{
    struct search *s = state;
    (void)app;
    banshi_rows_free(s->rows);
}

const struct screen screen_case_search = {
    .name = "case_search",
    .title = N_("Find a case"),
    .contexts = {CONTEXT_SEARCH, CONTEXT_LIST},
    .size = sizeof(struct search),
    .open = open,
    .key = type,
    .act = act,
    .event = event,
    .hint = hint,
    .draw = draw,
    .close = close,
};
