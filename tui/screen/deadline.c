/* SPDX-License-Identifier: MIT */
/* What is due on cases, what is wrong first: overdue, due today, at risk, provisional. Licensing Law art. 32 (4), 42, 44, 45. */
#include <config.h>

#include <stdio.h>
#include <string.h>

#include "i18n.h"
#include "list.h"
#include "sweep.h"

enum { MOST = 1000, URGENCIES = 4 };

struct deadlines {
    struct lists lists;
    bool mine;
    int only; /* 0: all, else the urgency's number + 1 */
};

static const struct {
    const char *name, *letter;
    enum style style;
} urgencies[URGENCIES] = {
    /* one letter each, all different: colours alone say nothing */
    {"overdue", N_("urgency|O"), STYLE_BAD},
    {"today", N_("urgency|T"), STYLE_WARN},
    {"risk", N_("urgency|R"), STYLE_STRONG},
    {"provisional", N_("urgency|P"), STYLE_WEAK},
};

static int urgency_of(const struct banshi_deadline *d)
{
    for (int i = 0; i < URGENCIES; i++)
        if (strcmp(d->urgency, urgencies[i].name) == 0)
            return i;
    return URGENCIES - 1;
}

static const char *letter_of(int urgency)
{
    const char *word = _(urgencies[urgency].letter), *bar = strchr(word, '|');
    return bar ? bar + 1 : word;
}

/* What is shown ------------------------------------------------------------------------------------------------- */

static const char *letter(const void *state, const void *record, char room[CELL_SIZE])
{
    (void)state, (void)room;
    return letter_of(urgency_of(record));
}

/* Working days: "3 d over", "today", "2 d left". */
static const char *left(const void *state, const void *record, char room[CELL_SIZE])
{
    const struct banshi_deadline *d = record;
    int n = (int)(d->remaining < 0 ? -d->remaining : d->remaining);
    (void)state;
    if (strcmp(d->urgency, "today") == 0)
        return _("today");
    snprintf(room, CELL_SIZE, strcmp(d->urgency, "overdue") == 0 ? _("%d d over") : _("%d d left"), n);
    return room;
}

static enum style style(const void *state, const void *record)
{
    (void)state;
    return urgencies[urgency_of(record)].style;
}

static bool shown(const void *state, const void *record)
{
    const struct deadlines *s = state;
    return !s->only || urgency_of(record) == s->only - 1;
}

static const struct column columns[] = {
    {"", .text = letter, .style = style},
    {N_("Due"), .says = "{due}"},
    {N_("Remaining"), .text = left, .style = style},
    {N_("What is due"), .says = "{duty:word}", .least = 10},
    {N_("Applicant"), .says = "{applicant_name}", .least = 10, .weight = 1},
    {N_("Item"), .says = "{item_name}", .least = 20, .weight = 2, .optional = true},
    {N_("Department"), .says = "{department}", .least = 12, .optional = true},
    {"", .says = N_("{!published?! calendar}"), .optional = true},
    {N_("Clerk"), .says = "{staff_name}", .least = 8},
};

static void title(const void *state, char *ret, size_t size)
{
    snprintf(ret, size, "%s  %s", _("Deadlines"), ((const struct deadlines *)state)->mine ? _("mine") : _("all"));
}

static void read_deadlines(struct app *app, void *state)
{
    list_watch(app, state, banshi_deadline_list, ((const struct deadlines *)state)->mine, MOST);
}

static const struct list_view views[] = {
    {.name = N_("Deadlines"),
     .of = &banshi_deadline_shape,
     .file = N_("deadlines"),
     .table = {TABLE_OF(columns), .key = "{case_id}{duty}", .shown = shown,
               .none = N_("Nothing is due within two working days")},
     .concepts = {BANSHI_CONCEPT_CASE, BANSHI_CONCEPT_CALENDAR},
     .read = read_deadlines,
     .title = title,
     .details = N_("{duty:word}\n{number}  {state:word}{!published?  ! calendar not published}\n{applicant_name}\n"
                   "{item_name}\n{department}"),
     .detail_rows = 4},
};

static void open(struct app *app, void *state, const void *argument)
{
    (void)argument;
    sweep_cases(app, state);
}

/* Acting -------------------------------------------------------------------------------------------------------- */

static void other_part(struct app *app, void *state, const struct result *r)
{
    struct deadlines *s = state;
    if (r->tag == ACTION_DEADLINE_URGENCY) {
        s->only = (s->only + 1) % (URGENCIES + 1);
        list_update(s);
    } else {
        s->mine = !s->mine;
        list_read(app, s, 0);
    }
}

static const struct list_act acts[] = {
    {ACTION_OPEN_DEADLINE, .opens = "case_show", .about = "case_id"},
    {ACTION_DEADLINE_URGENCY, .anyway = true, .does = other_part},
    {ACTION_DEADLINE_MINE, .anyway = true, .does = other_part},
};

/* How many of each urgency there are, above the list. */
static void draw(const struct app *app, const void *state, struct area area)
{
    const struct deadlines *s = state;
    const struct banshi_rows *rows = list_rows(s, 0);
    size_t counts[URGENCIES] = {0};
    int col = 1;
    for (size_t i = 0; rows && i < rows->count; i++)
        counts[urgency_of(banshi_row(struct banshi_deadline, rows, i))]++;
    for (int i = 0; i < URGENCIES; i++) {
        bool is_shown = s->only == 0 || s->only == i + 1;
        col += 3 + paintf(area, 0, col, is_shown && counts[i] ? urgencies[i].style : STYLE_WEAK,
                          is_shown && s->only ? "[%s %s %zu]" : "%s %s %zu", letter_of(i), _(urgencies[i].name),
                          counts[i]);
    }
    if (rows && rows->count == MOST)
        paintf(area, 0, col, STYLE_WARN, _("the nearest %d only"), MOST);
    list_draw(app, s, area_part(area, 1, 0, area.rows - 1, area.cols));
}

const struct screen screen_deadline = {
    .name = "deadline",
    .title = N_("Deadlines"),
    .contexts = {CONTEXT_DEADLINE},
    .opened_by = ACTION_DEADLINE,
    .least = RANK_CLERK,
    .size = sizeof(struct deadlines),
    .list = LIST_SCREEN(views, acts),
    .open = open,
    .draw = draw,
};
