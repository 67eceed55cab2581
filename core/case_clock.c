/* SPDX-License-Identifier: MIT */
/* The clock of a case after its acceptance: standing still, going on, prolonged, finished, delivered. */
#include <config.h>

#include <banshi/case.h>

#include <banshi/document.h>
#include <banshi/text.h>

#include "db/db.h"

/* What an applicant or a colleague will read; the field's name goes before what is wrong with it. */
static bool readable(const char *field, const char *text, struct banshi_error *error)
{
    struct banshi_error why = {0};

    if (banshi_text_check(text, &why) == 0)
        return true;
    error_set(error, why.code, "%s · %.900s", field, why.detail);
    return false;
}

struct banshi_op *banshi_case_suspend(struct banshi *b, const char *opid, int64_t id, const char *kind,
                                      const char *note, int64_t days, banshi_done_fn *fn, void *closure)
{
    struct banshi_error error = {0};

    if (!readable("note", note, &error))
        return db_fail(b, fn, closure, &error);
    return db_call(b, "case_suspend", &banshi_document_shape, fn, closure, "oissi", opid, id, kind, note, days);
}

struct banshi_op *banshi_case_resume(struct banshi *b, const char *opid, int64_t id, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "case_resume", &banshi_case_shape, fn, closure, "oi", opid, id);
}

struct banshi_op *banshi_case_extend(struct banshi *b, const char *opid, int64_t id, int64_t days, bool unified,
                                     const char *reason, banshi_done_fn *fn, void *closure)
{
    struct banshi_error error = {0};

    if (!readable("reason", reason, &error))
        return db_fail(b, fn, closure, &error);
    return db_call(b, "case_extend", &banshi_document_shape, fn, closure, "oiibs", opid, id, days, (int)unified,
                   reason);
}

struct banshi_op *banshi_case_finish(struct banshi *b, const char *opid, int64_t id, const char *result,
                                     const char *note, banshi_done_fn *fn, void *closure)
{
    struct banshi_error error = {0};

    if (!readable("note", note, &error))
        return db_fail(b, fn, closure, &error);
    return db_call(b, "case_finish", &banshi_case_shape, fn, closure, "oiss", opid, id, result, note);
}

struct banshi_op *banshi_case_deliver(struct banshi *b, const char *opid, int64_t id, const char *mode,
                                      const char *note, banshi_done_fn *fn, void *closure)
{
    struct banshi_error error = {0};

    if (!readable("note", note, &error))
        return db_fail(b, fn, closure, &error);
    return db_call(b, "case_deliver", &banshi_case_shape, fn, closure, "oiss", opid, id, mode, note);
}

struct banshi_op *banshi_case_sweep(struct banshi *b, const char *opid, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "case_sweep", &banshi_swept_shape, fn, closure, "o", opid);
}

struct banshi_op *banshi_case_forecast(struct banshi *b, int64_t id, const char *step, int64_t days, banshi_done_fn *fn,
                                       void *closure)
{
    return db_call(b, "case_forecast", &banshi_forecast_shape, fn, closure, "isi", id, step, days);
}
