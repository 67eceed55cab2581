/* SPDX-License-Identifier: MIT */
/* Issuing a document on a case that goes with no decision: delegated assistance, a power of attorney, acceptance with a promise.
 * Norm 2.7. */
#include <config.h>

#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "case_form.h"
#include "kit/form.h"
#include "i18n.h"
#include "intake.h"

struct issue {
    int64_t id; /* of the case */
    struct form form;
};

/* Which field belongs to which kinds. */
static const struct {
    const char *key, *kinds;
} belongs[] = {
    {"assistance.helper", "assistance assistance_end "},
    {"assistance.note", "assistance assistance_end "},
    {"assistance.result", "assistance_end "},
    {"agent.name", "authority "},
    {"agent.id", "authority "},
    {"agent.phone", "authority "},
    {"agent.authority", "authority "},
    {"authority.period", "authority "},
    {"tolerance.by", "tolerance "},
};

static void show_fields(struct form *form)
{
    const char *kind = form_value(form, "kind");
    size_t n = strlen(kind);
    for (size_t i = 0; i < sizeof belongs / sizeof belongs[0]; i++) {
        struct field *field = form_find(form, belongs[i].key);
        bool asked = false;
        for (const char *at = belongs[i].kinds; *at && !asked; at += strcspn(at, " ") + 1)
            asked = strncmp(at, kind, n) == 0 && at[n] == ' ';
        if (field)
            field->absent = !asked;
    }
}

static void open(struct app *app, void *state, const void *argument)
{
    struct issue *s = state;
    const struct banshi_case *c = ((const struct document_issue_start *)argument)->of;
    const struct banshi_session *session = banshi_row(struct banshi_session, app->session, 0);
    char day[16];
    s->id = c->id;
    form_add_choice(&s->form, "kind", _("Document"), banshi_word_document_kind_of_case);
    form_add(&s->form, "assistance.helper", _("Helper"), 50);
    form_add(&s->form, "assistance.note", _("What is done for them"), 200);
    form_add_choice(&s->form, "assistance.result", _("Result"), banshi_word_assistance_result);
    form_add(&s->form, "agent.name", _("Agent's name"), 50);
    form_add(&s->form, "agent.id", _("Agent's number"), 40);
    form_add(&s->form, "agent.phone", _("Agent's telephone"), 24);
    form_add(&s->form, "agent.authority", _("Authority for"), 200);
    form_add(&s->form, "authority.period", _("Period"), 60);
    form_add(&s->form, "tolerance.by", _("Promised by (2026-09-30)"), 10);
    form_set(&s->form, "kind", c->agent_name[0] && !c->assistance ? "authority" : "assistance");
    form_offer(&s->form, "assistance.helper", c->helper_name[0] ? c->helper_name : session->name);
    form_offer(&s->form, "assistance.note", c->assistance_note);
    form_offer(&s->form, "agent.name", c->agent_name);
    form_offer(&s->form, "agent.id", c->agent_id_number);
    form_offer(&s->form, "agent.phone", c->agent_phone);
    form_offer(&s->form, "agent.authority", c->agent_authority);
    if (c->promised_due)
        form_offer(&s->form, "tolerance.by", day_text(c->promised_due, day));
    show_fields(&s->form);
}

static void on_issued(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct issue *s = state;
    if (error->code != 0) {
        case_form_error(app, &s->form, error);
        return;
    }
    struct record_start document = {.id = banshi_row(struct banshi_document, rows, 0)->id};
    app_close(app, true, NULL, 0);
    app_open(app, "document", 0, &document);
}

static void commit(struct app *app, struct issue *s)
{
    struct field *kind = form_find(&s->form, "kind");
    kind->absent = true; /* it is no value of the document's */
    char *values = form_json(&s->form);
    kind->absent = false;
    if (!values)
        return;
    app_write(app, s, on_issued, banshi_document_issue, form_value(&s->form, "kind"), s->id, 0, values);
    free(values);
}

static bool type(struct app *app, void *state, key k)
{
    struct issue *s = state;
    (void)app;
    if (!form_key(&s->form, k))
        return false;
    show_fields(&s->form);
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct issue *s = state;
    if (action == ACTION_COMMIT) {
        if (!app_busy(app, s) && !form_wrong(&s->form))
            commit(app, s);
        return true;
    }
    return form_act(&s->form, action);
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct issue *s = state;
    (void)app;
    int rows = 4;
    for (size_t i = 0; i < s->form.count; i++)
        rows += !s->form.fields[i].absent;
    struct area inside = form_frame(area, rows, _("Issue a document"));
    form_draw(&s->form, area_part(inside, 1, 0, inside.rows - 1, inside.cols));
}

static void close(struct app *app, void *state)
{
    (void)app;
    form_free(&((struct issue *)state)->form);
}

const struct screen screen_document_issue = {
    .name = "document_issue",
    .title = N_("Issue a document"),
    .contexts = {CONTEXT_FORM},
    .size = sizeof(struct issue),
    .dialog = true,
    .open = open,
    .key = type,
    .act = act,
    .draw = draw,
    .close = close,
};
