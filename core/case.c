/* SPDX-License-Identifier: MIT */
/* Cases: taking in, deciding, reading. What is typed is checked here before it is sent, and by the database again. */
#include <config.h>

#include <banshi/case.h>

#include <jansson.h>
#include <stdlib.h>
#include <string.h>

#include <banshi/document.h>
#include <banshi/identity.h>
#include <banshi/pinyin.h>
#include <banshi/text.h>

#include "db/db.h"
#include "sql.h"

/* Checking ----------------------------------------------------------------------------------------------------- */

static const char *given(const char *s)
{
    return s ? s : "";
}

/* The field's name goes before what its check said. */
static int in_field(const char *field, const struct banshi_error *why, struct banshi_error *error)
{
    return error_set(error, why->code, "%s%s%.900s", field, why->detail[0] ? " · " : "", why->detail);
}

static int check_text(const char *field, const char *text, struct banshi_error *error)
{
    struct banshi_error why = {0};
    return banshi_text_check(given(text), &why) == 0 ? 0 : in_field(field, &why, error);
}

static int check_number(const char *field, const char *kind, const char *number, char ret[24],
                        struct banshi_error *error)
{
    struct banshi_error why = {0};
    if (strcmp(kind, "resident") == 0)
        banshi_identity_resident(number, 0, ret, &why);
    else if (strcmp(kind, "credit_code") == 0)
        banshi_identity_credit_code(number, ret, &why);
    return why.code == 0 ? 0 : in_field(field, &why, error);
}

static int check_phone(const char *field, const char *phone, char ret[24], struct banshi_error *error)
{
    struct banshi_error why = {0};
    return banshi_identity_phone(phone, ret, &why) == 0 ? 0 : in_field(field, &why, error);
}

/* Making the JSON ---------------------------------------------------------------------------------------------- */

static json_t *materials_json(const struct banshi_case_material *materials, size_t count)
{
    json_t *array = json_array();
    for (size_t i = 0; array && i < count; i++) {
        const struct banshi_case_material *m = &materials[i];
        json_array_append_new(array,
                              json_pack("{s:I, s:s, s:s, s:I, s:I, s:b, s:s, s:s, s:s}", "seq", (json_int_t)m->seq,
                                        "name", given(m->name), "form", m->form && *m->form ? m->form : "original",
                                        "originals", (json_int_t)m->originals, "copies", (json_int_t)m->copies,
                                        "required", (int)m->required, "standard", given(m->standard), "state",
                                        m->state && *m->state ? m->state : "missing", "note", given(m->note)));
    }
    return array;
}

static json_t *decision_json(const struct banshi_decision *d)
{
    return json_pack("{s:s, s:s, s:s, s:s, s:b, s:s, s:I}", "outcome", given(d->outcome), "reason", given(d->reason),
                     "basis", given(d->basis), "organ", given(d->organ), "corrected", (int)d->corrected,
                     "override_reason", given(d->override_reason), "supplement_days", (json_int_t)d->supplement_days);
}

static json_t *spellings_json(const char *name)
{
    char spellings[16][BANSHI_PINYIN_SPELLING];
    size_t n = banshi_pinyin_spellings(name, spellings, 16);
    json_t *array = json_array();
    for (size_t i = 0; i < n; i++)
        json_array_append_new(array, json_string(spellings[i]));
    return array;
}

/* The intake as JSON, checked; NULL with the error set. */
static json_t *intake_json(const struct banshi_intake *in, struct banshi_error *error)
{
    char id_number[24] = "", phone[24] = "", agent_id[24] = "", agent_phone[24] = "";
    const struct {
        const char *name, *text;
    } texts[] = {
        {"channel", in->channel},
        {"applicant_kind", in->applicant_kind},
        {"applicant_name", in->applicant_name},
        {"id_kind", in->id_kind},
        {"id_number", in->id_number},
        {"phone", in->phone},
        {"contact", in->contact},
        {"address", in->address},
        {"agent_name", in->agent_name},
        {"agent_id_number", in->agent_id_number},
        {"agent_phone", in->agent_phone},
        {"agent_authority", in->agent_authority},
        {"helper", in->helper},
        {"assistance_note", in->assistance_note},
        {"delivery", in->delivery},
        {"delivery_note", in->delivery_note},
        {"notice", in->notice},
        {"email", in->email},
        {"note", in->note},
    };
    json_t *json = json_pack("{s:I, s:I, s:b}", "ticket", (json_int_t)in->ticket, "item", (json_int_t)in->item,
                             "assistance", (int)in->assistance);
    int code = json ? 0 : error_set(error, BANSHI_ENOMEM, "intake");
    for (size_t i = 0; code == 0 && i < sizeof texts / sizeof texts[0]; i++) {
        code = check_text(texts[i].name, texts[i].text, error);
        if (code == 0)
            json_object_set_new(json, texts[i].name, json_string(given(texts[i].text)));
    }
    const char *kind = in->id_kind && *in->id_kind ? in->id_kind : "resident";
    if (code == 0 && !*given(in->applicant_name))
        code = error_set(error, BANSHI_EINVALID, "applicant_name · is required");
    if (code == 0 && !*given(in->id_number))
        code = error_set(error, BANSHI_EINVALID, "id_number · is required");
    if (code == 0)
        code = check_number("id_number", kind, in->id_number, id_number, error);
    if (code == 0)
        code = check_phone("phone", given(in->phone), phone, error);
    if (code == 0 && *given(in->agent_name)) {
        code = check_number("agent_id_number", "resident", given(in->agent_id_number), agent_id, error);
        if (code == 0)
            code = check_phone("agent_phone", given(in->agent_phone), agent_phone, error);
    }
    if (code != 0) {
        json_decref(json);
        return NULL;
    }
    if (id_number[0])
        json_object_set_new(json, "id_number", json_string(id_number));
    json_object_set_new(json, "phone", json_string(phone));
    if (agent_id[0]) {
        json_object_set_new(json, "agent_id_number", json_string(agent_id));
        json_object_set_new(json, "agent_phone", json_string(agent_phone));
    }
    json_object_set_new(json, "spellings", spellings_json(in->applicant_name));
    json_object_set_new(json, "materials", materials_json(in->materials, in->material_count));
    return json;
}

static int check_decision(const struct banshi_decision *d, struct banshi_error *error)
{
    const char *outcome = given(d->outcome);
    bool needs =
        strcmp(outcome, "refuse") == 0 || strcmp(outcome, "not_required") == 0 || strcmp(outcome, "withdraw") == 0;
    if (check_text("reason", d->reason, error) != 0 || check_text("basis", d->basis, error) != 0 ||
        check_text("organ", d->organ, error) != 0 || check_text("override_reason", d->override_reason, error) != 0)
        return error->code;
    if (needs && !*given(d->reason))
        return error_set(error, BANSHI_EREASON, "reason");
    return 0;
}

static int check_materials(const struct banshi_case_material *materials, size_t count, struct banshi_error *error)
{
    for (size_t i = 0; i < count; i++)
        if (check_text("materials", materials[i].name, error) != 0 ||
            check_text("materials", materials[i].note, error) != 0)
            return error->code;
    return 0;
}

/* Operations --------------------------------------------------------------------------------------------------- */

struct banshi_op *banshi_case_intake(struct banshi *b, const char *opid, const struct banshi_intake *intake,
                                     const struct banshi_decision *decision, banshi_done_fn *fn, void *closure)
{
    static const struct banshi_decision none = {0};
    struct banshi_error error = {0};
    if (!decision)
        decision = &none;
    json_t *in =
        check_decision(decision, &error) == 0 && check_materials(intake->materials, intake->material_count, &error) == 0
            ? intake_json(intake, &error)
            : NULL;
    if (!in)
        return db_fail(b, fn, closure, &error);
    json_t *de = decision_json(decision);
    char *intake_text = json_dumps(in, JSON_COMPACT), *decision_text = de ? json_dumps(de, JSON_COMPACT) : NULL;
    struct banshi_op *op = NULL;
    if (intake_text && decision_text)
        op = db_call(b, "case_intake", &banshi_document_shape, fn, closure, "oss", opid, intake_text, decision_text);
    free(intake_text);
    free(decision_text);
    json_decref(in);
    json_decref(de);
    return op;
}

struct banshi_op *banshi_case_decide(struct banshi *b, const char *opid, int64_t id,
                                     const struct banshi_decision *decision,
                                     const struct banshi_case_material *materials, size_t material_count,
                                     banshi_done_fn *fn, void *closure)
{
    struct banshi_error error = {0};
    if (check_decision(decision, &error) != 0 || check_materials(materials, material_count, &error) != 0)
        return db_fail(b, fn, closure, &error);
    json_t *de = decision_json(decision), *ma = materials_json(materials, material_count);
    char *decision_text = de ? json_dumps(de, JSON_COMPACT) : NULL,
         *material_text = ma ? json_dumps(ma, JSON_COMPACT) : NULL;
    struct banshi_op *op = NULL;
    if (decision_text && material_text)
        op = db_call(b, "case_decide", &banshi_document_shape, fn, closure, "oiss", opid, id, decision_text,
                     material_text);
    free(decision_text);
    free(material_text);
    json_decref(de);
    json_decref(ma);
    return op;
}

struct banshi_op *banshi_case_show(struct banshi *b, int64_t id, const char *number, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "case_show", &banshi_case_shape, fn, closure, "oIS", (const char *)NULL, id, number);
}

struct banshi_op *banshi_case_material_list(struct banshi *b, int64_t id, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_case_material_list, &banshi_case_material_shape, fn, closure, "i", id);
}

struct banshi_op *banshi_case_search(struct banshi *b, const char *text, int64_t limit, banshi_done_fn *fn,
                                     void *closure)
{
    struct banshi_error error = {0};
    if (banshi_text_check(text, &error) != 0)
        return db_fail(b, fn, closure, &error);
    return db_read(b, &query_case_search, &banshi_case_shape, fn, closure, "si", text, limit);
}

struct banshi_op *banshi_case_of_ticket(struct banshi *b, int64_t ticket, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_case_of_ticket, &banshi_case_shape, fn, closure, "i", ticket);
}

struct banshi_op *banshi_case_history(struct banshi *b, int64_t id, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_case_history, &banshi_case_event_shape, fn, closure, "i", id);
}
