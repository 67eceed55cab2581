/* SPDX-License-Identifier: MIT */
/* Incidents at counters. */
#include <config.h>

#include <banshi/incident.h>

#include "db/db.h"
#include "sql.h"

static const struct banshi_field incident_fields[] = {
    FIELD(struct banshi_incident, id, "Incident", BANSHI_INT),
    FIELD(struct banshi_incident, day, NULL, BANSHI_DATE),
    FIELD(struct banshi_incident, reported_at, "Reported", BANSHI_TIME),
    FIELD(struct banshi_incident, counter, NULL, BANSHI_INT),
    FIELD(struct banshi_incident, counter_label, "Counter", BANSHI_TEXT),
    FIELD(struct banshi_incident, ticket, "Number", BANSHI_TEXT),
    FIELD(struct banshi_incident, staff_name, "Staff", BANSHI_TEXT),
    FIELD(struct banshi_incident, text, "What happened", BANSHI_TEXT),
    FIELD(struct banshi_incident, followed_by, "Done by", BANSHI_TEXT),
    FIELD(struct banshi_incident, followed_at, NULL, BANSHI_TIME),
    FIELD(struct banshi_incident, follow_up, "Follow-up", BANSHI_TEXT),
    FIELD(struct banshi_incident, closed_at, "Closed", BANSHI_TIME),
};
SHAPE(incident, struct banshi_incident, incident_fields);

struct banshi_op *banshi_incident_list(struct banshi *b, banshi_date day, banshi_done_fn *fn, void *closure)
{
    return db_read(b, &query_incident_list, &banshi_incident_shape, fn, closure, "d", day);
}

struct banshi_op *banshi_incident_report(struct banshi *b, const char *opid, const char *text, banshi_done_fn *fn,
                                         void *closure)
{
    return db_call(b, "incident_report", &banshi_incident_shape, fn, closure, "os", opid, text);
}

struct banshi_op *banshi_incident_follow(struct banshi *b, const char *opid, int64_t incident, const char *note,
                                         bool close, banshi_done_fn *fn, void *closure)
{
    return db_call(b, "incident_follow", &banshi_incident_shape, fn, closure, "oisb", opid, incident, note, close);
}
