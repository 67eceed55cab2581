/* SPDX-License-Identifier: MIT */
/* Finding a case by number, name, identity number, telephone or pinyin initials. */
#include <config.h>

#include <string.h>

#include "i18n.h"
#include "intake.h"
#include "kit/edit.h"
#include "list.h"

enum { MOST = 200 };

struct search {
    struct lists lists;
    struct edit text;
    enum action wanted; /* came before the answer to what was typed: it is done when the answer is there */
};

static const struct column columns[] = {
    {N_("Received"), .says = "{received_at:short}", .least = 11},
    {N_("State"), .says = "{state:word}", .least = 10},
    {N_("Applicant"), .says = "{applicant_name}", .least = 14, .weight = 1},
    {N_("Identity number"), .says = "{id_number}", .least = 18},
    {N_("Item"), .says = "{item_name}", .least = 12, .weight = 2},
};

/* The newest document that is not void. */
static void on_documents(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    (void)state;
    if (!app_ok(app, error))
        return;
    size_t i = rows->count;
    while (i > 0 && strcmp(banshi_row(struct banshi_document, rows, i - 1)->state, "voided") == 0)
        i--;
    if (i > 0)
        app_open(app, "document", 0,
                 &(struct record_start){.id = banshi_row(struct banshi_document, rows, i - 1)->id, .print = true});
    else
        app_say(app, STYLE_WARN, "%s", _("The case has no document"));
}

/* With the selected case, as soon as it is the one that was typed. */
static void open_or_print(struct app *app, struct search *s, enum action action)
{
    const struct banshi_case *of = list_record(s);
    bool reading = s->lists.panes[0].reading;
    s->wanted = reading ? action : ACTION_NONE;
    if (reading || !of)
        return;
    if (action == ACTION_SEARCH_PRINT)
        app_ask(app, s, on_documents, banshi_document_list, of->id);
    else
        app_open(app, "case_show", 0, &(struct record_start){.id = of->id});
}

static void read_cases(struct app *app, void *state)
{
    list_watch(app, state, banshi_case_search, ((const struct search *)state)->text.text, MOST);
}

static void came(struct app *app, void *state)
{
    struct search *s = state;
    if (s->wanted != ACTION_NONE && !s->lists.panes[0].again)
        open_or_print(app, s, s->wanted);
}

static const struct list_view views[] = {
    {.name = N_("Find a case"),
     .of = &banshi_case_shape,
     .table = {TABLE_OF(columns), .none = N_("Nothing matches"), .top_stays = true},
     .concepts = {BANSHI_CONCEPT_CASE},
     .read = read_cases,
     .came = came},
};

static void open(struct app *app, void *state, const void *argument)
{
    (void)app;
    if (argument) /* a scanned code, or pasted text */
        edit_set(&((struct search *)state)->text, argument);
}

static bool type(struct app *app, void *state, key k)
{
    struct search *s = state;
    if (k == K_HOME || k == K_END || !edit_key(&s->text, k))
        return false;
    s->lists.panes[0].table.lines.selected = 0;
    s->wanted = ACTION_NONE;
    list_read(app, s, 0);
    return true;
}

static void begin(struct app *app, void *state, enum action action, const void *record)
{
    (void)record;
    open_or_print(app, state, action);
}

/* What is asked for may be on its way. */
static bool some(const void *state, const void *record)
{
    return record || ((const struct search *)state)->lists.panes[0].reading;
}

static const struct list_act acts[] = {
    {ACTION_OPEN_CASE, .anyway = true, .possible = some, .begin = begin},
    {ACTION_SEARCH_PRINT, .anyway = true, .possible = some, .begin = begin},
};

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct search *s = state;
    edit_draw(&s->text, area, 0, 1, area.cols - 2, !list_typing(s));
    if (!s->text.text[0])
        paint(area, 0, 3, STYLE_WEAK, _("Number, name, identity number, telephone or pinyin initials; newest shown"));
    list_draw(app, s, area_part(area, 1, 0, area.rows - 1, area.cols));
}

const struct screen screen_case_search = {
    .name = "case_search",
    .title = N_("Find a case"),
    .contexts = {CONTEXT_SEARCH},
    .opened_by = ACTION_CASE_SEARCH,
    .least = RANK_CLERK,
    .size = sizeof(struct search),
    .list = LIST_SCREEN(views, acts),
    .open = open,
    .key = type,
    .draw = draw,
};
