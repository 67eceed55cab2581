/* SPDX-License-Identifier: MIT */
/* Issuing a document on a case that goes with no decision: delegated assistance, a power of attorney, acceptance with a promise.
 * Norm 2.7. */
#include <config.h>

#include <stdlib.h>

#include "form_screen.h"
#include "i18n.h"
#include "intake.h"

struct issue {
    struct form_state form;
    int64_t id; /* of the case */
};

static const struct form_field fields[] = {
    {"kind", N_("Document"), FIELD_CHOICE, .choices = banshi_word_document_kind_of_case},
    {"assistance.helper", N_("Helper"), .limit = 50, .must = true, .when = "kind=assistance|assistance_end"},
    {"assistance.note", N_("What is done for them"), .limit = 200, .when = "kind=assistance|assistance_end"},
    {"assistance.result", N_("Result"), FIELD_CHOICE, .choices = banshi_word_assistance_result,
     .when = "kind=assistance_end"},
    {"agent.name", N_("Agent's name"), .limit = 50, .must = true, .when = "kind=authority"},
    {"agent.id", N_("Agent's number"), .limit = 40, .when = "kind=authority"},
    {"agent.phone", N_("Agent's telephone"), .limit = 24, .when = "kind=authority"},
    {"agent.authority", N_("Authority for"), .limit = 200, .must = true, .when = "kind=authority"},
    {"authority.period", N_("Period"), .limit = 60, .when = "kind=authority"},
    {"tolerance.by", N_("Promised by"), FIELD_DATE, .must = true, .when = "kind=tolerance",
     .beside = N_("a day like 2026-11-24")},
};

static void open(struct app *app, void *state, const void *argument)
{
    const struct banshi_case *c = ((const struct document_issue_start *)argument)->of;
    char day[16];
    ((struct issue *)state)->id = c->id;
    form_set(state, "kind", c->agent_name[0] && !c->assistance ? "authority" : "assistance");
    form_offer(state, "assistance.helper",
               c->helper_name[0] ? c->helper_name : banshi_row(struct banshi_session, app->session, 0)->name);
    form_offer(state, "assistance.note", c->assistance_note);
    form_offer(state, "agent.name", c->agent_name);
    form_offer(state, "agent.id", c->agent_id_number);
    form_offer(state, "agent.phone", c->agent_phone);
    form_offer(state, "agent.authority", c->agent_authority);
    form_offer(state, "tolerance.by", day_text(c->promised_due, day));
}

static void send(struct app *app, void *state)
{
    char *values = form_json(state, "kind"); /* which is no value of the document's */
    if (values)
        app_write(app, state, form_answer, banshi_document_issue, form_value(state, "kind"),
                  ((const struct issue *)state)->id, 0, values);
    free(values);
}

static const struct form_screen form = {FORM_FIELDS_OF(fields), .send = send, .opens = "document"};

const struct screen screen_document_issue = {
    .name = "document_issue",
    .title = N_("Issue a document"),
    .least = RANK_CLERK,
    .size = sizeof(struct issue),
    .dialog = true,
    .form = &form,
    .open = open,
};
