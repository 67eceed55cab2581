/* SPDX-License-Identifier: MIT */
/* Recording that a document was served, which issues the proof of service (送达回证). Norm 8.1. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "form_screen.h"
#include "i18n.h"
#include "intake.h"

struct serve {
    struct form_state form;
    int64_t id; /* of the document */
    const struct banshi_rows *of;
};

static const struct form_field fields[] = {
    {"mode", N_("Mode"), FIELD_CHOICE, .choices = banshi_word_service_mode},
    {"recipient", N_("Received by"), .limit = 50, .when = "!mode=announcement"},
    {"relation", N_("Relation"), FIELD_CHOICE, .choices = banshi_word_service_relation, .when = "!mode=announcement"},
    {"at", N_("Time"), .limit = 16},
    {"place", N_("Place"), .limit = 100},
    {"server", N_("Served by"), .limit = 50},
    {"witness", N_("Witness"), .limit = 50},
    {"note", N_("Note"), .limit = 200},
};

/* Who usually receives it is offered. */
static void on_case(struct app *app, void *state)
{
    const struct banshi_rows *of = ((const struct serve *)state)->of;
    (void)app;
    if (!of->count || form_value(state, "recipient")[0])
        return;
    const struct banshi_case *c = banshi_row(struct banshi_case, of, 0);
    bool person = strcmp(c->applicant_kind, "person") == 0, agent = c->agent_name[0] != '\0';
    form_offer(state, "recipient", agent ? c->agent_name : person ? c->applicant_name : c->contact);
    form_set(state, "relation", agent ? "agent" : person ? "self" : "mailroom");
}

static void open(struct app *app, void *state, const void *argument)
{
    struct serve *s = state;
    const struct banshi_document *document = ((const struct document_serve_start *)argument)->document;
    const struct banshi_session *session = banshi_row(struct banshi_session, app->session, 0);
    char text[256];
    s->id = document->id;
    form_title(s, _("Service of %s %s"), document->title, document->number);
    form_offer(state, "at", time_text(time_now(), "%Y-%m-%d %H:%M", text, sizeof text));
    snprintf(text, sizeof text, "%s%s", session->centre_name, session->counter_name);
    form_offer(state, "place", text);
    form_offer(state, "server", session->name);
    form_leave(state, "mode"); /* the usual one */
    app_keep(app, s, &s->of, on_case, banshi_case_show, document->case_id, NULL);
}

static void send(struct app *app, void *state)
{
    char *values = form_json(state, NULL);
    if (values)
        app_write(app, state, form_answer, banshi_document_serve, ((const struct serve *)state)->id, values);
    free(values);
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), .send = send,
                                        .says = N_("Service is recorded; print the proof and have it signed")};

const struct screen screen_document_serve = {
    .name = "document_serve",
    .title = N_("Serve"),
    .least = RANK_CLERK,
    .size = sizeof(struct serve),
    .dialog = true,
    .form = &form,
    .open = open,
};
