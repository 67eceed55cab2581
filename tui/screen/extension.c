/* SPDX-License-Identifier: MIT */
/* Extended hours: closing the day, the visits that go on, and who is asked to stay or to take one over. Norms 7.1, 7.2. */
#include <config.h>

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "write.h"

enum tag { TAG_NONE, TAG_WHOM, TAG_WHY, TAG_ACCEPT, TAG_REFUSE, TAG_BEGIN, TAG_WITHDRAW };
enum pane { PANE_VISITS, PANE_REQUESTS, PANES };
enum { DETAIL_ROWS = 3 };

struct extension {
    const struct banshi_rows *visits, *requests, *counters, *departments;
    struct list lists[PANES];
    enum pane pane;
    bool leads;
    struct write write;
    int64_t ticket, request; /* what a question is about; ticket 0: to stay */
    int64_t whom;            /* a counter, or a department as a negative number */
};

static const struct banshi_extension *visit(const struct extension *x)
{
    size_t i = x->lists[PANE_VISITS].selected;
    return x->visits && i < x->visits->count ? banshi_row(struct banshi_extension, x->visits, i) : NULL;
}

static const struct banshi_extension_request *request(const struct extension *x)
{
    size_t i = x->lists[PANE_REQUESTS].selected;
    return x->requests && i < x->requests->count ? banshi_row(struct banshi_extension_request, x->requests, i) : NULL;
}

/* Reading ------------------------------------------------------------------------------------------------------ */

static void keep(struct app *app, const struct banshi_rows **kept, struct list *list, const struct banshi_error *error,
                 const struct banshi_rows *rows)
{
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(kept, rows);
    if (list)
        list_resize(list, rows->count);
}

static void on_visits(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct extension *x = state;
    int64_t id = visit(x) ? visit(x)->id : 0;
    keep(app, &x->visits, &x->lists[PANE_VISITS], error, rows);
    for (size_t i = 0; error->code == 0 && i < rows->count; i++) /* they change places */
        if (banshi_row(struct banshi_extension, rows, i)->id == id)
            x->lists[PANE_VISITS].selected = i;
}

static void on_requests(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct extension *x = state;
    int64_t id = request(x) ? request(x)->id : 0;
    keep(app, &x->requests, &x->lists[PANE_REQUESTS], error, rows);
    for (size_t i = 0; error->code == 0 && i < rows->count; i++)
        if (banshi_row(struct banshi_extension_request, rows, i)->id == id)
            x->lists[PANE_REQUESTS].selected = i;
}

static void on_counters(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    keep(app, &((struct extension *)state)->counters, NULL, error, rows);
}

static void on_departments(struct app *app, void *state, const struct banshi_error *error,
                           const struct banshi_rows *rows)
{
    keep(app, &((struct extension *)state)->departments, NULL, error, rows);
}

static void event(struct app *app, void *state, int concept)
{
    bool all = concept == BANSHI_CONCEPT_ALL, own = concept == BANSHI_CONCEPT_EXTENSION;
    if (all || own || concept == BANSHI_CONCEPT_TICKET)
        app_watch(app, state, on_visits, banshi_extension_list, 0, 0);
    if (all || own)
        app_watch(app, state, on_requests, banshi_extension_request_list);
    if (all || concept == BANSHI_CONCEPT_COUNTER)
        app_watch(app, state, on_counters, banshi_counter_list);
    if (all)
        app_watch(app, state, on_departments, banshi_department_list);
}

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    ((struct extension *)state)->leads = app_leads(app);
    event(app, state, BANSHI_CONCEPT_ALL);
}

/* Writing ------------------------------------------------------------------------------------------------------ */

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct extension *x = state;
    (void)rows;
    if (!write_end(&x->write, error))
        app_error(app, error);
    event(app, state, BANSHI_CONCEPT_EXTENSION);
}

static void ask_whom(struct app *app, struct extension *x)
{
    if (!x->counters || !x->departments)
        return;
    size_t n = 0, most = x->counters->count + x->departments->count;
    struct option *items = calloc(most + 1, sizeof *items);
    char(*texts)[256] = calloc(most + 1, sizeof *texts);
    for (size_t i = 0; items && texts && i < x->counters->count; i++) {
        const struct banshi_counter *c = banshi_row(struct banshi_counter, x->counters, i);
        if (c->staff == 0 || c->staff == banshi_row(struct banshi_session, app->session, 0)->staff)
            continue;
        snprintf(texts[n], sizeof texts[n], _("Counter %s %s  %s"), c->label, c->name, c->staff_name);
        items[n] = (struct option){texts[n], c->id};
        n++;
    }
    for (size_t i = 0; items && texts && i < x->departments->count; i++, n++) {
        const struct banshi_department *d = banshi_row(struct banshi_department, x->departments, i);
        items[n] = (struct option){d->name, -d->id};
    }
    if (items && texts)
        app_open(app, "pick", TAG_WHOM, &(struct options){_("Ask which counter or department?"), items, n, 0});
    free(items);
    free(texts);
}

static void ask_text(struct app *app, enum tag tag, const char *title, const char *label, const char *text)
{
    app_open(app, "prompt", (int)tag, &(struct question){title, label, text, 100});
}

static void ask_them(struct app *app, struct extension *x, const char *why)
{
    const char *opid = write_begin(&x->write, "ask %" PRId64 " %" PRId64 " %s", x->whom, x->ticket, why);
    app_ask(app, x, on_written, banshi_extension_ask, opid, x->whom > 0 ? x->whom : 0, x->whom < 0 ? -x->whom : 0,
            x->ticket, why);
}

static void answer(struct app *app, struct extension *x, bool accept, const char *text)
{
    const char *opid = write_begin(&x->write, "answer %" PRId64 " %d %s", x->request, accept, text);
    app_ask(app, x, on_written, banshi_extension_answer, opid, x->request, accept, text);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct extension *x = state;
    if (!r->chosen)
        return;
    switch ((enum tag)r->tag) {
    case TAG_NONE:
        break;
    case TAG_WHOM:
        x->whom = r->number;
        ask_text(app, TAG_WHY, x->ticket ? _("Take over") : _("Stay"), _("Why are they asked?"), "");
        break;
    case TAG_WHY:
        ask_them(app, x, r->text);
        break;
    case TAG_ACCEPT:
    case TAG_REFUSE:
        answer(app, x, r->tag == TAG_ACCEPT, r->text);
        break;
    case TAG_BEGIN:
        app_ask(app, x, on_written, banshi_extension_begin, write_begin(&x->write, "begin"), "");
        break;
    case TAG_WITHDRAW:
        app_ask(app, x, on_written, banshi_extension_withdraw, write_begin(&x->write, "withdraw %s", r->text), r->text);
        break;
    }
}

/* Acting ------------------------------------------------------------------------------------------------------- */

static bool possible(const struct extension *x, enum action action)
{
    const struct banshi_extension *v = x->pane == PANE_VISITS ? visit(x) : NULL;
    const struct banshi_extension_request *q = x->pane == PANE_REQUESTS ? request(x) : NULL;
    switch (action) {
    case ACTION_EXTENSION_TAKE:
        return v && v->ended_at == 0;
    case ACTION_EXTENSION_ACCEPT:
    case ACTION_EXTENSION_REFUSE:
        return q && q->mine;
    case ACTION_EXTENSION_DONE:
        return q && strcmp(q->state, "agreed") == 0;
    case ACTION_EXTENSION_WITHDRAW:
        return x->leads;
    default:
        return true;
    }
}

static const char *hint(const void *state, enum action action)
{
    return possible(state, action) ? NULL : "";
}

static bool act(struct app *app, void *state, enum action action)
{
    struct extension *x = state;
    if (list_act(&x->lists[x->pane], action))
        return true;
    if (action_table[action].context != CONTEXT_EXTENSION)
        return false;
    if (x->write.busy || !possible(x, action)) {
        app_say(app, STYLE_WARN, _("%s: not possible now"), _(action_table[action].label));
        return true;
    }
    x->request = request(x) ? request(x)->id : 0;
    switch (action) {
    case ACTION_EXTENSION_PANE:
        x->pane = x->pane == PANE_VISITS ? PANE_REQUESTS : PANE_VISITS;
        break;
    case ACTION_EXTENSION_TAKE:
    case ACTION_EXTENSION_STAY:
        x->ticket = action == ACTION_EXTENSION_TAKE ? visit(x)->id : 0;
        ask_whom(app, x);
        break;
    case ACTION_EXTENSION_ACCEPT:
        ask_text(app, TAG_ACCEPT, _("Accept"), _("A remark, if any:"), "");
        break;
    case ACTION_EXTENSION_REFUSE:
        ask_text(app, TAG_REFUSE, _("Refuse"), _("Why not?"), "");
        break;
    case ACTION_EXTENSION_DONE:
        app_ask(app, x, on_written, banshi_extension_done, write_begin(&x->write, "done %" PRId64, x->request),
                x->request);
        break;
    case ACTION_EXTENSION_REGISTER:
        app_open(app, "extension_register", 0, NULL);
        break;
    case ACTION_EXTENSION_BEGIN:
        app_open(app, "confirm", TAG_BEGIN,
                 &(struct question){
                     .title = _("Closing time"),
                     .text = _("Close the day: give no more numbers, and go on with every unfinished visit?")});
        break;
    default:
        ask_text(app, TAG_WITHDRAW, _("Closed by mistake"), _("Why is the closing taken back?"), "");
        break;
    }
    return true;
}

/* The picture -------------------------------------------------------------------------------------------------- */

static enum style line_style(const struct extension *x, enum pane pane, size_t i, enum style otherwise)
{
    return i != x->lists[pane].selected ? otherwise : pane == x->pane ? STYLE_SELECTED : otherwise;
}

static void draw_visits(const struct extension *x, struct area area)
{
    size_t top = list_top(&x->lists[PANE_VISITS], area.rows);
    for (int r = 0; r < area.rows && top + (size_t)r < x->lists[PANE_VISITS].count; r++) {
        const struct banshi_extension *v = banshi_row(struct banshi_extension, x->visits, top + (size_t)r);
        char since[16], until[16], time[64];
        enum style style = line_style(x, PANE_VISITS, top + (size_t)r, v->ended_at ? STYLE_WEAK : STYLE_NORMAL);
        if (v->ended_at)
            snprintf(time, sizeof time, _("%s–%s %d min"), clock_text(v->started_at, since),
                     clock_text(v->ended_at, until), (int)v->minutes);
        else
            snprintf(time, sizeof time, _("%s, %d min"), clock_text(v->started_at, since),
                     minutes_since(v->started_at));
        paint_cell(area, r, 0, area.cols, style, "");
        paint_cell(area, r, 1, 6, style, v->number);
        paint_cell(area, r, 8, 10, style, _(v->outcome[0] ? v->outcome : v->state));
        paint_cell(area, r, 19, 8, style, v->counter_label);
        paint_cell(area, r, 28, 10, style, v->staff_name);
        paint_cell(area, r, 39, 18, style, time);
        paint_cell(area, r, 58, area.cols - 59, style, v->item_name[0] ? v->item_name : v->queue_name);
    }
    if (x->visits && !x->visits->count)
        paint(area, 0, 1, STYLE_WEAK, _("No visit after closing time"));
}

static void draw_requests(const struct extension *x, struct area area)
{
    size_t top = list_top(&x->lists[PANE_REQUESTS], area.rows);
    for (int r = 0; r < area.rows && top + (size_t)r < x->lists[PANE_REQUESTS].count; r++) {
        const struct banshi_extension_request *q =
            banshi_row(struct banshi_extension_request, x->requests, top + (size_t)r);
        enum style style = line_style(x, PANE_REQUESTS, top + (size_t)r, q->mine ? STYLE_WARN : STYLE_NORMAL);
        paint_cell(area, r, 0, area.cols, style, q->mine ? "!" : "");
        paint_cell(area, r, 1, 6, style, q->number[0] ? q->number : _(q->kind));
        paint_cell(area, r, 8, 10, style, _(q->state));
        paintf(area_part(area, r, 19, 1, 33), 0, 0, style, "%s → %s %s", q->asker_name, q->asked, q->answer_name);
        paint_cell(area, r, 54, area.cols - 55, style, q->answer[0] ? q->answer : q->reason);
    }
    if (x->requests && !x->requests->count)
        paint(area, 0, 1, STYLE_WEAK, _("Nobody was asked"));
}

static int part(struct area area, int col, const char *label, const char *text)
{
    return text[0] ? paintf(area, 1, col, STYLE_NORMAL, "   %s %s", label, text) : 0;
}

/* Why, where, with whose help. */
static void detail_visit(const struct banshi_extension *v, struct area area)
{
    paintf(area, 0, 1, STYLE_STRONG, "%s  %s  %s%s%s", v->number, v->queue_name, v->item_name,
           v->item_name[0] ? "  " : "", v->department);
    int col = 1 + paint(area, 1, 1, STYLE_NORMAL, _(v->reason));
    col += part(area, col, _("case"), v->case_number);
    col += part(area, col, _("asked by"), v->coordinator);
    part(area, col, _("taken over by"), v->helpers);
}

/* Who asked when, who answered when, when it was done. */
static void detail_request(const struct banshi_extension_request *q, struct area area)
{
    char asked[16], answered[16], done[16];
    paintf(area, 0, 1, STYLE_STRONG, "%s %s  %s %s%s%s → %s%s%s", clock_text(q->asked_at, asked), _(q->kind), q->number,
           q->asker_counter, q->asker_counter[0] ? " " : "", q->asker_name, q->asked, q->reason[0] ? _(": ") : "",
           q->reason);
    if (!q->answered_at)
        return;
    int col = 1 + paintf(area, 1, 1, STYLE_NORMAL, "%s %s%s%s %s%s%s", clock_text(q->answered_at, answered),
                         q->answer_counter, q->answer_counter[0] ? " " : "", q->answer_name,
                         strcmp(q->state, "declined") == 0 ? _("declined") : _("agreed"), q->answer[0] ? _(": ") : "",
                         q->answer);
    if (q->done_at)
        paintf(area, 1, col, STYLE_NORMAL, "   %s %s", clock_text(q->done_at, done), _("done"));
}

static void draw_detail(const struct extension *x, struct area area)
{
    paint_rule(area, 0, "");
    area = area_part(area, 1, 0, area.rows - 1, area.cols);
    if (x->pane == PANE_VISITS && visit(x))
        detail_visit(visit(x), area);
    else if (x->pane == PANE_REQUESTS && request(x))
        detail_request(request(x), area);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    static const char *const names[] = {N_("Visits after closing time"), N_("Asked to stay or to take over")};
    const struct extension *x = state;
    (void)app;
    draw_detail(x, area_part(area, area.rows - DETAIL_ROWS, 0, DETAIL_ROWS, area.cols));
    area = area_part(area, 0, 0, area.rows - DETAIL_ROWS, area.cols);
    for (int pane = 0; pane < PANES; pane++) {
        struct area part = paint_half(area, pane, pane == (int)x->pane, _(names[pane]), x->lists[pane].count);
        if (pane == PANE_VISITS)
            draw_visits(x, part);
        else
            draw_requests(x, part);
    }
}

static void close(struct app *app, void *state)
{
    struct extension *x = state;
    (void)app;
    banshi_rows_free(x->visits);
    banshi_rows_free(x->requests);
    banshi_rows_free(x->counters);
    banshi_rows_free(x->departments);
}

const struct screen screen_extension = {
    .name = "extension",
    .title = N_("Extended hours"),
    .contexts = {CONTEXT_EXTENSION, CONTEXT_LIST},
    .size = sizeof(struct extension),
    .open = open,
    .act = act,
    .hint = hint,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
