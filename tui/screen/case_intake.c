/* SPDX-License-Identifier: MIT */
/* Taking in an application: who applies for what, the materials, the decision. Norms 6.1, 6.3, 2.7, 8.1. */
#include <config.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "app.h"
#include "choice.h"
#include "case_form.h"
#include "dialog.h"
#include "draft.h"
#include "kit/form.h"
#include "i18n.h"
#include "intake.h"

enum tag { TAG_NONE, TAG_ITEM };

struct intake {
    struct intake_start start;
    char number[32], draft[128], title[512];
    char opid[BANSHI_OPID_SIZE];
    const struct banshi_rows *item, *material_rows, *items;
    struct case_materials *materials;
    struct form form;
    bool busy, ready, restored;
};

/* The form ----------------------------------------------------------------------------------------------------- */

/* Ask only for what the answers so far make necessary. */
static void show_fields(struct intake *s)
{
    bool person = strcmp(form_value(&s->form, "applicant_kind"), "person") == 0;
    bool agent = strcmp(form_value(&s->form, "agent"), "yes") == 0;
    bool assistance = strcmp(form_value(&s->form, "assistance"), "yes") == 0;
    const char *delivery = form_value(&s->form, "delivery");
    const struct {
        const char *key;
        bool asked;
    } fields[] = {
        {"contact", !person},
        {"agent_name", agent},
        {"agent_id_number", agent},
        {"agent_phone", agent},
        {"agent_authority", agent},
        {"assistance_note", assistance},
        {"delivery_note", strcmp(delivery, "post") == 0 || strcmp(delivery, "locker") == 0},
        {"email", strcmp(form_value(&s->form, "notice"), "email") == 0},
    };
    for (size_t i = 0; i < sizeof fields / sizeof fields[0]; i++) {
        struct field *field = form_find(&s->form, fields[i].key);
        if (field)
            field->absent = !fields[i].asked;
    }
    case_materials_show(s->materials, &s->form);
    decision_show(&s->form);
}

static void titled(struct field *field, const char *title)
{
    if (field)
        field->title = title;
}

static void build_form(struct intake *s)
{
    struct form *f = &s->form;
    titled(form_add_choice(f, "applicant_kind", _("Kind of applicant"), banshi_word_applicant_kind), _("Applicant"));
    form_add(f, "applicant_name", _("Applicant's name"), 100);
    form_add_choice(f, "id_kind", _("Identity document"), banshi_word_id_kind);
    form_add(f, "id_number", _("Identity number"), 40);
    form_add(f, "phone", _("Telephone"), 24);
    form_add(f, "contact", _("Contact person"), 50);
    form_add(f, "address", _("Address"), 200);
    titled(form_add_choice(f, "agent", _("By an agent"), no_yes), _("Agent"));
    form_add(f, "agent_name", _("Agent's name"), 50);
    form_add(f, "agent_id_number", _("Agent's number"), 40);
    form_add(f, "agent_phone", _("Agent's telephone"), 24);
    form_add(f, "agent_authority", _("Authority for"), 200);
    case_materials_fields(s->materials, f);
    titled(form_add_choice(f, "assistance", _("Delegated assistance"), no_yes), _("Service"));
    form_add(f, "assistance_note", _("What is done for them"), 200);
    form_add_choice(f, "delivery", _("Delivery"), banshi_word_case_delivery);
    form_add(f, "delivery_note", _("Delivered to"), 200);
    form_add_choice(f, "notice", _("Told by"), banshi_word_case_notice);
    form_add(f, "email", _("E-mail"), 100);
    form_add(f, "note", _("Note"), 200);
    decision_fields(f, true);
    struct field *chosen = form_add(f, "item", "", 0);
    if (chosen) { /* for the draft alone */
        chosen->absent = true;
        snprintf(chosen->edit.text, sizeof chosen->edit.text, "%lld", (long long)s->start.item);
    }
    struct field *due = form_add(f, "due", _("Decided by"), 0);
    if (due)
        due->read_only = true;
    f->focus = 1;
    const struct banshi_item *item = banshi_row(struct banshi_item, s->item, 0);
    if (strcmp(item->subject, "organisation") == 0) {
        form_set(f, "applicant_kind", "enterprise");
        form_set(f, "id_kind", "credit_code");
    }
    form_set(f, "basis", item->legal_basis);
    if (draft_load(s->draft, s->opid, f))
        s->restored = true;
    if (chosen)
        snprintf(chosen->edit.text, sizeof chosen->edit.text, "%lld", (long long)s->start.item);
    show_fields(s);
}

static void save(struct app *app, struct intake *s, bool flush)
{
    if (s->ready && !draft_save(s->draft, s->opid, &s->form, flush))
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
    form_set(&s->form, "due", text);
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
    snprintf(s->title, sizeof s->title, "%s  %s", s->number, item->name);
    if (s->restored)
        app_say(app, STYLE_GOOD, "%s", _("The draft of an unfinished intake is back; ^X starts afresh"));
    if (item->promised > 0)
        app_ask(app, s, on_due, banshi_calendar_due, day_of(time_now()), item->promised, item->promised_unit);
    else if (item->statutory > 0)
        app_ask(app, s, on_due, banshi_calendar_due, day_of(time_now()), item->statutory, item->statutory_unit);
    else
        form_set(&s->form, "due", _("the catalogue names no limit"));
}

static void on_item(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct intake *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->item, rows);
    start_form(app, s);
}

static void on_materials(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct intake *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->material_rows, rows);
    start_form(app, s);
}

static void load_item(struct app *app, struct intake *s)
{
    app_ask(app, s, on_item, banshi_item_show, s->start.item, NULL);
    app_ask(app, s, on_materials, banshi_material_list, s->start.item);
}

static void on_items(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct intake *s = state;
    if (error->code != 0) {
        app_error(app, error);
        return;
    }
    keep_rows(&s->items, rows);
    struct option *items = calloc(rows->count + 1, sizeof *items);
    char(*texts)[512] = calloc(rows->count + 1, sizeof *texts);
    if (items && texts) {
        for (size_t i = 0; i < rows->count; i++) {
            const struct banshi_item *item = banshi_row(struct banshi_item, rows, i);
            snprintf(texts[i], sizeof texts[i], "%s%s  %s  %s", item->mine ? "★ " : "", item->name, item->department,
                     item->code);
            items[i] = (struct option){texts[i], item->id};
        }
        app_open(app, "pick", TAG_ITEM,
                 &(struct options){_("Which item? Type its name, code or pinyin initials"), items, rows->count,
                                   s->start.item});
    }
    free(items);
    free(texts);
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
        app_ask(app, s, on_items, banshi_item_list);
}

/* Another item: its materials make another form; what was typed is kept as far as it fits. */
static void change_item(struct app *app, struct intake *s, int64_t item)
{
    save(app, s, true);
    form_free(&s->form);
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
    if (r->tag == TAG_ITEM && r->chosen)
        change_item(app, s, r->number);
    else if (r->tag == TAG_ITEM && !s->start.item)
        app_close(app, false, NULL, 0);
}

/* Committing --------------------------------------------------------------------------------------------------- */

static void on_taken_in(struct app *app, void *state, const struct banshi_error *error, const struct banshi_rows *rows)
{
    struct intake *s = state;
    s->busy = false;
    if (error->code != 0) {
        case_form_error(app, &s->form, error);
        return;
    }
    draft_remove(s->draft);
    s->ready = false;
    char outcome[16];
    snprintf(outcome, sizeof outcome, "%s", form_value(&s->form, "outcome"));
    struct record_start document = {.id = rows->count ? banshi_row(struct banshi_document, rows, rows->count - 1)->id
                                                      : 0};
    app_close(app, true, outcome, 0);
    if (document.id)
        app_open(app, "document", 0, &document);
}

static void commit(struct app *app, struct intake *s)
{
    const struct form *f = &s->form;
    bool agent = strcmp(form_value(f, "agent"), "yes") == 0;
    case_materials_read(s->materials, f);
    struct banshi_decision decision = decision_read(f);
    struct banshi_intake intake = {
        .ticket = s->start.ticket,
        .item = s->start.item,
        .channel = s->start.ticket ? "counter" : "post",
        .applicant_kind = form_value(f, "applicant_kind"),
        .applicant_name = form_value(f, "applicant_name"),
        .id_kind = form_value(f, "id_kind"),
        .id_number = form_value(f, "id_number"),
        .phone = form_value(f, "phone"),
        .contact = form_value(f, "contact"),
        .address = form_value(f, "address"),
        .agent_name = agent ? form_value(f, "agent_name") : "",
        .agent_id_number = agent ? form_value(f, "agent_id_number") : "",
        .agent_phone = agent ? form_value(f, "agent_phone") : "",
        .agent_authority = agent ? form_value(f, "agent_authority") : "",
        .assistance = strcmp(form_value(f, "assistance"), "yes") == 0,
        .assistance_note = form_value(f, "assistance_note"),
        .delivery = form_value(f, "delivery"),
        .delivery_note = form_value(f, "delivery_note"),
        .notice = form_value(f, "notice"),
        .email = form_value(f, "email"),
        .note = form_value(f, "note"),
        .materials = s->materials->items,
        .material_count = s->materials->count,
    };
    save(app, s, true);
    s->busy = true;
    app_ask(app, s, on_taken_in, banshi_case_intake, s->opid, &intake, &decision);
}

/* Keys --------------------------------------------------------------------------------------------------------- */

static bool type(struct app *app, void *state, key k)
{
    struct intake *s = state;
    if (!s->ready || !form_key(&s->form, k))
        return false;
    const struct field *field = &s->form.fields[s->form.focus];
    if (field->choices && strcmp(field->key, "applicant_kind") == 0)
        form_set(&s->form, "id_kind", field->chosen == 0 ? "resident" : "credit_code");
    show_fields(s);
    save(app, s, field->choices != NULL);
    return true;
}

static bool act(struct app *app, void *state, enum action action)
{
    struct intake *s = state;
    if (s->busy)
        return action_table[action].context != CONTEXT_GLOBAL;
    switch (action) {
    case ACTION_COMMIT:
        if (s->ready)
            commit(app, s);
        return true;
    case ACTION_ALL_RECEIVED:
        case_materials_all_received(s->materials, &s->form);
        show_fields(s);
        save(app, s, true);
        app_say(app, STYLE_GOOD, "%s", _("All materials are marked as received"));
        return true;
    case ACTION_ITEM:
        app_ask(app, s, on_items, banshi_item_list);
        return true;
    case ACTION_FORMS:
        if (s->start.item)
            app_open(app, "material_form", TAG_NONE,
                     &(struct material_form_start){s->start.item, case_materials_focus(s->materials, &s->form)});
        return true;
    case ACTION_DISCARD:
        draft_remove(s->draft);
        banshi_opid(s->opid);
        s->restored = false;
        form_free(&s->form);
        s->ready = false;
        s->materials->count = 0;
        start_form(app, s);
        return true;
    case ACTION_BACK:
        save(app, s, true);
        return false; /* the draft stays */
    default:
        case_form_check(&s->form);
        bool used = decision_act(&s->form, action) || form_act(&s->form, action);
        if (used)
            save(app, s, true);
        return used;
    }
}

static const char *hint(const void *state, enum action action)
{
    return decision_hint(&((const struct intake *)state)->form, action);
}

/* What committing will do. */
static void draw_outcome(const struct intake *s, struct area area)
{
    const char *outcome = form_value(&s->form, "outcome"), *due = form_find(&s->form, "due")->edit.text;
    static const struct {
        const char *outcome, *text;
    } outcomes[] = {
        {"accept", N_("accepted, 受理通知书 is issued")},
        {"supplement", N_("a supplement is asked for, 收件凭证 and 补正告知书 are issued")},
        {"refuse", N_("refused, 不予受理决定书 is issued")},
        {"not_required", N_("no acceptance is required, 不受理告知书 is issued")},
        {"", N_("only received, 收件凭证 is issued")},
    };
    for (size_t i = 0; i < sizeof outcomes / sizeof outcomes[0]; i++)
        if (strcmp(outcomes[i].outcome, outcome) == 0) {
            int used = paintf(area, 0, 0, STYLE_GOOD, "→ %s", _(outcomes[i].text));
            if (i == 0)
                paintf(area, 0, used, STYLE_GOOD, _("; decided by %s"), due);
        }
}

static void draw(const struct app *app, const void *state, struct area area)
{
    const struct intake *s = state;
    (void)app;
    paint_rule(area, 0, s->title[0] ? s->title : _("Intake"));
    if (!s->ready)
        return;
    form_draw(&s->form, area_part(area, 1, 1, area.rows - 2, area.cols - 2));
    draw_outcome(s, area_part(area, area.rows - 1, 1, 1, area.cols - 2));
}

static void close(struct app *app, void *state)
{
    struct intake *s = state;
    (void)app;
    form_free(&s->form);
    banshi_rows_free(s->item);
    banshi_rows_free(s->material_rows);
    banshi_rows_free(s->items);
    free(s->materials);
}

const struct screen screen_case_intake = {
    .name = "case_intake",
    .title = N_("Intake"),
    .contexts = {CONTEXT_INTAKE, CONTEXT_FORM},
    .size = sizeof(struct intake),
    .open = open,
    .key = type,
    .act = act,
    .hint = hint,
    .result = result,
    .draw = draw,
    .close = close,
};
