/* SPDX-License-Identifier: MIT */
/* The floor for leads and supervisors: what is wrong first, and what can be done about it. Norms 1.4, 2.1, 5.1, 7.3. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dialog.h"
#include "floor.h"
#include "i18n.h"

enum tag {
    TAG_NONE,
    TAG_PAUSE,
    TAG_CLOSE,
    TAG_RESUME,
    TAG_WHO,
    TAG_OPEN,
    TAG_QUEUE,
    TAG_LAG,
    TAG_QUEUE_WHY,
    TAG_STAND_IN,
    TAG_MESSAGE,
    TAG_ZONE
};
enum { LAG_NONE = -1, REASON_MOST = 80 };

static void open(struct app *app, void *state, const void *argument)
{
    struct floor *f = state;
    (void)argument;
    f->below = FLOOR_COUNTERS;
    floor_event(app, f, "*");
}

/* Writing ------------------------------------------------------------------------------------------------------ */

static void on_written(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    (void)rows;
    f->busy = false;
    if (error->code != 0)
        app_error(app, error);
    else
        app_say(app, STYLE_GOOD, "%s", _("Done; it is shown at the counter"));
}

static void on_stood_in(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    f->busy = false;
    if (error->code != 0) {
        app_error(app, error);
        floor_event(app, f, "roster");
        return;
    }
    const struct banshi_roster_duty *d = banshi_row(struct banshi_roster_duty, rows, 0);
    app_say(app, STYLE_GOOD, _("%s has the duty at %s from now on"), d->published_name, d->counter_label);
}

static void on_sent(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    f->busy = false;
    if (error->code != 0)
        app_error(app, error);
    else
        app_say(app, STYLE_GOOD, _("Sent to %zu; it stays at the counter until it is read"), rows->count);
}

#define WRITE(answer, call, ...) \
    do { \
        f->busy = true; \
        app_ask(app, f, answer, call, NULL, __VA_ARGS__); \
    } while (0)

/* Questions ---------------------------------------------------------------------------------------------------- */

static void ask_text(struct app *app, enum tag tag, const char *title, const char *label, const char *text)
{
    app_open(app, "prompt", (int)tag, &(struct question){title, label, text, REASON_MOST});
}

/* "Pause · A1 户政窗口 · 王芳" */
static void name_counter(const struct banshi_floor_counter *c, const char *act, char ret[256])
{
    snprintf(ret, 256, "%s · %s %s%s%s", act, c->label, c->name, c->staff_name[0] ? " · " : "", c->staff_name);
}

/* Lines to pick from, made one after the other. */
struct lines {
    struct option *items;
    char (*texts)[256];
    size_t count;
};

static struct lines lines_new(size_t most)
{
    struct lines l = {calloc(most + 1, sizeof *l.items), calloc(most + 1, sizeof *l.texts), 0};
    return l;
}

static void lines_add(struct lines *l, int64_t number, const char *text)
{
    if (!l->items || !l->texts)
        return;
    snprintf(l->texts[l->count], sizeof l->texts[0], "%s", text);
    l->items[l->count] = (struct option){l->texts[l->count], number};
    l->count++;
}

static void lines_pick(struct app *app, struct lines *l, enum tag tag, const char *title, int64_t chosen)
{
    if (l->count)
        app_open(app, "pick", (int)tag, &(struct options){title, l->items, l->count, chosen});
    else
        app_say(app, STYLE_WARN, "%s", _("There is nobody to choose from"));
    free(l->items);
    free(l->texts);
}

static const struct banshi_floor_counter *subject(const struct floor *f)
{
    const struct banshi_rows *rows = f->panes[FLOOR_COUNTERS].rows;
    for (size_t i = 0; rows && i < rows->count; i++)
        if (banshi_row(struct banshi_floor_counter, rows, i)->id == f->counter)
            return banshi_row(struct banshi_floor_counter, rows, i);
    return NULL;
}

static bool at_a_counter(const struct floor *f, const char *login)
{
    const struct banshi_rows *rows = f->panes[FLOOR_COUNTERS].rows;
    for (size_t i = 0; rows && i < rows->count; i++)
        if (strcmp(banshi_row(struct banshi_floor_counter, rows, i)->login, login) == 0)
            return true;
    return false;
}

/* Who could be put at the closed counter: the department's people first. */
static void on_staff(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    const struct banshi_floor_counter *c = subject(f);
    char text[256], title[256];
    if (error->code != 0 || !c) {
        app_error(app, error);
        return;
    }
    keep_rows(&f->staff, rows);
    struct lines lines = lines_new(rows->count);
    for (int own = 1; own >= 0; own--)
        for (size_t i = 0; i < rows->count; i++) {
            const struct banshi_staff *s = banshi_row(struct banshi_staff, rows, i);
            bool clerk = strcmp(s->role, "clerk") == 0 || strcmp(s->role, "lead") == 0;
            if (!s->active || !clerk || (strcmp(s->department, c->department) == 0) != own || at_a_counter(f, s->login))
                continue;
            snprintf(text, sizeof text, "%s  %s  %s", s->name, s->department, _(s->role));
            lines_add(&lines, (int64_t)i, text);
        }
    snprintf(title, sizeof title, _("Open %s %s for whom?"), c->label, c->name);
    lines_pick(app, &lines, TAG_WHO, title, -1);
}

static void on_services(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    const struct banshi_floor_counter *c = subject(f);
    char text[256], how[96], title[256];
    if (error->code != 0 || !c) {
        app_error(app, error);
        return;
    }
    keep_rows(&f->services, rows);
    struct lines lines = lines_new(rows->count);
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_floor_service *s = banshi_row(struct banshi_floor_service, rows, i);
        snprintf(how, sizeof how, _("helps out after %d min"), (int)s->lag);
        snprintf(text, sizeof text, "%s %-3s %s  %s", s->served ? "●" : "○", s->code, s->name,
                 !s->served ? ""
                 : s->lag   ? how
                            : _("its own"));
        lines_add(&lines, (int64_t)i, text);
    }
    name_counter(c, _("Queues"), title);
    lines_pick(app, &lines, TAG_QUEUE, title, 0);
}

static void ask_lag(struct app *app, struct floor *f, size_t chosen)
{
    static const int lags[] = {0, 5, 10, 15, 30, LAG_NONE};
    const struct banshi_floor_service *s = banshi_row(struct banshi_floor_service, f->services, chosen);
    const struct banshi_floor_counter *c = subject(f);
    struct lines lines = lines_new(sizeof lags / sizeof lags[0]);
    char text[256];
    f->queue = s->id;
    for (size_t i = 0; i < sizeof lags / sizeof lags[0]; i++) {
        if (lags[i] == 0)
            snprintf(text, sizeof text, "%s", _("Serve it as its own queue"));
        else if (lags[i] == LAG_NONE)
            snprintf(text, sizeof text, "%s", _("Serve it no longer"));
        else
            snprintf(text, sizeof text, _("Help out: only people who have waited %d min"), lags[i]);
        if (lags[i] != LAG_NONE || s->served)
            lines_add(&lines, lags[i], text);
    }
    snprintf(text, sizeof text, "%s · %s %s", c ? c->label : "", s->code, s->name);
    lines_pick(app, &lines, TAG_LAG, text, s->served ? s->lag : 0);
}

/* The reason goes to the counter as a message: one is offered. */
static void ask_queue_why(struct app *app, struct floor *f, int64_t lag)
{
    const struct banshi_floor_counter *c = subject(f);
    char title[256], text[160];
    const char *name = "";
    for (size_t i = 0; i < f->services->count; i++)
        if (banshi_row(struct banshi_floor_service, f->services, i)->id == f->queue)
            name = banshi_row(struct banshi_floor_service, f->services, i)->name;
    snprintf(f->lag, sizeof f->lag, "%d", (int)lag);
    if (lag == LAG_NONE) {
        f->lag[0] = '\0';
        snprintf(text, sizeof text, _("Please serve %s no longer"), name);
    } else if (lag == 0) {
        snprintf(text, sizeof text, _("Please serve %s, too"), name);
    } else {
        snprintf(text, sizeof text, _("Please help out in %s after %d min"), name, (int)lag);
    }
    if (c)
        name_counter(c, _("Queues"), title);
    ask_text(app, TAG_QUEUE_WHY, c ? title : "", _("What is shown at the counter:"), text);
}

static void on_candidates(struct app *app, void *state, const struct banshi_error *error,
                          const struct banshi_rows *rows)
{
    struct floor *f = state;
    const struct banshi_rows *duties = f->panes[FLOOR_DUTIES].rows;
    char text[256], title[256] = "";
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&f->candidates, rows);
    struct lines lines = lines_new(rows->count);
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_roster_candidate *c = banshi_row(struct banshi_roster_candidate, rows, i);
        snprintf(text, sizeof text, _("%s  %d duties%s%s%s"), c->staff_name, (int)c->duties,
                 c->rests ? _(", on duty the day before or after") : "", c->counter_label[0] ? _(", now at ") : "",
                 c->counter_label);
        lines_add(&lines, (int64_t)i, text);
    }
    for (size_t i = 0; i < duties->count; i++) {
        const struct banshi_floor_duty *d = banshi_row(struct banshi_floor_duty, duties, i);
        if (d->id == f->duty)
            snprintf(title, sizeof title, _("Stand-in for %s at %s, %s–%s"),
                     d->staff_name[0] ? d->staff_name : _("hole"), d->counter_label, d->opens, d->closes);
    }
    lines_pick(app, &lines, TAG_STAND_IN, title, 0);
}

/* To all, or to a zone; zones by their first counter. */
static void ask_zone(struct app *app, const struct floor *f)
{
    const struct banshi_rows *rows = f->panes[FLOOR_COUNTERS].rows;
    if (!rows)
        return;
    struct lines lines = lines_new(rows->count + 1);
    lines_add(&lines, -1, _("All counters where somebody is"));
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_floor_counter *c = banshi_row(struct banshi_floor_counter, rows, i);
        bool known = !c->zone[0];
        char text[256];
        for (size_t k = 0; k < i && !known; k++)
            known = strcmp(banshi_row(struct banshi_floor_counter, rows, k)->zone, c->zone) == 0;
        snprintf(text, sizeof text, _("Zone %s"), c->zone);
        if (!known)
            lines_add(&lines, (int64_t)i, text);
    }
    lines_pick(app, &lines, TAG_ZONE, _("Message to whom?"), -1);
}

static void on_messages(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    char *text = NULL;
    size_t size = 0;
    (void)state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    FILE *out = open_memstream(&text, &size);
    for (size_t i = rows->count; out && i > 0; i--) {
        const struct banshi_message *m = banshi_row(struct banshi_message, rows, i - 1);
        char sent[16], read[16];
        fprintf(out, "%s  %s → %s %s  [%s%s]  %s\n", clock_text(m->sent_at, sent), m->sender_name, m->counter_label,
                m->staff_name, m->read_at ? _("read ") : _("not read"), clock_text(m->read_at, read), m->text);
    }
    if (out)
        fclose(out);
    app_open(app, "viewer", TAG_NONE,
             &(struct reading){_("Today's messages"), text && *text ? text : _("No message was sent today")});
    free(text);
}

/* Answers ------------------------------------------------------------------------------------------------------ */

static void result_of_pick(struct app *app, struct floor *f, const struct result *r)
{
    const struct banshi_floor_counter *c = subject(f);
    char title[256];
    size_t i = r->number > 0 ? (size_t)r->number : 0;
    switch ((enum tag)r->tag) {
    case TAG_WHO:
        snprintf(f->login, sizeof f->login, "%s", banshi_row(struct banshi_staff, f->staff, i)->login);
        snprintf(title, sizeof title, "%s · %s %s · %s", _("Open"), c ? c->label : "", c ? c->name : "",
                 banshi_row(struct banshi_staff, f->staff, i)->name);
        ask_text(app, TAG_OPEN, title, _("What is shown at the counter, if anything:"), "");
        break;
    case TAG_QUEUE:
        ask_lag(app, f, i);
        break;
    case TAG_LAG:
        ask_queue_why(app, f, r->number);
        break;
    case TAG_STAND_IN:
        WRITE(on_stood_in, banshi_roster_stand_in, f->duty, f->version,
              banshi_row(struct banshi_roster_candidate, f->candidates, i)->login);
        break;
    default:
        f->counter = 0;
        snprintf(f->zone, sizeof f->zone, "%s",
                 r->number < 0 ? "" : banshi_row(struct banshi_floor_counter, f->panes[FLOOR_COUNTERS].rows, i)->zone);
        snprintf(title, sizeof title, "%s · %s", _("Message"),
                 f->zone[0] ? f->zone : _("All counters where somebody is"));
        ask_text(app, TAG_MESSAGE, title, _("Text (it stays at the counters until it is read):"), "");
        break;
    }
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct floor *f = state;
    if (!r->chosen)
        return;
    switch ((enum tag)r->tag) {
    case TAG_PAUSE:
        WRITE(on_written, banshi_floor_pause, f->counter, r->text);
        break;
    case TAG_CLOSE:
        WRITE(on_written, banshi_floor_close, f->counter, r->text);
        break;
    case TAG_RESUME:
        WRITE(on_written, banshi_floor_resume, f->counter, r->text);
        break;
    case TAG_OPEN:
        WRITE(on_written, banshi_floor_open, f->counter, f->login, r->text);
        break;
    case TAG_QUEUE_WHY:
        WRITE(on_written, banshi_floor_queue, f->counter, f->queue, f->lag, r->text);
        break;
    case TAG_MESSAGE:
        WRITE(on_sent, banshi_message_send, f->counter, f->zone, r->text);
        break;
    case TAG_NONE:
        break;
    default:
        result_of_pick(app, f, r);
        break;
    }
}

/* Acting ------------------------------------------------------------------------------------------------------- */

static bool possible(const struct floor *f, enum action action)
{
    const struct banshi_floor_counter *c = floor_counter(f);
    const struct banshi_floor_duty *d = floor_duty(f);
    switch (action) {
    case ACTION_FLOOR_GO:
        return f->pane == FLOOR_ALERTS && floor_selected(f, FLOOR_ALERTS);
    case ACTION_FLOOR_OPEN:
        return c && strcmp(c->state, "open") != 0;
    case ACTION_FLOOR_PAUSE:
        return c && strcmp(c->state, "open") == 0;
    case ACTION_FLOOR_CLOSE:
    case ACTION_FLOOR_MESSAGE:
        return c && c->staff;
    case ACTION_FLOOR_QUEUE:
        return c != NULL;
    case ACTION_FLOOR_STAND_IN:
        return d && d->today && strcmp(d->state, "checked in") != 0 && strcmp(d->state, "late") != 0;
    default:
        return true;
    }
}

static const char *hint(const void *state, enum action action)
{
    const struct floor *f = state;
    const struct banshi_floor_counter *c = floor_counter(f);
    if (!possible(f, action))
        return "";
    if (action == ACTION_FLOOR_OPEN && strcmp(c->state, "paused") == 0)
        return N_("Resume");
    if (action == ACTION_FLOOR_WRONG && f->wrong_only)
        return N_("Show all");
    return NULL;
}

static void change_pane(struct floor *f, int by)
{
    f->pane = (enum floor_pane)(((int)f->pane + by + FLOOR_PANES) % FLOOR_PANES);
    if (f->pane != FLOOR_ALERTS)
        f->below = f->pane;
}

static void go(struct app *app, struct floor *f)
{
    const struct banshi_floor_alert *a = floor_selected(f, FLOOR_ALERTS);
    if (a->duty)
        floor_take(f, FLOOR_DUTIES, a->duty);
    else if (a->queue)
        floor_take(f, FLOOR_QUEUES, a->queue);
    else if (a->counter)
        floor_take(f, FLOOR_COUNTERS, a->counter);
    else
        app_open(app, "case_search", TAG_NONE, NULL);
    if (f->pane != FLOOR_ALERTS)
        f->below = f->pane;
}

static bool act_on_counter(struct app *app, struct floor *f, enum action action, const struct banshi_floor_counter *c)
{
    char title[256];
    f->counter = c->id;
    name_counter(c, _(action_table[action].label), title);
    switch (action) {
    case ACTION_FLOOR_OPEN:
        if (strcmp(c->state, "closed") == 0) {
            app_ask(app, f, on_staff, banshi_staff_list);
        } else {
            name_counter(c, _("Resume"), title);
            ask_text(app, TAG_RESUME, title, _("What is shown at the counter, if anything:"), "");
        }
        return true;
    case ACTION_FLOOR_PAUSE:
        ask_text(app, TAG_PAUSE, title, _("Why? This is shown at the counter:"), "");
        return true;
    case ACTION_FLOOR_CLOSE:
        ask_text(app, TAG_CLOSE, title, _("Why? This is shown to who is there, whose shift ends:"), "");
        return true;
    case ACTION_FLOOR_QUEUE:
        app_ask(app, f, on_services, banshi_floor_service_list, c->id);
        return true;
    case ACTION_FLOOR_MESSAGE:
        ask_text(app, TAG_MESSAGE, title, _("Text (it stays at the counter until it is read):"), "");
        return true;
    default:
        return false;
    }
}

static bool act(struct app *app, void *state, enum action action)
{
    struct floor *f = state;
    const struct banshi_floor_counter *c = floor_counter(f);
    const struct banshi_floor_duty *d = floor_duty(f);
    if (list_act(&f->panes[f->pane].list, action))
        return true;
    if (action_table[action].context != CONTEXT_FLOOR)
        return false;
    if (f->busy || !possible(f, action)) {
        app_say(app, STYLE_WARN, _("%s: not possible now"), _(action_table[action].label));
        return true;
    }
    switch (action) {
    case ACTION_FLOOR_PANE:
    case ACTION_FLOOR_PANE_BEFORE:
        change_pane(f, action == ACTION_FLOOR_PANE ? 1 : -1);
        return true;
    case ACTION_FLOOR_GO:
        go(app, f);
        return true;
    case ACTION_FLOOR_WRONG:
        f->wrong_only = !f->wrong_only;
        floor_update(f);
        return true;
    case ACTION_FLOOR_STAND_IN:
        f->duty = d->id;
        f->version = d->version;
        app_ask(app, f, on_candidates, banshi_roster_candidate_list, d->id);
        return true;
    case ACTION_FLOOR_MESSAGE_ALL:
        ask_zone(app, f);
        return true;
    case ACTION_FLOOR_MESSAGES:
        app_ask(app, f, on_messages, banshi_message_list, 0);
        return true;
    default:
        return c && act_on_counter(app, f, action, c);
    }
}

static void close(struct app *app, void *state)
{
    (void)app;
    floor_free(state);
}

const struct screen screen_floor = {
    .name = "floor",
    .title = N_("Floor"),
    .contexts = {CONTEXT_FLOOR, CONTEXT_LIST},
    .size = sizeof(struct floor),
    .open = open,
    .act = act,
    .hint = hint,
    .event = floor_event,
    .result = result,
    .draw = floor_draw,
    .close = close,
};
