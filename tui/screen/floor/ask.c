/* SPDX-License-Identifier: MIT */
/* What the floor screen asks before it does something: who, which queue, why, to whom. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "dialog.h"
#include "floor.h"
#include "i18n.h"
#include "screen/roster/roster.h"
#include "picks.h"

void floor_ask_text(struct app *app, enum floor_tag tag, const char *title, const char *label, const char *text)
{
    bool free = tag == TAG_OPEN || tag == TAG_RESUME || tag == TAG_QUEUE_WHY; /* said, if anything */
    (free ? ask_text : ask_needed)(app, (int)tag, title, label, text, BANSHI_MESSAGE_MOST);
}

void floor_name_counter(const struct banshi_floor_counter *c, const char *act, char ret[256])
{
    snprintf(ret, 256, "%s · %s %s%s%s", act, c->label, c->name, c->staff_name[0] ? " · " : "", c->staff_name);
}

const struct banshi_floor_counter *floor_subject(const struct floor *f)
{
    const struct banshi_rows *rows = list_rows(f, FLOOR_COUNTERS);
    for (size_t i = 0; rows && i < rows->count; i++)
        if (banshi_row(struct banshi_floor_counter, rows, i)->id == f->counter)
            return banshi_row(struct banshi_floor_counter, rows, i);
    return NULL;
}

static bool at_a_counter(const struct floor *f, const char *login)
{
    const struct banshi_rows *rows = list_rows(f, FLOOR_COUNTERS);
    for (size_t i = 0; rows && i < rows->count; i++)
        if (strcmp(banshi_row(struct banshi_floor_counter, rows, i)->login, login) == 0)
            return true;
    return false;
}

/* Who could be put at the closed counter: the department's people first. */
void floor_on_staff(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    const struct banshi_floor_counter *c = floor_subject(f);
    char title[256];
    if (error->code != 0 || !c) {
        app_error(app, error);
        return;
    }
    keep_rows(&f->staff, rows);
    struct picks picks = {0};
    for (int own = 1; own >= 0; own--)
        for (size_t i = 0; i < rows->count; i++) {
            const struct banshi_staff *s = banshi_row(struct banshi_staff, rows, i);
            bool clerk = banshi_word_find(banshi_word_staff_role_desk, s->role) != NULL;
            if (!s->active || !clerk || (strcmp(s->department, c->department) == 0) != own || at_a_counter(f, s->login))
                continue;
            pick_add(&picks, (int64_t)i, "%s  %s  %s", s->name, s->department,
                     word_text(banshi_word_staff_role, s->role));
        }
    snprintf(title, sizeof title, _("Open %s %s for whom?"), c->label, c->name);
    pick_ask(app, TAG_WHO, title, &picks, -1);
}

void floor_on_services(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    const struct banshi_floor_counter *c = floor_subject(f);
    char how[96], title[256];
    if (error->code != 0 || !c) {
        app_error(app, error);
        return;
    }
    keep_rows(&f->services, rows);
    struct picks picks = {0};
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_floor_service *s = banshi_row(struct banshi_floor_service, rows, i);
        snprintf(how, sizeof how, _("helps out after %d min"), (int)s->lag);
        pick_add(&picks, (int64_t)i, "%s %-3s %s  %s", s->served ? "●" : "○", s->code, s->name,
                 !s->served ? ""
                 : s->lag   ? how
                            : _("its own"));
    }
    floor_name_counter(c, _("Queues"), title);
    pick_ask(app, TAG_QUEUE, title, &picks, 0);
}

void floor_ask_lag(struct app *app, struct floor *f, size_t chosen)
{
    static const int lags[] = {0, 5, 10, 15, 30, LAG_NONE};
    const struct banshi_floor_service *s = banshi_row(struct banshi_floor_service, f->services, chosen);
    const struct banshi_floor_counter *c = floor_subject(f);
    struct picks picks = {0};
    char text[256];
    f->queue = s->id;
    for (size_t i = 0; i < sizeof lags / sizeof lags[0]; i++) {
        if (lags[i] == 0)
            pick_add(&picks, lags[i], "%s", _("Serve it as its own queue"));
        else if (lags[i] != LAG_NONE)
            pick_add(&picks, lags[i], _("Help out: only people who have waited %d min"), lags[i]);
        else if (s->served)
            pick_add(&picks, lags[i], "%s", _("Serve it no longer"));
    }
    snprintf(text, sizeof text, "%s · %s %s", c ? c->label : "", s->code, s->name);
    pick_ask(app, TAG_LAG, text, &picks, s->served ? s->lag : 0);
}

/* The reason goes to the counter as a message: one is offered. */
void floor_ask_queue_why(struct app *app, struct floor *f, int64_t lag)
{
    const struct banshi_floor_counter *c = floor_subject(f);
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
        floor_name_counter(c, _("Queues"), title);
    floor_ask_text(app, TAG_QUEUE_WHY, c ? title : "", _("What is shown at the counter:"), text);
}

static void name_duty(const struct floor *f, char ret[256])
{
    const struct banshi_rows *duties = list_rows(f, FLOOR_DUTIES);
    ret[0] = '\0';
    for (size_t i = 0; duties && i < duties->count; i++) {
        const struct banshi_floor_duty *d = banshi_row(struct banshi_floor_duty, duties, i);
        if (d->id == f->duty)
            snprintf(ret, 256, _("Stand-in for %s at %s, %s–%s"), d->staff_name[0] ? d->staff_name : _("vacant"),
                     d->counter_label, d->opens, d->closes);
    }
}

void floor_on_candidates(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    char title[256];
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&f->candidates, rows);
    name_duty(f, title);
    roster_pick_candidate(app, rows, TAG_STAND_IN, title);
}

/* Somebody else than those who could: what stands against it is said, and a supervisor may pass it by. */
void floor_on_anybody(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct floor *f = state;
    char title[256];
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&f->staff, rows);
    name_duty(f, title);
    staff_pick(app, rows, TAG_ANYBODY, title);
}

/* To all, or to a zone; zones by their first counter. */
void floor_ask_zone(struct app *app, const struct floor *f)
{
    const struct banshi_rows *rows = list_rows(f, FLOOR_COUNTERS);
    if (!rows)
        return;
    struct picks picks = {0};
    pick_add(&picks, -1, "%s", _("All counters where somebody is"));
    for (size_t i = 0; i < rows->count; i++) {
        const struct banshi_floor_counter *c = banshi_row(struct banshi_floor_counter, rows, i);
        bool known = !c->zone[0];
        for (size_t k = 0; k < i && !known; k++)
            known = strcmp(banshi_row(struct banshi_floor_counter, rows, k)->zone, c->zone) == 0;
        if (!known)
            pick_add(&picks, (int64_t)i, _("Zone %s"), c->zone);
    }
    pick_ask(app, TAG_ZONE, _("Message to whom?"), &picks, -1);
}

void floor_on_messages(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
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
