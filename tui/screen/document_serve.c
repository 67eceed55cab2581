/* SPDX-License-Identifier: MIT */
/* Recording that a document was served, which issues the proof of service (送达回证). Norm 8.1. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "case_form.h"
#include "kit/form.h"
#include "i18n.h"
#include "intake.h"

struct serve {
    int64_t id; /* of the document */
    char title[256];
    struct form form;
};

/* Only what the mode needs: an announcement has no recipient. */
static void show_fields(struct form *form)
{
    bool announced = strcmp(form_value(form, "mode"), "announcement") == 0;
    const char *const keys[] = {"recipient", "relation"};
    for (size_t i = 0; i < 2; i++) {
        struct field *field = form_find(form, keys[i]);
        if (field)
            field->absent = announced;
    }
}

static void on_case(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct serve *s = state;
    (void)app;
    if (error->code != 0 || !rows->count || form_value(&s->form, "recipient")[0])
        return;
    const struct banshi_case *c = banshi_row(struct banshi_case, rows, 0);
    bool person = strcmp(c->applicant_kind, "person") == 0, agent = c->agent_name[0] != '\0';
    form_set(&s->form, "recipient", agent ? c->agent_name : person ? c->applicant_name : c->contact);
    form_set(&s->form, "relation", agent ? "agent" : person ? "self" : "mailroom");
}

static void open(struct app *app, void *state, const void *argument)
{
    struct serve *s = state;
    const struct banshi_document *document = ((const struct document_serve_start *)argument)->document;
    const struct banshi_session *session = banshi_row(struct banshi_session, app->session, 0);
    char text[256];
    s->id = document->id;
    snprintf(s->title, sizeof s->title, _("Service of %s %s"), document->title, document->number);
    form_add_choice(&s->form, "mode", _("Mode"), banshi_word_service_mode);
    form_add(&s->form, "recipient", _("Received by"), 50);
    form_add_choice(&s->form, "relation", _("Relation"), banshi_word_service_relation);
    form_add(&s->form, "at", _("Time"), 16);
    form_add(&s->form, "place", _("Place"), 100);
    form_add(&s->form, "server", _("Served by"), 50);
    form_add(&s->form, "witness", _("Witness"), 50);
    form_add(&s->form, "note", _("Note"), 200);
    form_offer(&s->form, "at", time_text(time_now(), "%Y-%m-%d %H:%M", text, sizeof text));
    snprintf(text, sizeof text, "%s%s", session->centre_name, session->counter_name);
    form_offer(&s->form, "place", text);
    form_offer(&s->form, "server", session->name);
    s->form.focus = 1;
    app_watch(app, s, on_case, banshi_case_show, document->case_id, NULL);
}

static void on_served(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct serve *s = state;
    if (error->code != 0) {
        case_form_error(app, &s->form, error);
        return;
    }
    app_say(app, STYLE_GOOD, "%s", _("Service is recorded; print the proof and have it signed"));
    app_close(app, true, NULL, banshi_row(struct banshi_document, rows, 0)->id);
}

static bool type(struct app *app, void *state, key k)
{
    struct serve *s = state;
    (void)app;
    if (!form_key(&s->form, k))
        return false;
    show_fields(&s->form);
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct serve *s = state;
    if (action != ACTION_COMMIT)
        return form_act(&s->form, action);
    char *values = form_wrong(&s->form) ? NULL : form_json(&s->form);
    if (values)
        app_write(app, s, on_served, banshi_document_serve, s->id, values);
    free(values);
    return true;
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct serve *s = state;
    (void)app;
    int rows = 12;
    struct area inside = form_frame(area, rows, s->title);
    form_draw(&s->form, area_part(inside, 1, 0, inside.rows - 1, inside.cols));
}

static void close(struct app *app, void *state)
{
    (void)app;
    form_free(&((struct serve *)state)->form);
}

const struct screen screen_document_serve = {
    .name = "document_serve",
    .title = N_("Serve"),
    .contexts = {CONTEXT_FORM},
    .size = sizeof(struct serve),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .draw = draw,
    .close = close,
};
