/* SPDX-License-Identifier: MIT */
/* Settings of the centre, and its departments. */
#include <config.h>

#include <banshi/centre.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field centre_fields[] = {
    FIELD(struct banshi_centre, id, NULL, BANSHI_INT),
    FIELD(struct banshi_centre, name, "Name", BANSHI_TEXT),
    FIELD(struct banshi_centre, organ, "Organ", BANSHI_TEXT),
    FIELD(struct banshi_centre, region, "Region", BANSHI_TEXT),
    FIELD(struct banshi_centre, time_zone, "Time zone", BANSHI_TEXT),
    FIELD(struct banshi_centre, phone, "Telephone", BANSHI_TEXT),
    FIELD(struct banshi_centre, address, "Address", BANSHI_TEXT),
    FIELD(struct banshi_centre, review_body, "Administrative review", BANSHI_TEXT),
    FIELD(struct banshi_centre, court, "Court", BANSHI_TEXT),
    FIELD(struct banshi_centre, recall_limit, "Calls of a number", BANSHI_INT),
    FIELD(struct banshi_centre, supplement_days, "Days for a supplement", BANSHI_INT),
    FIELD(struct banshi_centre, restore_policy, "Skipped numbers return", BANSHI_TEXT),
    FIELD(struct banshi_centre, issue_policy, "Numbers are given", BANSHI_TEXT),
    FIELD(struct banshi_centre, issue_early, "Minutes before opening", BANSHI_INT),
    FIELD(struct banshi_centre, idle_minutes, "Minutes without a call", BANSHI_INT),
    FIELD(struct banshi_centre, wait_warn, "Yellow from minutes", BANSHI_INT),
    FIELD(struct banshi_centre, wait_limit, "Red from minutes", BANSHI_INT),
    FIELD(struct banshi_centre, form_limit, "Largest form (KiB)", BANSHI_INT),
};
SHAPE(centre, struct banshi_centre, centre_fields);

static const struct banshi_field department_fields[] = {
    FIELD(struct banshi_department, id, NULL, BANSHI_INT),
    FIELD(struct banshi_department, name, "Name", BANSHI_TEXT),
    FIELD(struct banshi_department, organ, "Organ", BANSHI_TEXT),
    FIELD(struct banshi_department, phone, "Telephone", BANSHI_TEXT),
};
SHAPE(department, struct banshi_department, department_fields);

struct banshi_op *banshi_centre_set(struct banshi *b, const char *opid, const char *json, banshi_done_fn *fn,
                                    void *closure)
{
    return db_call(b, "centre_set", &banshi_centre_shape, fn, closure, "os", opid, json);
}

struct banshi_op *banshi_centre_show(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_centre_show, &banshi_centre_shape, fn, closure, "");
}

struct banshi_op *banshi_department_list(struct banshi *b, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_department_list, &banshi_department_shape, fn, closure, "");
}
