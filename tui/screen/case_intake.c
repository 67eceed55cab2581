/* SPDX-License-Identifier: MIT */
/* Taking in an application: who applies for what, the materials, the decision. Norms 6.1, 6.3, 2.7, 8.1. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "case_form.h"
#include "draft.h"
#include "form_screen.h"
#include "i18n.h"
#include "intake.h"
#include "picks.h"

struct intake {
    struct form_state form;
    struct intake_start start;
    char number[32], draft[128];
    char opid[BANSHI_OPID_SIZE]; /* of the draft, which outlives the program: it is taken in once */
    const struct banshi_rows *item, *material_rows, *items;
    struct case_materials *materials;
    bool ready, restored;
};

/* The form ----------------------------------------------------------------------------------------------------- */

static const struct form_field applicant[] = {
    {"applicant_kind", N_("Kind of applicant"), FIELD_CHOICE, .choices = banshi_word_applicant_kind,
     .title = N_("Applicant")},
    {"applicant_name", N_("Applicant's name"), .limit = 100, .must = true},
    {"id_kind", N_("Identity document"), FIELD_CHOICE, .choices = banshi_word_id_kind},
    {"id_number", N_("Identity number"), .limit = 40, .must = true, .check = case_check_id},
    {"phone", N_("Telephone"), .limit = 24, .must = true, .check = case_check_phone},
    {"contact", N_("Contact person"), .limit = 50, .when = "!applicant_kind=person"},
    {"address", N_("Address"), .limit = 200},
    {"agent", N_("By an agent"), FIELD_FLAG, .title = N_("Agent")},
    {"agent_name", N_("Agent's name"), .limit = 50, .must = true, .when = "agent=yes"},
    {"agent_id_number", N_("Agent's number"), .limit = 40, .must = true, .check = case_check_agent,
     .when = "agent=yes"},
    {"agent_phone", N_("Agent's telephone"), .limit = 24, .must = true, .check = case_check_phone, .when = "agent=yes"},
    {"agent_authority", N_("Authority for"), .limit = 200, .must = true, .when = "agent=yes"},
};
static const struct form_field service[] = {
    {"assistance", N_("Delegated assistance"), FIELD_FLAG, .title = N_("Service")},
    {"assistance_note", N_("What is done for them"), .limit = 200, .when = "assistance=yes"},
    {"delivery", N_("Delivery"), FIELD_CHOICE, .choices = banshi_word_case_delivery},
    {"delivery_note", N_("Delivered to"), .limit = 200, .when = "delivery=post|locker"},
    {"notice", N_("Told by"), FIELD_CHOICE, .choices = banshi_word_case_notice},
    {"email", N_("E-mail"), .limit = 100, .when = "notice=email"},
    {"note", N_("Note"), .limit = 200},
};
static const struct form_field due[] = {{"due", N_("Decided by"), .kind = FIELD_FIXED}};

static void build_form(struct intake *s)
{
    struct form *f = &s->form.form;
    const struct banshi_item *item = banshi_row(struct banshi_item, s->item, 0);
    char id[24];
    form_declare(f, applicant, sizeof applicant / sizeof applicant[0]);
    case_materials_fields(s->materials, f);
    form_declare(f, service, sizeof service / sizeof service[0]);
    decision_fields(f, true);
    form_add(f, &(struct form_field){.key = "item", .label = ""}); /* for the draft alone */
    form_omit(f, "item");
    form_declare(f, due, 1);
    f->focus = 1;
    if (strcmp(item->subject, "organisation") == 0) {
        form_set(f, "applicant_kind", "enterprise");
        form_set(f, "id_kind", "credit_code");
    }
    form_set(f, "basis", item->legal_basis);
    if (draft_load(s->draft, s->opid, f))
        s->restored = true;
    snprintf(id, sizeof id, "%lld", (long long)s->start.item);
    form_set(f, "item", id);
}

static void save(struct app *app, struct intake *s, bool flush)
{
    if (s->ready && !draft_save(s->draft, s->opid, &s->form.form, flush))
        app_say(app, STYLE_WARN, "%s", _("The draft cannot be saved: check the free space"));
}

/* Reading ------------------------------------------------------------------------------------------------------ */

static void on_due(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct intake *s = state;
    char day[16], text[128];
    (void)app;
    if (error->code != 0 || !rows->count)
        return;
    const struct banshi_due *d = banshi_row(struct banshi_due, rows, 0);
    snprintf(text, sizeof text, "%s%s%s", day_text(d->due, day), d->published ? "" : "  ! ",
             d->published ? "" : _("calendar not published yet, provisional"));
    form_set(&s->form.form, "due", text);
}

static void start_form(struct app *app, struct intake *s)
{
    if (s->ready || !s->item || !s->material_rows)
        return;
    for (size_t i = 0; i < s->material_rows->count; i++) {
        const struct banshi_material *m = banshi_row(struct banshi_material, s->material_rows, i);
        case_materials_add(s->materials, &(struct banshi_case_material){.seq = m->seq,
                                                                        .name = m->name,
                                                                        .form = m->form,
                                                                        .originals = m->originals,
                                                                        .copies = m->copies,
                                                                        .required = m->required,
                                                                        .standard = m->standard,
                                                                        .state = "missing",
                                                                        .note = ""});
    }
    build_form(s);
    s->ready = true;
    const struct banshi_item *item = banshi_row(struct banshi_item, s->item, 0);
    form_title(s, "%s  %s", s->number, item->name);
    if (s->restored)
        app_say(app, STYLE_GOOD, "%s", _("The draft of an unfinished intake is back; ^X starts afresh"));
    if (item->promised > 0)
        app_watch(app, s, on_due, banshi_calendar_due, day_of(time_now()), item->promised, item->promised_unit);
    else if (item->statutory > 0)
        app_watch(app, s, on_due, banshi_calendar_due, day_of(time_now()), item->statutory, item->statutory_unit);
    else
        form_set(&s->form.form, "due", _("the catalogue names no limit"));
}

static void on_read(struct app *app, void *state)
{
    start_form(app, state);
}

static void load_item(struct app *app, struct intake *s)
{
    app_need(app, s, &s->item, on_read, banshi_item_show, s->start.item, NULL);
    app_need(app, s, &s->material_rows, on_read, banshi_material_list, s->start.item);
}

static void ask_item(struct app *app, void *state)
{
    const struct intake *s = state;
    item_pick(app, s->items, ACTION_ITEM, s->start.item);
}

static void open(struct app *app, void *state, const void *argument)
{
    struct intake *s = state;
    const struct banshi_session *session = banshi_row(struct banshi_session, app->session, 0);
    s->start = *(const struct intake_start *)argument;
    snprintf(s->number, sizeof s->number, "%s", s->start.number);
    s->start.number = s->number;
    s->materials = calloc(1, sizeof *s->materials);
    if (!s->materials) {
        app_say(app, STYLE_BAD, "%s", _("Out of memory"));
        return;
    }
    snprintf(s->draft, sizeof s->draft, "case_intake-%s-%lld", session->login, (long long)s->start.ticket);
    banshi_opid(s->opid);
    char item[24];
    if (draft_peek(s->draft, "item", item, sizeof item))
        s->start.item = strtoll(item, NULL, 10);
    if (s->start.item)
        load_item(app, s);
    else
        app_need(app, s, &s->items, ask_item, banshi_item_list);
}

/* Another item: its materials make another form; what was typed is kept as far as it fits. */
static void change_item(struct app *app, struct intake *s, int64_t item)
{
    save(app, s, true);
    form_free(&s->form.form);
    keep_rows(&s->item, NULL);
    keep_rows(&s->material_rows, NULL);
    s->materials->count = 0;
    s->ready = false;
    s->start.item = item;
    load_item(app, s);
}

static void result(struct app *app, void *state, const struct result *r)
{
    struct intake *s = state;
    if (r->tag == ACTION_ITEM && r->chosen)
        change_item(app, s, r->number);
    else if (r->tag == ACTION_ITEM && !s->start.item)
        app_close_of(app, state, false, NULL, 0);
}

/* Committing --------------------------------------------------------------------------------------------------- */

static void done(struct app *app, void *state, const struct banshi_rows *rows)
{
    struct intake *s = state;
    struct record_start document = {.id = rows->count ? banshi_row(struct banshi_document, rows, rows->count - 1)->id
                                                      : 0};
    char outcome[16];
    draft_remove(s->draft);
    s->ready = false;
    snprintf(outcome, sizeof outcome, "%s", form_value(state, "outcome"));
    app_close_of(app, state, true, outcome, 0);
    if (document.id)
        app_open(app, "document", 0, &document);
}

static void send(struct app *app, void *state)
{
    struct intake *s = state;
    if (!s->ready)
        return;
    case_materials_read(s->materials, state);
    struct banshi_decision decision = decision_read(state);
    struct banshi_intake intake = {
        .ticket = s->start.ticket,
        .item = s->start.item,
        .channel = s->start.ticket ? "counter" : "post",
        .applicant_kind = form_value(state, "applicant_kind"),
        .applicant_name = form_value(state, "applicant_name"),
        .id_kind = form_value(state, "id_kind"),
        .id_number = form_value(state, "id_number"),
        .phone = form_value(state, "phone"),
        .contact = form_value(state, "contact"),
        .address = form_value(state, "address"),
        .agent_name = form_value(state, "agent_name"),
        .agent_id_number = form_value(state, "agent_id_number"),
        .agent_phone = form_value(state, "agent_phone"),
        .agent_authority = form_value(state, "agent_authority"),
        .assistance = form_yes(state, "assistance"),
        .assistance_note = form_value(state, "assistance_note"),
        .delivery = form_value(state, "delivery"),
        .delivery_note = form_value(state, "delivery_note"),
        .notice = form_value(state, "notice"),
        .email = form_value(state, "email"),
        .note = form_value(state, "note"),
        .materials = s->materials->items,
        .material_count = s->materials->count,
    };
    save(app, s, true);
    app_write_once(app, s, form_answer, s->opid, banshi_case_intake, &intake, &decision);
}

/* Keys --------------------------------------------------------------------------------------------------------- */

static void changed(struct app *app, void *state, const char *id)
{
    if (strcmp(id, "applicant_kind") == 0)
        form_set(state, "id_kind", strcmp(form_value(state, id), "person") == 0 ? "resident" : "credit_code");
    save(app, state, form_find(state, id)->is.choices != NULL);
}

static void begin_afresh(struct app *app, struct intake *s)
{
    draft_remove(s->draft);
    banshi_opid(s->opid);
    form_free(&s->form.form);
    s->restored = s->ready = false;
    s->materials->count = 0;
    start_form(app, s);
}

static bool act(struct app *app, void *state, enum action action)
{
    struct intake *s = state;
    if (app_busy(app, s))
        return action_table[action].context != CONTEXT_GLOBAL;
    switch (action) {
    case ACTION_ALL_RECEIVED:
        case_materials_all_received(s->materials, state);
        save(app, s, true);
        app_say(app, STYLE_GOOD, "%s", _("All materials are marked as received"));
        return true;
    case ACTION_ITEM:
        app_need(app, s, &s->items, ask_item, banshi_item_list);
        return true;
    case ACTION_FORMS:
        if (s->start.item)
            app_open(app, "material_form", ACTION_FORMS,
                     &(struct material_form_start){s->start.item, case_materials_focus(s->materials, state)});
        return true;
    case ACTION_DISCARD:
        begin_afresh(app, s);
        return true;
    case ACTION_BACK:
        save(app, s, true);
        return false; /* the draft stays */
    default:
        if (!decision_act(state, action) && !form_act(state, action))
            return false;
        save(app, s, true);
        return true;
    }
}

static const char *hint(const void *state, enum action action)
{
    return decision_hint(state, action);
}

/* What committing will do. */
static void below(const void *state, struct area area)
{
    const char *outcome = form_value(state, "outcome"), *until = form_value(state, "due");
    static const struct {
        const char *outcome, *text;
    } outcomes[] = {
        {"accept", N_("accepted, 受理通知书 is issued")},
        {"supplement", N_("a supplement is asked for, 收件凭证 and 补正告知书 are issued")},
        {"refuse", N_("refused, 不予受理决定书 is issued")},
        {"not_required", N_("no acceptance is required, 不受理告知书 is issued")},
        {"", N_("only received, 收件凭证 is issued")},
    };
    for (size_t i = 0; ((const struct intake *)state)->ready && i < sizeof outcomes / sizeof outcomes[0]; i++)
        if (strcmp(outcomes[i].outcome, outcome) == 0) {
            int used = paintf(area, 0, 0, STYLE_GOOD, "→ %s", _(outcomes[i].text));
            if (i == 0)
                paintf(area, 0, used, STYLE_GOOD, _("; decided by %s"), until);
        }
}

static void close(struct app *app, void *state)
{
    (void)app;
    free(((struct intake *)state)->materials);
}

static const struct form_screen form = {
    .changed = changed, .send = send, .done = done, .below_rows = 1, .below = below};

const struct screen screen_case_intake = {
    .name = "case_intake",
    .title = N_("Intake"),
    .contexts = {CONTEXT_INTAKE},
    .least = RANK_CLERK,
    .size = sizeof(struct intake),
    .form = &form,
    .open = open,
    .act = act,
    .hint = hint,
    .result = result,
    .close = close,
};
