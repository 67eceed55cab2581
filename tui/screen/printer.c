/* SPDX-License-Identifier: MIT */
/* Which printer is used for what, and the printers that the printing system knows. Administrators choose. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "dialog.h"
#include "i18n.h"
#include "list.h"
#include "kit/text.h"

enum pane { PANE_RULES, PANE_PRINTERS, PANES };
enum tag { TAG_COUNTER = 1, TAG_KIND, TAG_DESTINATION, TAG_REMOVE };

struct printers {
    const struct banshi_rows *rules, *printers, *counters, *layouts;
    struct list lists[PANES];
    enum pane pane;
    bool admin, busy;
    /* the rule that is being made */
    int64_t counter;
    char kind[64], destination[512];
};

/* What a layout's papers are called; the title of some is filled in. */
static const char *title_of(const struct banshi_layout *layout)
{
    return strchr(layout->title, '{') ? _(layout->kind) : layout->title;
}

/* A kind by the title of its layout, when that is known. */
static const char *kind_words(const struct printers *s, const char *kind)
{
    for (size_t i = 0; s->layouts && i < s->layouts->count; i++)
        if (strcmp(banshi_row(struct banshi_layout, s->layouts, i)->kind, kind) == 0)
            return title_of(banshi_row(struct banshi_layout, s->layouts, i));
    return *kind ? _(kind) : _("all other kinds");
}

static const char *counter_words(const struct banshi_printer_rule *p)
{
    return p->counter ? p->counter_label : _("all counters");
}

static const struct banshi_printer_rule *rule(const struct printers *s)
{
    size_t i = s->lists[PANE_RULES].selected;
    return s->pane == PANE_RULES && s->rules && i < s->rules->count
               ? banshi_row(struct banshi_printer_rule, s->rules, i)
               : NULL;
}

static const struct banshi_printer *printer(const struct printers *s)
{
    size_t i = s->lists[PANE_PRINTERS].selected;
    return s->printers && i < s->printers->count ? banshi_row(struct banshi_printer, s->printers, i) : NULL;
}

/* Reading ------------------------------------------------------------------------------------------------------- */

static void keep(struct app *app, const struct banshi_rows **kept, const struct banshi_error *error,
                 const struct banshi_rows *rows)
{
    if (error->code != 0)
        app_error(app, error);
    else
        keep_rows(kept, rows);
}
static void on_rules(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct printers *s = state;
    keep(app, &s->rules, error, rows);
    list_resize(&s->lists[PANE_RULES], s->rules ? s->rules->count : 0);
}
static void on_printers(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct printers *s = state;
    keep(app, &s->printers, error, rows);
    list_resize(&s->lists[PANE_PRINTERS], s->printers ? s->printers->count : 0);
}
static void on_counters(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    keep(app, &((struct printers *)state)->counters, error, rows);
}
static void on_layouts(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    keep(app, &((struct printers *)state)->layouts, error, rows);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct printers *s = state;
    const struct banshi_session *me =
        app->session && app->session->count ? banshi_row(struct banshi_session, app->session, 0) : NULL;
    (void)argument;
    s->admin = me && strcmp(me->role, "admin") == 0;
    app_watch(app, state, on_rules, banshi_printer_rule_list);
    app_watch(app, state, on_printers, banshi_printer_list);
    if (s->admin) {
        app_watch(app, state, on_counters, banshi_counter_list);
        app_watch(app, state, on_layouts, banshi_layout_list, NULL);
    }
}

static void event(struct app *app, void *state, const char *concept)
{
    if (strcmp(concept, "*") == 0 || strcmp(concept, "printer") == 0)
        app_watch(app, state, on_rules, banshi_printer_rule_list);
}

/* Making a rule: for which counter, which kind, and which printer -------------------------------------------------- */

static void on_set(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct printers *s = state;
    s->busy = false;
    if (error->code == 0)
        app_say(app, STYLE_GOOD, "%s", _("The rules are stored"));
    on_rules(app, state, error, rows);
}

static void set(struct app *app, struct printers *s, const char *destination)
{
    s->busy = true;
    app_ask(app, s, on_set, banshi_printer_rule_set, NULL, s->counter, s->kind, destination);
}

static void ask_counter(struct app *app, const struct printers *s)
{
    struct option *items = calloc(s->counters->count + 1, sizeof *items);
    char(*texts)[160] = calloc(s->counters->count + 1, sizeof *texts);
    if (!items || !texts) {
        free(items);
        free(texts);
        return;
    }
    items[0] = (struct option){_("All counters without a rule of their own"), 0};
    for (size_t i = 0; i < s->counters->count; i++) {
        const struct banshi_counter *c = banshi_row(struct banshi_counter, s->counters, i);
        snprintf(texts[i], sizeof texts[i], "%s  %s", c->label, c->name);
        items[i + 1] = (struct option){texts[i], c->id};
    }
    app_open(app, "pick", TAG_COUNTER, &(struct options){_("At which counter?"), items, s->counters->count + 1, 0});
    free(items);
    free(texts);
}

static void ask_kind(struct app *app, const struct printers *s)
{
    struct option *items = calloc(s->layouts->count + 1, sizeof *items);
    if (!items)
        return;
    items[0] = (struct option){_("All kinds without a rule of their own"), -1};
    for (size_t i = 0; i < s->layouts->count; i++)
        items[i + 1] = (struct option){title_of(banshi_row(struct banshi_layout, s->layouts, i)), (int64_t)i};
    app_open(app, "pick", TAG_KIND, &(struct options){_("Which kind of document?"), items, s->layouts->count + 1, -1});
    free(items);
}

static void ask_destination(struct app *app, const char *offered)
{
    app_open(
        app, "prompt", TAG_DESTINATION,
        &(struct question){_("Which printer?"),
                           _("printer:NAME of the printing system, ipp://HOST/PATH, escpos:DEVICE or escpos://HOST"),
                           offered, 400});
}

static void ask_remove(struct app *app, const struct printers *s, const struct banshi_printer_rule *of)
{
    char text[800];
    snprintf(text, sizeof text, _("%s, %s: no longer on %s?"), counter_words(of), kind_words(s, of->kind),
             of->destination);
    app_open(app, "confirm", TAG_REMOVE, &(struct question){.title = _("Take away"), .text = text});
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct printers *s = state;
    if (!r->chosen)
        return;
    if (r->tag == TAG_COUNTER) {
        s->counter = r->number;
        ask_kind(app, s);
    } else if (r->tag == TAG_KIND) {
        snprintf(s->kind, sizeof s->kind, "%s",
                 r->number < 0 ? "" : banshi_row(struct banshi_layout, s->layouts, r->number)->kind);
        ask_destination(app, s->destination);
    } else if (r->tag == TAG_DESTINATION && r->text[0]) {
        set(app, s, r->text);
    } else if (r->tag == TAG_REMOVE) {
        set(app, s, "");
    }
}

/* Acting -------------------------------------------------------------------------------------------------------- */

static bool possible(const struct printers *s, enum action action)
{
    switch (action) {
    case ACTION_PRINTER_USE:
        return s->admin && s->counters && s->layouts;
    case ACTION_PRINTER_CHANGE:
    case ACTION_PRINTER_REMOVE:
        return s->admin && rule(s);
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
    struct printers *s = state;
    const struct banshi_printer_rule *of = rule(s);
    if (list_act(&s->lists[s->pane], action))
        return true;
    if (action_table[action].context != CONTEXT_PRINTERS)
        return false;
    if (s->busy || !possible(s, action)) {
        app_say(app, STYLE_WARN, _("%s: not possible now"), _(action_table[action].label));
        return true;
    }
    switch (action) {
    case ACTION_PRINTER_PANE:
        s->pane = s->pane == PANE_RULES ? PANE_PRINTERS : PANE_RULES;
        break;
    case ACTION_PRINTER_AGAIN:
        app_ask(app, s, on_printers, banshi_printer_list);
        break;
    case ACTION_PRINTER_USE:
        snprintf(s->destination, sizeof s->destination, "printer:%s", printer(s) ? printer(s)->name : "");
        ask_counter(app, s);
        break;
    default:
        if (!of)
            break;
        s->counter = of->counter;
        snprintf(s->kind, sizeof s->kind, "%s", of->kind);
        if (action == ACTION_PRINTER_REMOVE)
            ask_remove(app, s, of);
        else
            ask_destination(app, of->destination);
        break;
    }
    return true;
}

/* The picture --------------------------------------------------------------------------------------------------- */

static enum style line_style(const struct printers *s, enum pane pane, size_t i)
{
    return i != s->lists[pane].selected ? STYLE_NORMAL : pane == s->pane ? STYLE_SELECTED : STYLE_CHOSEN;
}

/* The destination of the rule in hand goes on below the list when it is longer than its column. */
static void draw_rules(const struct printers *s, struct area area)
{
    enum { COUNTER = 12, KIND = 22, AT = COUNTER + KIND + 3, DETAIL = 2 };
    const struct banshi_printer_rule *of = rule(s);
    bool longer = of && text_width(of->destination) > area.cols - AT - 1;
    struct area lines = area_part(area, 0, 0, area.rows - (longer ? DETAIL : 0), area.cols);
    size_t top = list_top(&s->lists[PANE_RULES], lines.rows);
    for (int r = 0; r < lines.rows && top + (size_t)r < s->lists[PANE_RULES].count; r++) {
        const struct banshi_printer_rule *p = banshi_row(struct banshi_printer_rule, s->rules, top + (size_t)r);
        enum style style = line_style(s, PANE_RULES, top + (size_t)r);
        paint_cell(lines, r, 0, lines.cols, style, "");
        paint_cell(lines, r, 1, COUNTER, style, counter_words(p));
        paint_cell(lines, r, 2 + COUNTER, KIND, style, kind_words(s, p->kind));
        paint_cell(lines, r, AT, lines.cols - AT - 1, style, p->destination);
    }
    if (longer)
        paint_wrap(area_part(area, lines.rows, 1, DETAIL, area.cols - 2), 0, 0, STYLE_WEAK, of->destination);
    if (s->rules && !s->rules->count)
        paint(area, 0, 1, STYLE_WARN, _("No rule yet: documents ask where to"));
}

static void draw_printers(const struct printers *s, struct area area)
{
    size_t top = list_top(&s->lists[PANE_PRINTERS], area.rows);
    for (int r = 0; r < area.rows && top + (size_t)r < s->lists[PANE_PRINTERS].count; r++) {
        const struct banshi_printer *p = banshi_row(struct banshi_printer, s->printers, top + (size_t)r);
        enum style style = line_style(s, PANE_PRINTERS, top + (size_t)r);
        bool stopped = strcmp(p->state, "stopped") == 0;
        char message[512];
        detail_words(p->message, message, sizeof message);
        paint_cell(area, r, 0, area.cols, style, "");
        paint_cell(area, r, 1, 24, style, p->name);
        paint_cell(area, r, 26, 10, stopped && style == STYLE_NORMAL ? STYLE_BAD : style, _(p->state));
        paint_cell(area, r, 37, 8, style, p->chosen ? _("system's") : "");
        paint_cell(area, r, 46, area.cols - 47, style, message[0] ? message : p->description);
    }
    if (s->printers && !s->printers->count)
        paint_wrap(area_part(area, 0, 1, area.rows, area.cols - 2), 0, 0, STYLE_WEAK,
                   _("The printing system has no printer, or does not run; ipp:// and escpos: work without it"));
}

static void draw(const struct app *app, const void *state, struct area area)
{
    static const char *const names[] = {N_("Which printer is used"), N_("Printers of this machine")};
    const struct printers *s = state;
    (void)app;
    for (int pane = 0; pane < PANES; pane++) {
        struct area part = paint_half(area, pane, pane == (int)s->pane, _(names[pane]), s->lists[pane].count);
        if (pane == PANE_RULES)
            draw_rules(s, part);
        else
            draw_printers(s, part);
    }
}

static void close(struct app *app, void *state)
{
    struct printers *s = state;
    (void)app;
    banshi_rows_free(s->rules);
    banshi_rows_free(s->printers);
    banshi_rows_free(s->counters);
    banshi_rows_free(s->layouts);
}

const struct screen screen_printer = {
    .name = "printer",
    .title = N_("Printers"),
    .contexts = {CONTEXT_PRINTERS, CONTEXT_LIST},
    .size = sizeof(struct printers),
    .open = open,
    .act = act,
    .hint = hint,
    .event = event,
    .result = result,
    .draw = draw,
    .close = close,
};
